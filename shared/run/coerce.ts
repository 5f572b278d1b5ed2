import { isDefaultedNumber, type Form, type FormField, type LeafField, type LinesField } from '../declare/form';
import type { Problem } from '../declare/failure';
import { isJsonObject, mapValues, type Json, type JsonObject } from '../json';
import { asciiDigits, cleanLine, cleanText } from '../delivery/clean-text';
import { isoClock, readClock } from '../delivery/clock-time';
import { countryCode } from '../delivery/country';
import { extensionNote } from '../delivery/phone-extension';
import { readPhone, type ReadPhone } from '../delivery/phone-origin';
import { readPostalCode } from '../delivery/postal-code';
import { joinHouseNumber } from '../delivery/street-lines';
import { readReference } from '../delivery/shop-text';
import { atWallTime, dayOf, millis, toMoment } from '../delivery/time';
import { asLines } from './lines';

/** Context for reading a field's text. */
interface CoercionContext {
	zone: string;
	now: number | undefined;
	/** The country of the account's goods, ISO 3166 alpha-2. */
	homeCountry: string | undefined;
	/** All of the form's values: a field may be read by another one. */
	formValues: JsonObject;
	/** Values that were read differently from how they were written. */
	warnings: string[];
	/** Problems that a schema cannot find, because they depend on another field. */
	problems: Problem[];
	/** The phone number that was read last: its extension is read after the number. */
	lastPhone?: { field: LeafField; text: string; read: ReadPhone | undefined };
}

const TRUE_WORDS = new Set(['true', '1', 'yes', 'on']);
const FALSE_WORDS = new Set(['false', '0', 'no', 'off']);

/** A time of day without a date is today's. */
function timeToday(text: string, zone: string, now: number | undefined): string | undefined {
	const clock = now === undefined ? undefined : readClock(asciiDigits(text));
	return now === undefined || clock === undefined ? undefined : atWallTime(dayOf(now, zone), isoClock(clock), zone);
}

/** A moment that means a day, given as either. */
const toMidnight = (text: string) => toMoment(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text, 'UTC');

/** The day of a moment is its day in `zone`, for any offset. */
function dayIn(text: string, zone: string): string {
	const moment = /^\d{4}-\d{2}-\d{2}[T ]/.test(text) ? toMoment(text, zone) : undefined;
	return moment === undefined ? text : dayOf(millis(moment), zone);
}

/** The country from another field of the form. */
function namedCountry({ countryFrom }: LeafField, { formValues: all }: CoercionContext): string | undefined {
	const countryInput = countryFrom?.reduce<Json | undefined>(
		(value, key) => (isJsonObject(value) ? value[key] : undefined),
		all,
	);
	return typeof countryInput === 'string' ? countryCode(countryInput) : undefined;
}

/**
 * A number without a prefix belongs to the called country. If it is invalid there, it belongs to the shop's own
 * country.
 */
function phoneOf(field: LeafField, text: string, context: CoercionContext): ReadPhone | undefined {
	const known = context.lastPhone;
	if (known?.field === field && known.text === text) return known.read;
	const read = readPhoneField(field, text, context);
	context.lastPhone = { field, text, read };
	return read;
}

function readPhoneField(field: LeafField, text: string, context: CoercionContext): ReadPhone | undefined {
	const read = readPhone(text, {
		called: namedCountry(field, context),
		home: context.homeCountry ?? field.country ?? '',
	});
	// If no field can hold the extension, its digits are not dropped: the number is refused with a message.
	return read?.extension !== undefined && field.extensionTo === undefined ? undefined : read;
}

function postalCodeOf(field: LeafField, text: string, context: CoercionContext): string {
	const country = field.countryFrom === undefined ? field.country : namedCountry(field, context);
	if (country === undefined) return text;
	const read = readPostalCode(text, country);
	if ('fault' in read) {
		context.problems.push({ path: [...field.path], message: `${read.fault}, not "${text.slice(0, 60)}"` });
		return text;
	}
	if (read.warning !== undefined) context.warnings.push(read.warning);
	return read.code;
}

function referenceOf(text: string, { warnings }: CoercionContext): string {
	const { reference, warning } = readReference(text);
	if (warning !== undefined) warnings.push(warning);
	return reference;
}

