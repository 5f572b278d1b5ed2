import { z } from 'zod/v4';

import { action } from '../../shared/declare/action';
import {
	choice,
	date,
	decimal,
	email,
	group,
	integer,
	lines,
	moment,
	phone,
	postalCode,
	text,
	toggle,
	url,
} from '../../shared/declare/field';
import type { JsonObject } from '../../shared/json';
import { cyke } from '../../shared/carriers/cyke/carrier';
import { connect } from '../../shared/run/connect';
import { readInput } from '../../shared/run/read-input';
import { SAMPLE_NOW } from './scripted-ports';
import { accessOf } from './samples';

const probe = action({
	resource: 'delivery',
	verb: 'probe',
	title: 'Try Out',
	description: 'Tries.',
	covers: [],
	effect: 'read',
	input: z.object({
		name: text({ label: 'Name' }, { max: 5 }),
		pin: text({ label: 'PIN', secret: true }, { max: 4 }).optional(),
		count: integer({ label: 'Count' }, { min: 1, max: 9 }).optional(),
		weight: decimal({ label: 'Weight', unit: 'kg' }).optional(),
		paid: toggle({ label: 'Paid' }).optional(),
		when: moment({ label: 'When' }).optional(),
		day: date({ label: 'Day' }).optional(),
		phone: phone({ label: 'Phone', country: 'DK', placeholder: '+4512345678' }).optional(),
		zip: postalCode({ label: 'Postal Code', country: 'DK' }).optional(),
		email: email({ label: 'Email' }).optional(),
		page: url({ label: 'Page' }).optional(),
		size: choice(
			[
				{ value: 's', label: 'Small' },
				{ value: 'l', label: 'Large' },
			],
			{ label: 'Size' },
		).optional(),
		place: group({ street: text({ label: 'Street' }, { max: 5 }) }, { label: 'Place' }).optional(),
		items: lines(
			{ sku: text({ label: 'SKU' }), amount: integer({ label: 'Amount' }, { min: 1 }) },
			{ label: 'Items', line: 'Item' },
		).optional(),
	}),
	output: z.looseObject({}),
	request: () => ({ method: 'GET', path: '/' }),
	readings: {},
	samples: [],
	antiSamples: [],
});

function messageFor(values: JsonObject): string {
	const { read } = readInput(probe, values, { now: SAMPLE_NOW, access: accessOf(cyke) });
	return read.ok ? '' : read.failure.message;
}

