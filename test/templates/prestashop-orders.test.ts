import type { IDataObject } from 'n8n-workflow';

import { prestashop } from '../../scripts/generate/workflows/prestashop';
import { tomorrow } from '../../sandbox/demo/orders/order';
import { useInstantClock } from '../n8n/instant-clock';
import { workflowFile } from './files';
import { PrestaShop } from './prestashop-shop';
import { CLOCK, failsOnce, NEWS, noTrouble, ShopWorkflow } from './shop-workflow';

useInstantClock();

const SAMPLE = 'Sample order';
const file = workflowFile('prestashop-orders-to-a-courier');
const sampleOrder = prestashop.sample.order as IDataObject;
let shop: PrestaShop;
let flow: ShopWorkflow;

beforeEach(async () => {
	shop = new PrestaShop();
	flow = await ShopWorkflow.start(file, shop);
});
afterEach(async () => await flow.sandbox.close());

const placeOrder = (...order: Parameters<PrestaShop['place']>) => shop.place(...order);

const stateOf = (id: string) => shop.order(id).current_state;

async function look(trouble: (name: string) => boolean = noTrouble): Promise<void> {
	const { status, error } = await flow.run(CLOCK, [{}], trouble);
	expect([status, error]).toEqual(['success', undefined]);
}

test('the sample is an order to book, and needs no shop to be read', async () => {
	expect(file.pinData[SAMPLE]).toEqual([{ json: prestashop.sample }]);
	placeOrder('3801');
	await flow.run(SAMPLE, [{ ...prestashop.sample, order: { ...sampleOrder, ddw_order_date: tomorrow().toFormat('yyyy-MM-dd') } }]);
	expect(flow.live()).toEqual(['PS-3801']);
});

test('an order that every look finds is booked once, and its note is written once', async () => {
	placeOrder('1042');
	for (let round = 0; round < 4; round += 1) {
		await look();
		await flow.wait(600_000);
	}
	expect(flow.live()).toEqual(['PS-1042']);
	expect(shop.notesOf('1042')).toEqual([expect.stringMatching(/^Cyke: delivery \d+ is booked/)]);
	expect(shop.rows('customer_threads')).toMatchObject([{ id_order: '1042', email: 'ines@example.com', status: 'closed' }]);
	expect([stateOf('1042'), shop.mails]).toEqual(['3', []]);
});

test('from the booking to the end, the order is updated: state, tracking number and notes', async () => {
	const news = flow.poller();
	await news.poll();
	placeOrder('1042');
	await look();
	await flow.deliver(news);
	await look();
	expect(stateOf('1042')).toBe('5');
	expect(shop.rows('order_histories').map(({ id_order_state: state }) => state)).toEqual(['3', '4', '5']);
	// All that the row held is still there.
	expect(shop.rows('order_carriers')).toMatchObject([{ id_order: '1042', id_carrier: '3', weight: '1.0' }]);
	expect(shop.trackingOf('1042')).toMatch(/^\d+$/);
	expect(shop.notesOf('1042').at(-1)).toMatch(/is now delivered/);
	expect(new Set(shop.notesOf('1042')).size).toBe(shop.notesOf('1042').length);
	expect(shop.mails).toEqual([]);
});

test.each([
	['cancelled', '6', 0],
	['refunded', '7', 0],
	['cancelled while n8n was down', '6', 5 * 3_600_000],
])('an order that is %s loses its courier, once, and keeps its state', async (_what, state, later) => {
	placeOrder('1042');
	await look();
	shop.change('1042', { current_state: state });
	await flow.wait(later);
	for (let round = 0; round < 2; round += 1) await look();
	expect(flow.live()).toEqual([]);
	expect(shop.notesOf('1042').filter((note) => /cancelled/.test(note))).toHaveLength(1);
	expect([stateOf('1042'), shop.mails]).toEqual([state, []]);
});

test('a state that a person has chosen is never written over', async () => {
	placeOrder('1042');
	await look();
	shop.change('1042', { current_state: '17' });
	await flow.run(NEWS, [{ id: '1', carrier: 'cyke', reference: 'PS-1042', status: 'delivered' }]);
	expect(stateOf('1042')).toBe('17');
	expect(shop.notesOf('1042').at(-1)).toMatch(/delivered/);
});

test('a bad order is put aside with its reason, and is booked when a person has put it right; the others are booked', async () => {
	placeOrder('7');
	placeOrder('6', {}, { phone: '', phone_mobile: '' });
	placeOrder('8');
	for (let round = 0; round < 2; round += 1) await look();
	expect(flow.live()).toEqual(['PS-7', 'PS-8']);
	expect(shop.notesOf('6')).toEqual([expect.stringMatching(/no courier is booked.*phone/i)]);
	expect(stateOf('6')).toBe('9');
	const address = shop.rows('addresses').find(({ id }) => id === '16');
	Object.assign(address ?? {}, { phone_mobile: '06 12 34 56 78' });
	shop.change('6', { current_state: '2' });
	await look();
	expect(flow.live()).toEqual(['PS-6', 'PS-7', 'PS-8']);
	expect(stateOf('6')).toBe('3');
});

