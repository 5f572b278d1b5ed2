import type { Call, Route } from '../../framework/carrier';
import { readJson } from '../../framework/request-body';
import type { Owner } from '../owner';
import type { CubynState } from '../state';
import { API_HOSTS, isAt } from './hosts';
import { readQuery, type Query, type QueryRules } from './query';
import { badRequest, notFound, ApiError } from './api-error';

export interface AuthenticatedCall extends Call<CubynState>, Owner {
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
	bodyType?: 'json' | 'multipart';
	handle(call: AuthenticatedCall): Response | Promise<Response>;
};

/** Checks host, key, query and body before the route sees a request. */
export function apiRoutes(route: ApiRoute): Route<CubynState>[] {
	return route.paths.map((path) => ({
		...route,
		path,
		handler: (call) =>
			withErrorResponse(async () => {
				const { exchange } = call;
				if (!isAt(exchange, ...API_HOSTS)) throw notFound(exchange.url.pathname);
				const owner = authenticate(call);
				const query = readQuery(exchange.url.searchParams, route.query ?? {});
				const asOf = route.effect === 'read' ? exchange.asOf : Infinity;
				const response = await route.handle({ ...call, ...owner, query, asOf, body: bodyOf(call, route.bodyType) });
				if (route.effect === 'write') exchange.entry.committed = true;
				return response;
			}),
	}));
}

export async function withErrorResponse(handler: () => Response | Promise<Response>): Promise<Response> {
	try {
		return await handler();
	} catch (error) {
		if (error instanceof ApiError) return error.response;
		throw error;
	}
}

export function authenticate({ state, exchange }: Call<CubynState>): Owner {
	const key = exchange.request.headers.get('x-application');
	if (!key) throw new ApiError('UnauthorizedError', 'Missing X-Application header');
	for (const account of state.accounts) {
		const application = account.applications.find((other) => other.key === key);
		if (application === undefined) continue;
		if (state.settings.tokensExpired)
			throw new ApiError('UnauthorizedError', 'Token validity is expired', EXPIRED_DETAILS);
		return { account, application };
	}
	throw new ApiError('UnauthorizedError', 'Invalid application key');
}

/** The one answer of the documentation that lets its inside show. */
const EXPIRED_DETAILS = {
	stack:
		'Error: Token validity is expired\n' +
		'    at handler (/app/src/lambdas/can-access:v1/index.js:108:15)\n' +
		'    at processTicksAndRejections (internal/process/task_queues.js:95:5)',
	status: 401,
};

function bodyOf({ exchange }: Call<CubynState>, bodyType: ApiRoute['bodyType']): unknown {
	if (bodyType === undefined) {
		if (exchange.body.text !== '') throw badRequest('This call takes no body');
		return undefined;
	}
	if (bodyType === 'multipart') {
		const type = exchange.request.headers.get('content-type') ?? '';
		if (!/^multipart\/form-data\s*;/i.test(type)) throw badRequest('Content-Type must be multipart/form-data');
		return undefined;
	}
	return readJson(exchange, (_, message) => badRequest(message));
}
