import { DateTime } from 'luxon';

/** A calendar day, `YYYY-MM-DD`. */
export type DayReading =
	| { kind: 'day'; day: string }
	| { kind: 'ambiguous'; days: readonly [string, string] }
	| { kind: 'unreadable' };

const UNREADABLE: DayReading = { kind: 'unreadable' };

function dayOf(year: number, month: number, day: number): DayReading {
	const date = DateTime.fromObject({ year, month, day }, { zone: 'utc' });
	return date.isValid && year >= 2000 && year < 2200 ? { kind: 'day', day: date.toFormat('yyyy-MM-dd') } : UNREADABLE;
}

/** Year first can be read in one way only. A time may follow. */
export function readYearFirst(text: string): DayReading {
	const match = /^(?:\p{L}+\.?,?\s+)?(\d{4})(?:(\d{2})(\d{2})|([-/.])(\d{1,2})\4(\d{1,2}))(?![\d/-])/u.exec(
		text.trim(),
	);
	if (!match) return UNREADABLE;
	return dayOf(Number(match[1]), Number(match[2] ?? match[5]), Number(match[3] ?? match[6]));
}

const PHP: Readonly<Record<string, string>> = {
	d: 'd',
	j: 'd',
	m: 'M',
	n: 'M',
	Y: 'yyyy',
	y: 'yy',
	F: 'MMMM',
	M: 'MMM',
	l: 'cccc',
	D: 'ccc',
	S: '',
};

/** WordPress and PrestaShop name formats as PHP does, one letter a part. */
function luxonFormat(format: string): string {
	const letters = format.match(/[a-z]+/gi) ?? [];
	if (letters.some((part) => part.length > 1 && part !== 'jS')) return format;
	return format.replace(/[a-z]/gi, (letter) => PHP[letter] ?? letter);
}

const LANGUAGES = ['en', 'fr', 'da', 'de', 'es', 'it', 'nl', 'pt', 'sv', 'nb', 'pl'];

function readByFormat(text: string, format: string): DayReading {
	const pattern = luxonFormat(format);
	for (const locale of LANGUAGES) {
		const date = DateTime.fromFormat(text.replace(/(\d)(?:st|nd|rd|th)\b/, '$1'), pattern, { locale, zone: 'utc' });
		if (date.isValid) return dayOf(date.year, date.month, date.day);
	}
	return UNREADABLE;
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\.$/, '');

let months: Map<string, number> | undefined;

/** Every month's name, long and short, in the languages above. */
function monthNames(): Map<string, number> {
	if (months !== undefined) return months;
	months = new Map();
	for (const locale of LANGUAGES) {
		for (const style of ['long', 'short'] as const) {
			for (const form of [{ month: style }, { month: style, day: 'numeric' } as const]) {
				const names = new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' });
				for (let month = 1; month <= 12; month++) {
					const name = names.formatToParts(Date.UTC(2026, month - 1, 15)).find((part) => part.type === 'month')?.value;
					if (name !== undefined && /\p{L}/u.test(name)) months.set(fold(name), month);
				}
			}
		}
	}
	return months;
}

/**
 * "25 November 2026", "November 25th, 2026", "onsdag 25. november 2026": the month's name shows which number is the
 * day.
 */
function readByMonthName(text: string): DayReading {
	const all = text.split(/[\s,./()-]+/).map(fold);
	// "mar. 25 novembre": Tuesday's short name is March elsewhere. Only a weekday comes before the day and another
	// month.
	const words = all.filter((word) => monthNames().has(word)).length === 2 ? all.slice(1) : all;
	const named = words.flatMap((word) => monthNames().get(word) ?? []);
	const years = words.filter((word) => /^\d{4}$/.test(word));
	const days = words.filter((word) => /^\d{1,2}(st|nd|rd|th|er)?$/.test(word));
	const [month] = named;
	if (month === undefined || named.length > 1 || years.length !== 1 || days.length !== 1) return UNREADABLE;
	return dayOf(Number(years[0]), month, parseInt(days[0] ?? '', 10));
}

/** 25/11/2026 and 25/11-2026 can only be read in one way; 05/12/2026 in two. */
function readNumbers(text: string): DayReading {
	const match = /^(?:\p{L}+\.?,?\s+)?\(?(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?![\d/-])/u.exec(text.trim());
	if (!match) return UNREADABLE;
	const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
	const dayFirst = dayOf(year, second, first);
	const monthFirst = dayOf(year, first, second);
	if (dayFirst.kind !== 'day') return monthFirst;
	if (monthFirst.kind !== 'day' || monthFirst.day === dayFirst.day) return dayFirst;
	return { kind: 'ambiguous', days: [dayFirst.day, monthFirst.day] };
}

/** "10.12.2026 14:30", "5 décembre 2026, 14h - 16h". */
const TIME_BEHIND = /[\s,]+(?:\p{L}+\s+)?\d{1,2}\s?(?:[:h]|\.\d{2}(?![\d.])|[ap]\.?m).*$/iu;

/** A day as the shop writes it. A known format is tried before month names; year-first dates come before both. */
export function readShopDay(written: string, format: string | null): DayReading {
	const text = written.replace(/\s+/g, ' ');
	const sure = readYearFirst(text);
	if (sure.kind === 'day') return sure;
	if (format !== null) {
		const known = [text, text.replace(TIME_BEHIND, '')].map((part) => readByFormat(part, format));
		return known.find(({ kind }) => kind === 'day') ?? readByMonthName(text);
	}
	const named = readByMonthName(text);
	return named.kind === 'day' ? named : readNumbers(text);
}
