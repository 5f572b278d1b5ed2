import type { Form, FormField, LeafField } from '../declare/form';
import { isJsonObject, type Json, type JsonObject } from '../declare/json';
import { countryCode } from '../delivery/country';
import { knowsNumbersOf, toE164 } from '../delivery/phone';
import { atWallTime, dayOf, millis, toMoment } from '../delivery/time';

/** What the text of a field may mean beside itself. */
interface Place {
	zone: string;
	now: number | undefined;
	/** Where the account's goods lie, ISO 3166 alpha-2. */
	home: string | undefined;
	/** All of the form's values: a field may be read by another one. */
	all: JsonObject;
}

const yes = new Set(['true', '1', 'yes', 'on']);
const no = new Set(['false', '0', 'no', 'off']);

/** `HH:mm` alone is today's. */
function today(text: string, zone: string, now: number | undefined): string | undefined {
	return now === undefined || !/^\d{1,2}:\d{2}$/.test(text) ? undefined : atWallTime(dayOf(now, zone), text.padStart(5, '0'), zone);
}

/** A moment that stands for a day, typed as either. */
const midnight = (text: string) => toMoment(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text, 'UTC');

/** The day of a moment is the day in `zone`, whatever offset it is written with. */
function dayIn(text: string, zone: string): string {
	const moment = /^\d{4}-\d{2}-\d{2}[T ]/.test(text) ? toMoment(text, zone) : undefined;
	return moment === undefined ? text : dayOf(millis(moment), zone);
}

/** A number without a prefix is of the country that is called; where it can be none of there, of the shop's own. */
function phoneNumber({ countryFrom, country = '' }: LeafField, text: string, { all, home = country }: Place): string | undefined {
	const named = countryFrom?.reduce<Json | undefined>((value, key) => (isJsonObject(value) ? value[key] : undefined), all);
	const called = typeof named === 'string' ? countryCode(named) : undefined;
	if (called === undefined || called === home) return toE164(text, home);
	// Of other countries nobody here knows what their numbers look like: a guess would call a stranger.
	return toE164(text, called) ?? (knowsNumbersOf(called) ? toE164(text, home) : undefined);
}

function fromText(field: LeafField, text: string, place: Place): Json {
	const { zone, now } = place;
	switch (field.kind) {
		case 'integer':
			// "1,000" and "1.000" are a thousand to some and one to others.
			return /^[+-]?\d+([.,](?!\d{3}$)\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text;
		case 'decimal':
			return /^[+-]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text;
		case 'exact':
			return /^[+-]?\d+([.,]\d+)?$/.test(text) ? text.replace(',', '.').replace('+', '') : text;
		case 'toggle':
			return yes.has(text.toLowerCase()) ? true : no.has(text.toLowerCase()) ? false : text;
		case 'moment':
			return (field.wholeDay ? midnight(text) : (toMoment(text, zone) ?? today(text, zone, now))) ?? text;
		case 'date':
			return dayIn(text, zone);
		case 'phone':
			return phoneNumber(field, text, place) ?? text;
		case 'choice':
			return field.options.find((option) => option.value === text || option.label === text)?.value ?? text;
		default:
			return text;
	}
}

function leaf(field: LeafField, value: Json, place: Place): Json | undefined {
	if (typeof value === 'string') {
		const text = value.trim();
		return text === '' ? undefined : fromText(field, text, place);
	}
	const textual = field.kind !== 'integer' && field.kind !== 'decimal' && field.kind !== 'toggle';
	if (typeof value === 'number' && field.kind === 'toggle' && (value === 0 || value === 1)) return value === 1;
	if (typeof value === 'number' && textual) return fromText(field, String(value), place);
	return value;
}

/** Hosts write lines as a list, as one line alone, or as lists side by side: `{type: [a, b], amount: [1, 2]}`. */
function asLines(value: Json): Json {
	if (!isJsonObject(value)) return value;
	const columns = Object.entries(value).map(([key, cells]): [string, Json[]] => [key, Array.isArray(cells) ? cells : [cells ?? null]]);
	const length = Math.max(0, ...columns.map(([, cells]) => cells.length));
	return Array.from({ length }, (_, row) => Object.fromEntries(columns.map(([key, cells]) => [key, cells[row] ?? null])));
}

function isEmpty(value: Json | undefined): boolean {
	return value === undefined || (isJsonObject(value) && Object.values(value).every((each) => each === undefined));
}

function one(field: FormField, value: Json | undefined, place: Place): Json | undefined {
	if (value === undefined || value === null) return undefined;
	if (field.kind === 'group') {
		if (!isJsonObject(value)) return value === '' ? undefined : value;
		const coerced = all(field.fields, value, place);
		return isEmpty(coerced) ? undefined : coerced;
	}
	if (field.kind === 'lines') {
		if (value === '') return undefined;
		const rows = asLines(value);
		if (!Array.isArray(rows)) return rows;
		const kept = rows.map((row) => (isJsonObject(row) ? all(field.fields, row, place) : row)).filter((row) => !isEmpty(row));
		return kept.length === 0 ? undefined : kept;
	}
	return leaf(field, value, place);
}

function all(form: Form, values: JsonObject, place: Place): JsonObject {
	const known = Object.fromEntries(form.map((field) => [field.key, one(field, values[field.key], place)]));
	const unknown = Object.entries(values).filter(([key, value]) => !(key in known) && value !== undefined && value !== null && value !== '');
	return { ...known, ...Object.fromEntries(unknown) };
}

/**
 * Makes one shape of what two hosts hand over: empty strings and nulls are absent, numbers and truth values
 * may be text, times without offset are of `zone` and `HH:mm` alone is of the day of `now`, phone numbers become E.164,
 * those without a prefix of the country that their field goes by, else of `home`. What cannot be read is left as it is
 * for the validation to name. Keys that the form does not know stay, so that they are refused rather than lost.
 */
export function coerce(form: Form, values: JsonObject, zone: string, now?: number, home?: string): JsonObject {
	return all(form, values, { zone, now, home, all: values });
}
