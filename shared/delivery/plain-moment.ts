const ZERO = 48;

/** The number at a place of the text, two digits long; -1 if there is something else. */
function twoDigits(text: string, at: number): number {
	const tens = text.charCodeAt(at) - ZERO;
	const ones = text.charCodeAt(at + 1) - ZERO;
	return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const lengthOf = (year: number, month: number): number =>
	(MONTH_LENGTHS[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0);

const hasPunctuation = (text: string): boolean =>
	text[4] === '-' && text[7] === '-' && text[10] === 'T' && text[13] === ':' && text[16] === ':';

const WITHOUT_DECIMALS = 19;
const MAX_DECIMALS = 9;
const MINUTE_MS = 60_000;

/** Where the offset begins: after the decimals, if there are any. -1 if what follows the seconds is neither. */
function offsetStart(text: string): number {
	if (text[WITHOUT_DECIMALS] !== '.') return WITHOUT_DECIMALS;
	let at = WITHOUT_DECIMALS + 1;
	while (at < text.length && text.charCodeAt(at) >= ZERO && text.charCodeAt(at) <= ZERO + 9) at += 1;
	const decimals = at - WITHOUT_DECIMALS - 1;
	return decimals > 0 && decimals <= MAX_DECIMALS ? at : -1;
}

/** Minutes; NaN if the text does not end in "Z" or an offset such as "+02:00". */
function offsetIn(text: string, at: number): number {
	if (at + 1 === text.length && text[at] === 'Z') return 0;
	const sign = text[at] === '+' ? 1 : text[at] === '-' ? -1 : NaN;
	const hours = twoDigits(text, at + 1);
	const minutes = twoDigits(text, at + 4);
	const isOffset = at + 6 === text.length && text[at + 3] === ':' && hours >= 0 && hours < 14 && minutes >= 0;
	// "-00:00" is no offset of any place, and is written in another way.
	return isOffset && minutes < 60 && (sign > 0 || hours + minutes > 0) ? sign * (hours * 60 + minutes) : NaN;
}

/**
 * Milliseconds since 1970 of ISO 8601 as machines write it: day, clock to the second, up to nine decimals, and an
 * offset. NaN for every other text, valid or not. Without a library or a pattern: carriers' lists hold thousands.
 */
export function plainMillis(text: string): number {
	if (!hasPunctuation(text)) return NaN;
	const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
	const month = twoDigits(text, 5);
	const day = twoDigits(text, 8);
	const hour = twoDigits(text, 11);
	const minute = twoDigits(text, 14);
	const second = twoDigits(text, 17);
	const isDay = year >= 1_000 && twoDigits(text, 2) >= 0 && day > 0 && day <= lengthOf(year, month);
	const isClock = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
	if (!isDay || !isClock) return NaN;
	const start = offsetStart(text);
	if (start < 0) return NaN;
	const decimals = start === WITHOUT_DECIMALS ? 0 : Number(text.slice(20, Math.min(start, 23)).padEnd(3, '0'));
	return Date.UTC(year, month - 1, day, hour, minute, second, decimals) - offsetIn(text, start) * MINUTE_MS;
}

/** Such a text as `toMoment` writes it, with milliseconds and an offset in numbers; undefined for every other one. */
export function plainMoment(text: string): string | undefined {
	if (Number.isNaN(plainMillis(text))) return undefined;
	const start = offsetStart(text);
	const offset = text.endsWith('Z') ? '+00:00' : text.slice(start);
	// The usual text of a carrier is in this form already.
	if (start === 23) return offset.length + start === text.length ? text : `${text.slice(0, 23)}${offset}`;
	const decimals = start === WITHOUT_DECIMALS ? '' : text.slice(20, start);
	return `${text.slice(0, WITHOUT_DECIMALS)}.${decimals.padEnd(3, '0').slice(0, 3)}${offset}`;
}
