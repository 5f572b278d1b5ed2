import type { JsonObject } from '../../../shared/json';
import { atCarrier, itemOf } from './at-carrier';
import { parcels, shopify, woo } from './orders';

const cyke = () => atCarrier('cyke');

test('what a booking step gives is all that the next step needs', async () => {
	const at = cyke();
	const booked = itemOf(await at.run('book', { order: woo(), parcels }));
	const result = await at.run('prepareUpdate', {
		order: booked.order,
		delivery: booked,
		shop_address: 'https://shop.example.com/',
	});
	expect(result).toMatchObject({
		ok: true,
		value: [
			{
				outcome: 'send',
				purpose: 'note',
				method: 'POST',
				url: 'https://shop.example.com/wp-json/wc/v3/orders/612/notes',
				contentType: 'application/json',
				body: expect.stringContaining('is booked'),
			},
			{ outcome: 'send', purpose: 'status', method: 'PUT' },
		],
	});
});

test('an order that was left out says nothing to the shop', async () => {
	const at = cyke();
	const left = itemOf(await at.run('book', { order: woo({ status: 'pending' }), parcels }));
	expect(itemOf(await at.run('prepareUpdate', { order: left.order, delivery: left }))).toMatchObject({
		outcome: 'nothing',
		why: expect.any(String),
	});
});

test.each([
	['outcome_unknown', 'not known whether a courier is booked'],
	['invalid_input', 'no courier is booked'],
])('a booking that failed with %s says "%s"', async (code, words) => {
	const delivery = { error: 'Something went wrong', details: { code, reference: 'WC-612' } };
	const item = itemOf(await cyke().run('prepareUpdate', { order: woo(), delivery }));
	expect(item.body).toContain(words);
	if (code === 'outcome_unknown') expect(item.body).toContain('WC-612');
});

test.each([
	['Two requests got no answer. Search the carrier for the reference. (outcome_unknown)', 'not known whether'],
	['The app did not respond in time', 'not known whether a courier is booked. Look for this order at Cyke'],
	['Order 612 cannot be booked yet. Phone is empty. (invalid_input)', 'no courier is booked'],
])('a host that hands on the message alone: %s', async (error, words) => {
	const item = itemOf(await cyke().run('prepareUpdate', { order: woo(), delivery: { error } }));
	expect(item.body).toContain(words);
});

test('an order that was changed after its booking is noted once, with what differs', async () => {
	const at = cyke();
	await at.run('book', { order: woo(), parcels });
	const moved = woo({ shipping: { ...Object(woo().shipping), address_1: '30 rue Oberkampf' } });
	const again = itemOf(await at.run('book', { order: moved, parcels }));
	expect(again).toMatchObject({ outcome: 'found_different' });
	const result = await at.run('prepareUpdate', { order: again.order, delivery: again });
	const [note, status] = result.ok ? result.value : [];
	expect(note).toMatchObject({ outcome: 'send', purpose: 'note' });
	for (const words of ['is booked under WC-612 and differs from the order', '30 rue Oberkampf', 'Change the order'])
		expect(note?.body).toContain(words);
	expect(note?.body).not.toContain('no courier');
	const written = JSON.parse(String(status?.body)) as JsonObject;
	expect(written).toMatchObject({ status: 'on-hold' });
	const update = await at.run('prepareUpdate', { order: { ...moved, ...written }, delivery: again });
	expect(update).toMatchObject({ ok: true, value: [{ outcome: 'nothing' }] });
	expect(at.sandbox.cyke.deliveries).toHaveLength(1);
});

test.each(['unavailable', 'not_authorised'])('what is no fault of the order leaves it as it is: %s', async (code) => {
	const delivery = { error: 'Cyke is down, or wants another token', details: { code } };
	expect(itemOf(await cyke().run('prepareUpdate', { order: woo(), delivery }))).toMatchObject({ outcome: 'nothing' });
});

test('a cancelled order gets a note alone', async () => {
	const delivery = { id: '7', reference: 'WC-612', status: 'delivered' };
	const result = await cyke().run('prepareUpdate', { order: woo({ status: 'cancelled' }), delivery });
	expect(result).toMatchObject({ ok: true, value: [{ purpose: 'note' }] });
	expect(result.ok && result.value).toHaveLength(1);
});

