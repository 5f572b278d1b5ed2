import type { IDataObject } from 'n8n-workflow';

import { shopify } from '../../scripts/generate/workflows/shopify';
import { useInstantClock } from '../n8n/instant-clock';
import { workflowFile } from './files';
import { CLOCK, failsOnce, NEWS, ORDER, ShopWorkflow } from './shop-workflow';
import { ShopifyShop } from './shopify-shop';

useInstantClock();

const file = workflowFile('shopify-orders-to-a-courier');
let shop: ShopifyShop;
let flow: ShopWorkflow;

beforeEach(async () => {
	shop = new ShopifyShop();
	flow = await ShopWorkflow.start(file, shop);
});
afterEach(async () => await flow.sandbox.close());

const orderOf = (id: string, changes: IDataObject = {}) => shop.place(id, changes);

const notesOf = (id: string) => shop.notes.filter((each) => each.order === id).map(({ note }) => note);

test('the sample that is pinned on the trigger is an order to book', async () => {
	expect(file.pinData[ORDER]).toEqual([{ json: shopify.sample }]);
});

test('from the booking to the end: a fulfilment with its tracking link, and its events in their order, once', async () => {
	const news = flow.poller();
	await news.poll();
	const item = orderOf('7001');
	for (let attempt = 0; attempt < 3; attempt += 1) {
		const { status, error } = await flow.run(ORDER, [item]);
		expect([status, error]).toEqual(['success', undefined]);
	}
	expect(flow.live()).toEqual(['SH-7001']);
	await flow.deliver(news);
	const made = shop.fulfilments.get('7001') ?? [];
	expect(made).toHaveLength(1);
	expect(made[0]?.trackingInfo).toEqual([expect.objectContaining({ company: 'Cyke' })]);
	expect(shop.eventsOf('7001').at(-1)).toBe('DELIVERED');
	expect(new Set(shop.eventsOf('7001')).size).toBe(shop.eventsOf('7001').length);
	expect(notesOf('7001').at(-1)).toMatch(/delivered/);
	expect(shop.mails).toEqual([]);
});

test('an order that its shop calls off loses its courier', async () => {
	await flow.run(ORDER, [orderOf('7001')]);
	await flow.run(ORDER, [orderOf('7001', { cancelled_at: new Date().toISOString() })]);
	expect(flow.live()).toEqual([]);
	expect(notesOf('7001').at(-1)).toMatch(/cancelled/);
});

test('a bad order gets its reason; the others are booked, and strangers are left alone', async () => {
	await flow.run(ORDER, [orderOf('7001'), orderOf('7002', { note_attributes: [{ name: 'Delivery Date', value: '05/12/2030' }] })]);
	await flow.run(NEWS, [{ id: '9', carrier: 'cyke', reference: 'OTHER-9', status: 'delivered' }]);
	expect(flow.live()).toEqual(['SH-7001']);
	expect(notesOf('7002')).toEqual([expect.stringMatching(/no courier is booked/)]);
	expect(shop.notes).toHaveLength(2);
});

test.each([
	'Orders to deliver',
	'Read the order',
	'Update the shop',
	'Ask the shop',
	'Report by mail',
	'the webhook',
])('no order is lost and none is booked twice: %s fails once', async (failing) => {
	const fails = failsOnce(failing);
	const news = flow.poller();
	await news.poll();
	const ids = ['7041', '7042', '7043'];
	const orders = ids.map((id) => orderOf(id));
	if (failing !== 'the webhook') await flow.run(ORDER, orders, fails);
	for (let look = 0; look < 3; look += 1) {
		await flow.wait(900_000);
		await flow.run(CLOCK, [{}], fails);
	}
	await flow.deliver(news, fails);
	expect(flow.live()).toEqual(['SH-7041', 'SH-7042', 'SH-7043']);
	for (const id of ids) {
		expect(shop.fulfilments.get(id)).toHaveLength(1);
		expect(shop.eventsOf(id).at(-1)).toBe('DELIVERED');
	}
});

test('an order that its courier gives up is tagged, and no other courier is booked until a person takes the tag off', async () => {
	const news = flow.poller();
	const hear = async () => {
		await flow.wait(60_000);
		await flow.run(NEWS, (await news.poll()).map(({ json }) => json));
	};
	await news.poll();
	await flow.run(ORDER, [orderOf('7001')]);
	await hear();
	flow.sandbox.cyke.setStatus(flow.sandbox.cyke.deliveries[0]?.id ?? 0, 'cancelled', undefined, { force: true });
	await hear();
	const order = shop.orders.get('7001');
	expect(order?.tags).toBe('courier booked, courier trouble');
	await flow.run(ORDER, [structuredClone(order) ?? {}]);
	await flow.run(CLOCK, [{}]);
	expect(flow.live()).toEqual([]);
	expect(notesOf('7001').at(-1)).toMatch(/is now cancelled/);
	if (order) order.tags = 'courier booked';
	await flow.run(CLOCK, [{}]);
	expect(flow.live()).toEqual(['SH-7001']);
});

test.each<[string, IDataObject]>([
	['fulfillmentCreate', { data: { fulfillmentCreate: { fulfillment: null, userErrors: [{ field: null, message: 'Locked' }] } } }],
	['metafieldsSet', { data: { tagsAdd: { userErrors: [] }, metafieldsSet: { userErrors: [{ message: 'Locked' }] } } }],
	['fulfillmentEventCreate', { errors: [{ message: 'Locked', extensions: { code: 'THROTTLED' } }] }],
	['OrderForDelivery', { data: null, errors: [{ message: 'Locked' }] }],
	['OrderByName', { errors: 'Locked' }],
])('a 200 that refuses %s is a failure: the owner hears of it, and it is tried again', async (part, answer) => {
	const news = flow.poller();
	await news.poll();
	shop.refusals.set(part, answer);
	await flow.run(ORDER, [orderOf('7001')]);
	await flow.deliver(news);
	expect(shop.refusals.size).toBe(0);
	expect(shop.mails).toEqual([expect.stringMatching(/^Locked\n/)]);
	expect(flow.live()).toEqual(['SH-7001']);
	expect(notesOf('7001')[0]).toMatch(/is booked/);
	expect(notesOf('7001').at(-1)).toMatch(/delivered/);
	expect(shop.fulfilments.get('7001')).toHaveLength(1);
	expect(shop.eventsOf('7001').at(-1)).toBe('DELIVERED');
});
