import type { Call, Route } from '../framework/carrier';
import type { ApiVersion, CykeAccount, CykeDelivery } from './backoffice.types';
import { malformed, notFound, ApiError } from './api-error';
import type { CykeState } from './state';

export interface AuthenticatedCall extends Call<CykeState> {
	account: CykeAccount;
	apiVersion: ApiVersion;
}

type ApiRoute = Pick<Route<CykeState>, 'name' | 'method' | 'path' | 'effect'> & {
	/** Query parameters it knows. */
	query?: readonly string[];
	handle(call: AuthenticatedCall): Response;
};

/** The same route under both versions, behind version, credentials and strictness. */
export function apiRoutes(route: ApiRoute): Route<CykeState>[] {
	const apiVersions: ApiVersion[] = ['v1', 'v2'];
	return apiVersions.map((apiVersion) => ({
		...route,
		path: `/api/${apiVersion}${route.path}`,
		handler(call) {
			try {
				if (apiVersion === 'v1') assertV1(call.state);
				const account = authenticate(call);
				assertQuery(call, route.query ?? []);
				return route.handle({ ...call, account, apiVersion });
			} catch (error) {
				if (error instanceof ApiError) return error.response;
				throw error;
			}
		},
	}));
}

// v1 was shut down on 23 May 2024.
function assertV1(state: CykeState): void {
	if (!state.settings.v1) throw new ApiError(410, { error: 'API v1 has been shut down, please use v2' });
}

function authenticate({ state, exchange }: Call<CykeState>): CykeAccount {
	const email = exchange.request.headers.get('x-user-email');
	const token = exchange.request.headers.get('x-user-token');
	if (!email || !token) throw new ApiError(401, { error: 'X-User-Email and X-User-Token are needed' });
	const account = state.accounts.find((other) => other.email === email && other.token === token);
	if (account === undefined) throw new ApiError(401, { error: 'Invalid email or token' });
	return account;
}

function assertQuery({ exchange }: Call<CykeState>, allowed: readonly string[]): void {
	for (const name of exchange.url.searchParams.keys()) {
		if (!allowed.includes(name)) throw malformed(`Unknown parameter ${name}`);
		if (exchange.url.searchParams.getAll(name).length > 1) throw malformed(`Parameter ${name} is given twice`);
		if (exchange.url.searchParams.get(name) === '') throw malformed(`Parameter ${name} is empty`);
	}
}

export function readJson({ exchange }: Call<CykeState>): unknown {
	const type = exchange.request.headers.get('content-type') ?? '';
	if (!/^application\/json\s*(;|$)/i.test(type)) throw malformed('Content-Type must be application/json');
	try {
		const body: unknown = JSON.parse(exchange.body.text);
		return body;
	} catch {
		throw malformed('The body is not JSON');
	}
}

export function assertNoBody({ exchange }: Call<CykeState>): void {
	if (exchange.body.text !== '') throw malformed('This call takes no body');
}

/** Another customer's delivery counts as missing. */
export function ownDelivery({ state, account, params }: AuthenticatedCall, asOf?: number): CykeDelivery {
	const id = /^\d+$/.test(params.id ?? '') ? Number(params.id) : NaN;
	const delivery = state.deliveries.get(id, asOf);
	if (delivery?.account !== account.email) throw notFound();
	return delivery;
}
