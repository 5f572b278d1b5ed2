/** A time of day as people, shops and databases write it. */
export interface ClockTime {
	/** 24 where midnight is meant as the end of the day. */
	hour: number;
	minute: number;
	second: number;
	/** Thousandths: databases write up to nine decimals. */
	ms: number;
}

/** Longer than any time with a word before it. */
const LONGEST = 40;

/** "14:00", "9:05:30.123456", "14h00", "14h", "18.30", "kl. 18.30", "2:00 PM", "2pm", "2 p.m.", "24:00". */
const CLOCK =
	/^(?:(?:kl|at|à|um)\.?\s+)?(\d{1,2})(?:\s?h\s?(\d{2})?|[:.](\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*([ap]\.?\s?m\.?)?(?:\s?(?:uhr|h))?$/i;

/** On a twelve-hour clock, noon and midnight are 12. */
function hourOf(hour: number, half: string | undefined): number | undefined {
	if (half === undefined) return hour;
	if (hour < 1 || hour > 12) return undefined;
	return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

/** Undefined if the text is not a time of day. An hour alone needs a marker: "14h" or "2 PM". */
export function readClock(text: string): ClockTime | undefined {
	if (text.length > LONGEST) return undefined;
	const found = CLOCK.exec(text.trim());
	if (!found) return undefined;
	const [whole, digits = '', afterH, afterPoint, seconds = '0', decimals = '', half] = found;
	if (afterPoint === undefined && afterH === undefined && half === undefined && !/h/i.test(whole)) return undefined;
	const hour = hourOf(Number(digits), half);
	const [minute, second, ms] = [
		Number(afterH ?? afterPoint ?? 0),
		Number(seconds),
		Number(decimals.padEnd(3, '0').slice(0, 3)),
	];
	if (hour === undefined || hour > 24 || minute > 59 || second > 59) return undefined;
	return hour === 24 && minute + second + ms > 0 ? undefined : { hour, minute, second, ms };
}

/** `HH:mm:ss.SSS`, as ISO 8601 has it. */
export function isoClock({ hour, minute, second, ms }: ClockTime): string {
	const two = (value: number) => String(value).padStart(2, '0');
	return `${two(hour)}:${two(minute)}:${two(second)}.${String(ms).padStart(3, '0')}`;
}
