/** A wall clock, minutes after midnight: 0 to 1440, as a slot may end at 24:00. */
export type ClockReading =
	| { kind: 'span'; start: number; end: number }
	| { kind: 'start'; start: number }
	| { kind: 'asap' }
	| { kind: 'unreadable' };

const ASAP =
	/\basap\b|as soon as possible|right away|d[èe]s que possible|(?:le )?plus (?:t[ôo]t|vite) possible|\bau plus (?:t[ôo]t|vite)\b|hurtigst muligt|snarest muligt|so schnell wie m[öo]glich|so bald wie m[öo]glich|schnellstm[öo]glich|lo antes posible|cuanto antes|il prima possibile|zo snel mogelijk|s[åa] snart som m[öo]jligt/i;

/** "14:00", "9h30", "14 h", "2 PM", "2.30pm", "14:00:00". An hour alone counts as a time only within a span. */
const CLOCK = String.raw`(?<![\d:./])(\d{1,2})(?:\s*([:.h])\s*(\d{2})(?::\d{2}(?:\.\d+)?)?|\s*(h|uhr)(?![a-z]))?\s*([ap]\.?\s?m\.?(?![a-z]))?(?![\d:])`;
const BETWEEN = String.raw`\s*(?:uhr|h|kl\.?)?\s*(?:-|~|/|à|a|to|until|till|bis|til|et|and|und|og|y|e|tot|jusqu['’]à)\s*(?:kl\.?\s*)?`;

const SPANS = new RegExp(`${CLOCK}${BETWEEN}${CLOCK}`, 'g');
const TIMES = new RegExp(CLOCK, 'g');

interface Part {
	hour: number;
	minute: number;
	/** Has a minute, an h, an am or pm: a time by itself, not just a number. */
	marked: boolean;
	half: 'am' | 'pm' | null;
}

function partOf(groups: readonly (string | undefined)[]): Part {
	const [hour, separator, minute, word, half] = groups;
	const letter = half?.trim().charAt(0);
	return {
		hour: Number(hour),
		minute: Number(minute ?? 0),
		marked: separator !== undefined || word !== undefined || half !== undefined,
		half: letter === 'a' ? 'am' : letter === 'p' ? 'pm' : null,
	};
}

/** Minutes after midnight, or null where no clock shows it. */
function minutesOf({ hour, minute }: Part, half: Part['half']): number | null {
	if (minute > 59) return null;
	if (half === null) return hour < 24 || (hour === 24 && minute === 0) ? hour * 60 + minute : null;
	if (hour < 1 || hour > 12) return null;
	return ((hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + minute;
}

const other = (half: 'am' | 'pm') => (half === 'am' ? 'pm' : 'am');

function spanOf(first: Part, second: Part): ClockReading {
	const end = minutesOf(second, second.half);
	if (end === null) return { kind: 'unreadable' };
	if (first.half !== null || second.half === null) {
		const start = minutesOf(first, first.half);
		return start === null ? { kind: 'unreadable' } : { kind: 'span', start, end };
	}
	// "2:00 - 4:00 PM" is an afternoon. "11:00 - 1:00 PM" starts before noon, because no other hour comes before one
	// o'clock.
	const same = minutesOf(first, second.half);
	const start = same !== null && same < end ? same : minutesOf(first, other(second.half));
	return start === null || start >= end ? { kind: 'unreadable' } : { kind: 'span', start, end };
}

/** The time that a text names. Two different ones, or a bare number, are unreadable: nothing is guessed. */
export function readClock(text: string): ClockReading {
	const plain = text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\u2010-\u2015\u2212]/g, '-')
		.replace(/\u202f|\u00a0/g, ' ');
	const spans = [...plain.matchAll(SPANS)]
		.map((match) => ({
			first: partOf(match.slice(1, 6)),
			second: partOf(match.slice(6, 11)),
			whole: match[0].trim() === plain.trim(),
		}))
		.filter(({ first, second, whole }) => whole || first.marked || second.marked);
	if (spans.length > 1) return { kind: 'unreadable' };
	if (spans[0] !== undefined) return spanOf(spans[0].first, spans[0].second);
	const times = [...plain.matchAll(TIMES)].map((match) => partOf(match.slice(1, 6))).filter((part) => part.marked);
	if (times.length === 0) return ASAP.test(text) ? { kind: 'asap' } : { kind: 'unreadable' };
	const start = times.length === 1 && times[0] !== undefined ? minutesOf(times[0], times[0].half) : null;
	return start === null || ASAP.test(text) ? { kind: 'unreadable' } : { kind: 'start', start };
}

/** 870 is 14:30. */
export const clockText = (minutes: number): string =>
	`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