test('a question to the shop is answered, and the answer goes in', async () => {
	const at = atCarrier('deliverit');
	const delivery = { id: '7', reference: 'SH-7001', status: 'scheduled', outcome: 'booked' };
	expect(itemOf(await at.run('prepareUpdate', { order: shopify(), delivery }))).toMatchObject({ outcome: 'ask' });
	const answer = {
		data: {
			order: { id: 'gid://shopify/Order/7001', fulfillmentOrders: { nodes: [] }, fulfillments: [], lineItems: [] },
		},
	};
	expect(itemOf(await at.run('prepareUpdate', { order: shopify(), delivery, answer }))).toMatchObject({
		outcome: 'send',
		purpose: 'note',
	});
});

describe('with the delivery alone, as a trigger emits it', () => {
	const moved = (reference: string) => ({
		id: '7',
		reference,
		status: 'delivered',
		trackingUrl: 'https://t.example/7',
	});

	test.each([
		['woocommerce', 'WC-1042', 'GET', '/wp-json/wc/v3/orders/1042', null],
		['shopify', 'SH-7001', 'POST', '/admin/api/2026-01/graphql.json', 'name:7001'],
		['prestashop', 'PS-3801', 'GET', '/api/orders?output_format=JSON&display=full&filter[id]=[3801]', null],
		[
			'prestashop',
			'PS-XKBKNABJK',
			'GET',
			'/api/orders?output_format=JSON&display=full&filter[reference]=[XKBKNABJK]',
			null,
		],
	])('the order of %s is read first', async (shop, reference, method, path, words) => {
		const item = itemOf(await cyke().run('prepareUpdate', { delivery: moved(reference), shop }));
		expect(item).toMatchObject({ outcome: 'ask', method, path });
		if (words) expect(item.body).toContain(words);
	});

	test('a shop without such an order gets no second request', async () => {
		const answer = { statusCode: 200, headers: {}, body: [] };
		const input = { delivery: moved('PS-99'), shop: 'prestashop', answer };
		expect(itemOf(await cyke().run('prepareUpdate', input))).toMatchObject({ outcome: 'nothing' });
	});

	test('the answer is the order', async () => {
		const input = { delivery: moved('WC-612'), shop: 'woocommerce', answer: woo() };
		expect(await cyke().run('prepareUpdate', input)).toMatchObject({
			ok: true,
			value: [{ purpose: 'note' }, { purpose: 'customer_note' }, { purpose: 'status' }],
		});
		const node = { id: 'gid://shopify/Order/1', name: '#7001', fulfillmentOrders: { nodes: [] }, fulfillments: [] };
		const named = (...nodes: JsonObject[]) => ({ data: { orders: { nodes } } });
		const shopify = { delivery: moved('SH-7001'), shop: 'shopify' };
		expect(await cyke().run('prepareUpdate', { ...shopify, answer: named(node) })).toMatchObject({
			ok: true,
			value: [{ outcome: 'send', purpose: 'note' }],
		});
		// Two orders of one name: it is unclear which one is meant.
		expect(itemOf(await cyke().run('prepareUpdate', { ...shopify, answer: named(node, node) }))).toMatchObject({
			outcome: 'nothing',
		});
	});

	test.each([['OTHER-612'], ['WC-'], ['612']])('reference %s is of another shop', async (reference) => {
		expect(
			itemOf(await cyke().run('prepareUpdate', { delivery: moved(reference), shop: 'woocommerce' })),
		).toMatchObject({
			outcome: 'nothing',
		});
	});

	test("a prefix of one's own", async () => {
		const input = { delivery: moved('B2-612'), shop: 'woocommerce', reference_prefix: 'B2' };
		expect(itemOf(await cyke().run('prepareUpdate', input))).toMatchObject({
			outcome: 'ask',
			path: expect.stringMatching(/612$/),
		});
	});

	test('the kind of shop must be chosen', async () => {
		expect(await cyke().run('prepareUpdate', { delivery: moved('WC-612') })).toMatchObject({ ok: false });
	});
});
