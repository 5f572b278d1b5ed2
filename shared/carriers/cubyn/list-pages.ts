import type { Json } from '../../json';
import { DEFAULT_BOUNDS, type Pages } from '../../declare/pages';
import { parseJson } from '../../declare/reading';
import type { CallRequest } from '../../declare/wire';

interface PagingRules {
	/** Finds the rows in the answer. */
	select?: (body: Json | undefined) => Json | undefined;
	/** No size can be chosen. */
	isFixedSize?: boolean;
	/** No page size is documented, so a short page proves nothing. The list ends with an empty page or its total. */
	isOpenEnded?: boolean;
	/** False where the header would count something else than rows. */
	hasTotal?: boolean;
}

const TOTAL_HEADER = 'x-total-count';

const queryNumber = (call: CallRequest, key: string, fallback: number): number => {
	const value = Number(call.query?.[key] ?? fallback);
	return Number.isFinite(value) ? value : fallback;
};

/** Pages by `limit` and `offset`. Rows are counted in the answer, because a row that cannot be read is no item. */
export function cubynPages(size: number, rules: PagingRules = {}): Pages {
	const { select = (body) => body, isFixedSize = false, isOpenEnded = false, hasTotal = true } = rules;
	return {
		size,
		bounds: DEFAULT_BOUNDS,
		repeatEndsList: isOpenEnded,
		withPageSize: (call, count) =>
			isFixedSize ? call : { ...call, query: { ...call.query, limit: Math.min(size, count) } },
		next: (call, response) => {
			const rows = select(parseJson(response));
			const count = Array.isArray(rows) ? rows.length : 0;
			const read = queryNumber(call, 'offset', 0) + count;
			// Documented only for v3 lots and products.
			const total = hasTotal ? Number(response.headers[TOTAL_HEADER] ?? NaN) : NaN;
			const isLast = Number.isFinite(total) ? read >= total : !isOpenEnded && count < queryNumber(call, 'limit', size);
			return count === 0 || isLast ? undefined : { ...call, query: { ...call.query, offset: read } };
		},
	};
}
