import { z } from 'zod/v4';

import type { Action } from '../../shared/declare/action';
import {
	choice,
	date,
	decimal,
	email,
	exact,
	group,
	integer,
	lines,
	longText,
	moment,
	json,
	phone,
	postalCode,
	text,
	toggle,
	url,
	type FieldKind,
} from '../../shared/declare/field';
import { formOf, leavesOf, type Form } from '../../shared/declare/form';
import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import { cleanLine, cleanText } from '../../shared/delivery/clean-text';
import { readClock } from '../../shared/delivery/clock-time';
import { countryCode } from '../../shared/delivery/country';
import { lengthFault, toE164 } from '../../shared/delivery/phone';
import { readPhone } from '../../shared/delivery/phone-origin';
import { readPostalCode } from '../../shared/delivery/postal-code';
import { cleanShopText, readReference } from '../../shared/delivery/shop-text';
import { joinHouseNumber } from '../../shared/delivery/street-lines';
import { isSkipped, toMoment } from '../../shared/delivery/time';
import { carriers } from '../../shared/registry';
import { connect } from '../../shared/run/connect';
import { readFields, readInput } from '../../shared/run/read-input';
import { wrapStreet } from '../../shared/carriers/cubyn/parcels/street';
import { SAMPLE_NOW } from '../core/scripted-ports';
import { accessOf } from '../core/samples';
import { growth, LARGE, WORST } from './growth';

/** Texts on which a reader that looks back from every place works a hundred times as long for ten times as much. */
const shapes: Readonly<Record<string, (length: number) => string>> = {
	letters: (length) => 'a'.repeat(length),
	digits: (length) => '1'.repeat(length),
	'spaces before a letter': (length) => `${' '.repeat(length)}x`,
	'letter, spaces, letter': (length) => `x${' '.repeat(length)}x`,
	'slashes before a letter': (length) => `https://${'/'.repeat(length)}x`,
	'commas before a letter': (length) => `1${','.repeat(length)}x`,
	'numbers as words': (length) => '1 '.repeat(length / 2).concat('x'),
	'entities that never end': (length) => '&#1'.repeat(length / 3),
	'points and digits': (length) => '1.0'.repeat(length / 3),
	'question marks and a line': (length) => `${'?'.repeat(length)}\n`,
	'brackets and signs': (length) => '[ref:@x.'.repeat(length / 8),
	'dashes and spaces': (length) => ' - '.repeat(length / 3).concat('x'),
};

/** The shapes on which a reader is out of bounds. */
function slow(work: (text: string) => unknown): string[] {
	return Object.entries(shapes).flatMap(([name, shape]) => {
		const found = growth(work, shape);
		return found < WORST ? [] : [`${name}: ${Math.round(found)} times`];
	});
}

test('a reader that works quadratically is found', () => {
	const shape = shapes['commas before a letter'];
	// Half of the text takes more than a second, six times what the bound needs at the least.
	const quadratic = (value: string) => value.slice(-value.length / 2).replace(/[\s,]+$/, '');
	expect(shape && growth(quadratic, shape)).toBeGreaterThan(WORST);
});

const readers: Readonly<Record<string, (value: string) => unknown>> = {
	cleanText,
	cleanLine,
	cleanShopText,
	readReference,
	countryCode,
	toE164: (value) => toE164(value, 'FR'),
	lengthFault: (value) => lengthFault(value, 'FR'),
	readPhone: (value) => readPhone(value, { called: 'CH', home: 'FR' }),
	readPostalCode: (value) => readPostalCode(value, 'FR'),
	readClock,
	toMoment: (value) => toMoment(value, 'Europe/Paris'),
	'toMoment with a day': (value) => toMoment(`2026-11-25 ${value}`, 'Europe/Paris'),
	isSkipped: (value) => isSkipped(value, 'Europe/Paris'),
	'line 1': (value) => joinHouseNumber(value, '3', 'FR'),
	'line 2': (value) => joinHouseNumber('rue Oberkampf', value, 'FR'),
	layStreet: (value) => wrapStreet({ line1: value }),
};

test.each(Object.entries(readers))('%s works linearly', (_name, reader) => {
	expect(slow(reader)).toEqual([]);
});

