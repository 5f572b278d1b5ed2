import { isJsonObject } from '../../json';
import { textAt, toText } from '../read-json';
import { readClock } from './clock';
import { clockOfEpoch } from './moment';
import type { OrderFields } from '../order-fields';
import type { Field, TimeFormat } from './plugin';

/** The values databases write for no date, and forms for no choice. */
const NOTHING =
	/^(?:0|0000[-/]00[-/]00(?:[T ]00:00(?::00)?)?|null|none|n\/a|-+|any ?time|all day|any|no preference|toute la journ[ée]e|sans pr[ée]f[ée]rence|peu importe|hele dagen|hele dag|ganzt[äa]gig|egal|todo el d[íi]a|tutto il giorno)$/i;

/** "2-3 Werktage": what a shop promises, under the label that others give the hour. */
const DURATION =
	/\d\s*(?:business |working |arbeits|werk|hver|arbejds)?(?:days?|weeks?|jours?|semaines?|tage?n?|wochen?|dage|uger|dagen|weken|d[ií]as|semanas|giorni|settimane)(?!\p{L})/iu;

const isDuration = (text: string) => DURATION.test(text) && readClock(text).kind === 'unreadable';

const FROM_KEYS = ['time_from', 'from', 'start', 'start_time'];
const TO_KEYS = ['time_to', 'to', 'end', 'end_time'];

const anyOf = (value: unknown, keys: readonly string[]) =>
	keys.map((key) => textAt(value, key)).find((text) => text !== null);

/** An object with both ends as one text. */
function frameText(value: unknown): string | null {
	const item = Array.isArray(value) ? value[0] : value;
	if (!isJsonObject(item)) return null;
	const from = anyOf(item, FROM_KEYS);
	const to = anyOf(item, TO_KEYS);
	return from !== undefined && to !== undefined ? `${from} - ${to}` : (from ?? null);
}

/** The different texts under a key. Lines of one order may repeat it. */
export function textsOf(field: Field<unknown>, fields: OrderFields): string[] {
	const values = fields.values(field.key);
	if (values.length === 0) return [];
	const texts = values
		.map((value) => toText(value) ?? frameText(value))
		.filter(
			(text): text is string => text !== null && !NOTHING.test(text) && !(field.as === 'text' && isDuration(text)),
		);
	return [...new Set(texts)];
}

/** A field of the time, as text with a clock in it. */
export const timeText = (text: string, as: TimeFormat): string => (as === 'text' ? (clockOfEpoch(text) ?? text) : text);
