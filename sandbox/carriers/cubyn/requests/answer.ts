import type { Query } from './query';

/** Success codes are never stated, so every answer is a 200. */
export function answer(body: unknown, total?: number): Response {
	return Response.json(body, total === undefined ? {} : { headers: { 'x-total-count': String(total) } });
}

export function nothing(): Response {
	return new Response(null, { status: 200 });
}

export function paged<T>(all: readonly T[], { limit, offset }: Query): T[] {
	return all.slice(offset, offset + limit);
}

/** A list as most of v2 gives it: one page, and how many there are in all. */
export function listed<T>(all: readonly T[], query: Query, view: (item: T) => unknown): Response {
	return answer(paged(all, query).map(view), all.length);
}
