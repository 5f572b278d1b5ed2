import type { OpeningHours } from '../slots/settings';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** "Mon-Fri 09:00-18:00", "Sat 10:00-14:00", or hours alone for every day. */
const PART = /^(?:([a-z]{3})[a-z]*(?:\s*-\s*([a-z]{3})[a-z]*)?\s+)?(\d{1,2}[:.]\d{2})\s*-\s*(\d{1,2}[:.]\d{2})$/;

const clock = (text: string) => text.replace('.', ':').padStart(5, '0');
const isClock = (text: string) => /^([01]\d|2[0-4]):[0-5]\d$/.test(text);

/** The days of a part, 1 is Monday. A range may run over the end of the week. */
function daysOf(first: string | undefined, last: string | undefined): number[] | undefined {
	if (first === undefined) return DAYS.map((_day, at) => at + 1);
	const [from, to] = [DAYS.indexOf(first), DAYS.indexOf(last ?? first)];
	if (from < 0 || to < 0) return undefined;
	return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, step) => ((from + step) % 7) + 1);
}

/** Opening hours as people type them, or undefined where they cannot be read. */
export function readOpening(text: string): OpeningHours | undefined {
	const hours: Record<number, { from: string; to: string }> = {};
	for (const part of text
		.toLowerCase()
		.replace(/[\u2010-\u2015]/g, '-')
		.split(/[,;]/)) {
		const [, first, last, start = '', end = ''] = PART.exec(part.trim()) ?? [];
		const days = daysOf(first, last);
		const [from, to] = [clock(start), clock(end)];
		if (days === undefined || !isClock(from) || !isClock(to)) return undefined;
		for (const day of days) hours[day] = { from, to };
	}
	return hours;
}