test.each<[string, JsonObject, string]>([
	['missing', {}, 'Name is missing.'],
	['too long', { name: 'Josephine' }, 'Name may have at most 5 characters; it has 9.'],
	[
		'too long, inside',
		{ name: 'Ada', place: { street: 'Vestergade' } },
		'Place Street may have at most 5 characters; it has 10.',
	],
	['too small', { name: 'Ada', count: 0 }, 'Count must be at least 1, not "0".'],
	['too large', { name: 'Ada', count: 10 }, 'Count must be at most 9, not "10".'],
	['no whole number', { name: 'Ada', count: 1.5 }, 'Count must be a whole number, such as 2, not "1.5".'],
	[
		'no number, with its unit',
		{ name: 'Ada', weight: 'heavy' },
		'Weight (kg) must be a number, such as 2.5, not "heavy".',
	],
	['neither true nor false', { name: 'Ada', paid: 'perhaps' }, 'Paid must be true or false, not "perhaps".'],
	[
		'no moment',
		{ name: 'Ada', when: 'tomorrow' },
		'When must be a date and time such as 2030-05-21T16:00, not "tomorrow".',
	],
	['a day that is not in the calendar', { name: 'Ada', when: '2030-02-30 10:00' }, 'not "2030-02-30 10:00".'],
	[
		'an hour that clocks skip',
		{ name: 'Ada', when: '2030-03-31 02:30' },
		'not "2030-03-31 02:30": clocks go forward that night, and this hour is skipped.',
	],
	['no day', { name: 'Ada', day: '21/05/2030' }, 'Day must be a day, such as 2030-05-21, not "21/05/2030".'],
	[
		'no phone',
		{ name: 'Ada', phone: 'at the door' },
		'Phone must be a phone number, best with its country code, such as +4512345678, not "at the door".',
	],
	[
		'a phone a digit short',
		{ name: 'Ada', phone: '+45 12 34 56 7' },
		'Phone must be a phone number, best with its country code, such as +4512345678, not "+45 12 34 56 7"; it is too short.',
	],
	['a placeholder for a phone', { name: 'Ada', phone: '00000000' }, 'Phone must be a phone number'],
	[
		'digits to type after calling, with nowhere to go',
		{ name: 'Ada', phone: '12345678 ext 9' },
		'what is typed after calling belongs under the instructions.',
	],
	[
		'a postal code of another country',
		{ name: 'Ada', zip: '75002' },
		'Postal Code must be a postal code of Denmark, such as 5000, not "75002".',
	],
	[
		'lists of different lengths',
		{ name: 'Ada', items: { sku: ['A', 'B', 'C'], amount: [1, 2] } },
		'Items has line items of different lengths: SKU 3, Amount 2.',
	],
	[
		'two amounts in one line',
		{ name: 'Ada', items: [{ sku: 'A', amount: '2,1' }] },
		'Item 1 Amount must be a whole number, such as 2, not "2,1".',
	],
	['no address', { name: 'Ada', email: 'ada' }, 'Email must be an e-mail address'],
	['no web address', { name: 'Ada', page: 'ftp://x' }, 'Page must be a web address that starts with https://'],
	['no choice', { name: 'Ada', size: 'xl' }, 'Size must be one of: s, l, not "xl".'],
	['text for a group', { name: 'Ada', place: 'here' }, 'Place must be a group of fields, not "here".'],
	['text for lines', { name: 'Ada', items: 'two' }, 'Items must be a list of lines, not "two".'],
	[
		'the second line',
		{
			name: 'Ada',
			items: [
				{ sku: 'A', amount: 1 },
				{ sku: 'B', amount: 'x' },
			],
		},
		'Item 2 Amount must be a whole number, such as 2, not "x".',
	],
	['an object for a text', { name: { first: 'Ada' } }, 'Name must be text, not "{"first":"Ada"}".'],
	['an unknown field', { name: 'Ada', nmae: 'x' }, 'nmae is not a field of this step.'],
])('%s', (_title, values, sentence) => {
	expect(messageFor(values)).toContain(sentence);
});

test('every problem is reported at once', () => {
	const message = messageFor({ count: 'x', phone: 'y', items: [{ sku: '', amount: 0 }] });
	expect(message).toMatch(/^5 fields need attention before "Try Out" can be sent\./);
	for (const label of ['Name is missing', 'Count must', 'Phone must', 'Item 1 SKU is missing', 'Item 1 Amount must'])
		expect(message).toContain(label);
});

test('a secret is not shown', () => {
	expect(messageFor({ name: 'Ada', pin: { code: 'hunter2' } })).toContain('PIN must be text.');
	expect(messageFor({ name: 'Ada', pin: { code: 'hunter2' } })).not.toContain('hunter2');
});

describe('a connection', () => {
	const good = { email: 'shop@example.com', token: 'abc' };
	const connectionMessage = (fields: JsonObject): string => {
		const read = connect(cyke, fields);
		return read.ok ? '' : read.failure.message;
	};
	test('is read with empty texts as nothing', () => {
		expect(connectionMessage({ ...good, environment: 'production', base_url: '', webhook_secret: '' })).toBe('');
	});
	test('names what is missing by its label', () => {
		expect(connectionMessage({})).toContain('Email is missing. API Token is missing.');
		expect(connectionMessage({ ...good, environment: 'other' })).toContain('Base URL is missing.');
	});
	test('does not show a wrong secret', () => {
		expect(connectionMessage({ ...good, token: 'abc\u201cdef' })).toContain('a character that cannot be sent');
		expect(connectionMessage({ ...good, token: 'abc\u201cdef' })).not.toContain('def');
	});
});
