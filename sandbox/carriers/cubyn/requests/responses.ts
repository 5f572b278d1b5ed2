import { jsonAnswer } from '../../framework/known-texts';
import type { Query } from './query';

/** Success codes are never stated, so every answer is a 200. */
export function jsonResponse(body: unknown, total?: number): Response {
	return jsonAnswer(body, total === undefined ? {} : { headers: { 'x-total-count': String(total) } });
}

export function emptyResponse(): Response {
	return new Response(null, { status: 200 });
}

export function pageOf<T>(all: readonly T[], { limit, offset }: Query): T[] {
	return all.slice(offset, offset + limit);
}

/** A list as most of v2 gives it: one page, and how many there are in all. */
export function listResponse<T>(all: readonly T[], query: Query, view: (item: T) => unknown): Response {
	return jsonResponse(pageOf(all, query).map(view), all.length);
}
