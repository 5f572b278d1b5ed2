import type { Call, Route } from '../frame/carrier';
import type { CykeAccount, CykeDelivery } from './desk.types';
import type { Dialect } from './dialect';
import { malformed, notFound, Refusal } from './refusal';
import type { CykeState } from './state';

export interface Admitted extends Call<CykeState> {
	account: CykeAccount;
	dialect: Dialect;
}

type ApiRoute = Pick<Route<CykeState>, 'name' | 'method' | 'path' | 'effect'> & {
	/** Query parameters it knows. */
	query?: readonly string[];
	handle(call: Admitted): Response;
};

/** The same route under both versions, behind version, credentials and strictness. */
export function apiRoutes(route: ApiRoute): Route<CykeState>[] {
	const dialects: Dialect[] = ['v1', 'v2'];
	return dialects.map((dialect) => ({
		...route,
		path: `/api/${dialect}${route.path}`,
		answer(call) {
			try {
				if (dialect === 'v1') assertV1(call.state);
				const account = accountFor(call);
				assertQuery(call, route.query ?? []);
				return route.handle({ ...call, account, dialect });
			} catch (error) {
				if (error instanceof Refusal) return error.response;
				throw error;
			}
		},
	}));
}

// v1 was shut down on 23 May 2024.
function assertV1(state: CykeState): void {
	if (!state.settings.v1) throw new Refusal(410, { error: 'API v1 has been shut down, please use v2' });
}

function accountFor({ state, visit }: Call<CykeState>): CykeAccount {
	const email = visit.request.headers.get('x-user-email');
	const token = visit.request.headers.get('x-user-token');
	if (!email || !token) throw new Refusal(401, { error: 'X-User-Email and X-User-Token are needed' });
	const account = state.accounts.find((other) => other.email === email && other.token === token);
	if (account === undefined) throw new Refusal(401, { error: 'Invalid email or token' });
	return account;
}

function assertQuery({ visit }: Call<CykeState>, known: readonly string[]): void {
	for (const name of visit.url.searchParams.keys()) {
		if (!known.includes(name)) throw malformed(`Unknown parameter ${name}`);
		if (visit.url.searchParams.getAll(name).length > 1) throw malformed(`Parameter ${name} is given twice`);
		if (visit.url.searchParams.get(name) === '') throw malformed(`Parameter ${name} is empty`);
	}
}

export function readJson({ visit }: Call<CykeState>): unknown {
	const type = visit.request.headers.get('content-type') ?? '';
	if (!/^application\/json\s*(;|$)/i.test(type)) throw malformed('Content-Type must be application/json');
	try {
		const body: unknown = JSON.parse(visit.body.text);
		return body;
	} catch {
		throw malformed('The body is not JSON');
	}
}

export function assertNoBody({ visit }: Call<CykeState>): void {
	if (visit.body.text !== '') throw malformed('This call takes no body');
}

/** Another customer's delivery is as good as none. */
export function ownDelivery({ state, account, params }: Admitted, asOf?: number): CykeDelivery {
	const id = /^\d+$/.test(params.id ?? '') ? Number(params.id) : NaN;
	const delivery = state.deliveries.get(id, asOf);
	if (delivery?.account !== account.email) throw notFound();
	return delivery;
}
