import type { Call, Route } from '../../frame/carrier';
import { lookUpMoment } from '../../frame/lag';
import type { CubynAccount, CubynApplication } from '../account.types';
import type { CubynState } from '../state';
import { API_HOSTS, isAt } from './hosts';
import { readQuery, type Query, type QueryRules } from './query';
import { badRequest, notFound, Refusal } from './refusal';

export interface Admitted extends Call<CubynState> {
	account: CubynAccount;
	application: CubynApplication;
	query: Query;
	/** Look-ups show the state of this moment. */
	asOf: number;
	/** The JSON body, where the route takes one. */
	body: unknown;
}

type ApiRoute = Pick<Route<CubynState>, 'name' | 'method' | 'effect'> & {
	/** More than one where the documentation spells it in several ways. */
	paths: readonly string[];
	query?: QueryRules;
	/** Default: none. A multipart body is read by the route itself. */
	takes?: 'json' | 'multipart';
	handle(call: Admitted): Response | Promise<Response>;
};

/** Behind host, key and strictness about parameters and body. */
export function apiRoutes(route: ApiRoute): Route<CubynState>[] {
	return route.paths.map((path) => ({
		...route,
		path,
		answer: (call) =>
			refusable(async () => {
				const { state, visit } = call;
				if (!isAt(visit, ...API_HOSTS)) throw notFound(visit.url.pathname);
				const owner = admit(call);
				const query = readQuery(visit.url.searchParams, route.query ?? {});
				const asOf = route.effect === 'read' ? lookUpMoment(visit, state.settings.lookUpLag, state.lag) : Infinity;
				const response = await route.handle({ ...call, ...owner, query, asOf, body: bodyOf(call, route.takes) });
				if (route.effect === 'write') visit.entry.committed = true;
				return response;
			}),
	}));
}

export async function refusable(work: () => Response | Promise<Response>): Promise<Response> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Refusal) return error.response;
		throw error;
	}
}

export function admit({ state, visit }: Call<CubynState>): { account: CubynAccount; application: CubynApplication } {
	const key = visit.request.headers.get('x-application');
	if (!key) throw new Refusal('UnauthorizedError', 'Missing X-Application header');
	for (const account of state.accounts) {
		const application = account.applications.find((other) => other.key === key);
		if (application === undefined) continue;
		if (state.settings.tokensExpired) throw new Refusal('UnauthorizedError', 'Token validity is expired', EXPIRED);
		return { account, application };
	}
	throw new Refusal('UnauthorizedError', 'Invalid application key');
}

/** The one answer of the documentation that lets its inside show. */
const EXPIRED = {
	stack:
		'Error: Token validity is expired\n' +
		'    at handler (/app/src/lambdas/can-access:v1/index.js:108:15)\n' +
		'    at processTicksAndRejections (internal/process/task_queues.js:95:5)',
	status: 401,
};

function bodyOf({ visit }: Call<CubynState>, takes: ApiRoute['takes']): unknown {
	const type = visit.request.headers.get('content-type') ?? '';
	if (takes === undefined) {
		if (visit.body.text !== '') throw badRequest('This call takes no body');
		return undefined;
	}
	if (takes === 'multipart') {
		if (!/^multipart\/form-data\s*;/i.test(type)) throw badRequest('Content-Type must be multipart/form-data');
		return undefined;
	}
	if (!/^application\/json\s*(;|$)/i.test(type)) throw badRequest('Content-Type must be application/json');
	try {
		const body: unknown = JSON.parse(visit.body.text);
		return body;
	} catch {
		throw badRequest('The body is not JSON');
	}
}
