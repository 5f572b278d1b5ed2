import fc from '../fast-check';
import { z } from 'zod/v4';

import { choice, date, decimal, group, integer, lines, moment, phone, text, toggle } from '../../shared/declare/field';
import { formOf } from '../../shared/declare/form';
import { coerce } from '../../shared/run/coerce';

const form = formOf(
	z.object({
		name: text({ label: 'Name' }),
		count: integer({ label: 'Count' }),
		weight: decimal({ label: 'Weight' }),
		paid: toggle({ label: 'Paid' }),
		when: moment({ label: 'When' }),
		day: date({ label: 'Day' }),
		phone: phone({ label: 'Phone', country: 'FR' }),
		size: choice(
			[
				{ value: 's', label: 'Small' },
				{ value: 'l', label: 'Large' },
			],
			{ label: 'Size' },
		),
		place: group(
			{ street: text({ label: 'Street' }), floor: integer({ label: 'Floor' }) },
			{ label: 'Place' },
		).optional(),
		items: lines(
			{ sku: text({ label: 'SKU' }), amount: integer({ label: 'Amount' }) },
			{ label: 'Items', line: 'Item' },
		),
	}),
);

const coerceInParis = (values: Parameters<typeof coerce>[1]) => coerce(form, values, 'Europe/Paris');

test.each([
	['a number as text', { count: ' 12 ' }, { count: 12 }],
	['a decimal comma', { weight: '2,5' }, { weight: 2.5 }],
	['what is no number stays to be named', { count: 'many' }, { count: 'many' }],
	['a whole number with decimals of nothing', { count: '2.000000' }, { count: 2 }],
	['one that may mean a thousand or one stays to be named', { count: '1,000' }, { count: '1,000' }],
	['the same as Danes and Spaniards write it', { count: '1.000' }, { count: '1.000' }],
	['a comma before three digits of a weight', { weight: '1,250' }, { weight: 1.25 }],
	['truth as text', { paid: 'TRUE' }, { paid: true }],
	['truth as a digit', { paid: 0 }, { paid: false }],
	['a number for a text field', { name: 42 }, { name: '42' }],
	['spaces around', { name: '  Ada ' }, { name: 'Ada' }],
	['empty text', { name: '   ' }, { name: undefined }],
	['null', { name: null }, { name: undefined }],
	['a local time', { when: '2030-05-21 16:00' }, { when: '2030-05-21T16:00:00.000+02:00' }],
	['an offset is kept', { when: '2020-11-09T16:00:00.000+02:00' }, { when: '2020-11-09T16:00:00.000+02:00' }],
	['UTC', { when: '2030-05-21T14:00:00Z' }, { when: '2030-05-21T14:00:00.000+00:00' }],
	['a day out of a moment', { day: '2030-05-21T00:00:00+02:00' }, { day: '2030-05-21' }],
	['a phone as typed', { phone: '06 12 34 56 78' }, { phone: '+33612345678' }],
	['a phone with 00', { phone: '0045 12 34 56 78' }, { phone: '+4512345678' }],
	['a choice by its label', { size: 'Large' }, { size: 'l' }],
	['an empty group', { place: { street: '', floor: null } }, { place: undefined }],
	['one line alone', { items: { sku: 'A', amount: '2' } }, { items: [{ sku: 'A', amount: 2 }] }],
	[
		'lists side by side',
		{ items: { sku: ['A', 'B'], amount: [1, '2'] } },
		{
			items: [
				{ sku: 'A', amount: 1 },
				{ sku: 'B', amount: 2 },
			],
		},
	],
	['empty lines', { items: [{ sku: '', amount: '' }] }, { items: undefined }],
	['unknown keys stay to be named', { nam: 'Ada' }, { nam: 'Ada' }],
])('%s', (_title, values, expected) => {
	expect(coerceInParis(values)).toMatchObject(expected);
});

test('never throws, and what it has coerced it leaves alone', () => {
	fc.assert(
		fc.property(fc.dictionary(fc.constantFrom(...form.map(({ key }) => key)), fc.jsonValue()), (values) => {
			const once = coerceInParis(values as Parameters<typeof coerce>[1]);
			expect(coerceInParis(once)).toEqual(once);
		}),
		{ numRuns: 1_000 },
	);
});
