import type { Call, Route } from '../framework/carrier';
import { authenticate } from './authenticate';
import type { HubriseConnection } from './backoffice.types';
import { forbidden, invalidRequest, ApiError, routingError, tooManyRequests, unsupportedMediaType } from './api-error';
import { allows, type Right } from './scope';
import type { HubriseState } from './state';

export interface AuthenticatedCall extends Call<HubriseState> {
	connection: HubriseConnection;
}

export type ApiRoute<In = AuthenticatedCall> = Pick<Route<HubriseState>, 'name' | 'method' | 'path' | 'effect'> & {
	right?: Right;
	/** Lists with a tighter limit of their own. */
	heavy?: boolean;
	/** Query parameters it knows. */
	query?: readonly string[];
	handle(call: In): Response;
};

/** Behind token, limits, scope and strictness. */
export function apiRoute({ right, heavy = false, query = [], handle, ...route }: ApiRoute): Route<HubriseState> {
	return {
		...route,
		path: `/v1${route.path}`,
		handler: (call) =>
			withErrorResponse(() => {
				const { state, exchange } = call;
				if (exchange.url.host === 'manager.hubrise.com') throw routingError();
				const connection = authenticate(state, exchange.request);
				const wait = state.limiter.take(connection.token, heavy, state.context.clock.now(), state.settings.limits);
				if (wait !== undefined) throw tooManyRequests(wait, state.settings.retryAfter);
				if (right !== undefined && !allows(connection.scope, right)) throw forbidden(`The scope must include ${right}`);
				assertQuery(call, query);
				return handle({ ...call, connection });
			}, 'any'),
	};
}

/** Pages may call the API from any origin, but not the OAuth host. */
export function withErrorResponse(handler: () => Response, origins: 'any' | 'none'): Response {
	const response = catchApiError(handler);
	if (origins === 'any') response.headers.set('access-control-allow-origin', '*');
	return response;
}

function catchApiError(handler: () => Response): Response {
	try {
		return handler();
	} catch (error) {
		if (error instanceof ApiError) return error.response;
		throw error;
	}
}

export function assertQuery({ exchange }: Call<HubriseState>, allowed: readonly string[]): void {
	for (const name of exchange.url.searchParams.keys()) {
		if (!allowed.includes(name)) throw invalidRequest(`Unknown parameter ${name}`);
		if (exchange.url.searchParams.getAll(name).length > 1) throw invalidRequest(`Parameter ${name} is given twice`);
	}
}

export function readJson({ exchange }: Call<HubriseState>): unknown {
	const type = exchange.request.headers.get('content-type') ?? '';
	if (!/^application\/json\s*(;|$)/i.test(type)) throw unsupportedMediaType('application/json');
	try {
		const body: unknown = JSON.parse(exchange.body.text);
		return body;
	} catch {
		throw invalidRequest('The body is not JSON');
	}
}

export function assertNoBody({ exchange }: Call<HubriseState>): void {
	if (exchange.body.text !== '') throw invalidRequest('This call takes no body');
}

/** 200 also for what is new. Whether the resource comes back is a setting: the documentation shows no answer. */
export function writeResponse({ state, exchange }: AuthenticatedCall, resource: object): Response {
	exchange.entry.committed = true;
	return state.settings.writeResponse === 'resource' ? Response.json(resource) : new Response('', { status: 200 });
}