const probe = z.object({
	text: text({ label: 'Text', reference: true }),
	longText: longText({ label: 'Long Text' }),
	integer: integer({ label: 'Integer' }),
	decimal: decimal({ label: 'Decimal' }),
	exact: exact({ label: 'Exact' }),
	toggle: toggle({ label: 'Toggle' }),
	choice: choice([{ value: 'a', label: 'A' }], { label: 'Choice' }),
	moment: moment({ label: 'Moment' }),
	date: date({ label: 'Date' }),
	phone: phone({ label: 'Phone', country: 'FR' }),
	postalCode: postalCode({ label: 'Postal Code', country: 'FR' }),
	email: email({ label: 'Email' }),
	url: url({ label: 'URL' }),
	file: text({ label: 'File' }),
	json: json({ label: 'JSON' }),
} satisfies Record<FieldKind, z.ZodType>);

test.each(Object.keys(probe.shape))('a field of the kind %s is read linearly, and refused by name', (key) => {
	const form = formOf(probe);
	expect(slow((value) => readFields(form, probe, { [key]: value }, 'Europe/Paris', 0, 'FR'))).toEqual([]);
	const { problems } = readFields(form, probe, { [key]: 'a'.repeat(LARGE) }, 'Europe/Paris', 0, 'FR');
	expect(problems).toContainEqual({ path: [key], message: expect.not.stringContaining('is missing') });
});

test('lines and groups are read linearly', () => {
	const nested = z.object({
		group: group({ text: text({ label: 'Text' }) }, { label: 'Group' }),
		lines: lines({ text: text({ label: 'Text' }) }, { label: 'Lines', line: 'Line' }),
	});
	expect(
		slow((value) => readFields(formOf(nested), nested, { group: { text: value }, lines: [{ text: value }] }, 'UTC')),
	).toEqual([]);
});

/** The sample's input with one field's text in place of its own. */
function withText(values: Json | undefined, path: readonly string[], value: string): Json {
	const [key, ...rest] = path;
	if (key === undefined) return value;
	if (Array.isArray(values)) return values.map((row) => withText(row, path, value));
	return {
		...(isJsonObject(values) ? values : {}),
		[key]: withText(isJsonObject(values) ? values[key] : undefined, rest, value),
	};
}

const textsOf = (form: Form) =>
	leavesOf(form).filter(({ kind }) => !['integer', 'decimal', 'toggle', 'choice', 'file', 'json'].includes(kind));
/** All shapes on every field of every carrier would take minutes: each field gets those that hurt one before. */
const HARD = [
	'spaces before a letter',
	'slashes before a letter',
	'commas before a letter',
	'numbers as words',
	'question marks and a line',
	'brackets and signs',
];

function slowFields(form: Form, read: (path: readonly string[], value: string) => unknown): string[] {
	return textsOf(form).flatMap((field) =>
		HARD.flatMap((name) => {
			const shape = shapes[name];
			const found = shape === undefined ? 0 : growth((value) => read(field.path, value), shape);
			return found < WORST ? [] : [`${field.name}, ${name}: ${Math.round(found)} times`];
		}),
	);
}

const actions = carriers.flatMap((carrier) =>
	carrier.actions.map((action: Action) => ({ name: `${carrier.title}: ${action.title}`, carrier, action })),
);

test.each(actions)('every text of $name is read linearly, and has an end', ({ carrier, action }) => {
	const input: JsonObject = action.samples[0]?.input ?? {};
	const facts = { now: SAMPLE_NOW, access: accessOf(carrier) };
	expect(
		slowFields(action.form, (path, value) => readInput(action, withText(input, path, value) as JsonObject, facts)),
	).toEqual([]);
	for (const field of textsOf(action.form)) {
		const { read } = readInput(action, withText(input, field.path, 'a'.repeat(LARGE)) as JsonObject, facts);
		expect({ field: field.name, refused: !read.ok }).toEqual({ field: field.name, refused: true });
	}
});

test.each([...carriers])('every text of the connection of $title is read linearly, and has an end', (carrier) => {
	const { form } = carrier.connection;
	const other: JsonObject = { environment: 'other' };
	expect(slowFields(form, (path, value) => connect(carrier, withText(other, path, value) as JsonObject))).toEqual([]);
	for (const field of textsOf(form))
		expect({
			field: field.name,
			refused: !connect(carrier, withText(other, field.path, 'a'.repeat(LARGE)) as JsonObject).ok,
		}).toEqual({ field: field.name, refused: true });
});
