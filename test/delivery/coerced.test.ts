import { z } from 'zod/v4';

import { group, integer, longText, moment, phone, postalCode, text } from '../../shared/declare/field';
import { formOf } from '../../shared/declare/form';
import type { JsonObject } from '../../shared/json';
import { coerceInput } from '../../shared/run/coerce';

const form = formOf(
	z.object({
		reference: text({ label: 'Reference', reference: true }),
		name: text({ label: 'Name' }),
		note: longText({ label: 'Note' }),
		token: text({ label: 'Token', secret: true }),
		when: moment({ label: 'When' }),
		count: integer({ label: 'Count' }),
		place: group(
			{
				phone: phone({
					label: 'Phone',
					country: 'FR',
					countryFrom: ['place', 'country'],
					extensionTo: { path: ['instructions'], as: 'note' },
				}),
				phoneWithCode: phone({ label: 'Phone', country: 'FR', extensionTo: { path: ['code'], as: 'digits' } }),
				plainPhone: phone({ label: 'Phone', country: 'FR' }),
				code: text({ label: 'Code' }),
				instructions: text({ label: 'Instructions' }),
				zip: postalCode({ label: 'Postal Code', countryFrom: ['place', 'country'] }),
				country: text({ label: 'Country' }),
			},
			{ label: 'Place' },
		),
	}),
);

const read = (values: JsonObject) =>
	coerceInput(form, values, 'Europe/Paris', Date.parse('2026-11-25T09:00:00Z'), 'FR');
const place = (values: JsonObject) => read({ place: values }).values.place;

test.each<[string, JsonObject, JsonObject]>([
	['unseen characters', { name: '\u202eNora\u0000\u202c' }, { name: 'Nora' }],
	['the lines of a note stay', { note: 'a\r\nb\u0007' }, { note: 'a\nb' }],
	['a name of nothing that is seen is absent', { name: '\u200b\u2060' }, { name: undefined }],
	['a number among unseen characters', { count: '\u200e12' }, { count: 12 }],
	['a secret stays as it is', { token: 'a\u200bb' }, { token: 'a\u200bb' }],
	['a time alone is of today', { when: '18.30' }, { when: '2026-11-25T18:30:00.000+01:00' }],
	['a time alone of twelve hours', { when: '2 PM' }, { when: '2026-11-25T14:00:00.000+01:00' }],
	['two amounts in one stay as they are', { count: '2,1' }, { count: '2,1' }],
])('%s', (_title, values, expected) => {
	expect(read(values).values).toMatchObject(expected);
});

describe('what is typed after calling', () => {
	test('goes behind the instructions', () => {
		expect(place({ phone: '01 76 00 00 00 ext 12', instructions: 'Door 3' })).toMatchObject({
			phone: '+33176000000',
			instructions: 'Door 3, Phone code 12',
		});
	});
	test('is the instructions where there are none', () => {
		expect(place({ phone: '01 76 00 00 00 ext 12' })).toMatchObject({ instructions: 'Phone code 12' });
	});
	test('goes into a field of its own', () => {
		expect(place({ phoneWithCode: '01 76 00 00 00,,12345678#' })).toMatchObject({
			phoneWithCode: '+33176000000',
			code: '12345678',
		});
	});
	test('is not dropped where it has nowhere to go', () => {
		expect(place({ plainPhone: '01 76 00 00 00 ext 12' })).toMatchObject({ plainPhone: '01 76 00 00 00 ext 12' });
	});
});

describe('a postal code', () => {
	test('is of the country beside it', () => {
		expect(place({ zip: 'DK-5000', country: 'Danmark' })).toMatchObject({ zip: '5000' });
	});
	test('of an unknown country stays', () => {
		expect(place({ zip: 'X 1' })).toMatchObject({ zip: 'X 1' });
	});
	test('of another country is a problem', () => {
		expect(read({ place: { zip: '5000', country: 'SE' } }).problems).toEqual([
			{ path: ['place', 'zip'], message: 'must be a postal code of Sweden, such as 111 20, not "5000"' },
		]);
	});
	test('as a number is read, too', () => {
		expect(read({ place: { zip: 1000, country: 'FR' } })).toMatchObject({
			values: { place: { zip: '01000' } },
			warnings: [expect.stringContaining('is read as 01000')],
		});
	});
});

test('a reference that a sheet spoilt is mended, with a warning', () => {
	expect(read({ reference: '5302.0' })).toMatchObject({
		values: { reference: '5302' },
		warnings: [expect.stringContaining('is read as 5302')],
	});
});

test('what has been read reads the same again, without a word', () => {
	const once = read({
		reference: '5302.0',
		place: { phone: '01 76 00 00 00 ext 12', zip: 1000, country: 'FRA', instructions: 'Door 3' },
	});
	expect(coerceInput(form, once.values, 'Europe/Paris')).toEqual({ values: once.values, warnings: [], problems: [] });
});
