const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Two odd numbers, so that the two halves of a short key differ in all but the text. */
const FIRST = 0x9e3779b1;
const SECOND = 0x5f356495;

/** Lets every bit of a number change the others. */
function mixed(value: number): number {
	const half = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
	const whole = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
	return whole ^ (whole >>> 16);
}

const fourLetters = (bits: number): string =>
	LETTERS.charAt(bits & 63) +
	LETTERS.charAt((bits >>> 6) & 63) +
	LETTERS.charAt((bits >>> 12) & 63) +
	LETTERS.charAt((bits >>> 18) & 63);

/**
 * Eight letters for a long key: 48 bits. A new order among 2,000 remembered ones is taken for one of them once in
 * 140,000 million. Not a digest, which takes several times as long: a poll may compare thousands of rows.
 */
export function shortKey(key: string): string {
	let one = FIRST;
	let other = SECOND;
	for (let at = 0; at < key.length; at += 1) {
		const code = key.charCodeAt(at);
		one = Math.imul(((one << 5) | (one >>> 27)) ^ code, FIRST);
		other = Math.imul(((other << 5) | (other >>> 27)) ^ code, SECOND);
	}
	return fourLetters(mixed(one)) + fourLetters(mixed(other));
}
