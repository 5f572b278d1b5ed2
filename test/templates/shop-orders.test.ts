import type { IDataObject } from 'n8n-workflow';

import { order } from '../../sandbox/demo/orders/order';
import { useInstantClock } from '../n8n/instant-clock';
import { workflowFile } from './files';
import { CLOCK, failsOnce, NEWS, ORDER, ShopWorkflow } from './shop-workflow';
import { WooCommerceShop } from './woocommerce-shop';

useInstantClock();

const file = workflowFile('woocommerce-orders-to-a-courier');
let shop: WooCommerceShop;
let flow: ShopWorkflow;

beforeEach(async () => {
	shop = new WooCommerceShop();
	flow = await ShopWorkflow.start(file, shop);
});
afterEach(async () => await flow.sandbox.close());

function orderOf(id: string, changes: IDataObject = {}): IDataObject {
	const whole = { ...order(id), status: 'processing', ...changes, id: Number(id) };
	shop.add(structuredClone(whole));
	return { ...whole };
}

const notesOf = (id: string) => shop.notes.filter((each) => each.order === id).map(({ note }) => note);

test('an order that comes three times is booked once, and its note is written once', async () => {
	orderOf('1042');
	for (let attempt = 0; attempt < 3; attempt += 1) {
		const { status, error } = await flow.run(ORDER, [shop.orders.get('1042') ?? {}]);
		expect([status, error]).toEqual(['success', undefined]);
	}
	expect(flow.live()).toEqual(['WC-1042']);
	expect(notesOf('1042')).toEqual([expect.stringMatching(/^Cyke: delivery \d+ is booked/)]);
	expect(shop.mails).toEqual([]);
});

test('from the booking to the end, the order is updated', async () => {
	const news = flow.poller();
	await news.poll();
	await flow.run(ORDER, [orderOf('1042')]);
	await flow.deliver(news);
	expect(shop.orders.get('1042')?.status).toBe('completed');
	expect(notesOf('1042').at(-1)).toMatch(/is now delivered/);
	expect(new Set(notesOf('1042')).size).toBe(notesOf('1042').length);
});

test('a delivery of another shop is nobody’s business here', async () => {
	await flow.run(NEWS, [{ id: '9', carrier: 'cyke', reference: 'OTHER-9', status: 'delivered' }]);
	expect([shop.notes, shop.mails]).toEqual([[], []]);
});

test('an order that its shop calls off loses its courier, once', async () => {
	await flow.run(ORDER, [orderOf('1042')]);
	const cancelled = { ...shop.orders.get('1042'), status: 'cancelled' };
	for (let attempt = 0; attempt < 2; attempt += 1) await flow.run(ORDER, [cancelled]);
	expect(flow.live()).toEqual([]);
	expect(notesOf('1042').at(-1)).toMatch(/cancelled/);
	// Nothing was ever booked for this one.
	await flow.run(ORDER, [orderOf('5', { status: 'cancelled' })]);
	expect(shop.mails).toEqual([]);
});

test('a bad order is put aside with its reason; the others are booked', async () => {
	const bad = orderOf('6', { meta_data: [] });
	await flow.run(ORDER, [orderOf('7'), bad, orderOf('8')]);
	expect(flow.live()).toEqual(['WC-7', 'WC-8']);
	expect(notesOf('6')).toEqual([expect.stringMatching(/no courier is booked.*slot/i)]);
	expect(shop.orders.get('6')?.status).toBe('on-hold');
});

test('an order that a person has refunded keeps its status', async () => {
	await flow.run(ORDER, [orderOf('1042')]);
	const kept = shop.orders.get('1042');
	if (kept) kept.status = 'refunded';
	await flow.run(NEWS, [{ id: '1', carrier: 'cyke', reference: 'WC-1042', status: 'delivered' }]);
	expect(shop.orders.get('1042')?.status).toBe('refunded');
	expect(notesOf('1042').at(-1)).toMatch(/delivered/);
});

describe('no order is lost and none is booked twice when a step fails once', () => {
	const steps = ['Orders to deliver', 'Read the order', 'Update the shop', 'Ask the shop', 'Report by mail'];

	test('every step that calls the shop is one of these, but for mails about a proposed time and a courier who still comes', () => {
		const mails = ['Ask about the time', 'The courier still comes'];
		const outside = flow.stepsOutside().filter((name) => !mails.includes(name));
		expect(outside.sort()).toEqual([...steps].sort());
	});

	test.each([...steps, 'the carrier', 'the webhook'])('%s', async (failing) => {
		const fails = failsOnce(failing);
		const news = flow.poller();
		await news.poll();
		const ids = ['41', '42', '43'];
		const orders = ids.map((id) => orderOf(id));
		if (failing === 'the carrier') {
			const down = { kind: 'gateway', status: 502, page: 'html', phase: 'before' } as const;
			flow.sandbox.faults.add({ carrier: 'cyke', fault: down, nth: [1, 2, 3, 4, 5, 6, 7, 8] });
		}
		if (failing !== 'the webhook') await flow.run(ORDER, orders, fails);
		for (let look = 0; look < 3; look += 1) {
			await flow.wait(900_000);
			await flow.run(CLOCK, [{}], fails);
		}
		await flow.deliver(news, fails);
		expect(flow.live()).toEqual(['WC-41', 'WC-42', 'WC-43']);
		expect(shop.mails.filter((text) => text.includes('[object'))).toEqual([]);
		for (const id of ids) {
			expect(shop.orders.get(id)?.status).toBe('completed');
			expect(notesOf(id).filter((note) => /is booked/.test(note))).toHaveLength(1);
			expect(notesOf(id).filter((note) => /is now delivered/.test(note))).toHaveLength(1);
		}
	});
});
