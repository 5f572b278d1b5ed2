import type { Call, Route } from '../frame/carrier';
import { admit } from './admit';
import type { HubriseConnection } from './desk.types';
import { forbidden, invalidRequest, Refusal, routingError, tooManyRequests, unsupportedMediaType } from './refusal';
import { allows, type Right } from './scope';
import type { HubriseState } from './state';

export interface Admitted extends Call<HubriseState> {
	connection: HubriseConnection;
}

export type ApiRoute<In = Admitted> = Pick<Route<HubriseState>, 'name' | 'method' | 'path' | 'effect'> & {
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
		answer: (call) =>
			refusing(() => {
				const { state, visit } = call;
				if (visit.url.host === 'manager.hubrise.com') throw routingError();
				const connection = admit(state, visit.request);
				const wait = state.limiter.take(connection.token, heavy, state.house.clock.now(), state.settings.limits);
				if (wait !== undefined) throw tooManyRequests(wait);
				if (right !== undefined && !allows(connection.scope, right)) throw forbidden(`The scope must include ${right}`);
				assertQuery(call, query);
				return handle({ ...call, connection });
			}, 'any'),
	};
}

/** Pages may call the API from any origin, but not the OAuth host. */
export function refusing(work: () => Response, origins: 'any' | 'none'): Response {
	const response = answered(work);
	if (origins === 'any') response.headers.set('access-control-allow-origin', '*');
	return response;
}

function answered(work: () => Response): Response {
	try {
		return work();
	} catch (error) {
		if (error instanceof Refusal) return error.response;
		throw error;
	}
}

export function assertQuery({ visit }: Call<HubriseState>, known: readonly string[]): void {
	for (const name of visit.url.searchParams.keys()) {
		if (!known.includes(name)) throw invalidRequest(`Unknown parameter ${name}`);
		if (visit.url.searchParams.getAll(name).length > 1) throw invalidRequest(`Parameter ${name} is given twice`);
	}
}

export function readJson({ visit }: Call<HubriseState>): unknown {
	const type = visit.request.headers.get('content-type') ?? '';
	if (!/^application\/json\s*(;|$)/i.test(type)) throw unsupportedMediaType('application/json');
	try {
		const body: unknown = JSON.parse(visit.body.text);
		return body;
	} catch {
		throw invalidRequest('The body is not JSON');
	}
}

export function assertNoBody({ visit }: Call<HubriseState>): void {
	if (visit.body.text !== '') throw invalidRequest('This call takes no body');
}
