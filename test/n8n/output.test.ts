import type { INodeParameters } from 'n8n-workflow';

import { hintsOf } from '../../nodes/adapter/execution-hints';
import { fillForm } from '../../sandbox/hosts/n8n';
import { isJsonObject } from '../../shared/json';
import { carrierById } from '../../shared/registry';
import { createCykeStub, orderForm, orders } from './cyke-stub';
import { n8nWithCarrier, nodeType } from './run-on-n8n';

const cyke = carrierById('cyke');
const create = cyke.actions.find(({ id }) => id === 'delivery.create');
if (!create) throw new Error('Cyke books no delivery');
const form = fillForm(create, orderForm);

/** Books the same orders twice, one run after the other, on one account. */
async function bookTwice(count: number, parameters: INodeParameters = {}) {
	const { n8n, server } = await n8nWithCarrier(cyke, createCykeStub().script);
	const step = { type: nodeType(cyke), parameters: { ...form, ...parameters } };
	try {
		return { first: await n8n.run(orders(count), step), second: await n8n.run(orders(count), step) };
	} finally {
		await server.close();
	}
}

async function bookOnce(order: { number: string; name?: string }, parameters: INodeParameters = {}) {
	const { n8n, server } = await n8nWithCarrier(cyke, createCykeStub().script);
	try {
		const step = { type: nodeType(cyke), parameters: { ...form, ...parameters } };
		return await n8n.run([{ ...order, phone: '+33612345678' }], step);
	} finally {
		await server.close();
	}
}

const isEmpty = (value: unknown): boolean =>
	value === null || value === '' || (Array.isArray(value) && value.length === 0);

describe('how much of a result is shown', () => {
	test('simplified: what happened first, nothing empty, not the carrier’s own data', async () => {
		const { first } = await bookTwice(1);
		const json = first.items[0]?.json ?? {};
		expect(Object.keys(json).slice(0, 3)).toEqual(['outcome', 'status', 'reference']);
		expect(json).not.toHaveProperty('carrierData');
		expect(Object.values(json).filter(isEmpty)).toEqual([]);
		expect(isJsonObject(json.dropoff as never) && Object.values(json.dropoff as object).filter(isEmpty)).toEqual([]);
		expect(json.price).toEqual({ amount: 11.5, currency: 'EUR', minorUnits: 1150 });
	});

	test('raw: every field, the carrier’s own data last', async () => {
		const { first } = await bookTwice(1, { output: 'raw' });
		const keys = Object.keys(first.items[0]?.json ?? {});
		expect(keys[0]).toBe('outcome');
		expect(keys.at(-1)).toBe('carrierData');
	});

	test('selected: these fields and no others, also where one is empty', async () => {
		const { first } = await bookTwice(1, { output: 'selected', outputFields: ['reference', 'redeliveryOf'] });
		expect(first.items[0]?.json).toEqual({ reference: 'WC-1', redeliveryOf: null });
	});
});

describe('hints above the items', () => {
	test('say which booking existed before', async () => {
		const { first, second } = await bookTwice(1);
		expect(first.hints).toEqual([]);
		expect(second.hints[0]).toMatch(/^Item 0 \(WC-1\) was booked before\./);
		const several = await bookTwice(3);
		expect(several.second.hints[0]).toMatch(/^3 items were booked before\./);
	});

	test('name warnings and what needs attention, a few of them', () => {
		const item = { reference: 'A', outcome: 'created', status: 'needs_attention', reason: 'No such street' };
		expect(hintsOf([{ item, index: 2 }]).map(({ message }) => message)).toEqual([
			'Item 2 (A) needs attention at the carrier: No such street.',
		]);
		const warned = Array.from({ length: 9 }, (_, index) => ({ item: { warnings: [`Warning ${index}`] }, index }));
		const messages = hintsOf(warned).map(({ message }) => message);
		expect(messages.slice(0, 1)).toEqual(['Item 0: Warning 0']);
		expect(messages.at(-1)).toMatch(/^4 more warnings/);
		expect(messages).toHaveLength(6);
	});
});

test('an expression that gives nothing is named as the cause', async () => {
	const { error } = await bookOnce({ number: 'WC-1' });
	expect(error?.message).toContain('Drop-Off Contact Name is empty, because its expression gave nothing');
	const list = await bookOnce(
		{ number: 'WC-1', name: 'Ada' },
		{ packagesFrom: 'list', packagesList: '={{ $json.lines }}' },
	);
	expect(list.error?.message).toContain('the expression gave no list');
});

describe('fields that a controlling choice makes necessary', () => {
	test('are marked, and that choice takes no expression', async () => {
		const { n8n, server } = await n8nWithCarrier(cyke, createCykeStub().script);
		await server.close();
		const parameters = { ...form, dropoff_city: '', dropoff_address: '' };
		const run = await n8n.run(orders(1), { type: nodeType(cyke), parameters });
		expect(run.error?.message).toContain('has issues');
		expect(JSON.stringify(run.error)).toMatch(/Drop-Off City/);
		expect(JSON.stringify(run.error)).not.toMatch(/Pick-Up/);
	});

	test('a saved address asks for its number alone', async () => {
		const run = await bookOnce(
			{ number: 'WC-1', name: 'Ada' },
			{ direction: 'outbound', dropoff_place: 'saved', dropoff_saved_address: '23' },
		);
		expect(run.error).toBeUndefined();
	});
});
