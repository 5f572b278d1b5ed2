import { createCustomer, updateCustomer } from '../../shared/carriers/hubrise/actions/customer-writes';
import { listCustomers, listCustomerLists } from '../../shared/carriers/hubrise/actions/customer-reads';
import { createOrder } from '../../shared/carriers/hubrise/actions/create-order';
import { getDelivery } from '../../shared/carriers/hubrise/actions/get-delivery';
import { addLoyaltyPoints, listLoyaltyCards } from '../../shared/carriers/hubrise/actions/loyalty';
import { getOrder, listOrders } from '../../shared/carriers/hubrise/actions/order-reads';
import { updateLocation } from '../../shared/carriers/hubrise/actions/update-location';
import { updateOrder } from '../../shared/carriers/hubrise/actions/update-order';
import { createDelivery } from '../../shared/carriers/hubrise/actions/create-delivery';
import { documentedOrder } from '../../shared/carriers/hubrise/documented-order';
import { hubrise } from '../../shared/carriers/hubrise/carrier';
import { eventPayload } from '../../shared/carriers/hubrise/event';
import { newOrderEvent } from '../../shared/carriers/hubrise/event-samples';
import { newOrder, orderStatusChanged } from '../../shared/carriers/hubrise/inbox-triggers';
import { toEventItem } from '../../shared/carriers/hubrise/event';
import { toWebhookEvent } from '../../shared/carriers/hubrise/event-mapping';
import type { Action } from '../../shared/declare/action';
import type { JsonObject } from '../../shared/json';
import { connect } from '../../shared/run/connect';
import { perform } from '../../shared/run/perform';
import { scriptedPorts } from '../core/scripted-ports';
import { HubriseHarness, TILL } from './hubrise-harness';
import { itemOf } from './scripted-deliverit';

const LIST = 'xd2p4';
const pizza = {
	product_name: 'Margherita',
	price: '9',
	quantity: '2',
	options: 'Sauce: Barbecue [BBQ] +1.00; Toppings: -Onions',
};
let harness: HubriseHarness;
beforeEach(() => {
	harness = new HubriseHarness();
});

async function readAs(action: Action, values: JsonObject, status: number, text: string) {
	const access = connect(hubrise, { access_token: 'example-token' });
	if (!access.ok) throw new Error(access.failure.message);
	const ports = scriptedPorts(async () => ({ response: { status, headers: {}, text } }), Date.now());
	return await perform({ carrier: hubrise, action, access: access.value, values }, ports);
}

test('the documented order is read whole: its delivery without an id, options, deal, amounts', async () => {
	const order = itemOf(await readAs(getOrder, { order_id: '5dpm9' }, 200, JSON.stringify(documentedOrder)));
	expect(order).toMatchObject({
		delivery: { id: null, carrierName: 'Uber Direct', courier: { latitude: '48.856614' } },
		items: [
			{ name: 'Carbonara Large', deal: '30% off on pasta', options: null },
			{ name: 'Basil and Pesto', options: 'Sauce: BBQ [31] +0.50', subtotalAmount: 7 },
		],
		discounts: [{ amount: 2, currency: 'EUR' }],
		charges: [{ amount: 2, currency: 'EUR' }],
		payments: [{ amount: 18.9, currency: 'EUR' }],
		customer: { id: 'wbq93', reference: '49751' },
	});
	expect(order).not.toHaveProperty('warnings');
});

test('one odd row and odd fields spoil neither the list nor the order', async () => {
	const odd = { ...documentedOrder, total: { eur: 5 }, customer: { latitude: 48.8, birth_date: ['x'] }, items: 'none' };
	const listed = await readAs(listOrders, {}, 200, JSON.stringify([odd, { status: 'new' }]));
	expect(listed.ok && listed.value).toMatchObject([
		{
			id: '5dpm9',
			total: null,
			customer: { latitude: '48.8' },
			warnings: [expect.stringContaining('total'), expect.stringContaining('1 more row')],
			carrierData: { items: 'none' },
		},
	]);
	expect(await readAs(listOrders, { private_ref: 'A' }, 200, JSON.stringify([odd, { status: 'new' }]))).toMatchObject({
		ok: false,
		failure: { code: 'unreadable_answer' },
	});
});

