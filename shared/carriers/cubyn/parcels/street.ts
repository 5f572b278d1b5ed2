/** The three lines of an address, of 35 characters each. */
export const LINE = 35;

export interface Street {
	line1: string;
	line2?: string;
	additionalInformation?: string;
}

/** The lines as they go out, or the number of characters that did not find room. */
export type Laid = { lines: Street } | { over: number };

const squeeze = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

/** "12", "12bis", "12-14", "4/6": what a house number looks like. */
const isNumber = (word: string) => /^\d{1,5}([a-z]|bis|ter|quater)?([-/]\d{1,5}[a-z]?)?$/i.test(word.replace(/,$/, ''));
const isSuffix = (word: string | undefined) => /^(bis|ter|quater|[a-d]),?$/i.test(word ?? '');

/**
 * Where the house number stands behind what fills the first line, it is brought to the front: with its part of the
 * address where a comma sets that apart ("Résidence …, 12 rue …"), else alone ("Calle de …, 42").
 */
function numberFirst(street: string): string {
	const words = street.split(' ');
	if (isNumber(words[0] ?? '')) return street;
	// The last one, for a year or a day in the name of a street comes before it.
	const at = words.reduce((last, word, index) => (isNumber(word) ? index : last), -1);
	if (at < 0 || words.slice(0, at + 1).join(' ').length <= LINE) return street;
	const from = (start: number, end?: number) => words.slice(start, end).join(' ');
	const tidy = (text: string) => text.replace(/[\s,]+$/, '');
	const end = at + (isSuffix(words[at + 1]) ? 2 : 1);
	const opensPart = words[at - 1]?.endsWith(',') === true && end < words.length && words[end - 1]?.endsWith(',') === false;
	if (opensPart) return `${tidy(from(at))}, ${tidy(from(0, at))}`;
	return `${tidy(from(at, end))} ${tidy(`${from(0, at)} ${from(end)}`)}`;
}

/** As many whole words as fit, and the rest. A word longer than a line fits nowhere. */
function fill(text: string, room: number): [string, string] {
	const words = text.split(' ');
	let line = '';
	while (words[0] !== undefined && `${line} ${words[0]}`.trim().length <= room) line = `${line} ${words.shift() ?? ''}`.trim();
	return [line, words.join(' ')];
}

/** What stands over goes before what the user wrote for the next line, where both find room. */
function lay(over: string, own: string): [string, string] {
	return fill(`${over} ${own}`.trim(), LINE);
}

/** Wraps at words over line 1, line 2 and the additional information; what the user put into the later two stays behind. */
export function layStreet(given: { line1: string; line2?: string; additionalInformation?: string }): Laid {
	const [line1, second] = fill(numberFirst(squeeze(given.line1)), LINE);
	const [line2, third] = lay(second, squeeze(given.line2));
	const [additionalInformation, over] = lay(third, squeeze(given.additionalInformation));
	if (over !== '' || line1 === '') return { over: over === '' ? squeeze(given.line1).length - LINE : over.length };
	return { lines: { line1, ...(line2 === '' ? {} : { line2 }), ...(additionalInformation === '' ? {} : { additionalInformation }) } };
}
