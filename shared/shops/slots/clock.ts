/** A wall clock, minutes after midnight: 0 to 1440, as a slot may end at 24:00. */
export type ClockReading =
	| { kind: 'span'; start: number; end: number }
	| { kind: 'start'; start: number }
	| { kind: 'asap' }
	| { kind: 'unreadable' };

const ASAP =
	/\basap\b|as soon as possible|right away|d[èe]s que possible|(?:le )?plus (?:t[ôo]t|vite|rapidement) possible|\bau plus (?:t[ôo]t|vite)\b|hurtigst muligt|snarest muligt|so schnell wie m[öo]glich|so bald wie m[öo]glich|schnellstm[öo]glich|lo (?:antes|m[áa]s pronto) posible|cuanto antes|il prima possibile|zo snel mogelijk|s[åa] snart som m[öo]jligt|^(?:now|immediately|maintenant|imm[ée]diatement|sofort|jetzt|ahora|subito|nu|straks)$/i;

/** "13.12.2026" is a date, and no clock at 13:12. */
const DATE = /(?<!\d)(?:20\d\d([./-])\d{1,2}\1\d{1,2}|\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?20\d\d)(?!\d)/g;
const MIDNIGHT = /(?<!\p{L})(?:midnight|minuit|mitternacht|midnat|medianoche|mezzanotte|middernacht)(?!\p{L})/gu;
/** "1400-1600", and nothing else. */
const MILITARY = /^([01]\d|2[0-4])([0-5]\d) ?- ?([01]\d|2[0-4])([0-5]\d)$/;
const NOON = /(?<!apr[eè]s[\s-])\b(?:12(?:[:.h]00)?\s*)?(?:noon|midday|midi|mediod[ií]a|mezzogiorno)(?![a-z])/g;

/** "14:00", "9h30", "14 h", "2 PM", "2.30pm", "14:00:00". An hour alone counts as a time only within a span. */
const CLOCK = String.raw`(\d{1,2})(?:(\s*h\s*|[:.])(\d{2})(?::\d{2}(?:\.\d+)?)?|\s*(h|uhr)(?![a-z]))?\s*([ap]\.?\s?m\.?(?![a-z]))?(?![\d:])`;
const FIRST = String.raw`(?<![\d:./])${CLOCK}`;
const BETWEEN = String.raw`\s*(?:uhr|h|kl\.?)?\s*(?:-|->|~|/|\||>|→|à|a|às|to|until|till|bis|til|et|and|und|og|och|en|y|e|tot|alle|do|jusqu['’]à)\s*(?:kl\.?|las|le|ore)?\s*`;
/** Before two bare numbers, these show that both are hours: "kl. 14-16", "fra 14 til 16". */
const LEAD = String.raw`(?:(?<![\p{L}])(kl\.?|fra|von|from|between|zwischen|mellem|mellan|entre|tussen|tra|dalle|de|das|od)\s*(?:kl\.?|las|le|ore)?\s*)?`;

const SPANS = new RegExp(`${LEAD}${FIRST}${BETWEEN}${CLOCK}`, 'gu');
const TIMES = new RegExp(FIRST, 'g');

/** "Before 12:00" and "bis 18 Uhr" give an end, and no start. */
const DEADLINE =
	/(?<!\p{L})(?:before|until|till|by|latest|avant|jusqu['’]?(?:à|au)?|au plus tard|bis|vor|sp[äa]testens|inden|senest|f[øo]r|antes de|hasta|entro|prima|voor|tot|innan)(?!\p{L})/u;
const MONEY_BEFORE = /[+€$£]\s*$/;
const MONEY_AFTER = /^\s*(?:€|\$|£|eur\b|kr\b|dkk\b|chf\b|zł)/;

interface Part {
	hour: number;
	minute: number;
	/** Has a minute, an h, an am or pm: a time by itself, not just a number. */
	marked: boolean;
	/** "2:00" may be an afternoon's, and "1h" how long it takes: nothing is delivered at that hour of the night. */
	isDoubtful: boolean;
	half: 'am' | 'pm' | null;
}

function partOf(groups: readonly (string | undefined)[]): Part {
	const [hour, separator, minute, word, half] = groups;
	const letter = half?.trim().charAt(0);
	return {
		hour: Number(hour),
		minute: Number(minute ?? 0),
		marked: separator !== undefined || word !== undefined || half !== undefined,
		isDoubtful: half === undefined && /^[1-5]$/.test(hour ?? ''),
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
		return start === null || first.isDoubtful ? { kind: 'unreadable' } : { kind: 'span', start, end };
	}
	// "2:00 - 4:00 PM" is an afternoon. "11:00 - 1:00 PM" starts before noon, because no other hour comes before one
	// o'clock.
	const same = minutesOf(first, second.half);
	const start = same !== null && same < end ? same : minutesOf(first, other(second.half));
	return start === null || start >= end ? { kind: 'unreadable' } : { kind: 'span', start, end };
}

/** Single times, without prices beside the slot. */
const timesIn = (text: string): Part[] =>
	[...text.matchAll(TIMES)]
		.filter(
			({ 0: whole, index }) =>
				!MONEY_BEFORE.test(text.slice(0, index)) && !MONEY_AFTER.test(text.slice(index + whole.length)),
		)
		.map((match) => partOf(match.slice(1, 6)))
		.filter((part) => part.marked);

/** Longer than any slot with its price and a word around it. */
const LONGEST = 400;

/** The time that a text names. Two different ones, or a bare number, are unreadable: nothing is guessed. */
export function readClock(text: string): ClockReading {
	const plain = text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\u2010-\u2015\u2212\u301c]/g, '-')
		// One space each, or a long run of them would be tried in every way.
		.replace(/\s+/g, ' ')
		.replace(DATE, ' ')
		.replace(NOON, '12:00')
		.replace(MIDNIGHT, '24:00')
		.replace(MILITARY, '$1:$2 - $3:$4')
		// Of "14:00+01:00" and "14 heures": the clock alone, and one letter for the hour.
		.replace(/(?<=:\d\d)\s?\+\d\d:?\d\d(?!\d)/g, '')
		.replace(/(?<=\d) ?(?:heures?|hrs?|uur|u|o['’]clock)(?![a-z])/g, 'h');
	if (plain.length > LONGEST) return { kind: 'unreadable' };
	const isAsap = ASAP.test(plain.replace(/[_-]+/g, ' ').trim());
	const spans = [...plain.matchAll(SPANS)]
		.map((match) => ({
			first: partOf(match.slice(2, 7)),
			second: partOf(match.slice(7, 12)),
			isMeant: match[1] !== undefined || match[0].trim() === plain.trim(),
		}))
		.filter(({ first, second, isMeant }) => isMeant || first.marked || second.marked);
	if (spans.length > 1) return { kind: 'unreadable' };
	if (spans[0] !== undefined) return spanOf(spans[0].first, spans[0].second);
	const times = timesIn(plain);
	if (times.length === 0) return isAsap ? { kind: 'asap' } : { kind: 'unreadable' };
	const [only] = times;
	if (times.length > 1 || only === undefined || only.isDoubtful || isAsap || DEADLINE.test(plain))
		return { kind: 'unreadable' };
	const start = minutesOf(only, only.half);
	// "Within 24h" is no clock.
	return start === null || start === 1440 ? { kind: 'unreadable' } : { kind: 'start', start };
}

/** 870 is 14:30. */
export const clockText = (minutes: number): string =>
	`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
