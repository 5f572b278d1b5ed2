import type { CallRequest, WireAnswer } from './wire';

/** How a list goes on. Pure: from one page to the request of the next. */
export interface Pages {
	/** Most items that one page may hold, as the carrier says. */
	size: number;
	/** The same request for fewer items at once. */
	atMost(call: CallRequest, count: number): CallRequest;
	/** The next page, or undefined after the last. `got`: items on this page; `before`: on all pages before it. */
	next(call: CallRequest, answer: WireAnswer, got: number, before: number): CallRequest | undefined;
}

const withQuery = (call: CallRequest, query: NonNullable<CallRequest['query']>): CallRequest => ({ ...call, query: { ...call.query, ...query } });

const numberIn = (call: CallRequest, key: string, otherwise: number): number => {
	const given = Number(call.query?.[key] ?? otherwise);
	return Number.isFinite(given) ? given : otherwise;
};

/** Pages by `limit` and `offset`; `totalHeader` tells the length of the whole list, where the carrier says it. */
export function offsetPages(size: number, totalHeader?: string): Pages {
	return {
		size,
		atMost: (call, count) => withQuery(call, { limit: Math.min(size, count) }),
		next: (call, answer, got, before) => {
			const total = totalHeader === undefined ? NaN : Number(answer.headers[totalHeader] ?? NaN);
			const read = before + got;
			// Without a total, a page that is not full is the last one.
			const over = got === 0 || (Number.isFinite(total) ? read >= total : got < numberIn(call, 'limit', size));
			return over ? undefined : withQuery(call, { offset: read });
		},
	};
}

/** The same where the carrier names no way to ask for a page of another size. */
export const offsetAlone = (size: number, totalHeader?: string): Pages => ({ ...offsetPages(size, totalHeader), atMost: (call) => call });

/** Pages by a count and a cursor that each answer's header hands on. */
export function cursorPages(size: number, cursorHeader: string): Pages {
	return {
		size,
		atMost: (call, count) => withQuery(call, { count: Math.min(size, count) }),
		next: (call, answer) => {
			const cursor = answer.headers[cursorHeader];
			return cursor === undefined || cursor === '' ? undefined : withQuery(call, { cursor });
		},
	};
}