test.each([
	['a page', '<html>404</html>'],
	['nothing', ''],
	['another JSON', '{"error":"no route"}'],
	['a wrong address', '{"error_type":"routing_error"}'],
])('a 404 that is %s does not say that there is no delivery', async (_name, text) => {
	expect(await readAs(getDelivery, { order_id: '5dpm9' }, 404, text)).toMatchObject({
		ok: false,
		failure: { code: 'unreadable_answer' },
	});
	const own = JSON.stringify({ message: 'Not found', error_type: 'not_found' });
	expect(await readAs(getDelivery, { order_id: '5dpm9' }, 404, own)).toMatchObject({
		ok: false,
		failure: { code: 'not_found' },
	});
});

test('options, a deal and a known customer go out and come back', async () => {
	const customer = itemOf(
		await harness.run(
			createCustomer,
			{ customer_list_id: LIST, private_ref: 'C-1', first_name: 'Ada', phone: '+44123456789' },
			TILL,
		),
	);
	expect(
		itemOf(await harness.run(createCustomer, { customer_list_id: LIST, private_ref: 'C-1', first_name: 'Ida' }, TILL)),
	).toMatchObject({
		id: customer.id,
		outcome: 'found',
		warnings: ['First Name is "Ida" here but "Ada" in the existing booking.'],
	});
	const order = itemOf(
		await harness.run(
			createOrder,
			{
				private_ref: 'WC-1',
				customer_list_id: LIST,
				customer_private_ref: 'C-1',
				items: [pizza, { product_name: 'Coke', price: '1', deal_line: 'LUNCH: Drink' }],
				deals: 'Lunch Menu [LUNCH]',
				loyalty_operations: [{ delta: '5', ref: 'LOY' }],
			},
			TILL,
		),
	);
	expect(order).toMatchObject({
		outcome: 'created',
		total: { amount: 21 },
		customer: { id: customer.id, name: 'Ada' },
		items: [{ options: 'Sauce: Barbecue [BBQ] +1.00; Toppings: -Onions' }, { deal: 'Lunch Menu: Drink' }],
	});
	// A value from a response is accepted unchanged in a request.
	const [item] = order.items as { options: string }[];
	const again = await harness.run(
		createOrder,
		{ private_ref: 'WC-2', items: [{ ...pizza, options: item?.options }] },
		TILL,
	);
	expect(itemOf(again).items).toMatchObject([{ options: item?.options }]);
});

test('the lines of an order from an earlier step go out as they are', async () => {
	const first = itemOf(await harness.run(createOrder, { private_ref: 'A', items: [pizza] }, TILL));
	const { items } = first.carrierData as { items: JsonObject[] };
	const known = ['product_name', 'price', 'quantity', 'options', 'sku_ref', 'deal_line'];
	const lines = items.map((item) => Object.fromEntries(Object.entries(item).filter(([key]) => known.includes(key))));
	const second = itemOf(await harness.run(createOrder, { private_ref: 'B', items: lines }, TILL));
	expect(second).toMatchObject({
		total: first.total,
		items: [{ options: 'Sauce: Barbecue [BBQ] +1.00; Toppings: -Onions' }],
	});
});

test('an addition whose answer is lost is found, and a repeat adds nothing', async () => {
	const { id } = itemOf(await harness.run(createOrder, { private_ref: 'A', items: [pizza] }, TILL));
	let lost = 1;
	harness.dropsResponse = (call) => call.startsWith('PATCH') && lost-- > 0;
	const addition = {
		order_id: id,
		status: 'accepted',
		payments: [{ name: 'Cash', amount: '5.90' }],
		charges: [{ name: 'Bag', price: '0.20', private_ref: 'BAG' }],
	};
	for (let run = 0; run < 3; run += 1)
		expect(itemOf(await harness.run(updateOrder, addition, TILL))).toMatchObject({ orderStatus: 'accepted' });
	const order = harness.sandbox.hubrise.order(String(id));
	expect([order?.payments.length, order?.charges.length]).toEqual([1, 1]);
	expect(
		itemOf(await harness.run(updateOrder, { ...addition, payments: [{ name: 'Card', amount: '12.10' }] }, TILL)),
	).toMatchObject({
		payments: [{ name: 'Cash' }, { name: 'Card', amount: 12.1 }],
		charges: [{ reference: 'BAG' }],
	});
});

