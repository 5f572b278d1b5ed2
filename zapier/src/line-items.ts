import type { LeafField, LinesField } from '../../shared/declare/form';
import type { Json, JsonObject } from '../../shared/json';

type Columns = readonly (readonly [string, Json])[];

const isWhole = (part: string) => /^\s*(0|[1-9]\d*)\s*$/.test(part);
/** "1,200" is a thousand to some: as a list of amounts it needs the names beside it to be as many. */
const mayBeThousands = (text: string) => /^\s*\d{1,3}(,\d{3})+\s*$/.test(text);
/** The platform joins lines with a bare comma. A comma before a space belongs to the text: "Savon, lavande". */
const joined = (text: string) => text.split(/,(?!\s)/);

const isNumber = (field: LeafField | undefined) =>
	field?.kind === 'integer' || field?.kind === 'decimal' || field?.kind === 'exact';

/** The number of lines in the texts of a column, where it is certain. */
function countOf(texts: readonly string[], wholeNumbers: readonly string[]): number {
	const lists = wholeNumbers.filter((text) => text.includes(',') && text.split(',').every(isWhole));
	const counts = texts.map((text) => joined(text).length);
	const sure = lists.find((text) => !mayBeThousands(text) || counts.includes(text.split(',').length));
	if (sure !== undefined) return sure.split(',').length;
	const [first = 1] = counts;
	return wholeNumbers.length === 0 && counts.every((count) => count === first) ? first : 1;
}

/** A cell for every line, or the parts unchanged, which are then refused as lists of different lengths. */
function cellsOf(text: string, count: number, number: boolean): string[] {
	const parts = number ? text.split(',') : joined(text);
	if (parts.length === count || parts.length === 1) return parts;
	const all = text.split(',');
	return all.length === count ? all : parts;
}

/**
 * Line items that arrive as one comma-separated text per column: "Savon,Bougie" and "2,1" are two lines. Whole amounts
 * contain no comma of their own, so they give the count. A single value applies to every line.
 */
export function fromTexts(field: LinesField, columns: Columns): JsonObject {
	const leafOf = (key: string) => field.fields.find((child) => child.key === key);
	const textsOf = (wanted: (leaf: LeafField | undefined) => boolean) =>
		columns.flatMap(([key, value]) => (typeof value === 'string' && wanted(leafOf(key)) ? [value] : []));
	const count = countOf(
		textsOf((leaf) => !isNumber(leaf)),
		textsOf((leaf) => leaf?.kind === 'integer'),
	);
	const split = ([key, value]: readonly [string, Json]): [string, Json] =>
		count === 1 || typeof value !== 'string' ? [key, value] : [key, cellsOf(value, count, isNumber(leafOf(key)))];
	return Object.fromEntries(columns.map(split));
}
