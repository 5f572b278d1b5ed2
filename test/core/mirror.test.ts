import { z } from 'zod/v4';

import { outputLabels } from '../../shared/delivery/delivery';
import { passThroughFields, passThrough } from '../../shared/delivery/pass-through';

const mirrored = passThroughFields({
	name: passThrough.text('Name'),
	number: passThrough.name('Number', 'pid'),
	available: passThrough.number('Available', 'stock.free'),
	damaged: passThrough.number('Damaged', 'stock.broken'),
	share: passThrough.amount('Share'),
	blocked: passThrough.toggle('Is Blocked'),
	at: passThrough.moment('Changed At', 'updatedAt'),
});

const responseSchema = z.looseObject({ ...mirrored.inputShape, id: z.string() });
const item = z.object(mirrored.outputShape);

test('the carrier’s fields are shown under the names of the item', () => {
	const parsed = responseSchema.parse({
		id: 'a',
		name: 'Milk',
		pid: 290833,
		stock: { free: 2, broken: 0, more: 1 },
		share: '50',
		blocked: false,
		updatedAt: '2030-05-21T00:00:00.000Z',
		more: 1,
	});
	expect(mirrored.toFields(parsed)).toEqual({
		name: 'Milk',
		number: '290833',
		available: 2,
		damaged: 0,
		share: 50,
		blocked: false,
		at: '2030-05-21T00:00:00.000Z',
	});
	expect(item.safeParse(mirrored.toFields(parsed)).success).toBe(true);
	// The carrier's own object stays whole.
	expect(parsed).toMatchObject({ more: 1, stock: { more: 1 } });
});

test.each([
	[{ id: 'a' }],
	[{ id: 'a', name: '', pid: '', stock: null, share: '', blocked: null, updatedAt: '' }],
	[{ id: 'a', stock: {}, share: 'half' }],
])('what it does not send is null: %j', (raw) => {
	const parsed = responseSchema.parse(raw);
	expect(new Set(Object.values(mirrored.toFields(parsed)))).toEqual(new Set([null]));
	expect(item.safeParse(mirrored.toFields(parsed)).success).toBe(true);
});

test.each([[{ name: 1 }], [{ pid: true }], [{ stock: { free: '2' } }], [{ stock: [] }], [{ blocked: 'no' }]])(
	'a response of another shape is ignored: %j',
	(raw) => {
		expect(responseSchema.safeParse({ id: 'a', ...raw }).success).toBe(false);
	},
);

test('every field has its label', () => {
	expect(Object.values(item.shape).map((field) => outputLabels.get(field)?.label)).toEqual([
		'Name',
		'Number',
		'Available',
		'Damaged',
		'Share',
		'Is Blocked',
		'Changed At',
	]);
});