test('an order that its courier gives up is put aside, and no other courier is booked until a person says so', async () => {
	const news = flow.poller();
	await news.poll();
	placeOrder('1042');
	await look();
	await flow.wait(60_000);
	await flow.run(NEWS, (await news.poll()).map(({ json }) => json));
	flow.sandbox.cyke.setStatus(flow.sandbox.cyke.deliveries[0]?.id ?? 0, 'cancelled', undefined, { force: true });
	await flow.wait(60_000);
	await flow.run(NEWS, (await news.poll()).map(({ json }) => json));
	for (let round = 0; round < 2; round += 1) await look();
	expect([flow.live(), stateOf('1042')]).toEqual([[], '9']);
	expect(shop.notesOf('1042').at(-1)).toMatch(/is now cancelled/);
	shop.change('1042', { current_state: '2' });
	await look();
	expect(flow.live()).toEqual(['PS-1042']);
});

test('an order that is changed after its booking says that the two differ', async () => {
	placeOrder('1042');
	await look();
	Object.assign(shop.rows('addresses')[0] ?? {}, { address1: '7 rue Bichat' });
	shop.change('1042', {});
	for (let round = 0; round < 2; round += 1) await look();
	expect(flow.live()).toEqual(['PS-1042']);
	expect(shop.notesOf('1042').filter((note) => /differs from the order/.test(note))).toHaveLength(1);
});

test('a token that the carrier does not accept puts no order aside: one mail a look says so, until it is renewed', async () => {
	for (const id of ['7', '8']) placeOrder(id);
	const expired = await ShopWorkflow.start(file, shop, 'ExpiredToken0001');
	const { status } = await expired.run(CLOCK, [{}]);
	await expired.sandbox.close();
	expect([status, stateOf('7'), stateOf('8'), shop.notesOf('7')]).toEqual(['success', '2', '2', []]);
	expect(shop.mails).toEqual([expect.stringMatching(/Invalid email or token/)]);
	await look();
	expect(flow.live()).toEqual(['PS-7', 'PS-8']);
});

test.each([
	['collected in the shop', { id_carrier: '1' }],
	['not paid', { current_state: '10' }],
	['shipped already', { current_state: '4' }],
	['of nothing to send', { id_carrier: '0' }],
])('an order %s is left alone', async (_what, changes) => {
	shop.rows('carriers').push({ id: '1', id_reference: '1', name: '0', external_module_name: '' });
	placeOrder('9', changes);
	await look();
	expect([flow.live(), shop.notesOf('9'), shop.mails]).toEqual([[], [], []]);
});

test('a delivery of another shop is nobody’s business here', async () => {
	placeOrder('9');
	for (const reference of ['OTHER-9', 'PS-99'])
		await flow.run(NEWS, [{ id: '9', carrier: 'cyke', reference, status: 'delivered' }]);
	expect([shop.rows('customer_threads'), shop.mails]).toEqual([[], []]);
});

describe('no order is lost and none is booked twice when a step fails once', () => {
	const steps = [
		'Orders that changed',
		'Orders to deliver',
		'Read the order',
		'Read its address',
		'Read its country',
		'Read its customer',
		'Read its carrier',
		'Update the shop',
		'Ask the shop',
		'Report by mail',
	];

	test('every step that calls the shop is one of these, or a mail about a proposed time or a courier who still comes', () => {
		const mails = ['Ask about the time', 'The courier still comes'];
		expect(flow.stepsOutside().sort()).toEqual([...steps, ...mails].sort());
	});

	test.each([...steps, 'the carrier'])('%s', async (failing) => {
		const fails = failsOnce(failing);
		const news = flow.poller();
		await news.poll();
		const ids = ['41', '42', '43'];
		for (const id of ids) placeOrder(id);
		if (failing === 'the carrier') {
			const down = { kind: 'gateway', status: 502, page: 'html', phase: 'before' } as const;
			flow.sandbox.faults.add({ carrier: 'cyke', fault: down, nth: [1, 2, 3, 4, 5, 6, 7, 8] });
		}
		for (let round = 0; round < 3; round += 1) {
			await look(fails);
			await flow.wait(900_000);
		}
		await flow.deliver(news, fails);
		expect(flow.live()).toEqual(['PS-41', 'PS-42', 'PS-43']);
		for (const id of ids) {
			expect(stateOf(id)).toBe('5');
			expect(shop.trackingOf(id)).toMatch(/^\d+$/);
			expect(shop.notesOf(id).filter((note) => /is booked/.test(note))).toHaveLength(1);
			expect(shop.notesOf(id).filter((note) => /is now delivered/.test(note))).toHaveLength(1);
		}
		expect(shop.mails.join('\n')).not.toContain('[object');
	});
});
