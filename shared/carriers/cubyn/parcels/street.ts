import { numberFirst } from './house-number';

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
	const [line1, second] = fill(numberFirst(squeeze(given.line1), LINE), LINE);
	const [line2, third] = lay(second, squeeze(given.line2));
	const [additionalInformation, over] = lay(third, squeeze(given.additionalInformation));
	if (over !== '' || line1 === '') return { over: over === '' ? squeeze(given.line1).length - LINE : over.length };
	return { lines: { line1, ...(line2 === '' ? {} : { line2 }), ...(additionalInformation === '' ? {} : { additionalInformation }) } };
}
