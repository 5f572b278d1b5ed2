import { z } from 'zod/v4';

import { outputLabels } from '../../shared/delivery/delivery';
import { mirror, same } from '../../shared/delivery/mirror';

const told = mirror({
	name: same.text('Name'),
	number: same.name('Number', 'pid'),
	available: same.number('Available', 'stock.free'),
	damaged: same.number('Damaged', 'stock.broken'),
	share: same.amount('Share'),
	blocked: same.toggle('Is Blocked'),
	at: same.moment('Changed At', 'updatedAt'),
});

const answers = z.looseObject({ ...told.answers, id: z.string() });
const item = z.object(told.shape);

test('what the carrier tells is shown under the names of the item', () => {
	const read = answers.parse({ id: 'a', name: 'Milk', pid: 290833, stock: { free: 2, broken: 0, more: 1 }, share: '50', blocked: false, updatedAt: '2030-05-21T00:00:00.000Z', more: 1 });
	expect(told.of(read)).toEqual({ name: 'Milk', number: '290833', available: 2, damaged: 0, share: 50, blocked: false, at: '2030-05-21T00:00:00.000Z' });
	expect(item.safeParse(told.of(read)).success).toBe(true);
	// The carrier's own object stays whole.
	expect(read).toMatchObject({ more: 1, stock: { more: 1 } });
});

test.each([[{ id: 'a' }], [{ id: 'a', name: '', pid: '', stock: null, share: '', blocked: null, updatedAt: '' }], [{ id: 'a', stock: {}, share: 'half' }]])('what it does not tell is null: %j', (given) => {
	const read = answers.parse(given);
	expect(new Set(Object.values(told.of(read)))).toEqual(new Set([null]));
	expect(item.safeParse(told.of(read)).success).toBe(true);
});

test.each([[{ name: 1 }], [{ pid: true }], [{ stock: { free: '2' } }], [{ stock: [] }], [{ blocked: 'no' }]])('an answer of another shape is none: %j', (given) => {
	expect(answers.safeParse({ id: 'a', ...given }).success).toBe(false);
});

test('every field has its label', () => {
	expect(Object.values(item.shape).map((field) => outputLabels.get(field)?.label)).toEqual(['Name', 'Number', 'Available', 'Damaged', 'Share', 'Is Blocked', 'Changed At']);
});
