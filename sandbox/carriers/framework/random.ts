const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export interface Random {
	/** From 0 up to, never reaching, 1. */
	next(): number;
	integer(from: number, to: number): number;
	token(length: number): string;
	pick<T>(list: readonly T[]): T | undefined;
	shuffle<T>(list: readonly T[]): T[];
}

/** A stream of its own for every purpose, so that one more draw here does not move the ids there. */
export function randomStream(seed: number | string, purpose: string): Random {
	let state = hash(`${seed}/${purpose}`);
	const next = (): number => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
	const integer = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
	return {
		next,
		integer,
		token: (length) => Array.from({ length }, () => LETTERS.charAt(integer(0, LETTERS.length - 1))).join(''),
		pick: (list) => list[integer(0, list.length - 1)],
		shuffle: (list) =>
			list
				.map((item) => ({ item, rank: next() }))
				.sort((a, b) => a.rank - b.rank)
				.map(({ item }) => item),
	};
}

function hash(text: string): number {
	let value = 0x811c9dc5;
	for (const character of text) {
		value ^= character.codePointAt(0) ?? 0;
		value = Math.imul(value, 0x01000193);
	}
	return value | 0;
}
