import type { Call, Route } from '../framework/carrier';
import { Answer } from '../framework/carrier-error';
import { jsonAnswer } from '../framework/known-texts';
import { readJson } from '../framework/request-body';
import { authenticate } from './authenticate';
import type { HubriseConnection } from './backoffice.types';
import { forbidden, invalidRequest, ApiError, routingError, tooManyRequests, unsupportedMediaType } from './api-error';
import { allows, type Right } from './scope';
import type { HubriseState } from './state';

export interface AuthenticatedCall extends Call<HubriseState> {
	connection: HubriseConnection;
	/** The JSON body, where the route takes one. */
	body: unknown;
}

export type ApiRoute<In = AuthenticatedCall> = Pick<Route<HubriseState>, 'name' | 'method' | 'path' | 'effect'> & {
	right?: Right;
	/** Lists with a tighter limit of their own. */
	heavy?: boolean;
	/** Query parameters it knows. */
	query?: readonly string[];
	/** It takes a JSON body. Default: none. */
	takesBody?: true;
	/** JSON of the answer, or the answer itself. */
	handle(call: In): unknown;
};

/** Checks token, limits, scope, query and body before the route sees a request. */
export function apiRoute({
	right,
	heavy = false,
	query = [],
	takesBody,
	handle,
	...route
}: ApiRoute): Route<HubriseState> {
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
				const result = handle({ ...call, connection, body: bodyOf(call, takesBody) });
				const isUnchanged = result instanceof Answer && result.effect === 'unchanged';
				if (route.effect === 'write' && !isUnchanged) exchange.entry.committed = true;
				if (result instanceof Response) return result;
				return jsonAnswer(result instanceof Answer ? result.body : result);
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

function bodyOf({ exchange }: Call<HubriseState>, takesBody = false): unknown {
	if (!takesBody) {
		if (exchange.body.text !== '') throw invalidRequest('This call takes no body');
		return undefined;
	}
	return readJson(exchange, (reason, message) =>
		reason === 'type' ? unsupportedMediaType('application/json') : invalidRequest(message),
	);
}

/** 200 also for what is new. Whether the resource comes back is a setting: the documentation shows no answer. */
export function writeResponse({ state }: AuthenticatedCall, resource: object): object {
	return state.settings.writeResponse === 'resource' ? resource : new Response('', { status: 200 });
}
