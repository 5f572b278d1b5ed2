import { breakCosts } from './street-breaks';

/** Characters per line; an address has three lines. Counted in composed form, because Cubyn stores it so. */
export const LINE_LENGTH = 35;
const LINE_COUNT = 3;

export interface Street {
	line1: string;
	line2?: string;
	additionalInformation?: string;
}

/** The lines as they go out, or the number of characters that did not find room. */
export type StreetLayout = { lines: Street } | { overflow: number };

/** One word of the address, and where its user wrote it. */
interface Word {
	text: string;
	/** 0 for the street, 1 for the second line, 2 for the additional information. */
	field: number;
	/** The rest of a word that was too long for one line: no space goes before it. */
	isContinued: boolean;
}

/** Fewer lines are better, and a user's field keeps its own line where it can. */
const COST = { pushedDown: 4, pulledUp: 12, extraLine: 8 } as const;
const PROSE_BREAK_COST = 5;

export const collapseSpaces = (text: string | undefined): string =>
	(text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();

/** A word longer than a line goes on after a hyphen or the like; one without any stays whole, and fits nowhere. */
export function splitLongWord(word: string, maxLength = LINE_LENGTH): string[] {
	if (word.length <= maxLength || word.length > LINE_COUNT * maxLength) return [word];
	const pieces = word.match(/[^-–/,;:_.+&]*[-–/,;:_.+&]+|[^-–/,;:_.+&]+$/g) ?? [word];
	return pieces.reduce<string[]>((lines, piece) => {
		const last = lines.at(-1);
		if (last !== undefined && last.length + piece.length <= maxLength) return [...lines.slice(0, -1), last + piece];
		return [...lines, piece];
	}, []);
}

const wordsOf = (fields: readonly string[]): Word[] =>
	fields.flatMap((text, field) =>
		text
			.split(' ')
			.filter((word) => word !== '')
			.flatMap((word) => splitLongWord(word).map((piece, at) => ({ text: piece, field, isContinued: at > 0 }))),
	);

const joinWords = (words: readonly Word[]): string =>
	words
		.map(({ text, isContinued }, index) => (index === 0 || isContinued ? text : ` ${text}`))
		.join('')
		.replace(/(?<![\s,;])[\s,;]+$/, '');

/** Where each line after the first begins, and what that costs. */
interface Layout {
	cost: number;
	starts: readonly number[];
}

/** The cheapest way to lay words out in order: every way of breaking them into three lines is weighed. */
function bestLayout(words: readonly Word[]): Layout | undefined {
	const borders = words.map(({ field }, index) => index > 0 && field !== words[index - 1]?.field);
	// The additional information is prose: its lines are filled, wherever they end.
	const information = words.filter(({ field }) => field === 2);
	const addressWords = words.filter(({ field }) => field < 2).map(({ text }) => text);
	const costs = [
		...breakCosts(addressWords, (index) => borders[index] === true),
		...information.map((_word, index) => (index === 0 ? 0 : PROSE_BREAK_COST)),
	];
	const hasInformation = information.length > 0;
	const joinCost = (from: number, to: number, line: number) =>
		words
			.slice(from + 1, to)
			.reduce(
				(sum, { field }, index) =>
					sum + (borders[from + 1 + index] ? (line < field ? COST.pulledUp : COST.pushedDown) : 0),
				0,
			);
	const layOut = (from: number, line: number): Layout | undefined => {
		if (from === words.length) return { cost: 0, starts: [] };
		if (line === LINE_COUNT) return undefined;
		let best: Layout | undefined;
		for (let to = from + 1; to <= words.length; to += 1) {
			if (joinWords(words.slice(from, to)).length > LINE_LENGTH) break;
			const rest = layOut(to, line + 1);
			if (!rest) continue;
			const lineCost =
				joinCost(from, to, line) +
				(to < words.length ? (costs[to] ?? 0) : 0) +
				(line === LINE_COUNT - 1 && !hasInformation ? COST.extraLine : 0);
			// Of two ways that are as good, the one with the longer first line.
			if (!best || lineCost + rest.cost <= best.cost)
				best = { cost: lineCost + rest.cost, starts: [from, ...rest.starts] };
		}
		return best;
	};
	return layOut(0, 0);
}

/** The words left over when every line is as full as possible. */
function overflowOf(words: readonly Word[]): number {
	let rest = words;
	for (let line = 0; line < LINE_COUNT; line += 1) {
		let end = 0;
		while (end < rest.length && joinWords(rest.slice(0, end + 1)).length <= LINE_LENGTH) end += 1;
		rest = rest.slice(end);
	}
	return Math.max(1, joinWords(rest).length);
}

/**
 * Splits an address into its three lines. Parts that fit stay unchanged. Otherwise the words continue in order, broken
 * only where house numbers stay with their street and doors with their number. No word is moved or dropped.
 */
export function wrapStreet(address: { line1: string; line2?: string; additionalInformation?: string }): StreetLayout {
	const fields = [address.line1, address.line2, address.additionalInformation].map(collapseSpaces);
	const [line1 = '', line2 = '', additionalInformation = ''] = fields;
	if (line1 !== '' && fields.every(({ length }) => length <= LINE_LENGTH))
		return { lines: streetOf(line1, line2, additionalInformation) };
	const words = wordsOf(fields);
	const fits = line1 !== '' && joinWords(words).length <= LINE_COUNT * (LINE_LENGTH + 2);
	const layout = fits ? bestLayout(words) : undefined;
	if (!layout) return { overflow: overflowOf(words) };
	const [first = '', second = '', third = ''] = layout.starts.map((start, line) =>
		joinWords(words.slice(start, layout.starts[line + 1])),
	);
	return { lines: streetOf(first, second, third) };
}

const streetOf = (line1: string, line2: string, additionalInformation: string): Street => ({
	line1,
	...(line2 === '' ? {} : { line2 }),
	...(additionalInformation === '' ? {} : { additionalInformation }),
});
