import { isJsonObject, type Json } from '../json';
import { parseJson } from './reading';
import type { CallRequest, WireResponse } from './wire';

/** The limits at which an endless list is given up. */
export interface PageBounds {
	pages: number;
	/** Milliseconds. */
	ms: number;
}

/** How a list continues. Pure: from one page to the request for the next. */
export interface Pages {
	/** The largest page size the carrier allows. */
	size: number;
	bounds: PageBounds;
	/** The carrier documents no pages: a repeated page is the whole list again, and ends it. */
	repeatEndsList?: boolean;
	/** The same request for fewer items at once. */
	withPageSize(call: CallRequest, count: number): CallRequest;
	/**
	 * The next page, or undefined after the last. `received`: items on this page; `receivedBefore`: on all pages before
	 * it.
	 */
	next(call: CallRequest, response: WireResponse, received: number, receivedBefore: number): CallRequest | undefined;
}

export const DEFAULT_BOUNDS: PageBounds = { pages: 1_000, ms: 10 * 60_000 };

const withQuery = (call: CallRequest, query: NonNullable<CallRequest['query']>): CallRequest => ({
	...call,
	query: { ...call.query, ...query },
});

const queryNumber = (call: CallRequest, key: string, fallback: number): number => {
	const value = Number(call.query?.[key] ?? fallback);
	return Number.isFinite(value) ? value : fallback;
};

/**
 * Pages by `limit` and `offset`. `totalHeader` names the header with the length of the whole list, where there is one.
 */
export function offsetPages(size: number, totalHeader?: string, bounds = DEFAULT_BOUNDS): Pages {
	return {
		size,
		bounds,
		withPageSize: (call, count) => withQuery(call, { limit: Math.min(size, count) }),
		next: (call, response, received, receivedBefore) => {
			const total = totalHeader === undefined ? undefined : countIn(response, { header: totalHeader });
			const read = receivedBefore + received;
			// Without a total, a page that is not full is the last one.
			const isLast =
				received === 0 || (total === undefined ? received < queryNumber(call, 'limit', size) : read >= total);
			return isLast ? undefined : withQuery(call, { offset: read });
		},
	};
}

/** The same where the page size cannot be set. */
export const fixedSizeOffsetPages = (size: number, totalHeader?: string, bounds = DEFAULT_BOUNDS): Pages => ({
	...offsetPages(size, totalHeader, bounds),
	withPageSize: (call) => call,
});

/** Pages by a count and a cursor from each response's header. */
export function cursorPages(size: number, cursorHeader: string, bounds = DEFAULT_BOUNDS): Pages {
	return {
		size,
		bounds,
		withPageSize: (call, count) => withQuery(call, { count: Math.min(size, count) }),
		next: (call, response) => {
			const cursor = response.headers[cursorHeader];
			return cursor === undefined || cursor === '' ? undefined : withQuery(call, { cursor });
		},
	};
}

/** Where a response has the length of the list: a header, or a path into its JSON body. */
type Count = { header: string } | { body: readonly string[] };

const numberOf = (value: unknown): number | undefined => {
	if (typeof value !== 'number' && (typeof value !== 'string' || value.trim() === '')) return undefined;
	return Number.isFinite(Number(value)) ? Number(value) : undefined;
};

function countIn(response: WireResponse, count: Count): number | undefined {
	if ('header' in count) return numberOf(response.headers[count.header]);
	return numberOf(
		count.body.reduce<Json | undefined>(
			(value, key) => (isJsonObject(value) ? value[key] : undefined),
			parseJson(response),
		),
	);
}

export interface NumberedPages {
	size: number;
	/** Query parameter of the page's number. Default: `page`. */
	page?: string;
	/** Query parameter of how many items a page holds. Default: `per_page`. */
	perPage?: string;
	/** Number of the first page. Default: 1. */
	first?: number;
	/** How the response shows the end of the list. Without it, a page that is not full is the last one. */
	total?: { pages: Count } | { items: Count };
	bounds?: PageBounds;
}

/** Pages by their number. */
export function numberedPages({
	size,
	page = 'page',
	perPage = 'per_page',
	first = 1,
	total,
	bounds = DEFAULT_BOUNDS,
}: NumberedPages): Pages {
	/** Undefined where the response does not show it. */
	const isLastByTotal = (response: WireResponse, number: number, read: number): boolean | undefined => {
		if (!total) return undefined;
		const count = countIn(response, 'pages' in total ? total.pages : total.items);
		if (count === undefined) return undefined;
		return 'pages' in total ? number - first + 1 >= count : read >= count;
	};
	return {
		size,
		bounds,
		withPageSize: (call, count) => withQuery(call, { [perPage]: Math.min(size, count) }),
		next: (call, response, received, receivedBefore) => {
			const number = queryNumber(call, page, first);
			const isLast =
				received === 0 ||
				(isLastByTotal(response, number, receivedBefore + received) ?? received < queryNumber(call, perPage, size));
			return isLast ? undefined : withQuery(call, { [page]: number + 1 });
		},
	};
}
