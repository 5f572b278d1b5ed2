import { besideStreet, joinHouseNumber } from '../delivery/street-lines';
import { said } from './read-json';

/** "3", "12 bis", "4b" and nothing else. */
const NUMBER_ALONE = /^(?:n[°ºo]\.?\s*)?(\d{1,4}(?:\s?-\s?\d{1,4})?(?:\s?(?:bis|ter|quater|[a-z]))?)$/i;

const hasNumber = (line: string) => /\d/.test(line);

/**
 * Street lines with the house number beside its street: some people write the street into one line
 * and its number into the other, and a number in an access field is no house number.
 */
export function streetLines(
	written: readonly (string | null)[],
	country: string | null,
	houseNumber: string | null = null,
): string[] {
	// Some fill both lines with the same, or the second with a dash.
	const lines = [...new Set(written.map(said))].filter((line) => line !== null);
	const [first, second, ...rest] = lines;
	const known = country ?? undefined;
	if (first === undefined) return [];
	if (houseNumber !== null && !hasNumber(first)) return [besideStreet(houseNumber, first, known), ...lines.slice(1)];
	if (second === undefined) return lines;
	const above = NUMBER_ALONE.exec(first);
	if (above?.[1] !== undefined && !hasNumber(second)) return [besideStreet(above[1], second, known), ...rest];
	const { line1, line2 } = joinHouseNumber(first, second, known);
	return [line1, ...(line2 === '' ? [] : [line2]), ...rest];
}
