import { isJsonObject, type Json } from '../json';

/**
 * Hosts send lines as a list, as a single line, or as parallel lists: `{type: [a, b], amount: [1, 2]}`. A single value
 * next to lists applies to every line. Lists of different lengths stay unchanged, so that the validation reports them.
 */
export function asLines(value: Json): Json {
	if (!isJsonObject(value)) return value;
	const columns = Object.entries(value)
		.map(([key, cells]): [string, Json[]] => [key, Array.isArray(cells) ? cells : [cells ?? null]])
		.filter(([, cells]) => cells.length > 0);
	const length = Math.max(0, ...columns.map(([, cells]) => cells.length));
	if (columns.some(([, cells]) => cells.length !== 1 && cells.length !== length)) return value;
	const at = (cells: readonly Json[], row: number) => (cells.length === 1 ? cells[0] : cells[row]) ?? null;
	return Array.from({ length }, (_, row) => Object.fromEntries(columns.map(([key, cells]) => [key, at(cells, row)])));
}

/** The columns of lists of different lengths, and how long each is. */
export function unevenColumns(value: Json): [string, number][] {
	if (!isJsonObject(value)) return [];
	return Object.entries(value).flatMap(([key, cells]): [string, number][] =>
		Array.isArray(cells) ? [[key, cells.length]] : [],
	);
}