test('fields are cleared, entries are named and removed, custom fields go', async () => {
	const { id, items } = itemOf(
		await harness.run(
			createOrder,
			{
				private_ref: 'A',
				seller_notes: 'x',
				items: [pizza],
				custom_fields: [
					{ name: 'a.b', value: '1' },
					{ name: 'c', value: '2' },
				],
			},
			TILL,
		),
	);
	const [item] = items as { id: string }[];
	const changed = itemOf(
		await harness.run(
			updateOrder,
			{
				order_id: id,
				cleared: [{ field: 'seller_notes' }, { field: 'private_ref' }],
				named: [{ in: 'items', entry_id: item?.id ?? '', private_ref: 'I-1' }],
				custom_fields: [{ name: 'a' }],
			},
			TILL,
		),
	);
	expect(changed).toMatchObject({ sellerNotes: null, reference: null, items: [{ reference: 'I-1' }] });
	expect((changed.carrierData as JsonObject).custom_fields).toEqual({ c: '2' });
});

test('points move once for a reason, also where the answer is lost', async () => {
	const { id } = itemOf(await harness.run(createCustomer, { customer_list_id: LIST, private_ref: 'C-1' }, TILL));
	await harness.run(createOrder, { private_ref: 'A', customer_id: id, loyalty_operations: [{ delta: '1' }] }, TILL);
	const [card] = itemsOf(await harness.run(listLoyaltyCards, { customer_list_id: LIST, customer_id: id }, TILL));
	let lost = 1;
	harness.dropsResponse = (call) => call.startsWith('POST') && lost-- > 0;
	const points = { customer_list_id: LIST, loyalty_card_id: card?.id, delta: '4.2', reason: 'Order A' };
	await harness.run(addLoyaltyPoints, points, TILL);
	expect(itemOf(await harness.run(addLoyaltyPoints, points, TILL))).toMatchObject({ outcome: 'found', balance: '5.2' });
});

test('customers are changed and found by phone; a location is paused', async () => {
	const { id } = itemOf(
		await harness.run(createCustomer, { customer_list_id: LIST, phone: '+33 6 12 34 56 78' }, TILL),
	);
	await harness.run(updateCustomer, { customer_list_id: LIST, customer_id: id, last_name: 'Moreau' }, TILL);
	const [found] = itemsOf(await harness.run(listCustomers, { customer_list_id: LIST, phone: '+336*' }, TILL));
	expect(found).toMatchObject({ id, lastName: 'Moreau' });
	expect(itemsOf(await harness.run(listCustomerLists, {}))).toMatchObject([{ id: LIST }]);
	expect(itemOf(await harness.run(updateLocation, { mode: 'paused', reason: 'Party' }))).toMatchObject({
		orderAcceptance: 'paused',
		pauseReason: 'Party',
	});
});

test('a second delivery reports the existing one, not another reference', async () => {
	const order_id = harness.sandbox.hubrise.placeOrder().id;
	await harness.run(createDelivery, { order_id, carrier: 'UPS' });
	const second = await harness.run(createDelivery, { order_id, carrier: 'UPS' }, undefined, { ifExists: 'another' });
	expect(second).toMatchObject({
		ok: false,
		failure: { code: 'already_exists', advice: expect.stringContaining('has a delivery already') },
	});
});

test('an order made in a status is an event of that status, whether or not it awaits a delivery', () => {
	const accepted = {
		...newOrderEvent,
		new_state: { ...newOrderEvent.new_state, status: 'accepted', service_type: 'collection' },
	};
	const line = toEventItem(eventPayload.parse(accepted));
	expect(orderStatusChanged.read(line, access())).toMatchObject({
		type: 'orderStatusChanged',
		item: { orderStatus: 'accepted' },
	});
	expect(newOrder.read(line, access())).not.toHaveProperty('item');
	expect(orderStatusChanged.carrierEvents).toEqual(['order.update', 'order.create']);
	expect(toWebhookEvent(eventPayload.parse(newOrderEvent)).type).toBe('newOrder');
});

test('an event that names its order by a number, or not at all, is no other order’s', () => {
	const event = (id: string, state: JsonObject) =>
		toWebhookEvent(
			eventPayload.parse({
				id,
				resource_type: 'order',
				event_type: 'update',
				new_state: { status: 'accepted', items: [], ...state },
				previous_state: { status: 'new' },
			}),
		);
	expect(event('e1', { id: 4711 })).toMatchObject({ id: '4711:accepted', item: { id: '4711' } });
	const [first, second] = [event('e1', {}), event('e2', {})];
	expect(first.id).not.toBe(second.id);
	expect(first.order?.subject).not.toBe(second.order?.subject);
});

const access = () => {
	const connected = connect(hubrise, TILL);
	if (!connected.ok) throw new Error(connected.failure.message);
	return connected.value;
};

function itemsOf(result: Awaited<ReturnType<HubriseHarness['run']>>) {
	if (!result.ok) throw new Error(result.failure.message);
	return result.value;
}