/** Keeps its digits. Zeros beyond the field's decimals say nothing: PrestaShop writes 12.500000. */
function exactNumber(text: string, decimals: number | undefined): string {
	if (!/^[+-]?\d+([.,]\d+)?$/.test(text)) return text;
	const number = text.replace(',', '.').replace('+', '');
	return decimals === undefined ? number : number.replace(new RegExp(`(\\.\\d{${decimals}})0+$`), '$1');
}

/** "1,000" and "1.000" are a thousand to some and one to others; "2,1" is no whole number, and may be two lines. */
function wholeNumber(text: string): Json {
	const number = /^[+-]?\d+([.,](?!\d{3}$)\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
	return Number.isInteger(number) || (!Number.isNaN(number) && !text.includes(',')) ? number : text;
}

/** An object that arrives as its JSON text. */
function parsedText(text: string): Json {
	try {
		// Text becomes a value here; the schema checks next that it is an object or a list.
		return JSON.parse(text) as Json;
	} catch {
		return text;
	}
}

function parseText(field: LeafField, text: string, context: CoercionContext): Json {
	const { zone, now } = context;
	switch (field.kind) {
		case 'integer':
			return wholeNumber(text);
		case 'decimal':
			return /^[+-]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text;
		case 'exact':
			return exactNumber(text, field.decimals);
		case 'toggle':
			return TRUE_WORDS.has(text.toLowerCase()) ? true : FALSE_WORDS.has(text.toLowerCase()) ? false : text;
		case 'moment':
			return (field.wholeDay ? toMidnight(text) : (toMoment(text, zone) ?? timeToday(text, zone, now))) ?? text;
		case 'date':
			return dayIn(text, zone);
		case 'phone':
			return phoneOf(field, text, context)?.e164 ?? text;
		case 'postalCode':
			return postalCodeOf(field, text, context);
		case 'choice':
			return field.options.find((option) => option.value === text || option.label === text)?.value ?? text;
		case 'json':
			return parsedText(text);
		case 'text':
			return field.reference ? referenceOf(text, context) : text;
		default:
			return text;
	}
}

/** File handles and secrets stay unchanged, because they are compared and never read. Notes keep their line breaks. */
function cleaned(field: LeafField, value: string): string {
	if (field.kind === 'file' || field.kind === 'json' || field.secret) return value.trim();
	return field.kind === 'text' || field.kind === 'longText' ? cleanText(value) : cleanLine(value);
}

const withoutPrefix = (text: string, prefix: string | undefined): string =>
	prefix !== undefined && text.toUpperCase().startsWith(prefix) ? text.slice(prefix.length).trim() : text;

/** Texts inside what an earlier step holds as an object, such as the options of an item. */
const cleanedInside = (field: LeafField, value: Json | undefined): Json | undefined => {
	if (typeof value === 'string') return cleaned(field, value);
	if (Array.isArray(value)) return value.map((each) => cleanedInside(field, each) ?? null);
	return isJsonObject(value) ? mapValues(value, (each) => cleanedInside(field, each)) : value;
};

function coerceLeaf(field: LeafField, value: Json, context: CoercionContext): Json | undefined {
	if (typeof value === 'string') {
		const text = withoutPrefix(cleaned(field, value), field.prefix);
		return text === '' ? undefined : parseText(field, text, context);
	}
	const textual = field.kind !== 'integer' && field.kind !== 'decimal' && field.kind !== 'toggle';
	if (typeof value === 'number' && field.kind === 'toggle' && (value === 0 || value === 1)) return value === 1;
	// A number is a float, and its digits beyond the field's decimals are noise: 12.600000000000001.
	const isNoisy = typeof value === 'number' && field.kind === 'exact' && field.decimals !== undefined;
	if (isNoisy && Number.isFinite(value))
		return parseText(field, String(Number(value.toFixed(field.decimals))), context);
	if (typeof value === 'number' && textual) return parseText(field, String(value), context);
	return field.kind === 'text' ? cleanedInside(field, value) : value;
}

const isBlank = (value: Json | undefined) => value === null || (typeof value === 'string' && cleanLine(value) === '');

function isEmpty(value: Json | undefined): boolean {
	return value === undefined || (isJsonObject(value) && Object.values(value).every((each) => each === undefined));
}

/**
 * Numbers of a line that a host hands over empty. A mapping that gave nothing must not become the field's default of
 * one piece.
 */
function emptyNumbers(field: LinesField, row: Json, at: number): Problem[] {
	return field.fields
		.filter((leaf) => isDefaultedNumber(leaf) && isJsonObject(row) && isBlank(row[leaf.key]))
		.map(({ key }) => ({ path: [...field.path, at, key], message: 'is missing' }));
}

function coerceField(field: FormField, value: Json | undefined, context: CoercionContext): Json | undefined {
	if (value === undefined || value === null) return undefined;
	if (field.kind === 'group') {
		if (!isJsonObject(value)) return value === '' ? undefined : value;
		const coerced = all(field.fields, value, context);
		return isEmpty(coerced) ? undefined : coerced;
	}
	if (field.kind === 'lines') {
		if (value === '') return undefined;
		const rows = asLines(value);
		if (!Array.isArray(rows)) return rows;
		const nonEmpty = rows
			.map((row) => ({ row, line: isJsonObject(row) ? all(field.fields, row, context) : row }))
			.filter(({ line }) => !isEmpty(line));
		context.problems.push(...nonEmpty.flatMap(({ row }, at) => emptyNumbers(field, row, at)));
		return nonEmpty.length === 0 ? undefined : nonEmpty.map(({ line }) => line);
	}
	return coerceLeaf(field, value, context);
}

/** Appends a phone extension to the field declared for it, after its current value. */
function withExtension(fields: JsonObject, path: readonly string[], text: string): JsonObject {
	const [key, ...rest] = path;
	if (key === undefined) return fields;
	const value = fields[key];
	if (rest.length > 0) return { ...fields, [key]: withExtension(isJsonObject(value) ? value : {}, rest, text) };
	return { ...fields, [key]: typeof value === 'string' ? `${value}, ${text}` : text };
}

function withExtensions(form: Form, values: JsonObject, known: JsonObject, context: CoercionContext): JsonObject {
	return form.reduce((fields, field) => {
		const typed = values[field.key];
		if (field.kind !== 'phone' || field.extensionTo === undefined || typeof typed !== 'string') return fields;
		const extension = phoneOf(field, typed, context)?.extension;
		const { path, as } = field.extensionTo;
		return extension === undefined
			? fields
			: withExtension(fields, path, as === 'note' ? extensionNote(extension) : extension);
	}, known);
}

/** The house number at the start of an address's second line goes to its street. */
function withHouseNumbers(form: Form, known: JsonObject, context: CoercionContext): JsonObject {
	return form.reduce((fields, field) => {
		if (field.kind === 'group' || field.kind === 'lines' || field.continues === undefined) return fields;
		const [street, rest] = [fields[field.continues], fields[field.key]];
		if (typeof street !== 'string' || typeof rest !== 'string') return fields;
		const { line1, line2 } = joinHouseNumber(street, rest, namedCountry(field, context) ?? context.homeCountry);
		if (line1 === cleanLine(street)) return fields;
		return { ...fields, [field.continues]: line1, [field.key]: line2 === '' ? undefined : line2 };
	}, known);
}

function all(form: Form, values: JsonObject, context: CoercionContext): JsonObject {
	const known: JsonObject = {};
	for (const field of form) known[field.key] = coerceField(field, values[field.key], context);
	const unknown = Object.entries(values).filter(
		([key, value]) => !(key in known) && value !== undefined && value !== null && value !== '',
	);
	const read = withHouseNumbers(form, withExtensions(form, values, known, context), context);
	return unknown.length === 0 ? read : { ...read, ...Object.fromEntries(unknown) };
}

export interface Coerced {
	values: JsonObject;
	/** Notices for the user: values that were read differently from how they were written. */
	warnings: readonly string[];
	/** Problems that depend on another field, such as a postal code of another country. */
	problems: readonly Problem[];
}

/**
 * Brings the input of both hosts into one format. Empty strings and nulls count as absent, and texts lose invisible
 * characters. Numbers and booleans may be text. Times without an offset are in `zone`; a time alone is on the day of
 * `now`. Phone numbers become E.164; those without a prefix use the country of their field, else `home`. Unreadable
 * values stay unchanged for the validation to report. Unknown keys stay, so that they are refused and not silently
 * dropped.
 */
export function coerceInput(form: Form, values: JsonObject, zone: string, now?: number, homeCountry?: string): Coerced {
	const context: CoercionContext = { zone, now, homeCountry, formValues: values, warnings: [], problems: [] };
	return { values: all(form, values, context), warnings: context.warnings, problems: context.problems };
}

export const coerce = (form: Form, values: JsonObject, zone: string, now?: number, homeCountry?: string): JsonObject =>
	coerceInput(form, values, zone, now, homeCountry).values;
