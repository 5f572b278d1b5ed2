import { acceptQuote } from '../../shared/carriers/hubrise/actions/accept-quote';
import { createOrder } from '../../shared/carriers/hubrise/actions/create-order';
import { createQuote } from '../../shared/carriers/hubrise/actions/create-quote';
import { getLocation } from '../../shared/carriers/hubrise/actions/get-location';
import { listLocations } from '../../shared/carriers/hubrise/actions/list-locations';
import { getOrder, listOrders } from '../../shared/carriers/hubrise/actions/order-reads';
import { listQuotes } from '../../shared/carriers/hubrise/actions/quote-reads';
import { updateOrder } from '../../shared/carriers/hubrise/actions/update-order';
import { hubrise } from '../../shared/carriers/hubrise/carrier';
import { connect } from '../../shared/run/connect';
import { testConnection } from '../../shared/run/test-connection';
import { itemOf } from './scripted-deliverit';
import { ACCOUNT, BRIDGE, HubriseHarness, TILL } from './hubrise-harness';

let harness: HubriseHarness;
beforeEach(() => {
	harness = new HubriseHarness();
});

const cake = {
	private_ref: 'WC-1042',
	customer: {
		first_name: 'Ada',
		last_name: 'Moreau',
		phone: '+33612345678',
		address_1: '12 rue des Petits Champs',
		postal_code: '75002',
		city: 'Paris',
	},
	items: [{ product_name: 'Cake', price: '19.9', quantity: '2' }],
};

test('an order is made once by its reference, which it keeps when it comes to nothing', async () => {
	const created = itemOf(await harness.run(createOrder, cake, TILL));
	expect(created).toMatchObject({
		outcome: 'created',
		reference: 'WC-1042',
		awaitsDelivery: true,
		total: { amount: 39.8, currency: 'EUR' },
		customer: { name: 'Ada Moreau', street: '12 rue des Petits Champs' },
		items: [{ name: 'Cake', quantity: '2.0', priceAmount: 19.9, priceCurrency: 'EUR' }],
	});
	const again = itemOf(
		await harness.run(createOrder, { ...cake, customer: { ...cake.customer, postal_code: '75011' } }, TILL),
	);
	expect(again).toMatchObject({
		id: created.id,
		outcome: 'found',
		warnings: ['Customer Postal Code is "75011" here but "75002" in the existing booking.'],
	});
	await harness.run(updateOrder, { order_id: created.id, status: 'completed' }, TILL);
	expect(itemOf(await harness.run(createOrder, cake, TILL))).toMatchObject({
		id: created.id,
		outcome: 'found',
		warnings: ['Status is "new" here but "completed" in the existing booking.'],
	});
	await harness.run(updateOrder, { order_id: created.id, status: 'cancelled' }, TILL);
	expect(itemOf(await harness.run(createOrder, cake, TILL))).toMatchObject({
		outcome: 'found',
		warnings: ['Status is "new" here but "cancelled" in the existing booking.'],
	});
	expect(harness.sandbox.hubrise.orders).toHaveLength(1);
});

test.each([
	[true, 'found', undefined],
	[false, 'created', 'in the same moment'],
])('another run was faster, and references are unique: %s', async (unique, outcome, warning) => {
	harness.sandbox.hubrise.settings.uniquePrivateRefs = unique;
	let isFirst = true;
	harness.beforeCall = (call) => {
		if (!call.startsWith('POST') || !isFirst) return;
		isFirst = false;
		harness.sandbox.hubrise.placeOrder({ status: 'new', service_type: 'delivery', private_ref: 'WC-1' });
	};
	const values = { private_ref: 'WC-1', items: [{ product_name: 'Cake', price: '19.90' }] };
	const order = itemOf(await harness.run(createOrder, values, TILL));
	expect(order.outcome).toBe(outcome);
	if (warning !== undefined) expect(String(order.warnings)).toContain(warning);
	expect(harness.calls.filter((call) => call.startsWith('POST'))).toHaveLength(1);
});

test('the reference of one app is not seen by another', async () => {
	const { id } = itemOf(await harness.run(createOrder, cake, TILL));
	expect(itemOf(await harness.run(getOrder, { order_id: id }, BRIDGE))).toMatchObject({ reference: null });
	expect(await harness.run(listOrders, { private_ref: 'WC-1042' }, BRIDGE)).toEqual({ ok: true, value: [] });
});

test('status and entries of an order change, and what is not there is named', async () => {
	const { id, items } = itemOf(await harness.run(createOrder, cake, TILL));
	const [first] = items as { id: string }[];
	const changed = itemOf(
		await harness.run(
			updateOrder,
			{ order_id: id, status: 'in_delivery', removed: [{ from: 'items', entry_id: first?.id ?? '' }] },
			TILL,
		),
	);
	expect(changed).toMatchObject({ orderStatus: 'in_delivery', items: [] });
	expect(
		await harness.run(updateOrder, { order_id: id, removed: [{ from: 'items', entry_id: 'zzz' }] }, TILL),
	).toMatchObject({
		ok: false,
		failure: { code: 'refused', message: expect.stringContaining('has no element zzz') },
	});
});

test('what is charged, taken off and paid is listed by its ID, and can be taken off by it', async () => {
	const input = {
		...cake,
		charges: [{ name: 'Delivery', price: '3', ref: 'D' }],
		discounts: [{ name: 'Welcome', price_off: '1.50' }],
		payments: [{ name: 'Card', amount: '41.30', ref: 'CB' }],
		coupon_codes: ' HELLO,',
	};
	const created = itemOf(await harness.run(createOrder, input, TILL));
	expect(created).toMatchObject({
		total: { amount: 41.3 },
		charges: [{ name: 'Delivery', ref: 'D', amount: 3, currency: 'EUR' }],
		discounts: [{ name: 'Welcome', ref: null, amount: 1.5, currency: 'EUR' }],
		payments: [{ name: 'Card', ref: 'CB', amount: 41.3, currency: 'EUR' }],
		carrierData: { coupon_codes: ['HELLO'] },
	});
	const [charge] = created.charges as { id: string }[];
	const withoutCharge = itemOf(
		await harness.run(
			updateOrder,
			{ order_id: created.id, removed: [{ from: 'charges', entry_id: charge?.id ?? '' }] },
			TILL,
		),
	);
	expect(withoutCharge).toMatchObject({ total: { amount: 38.3 }, charges: [], discounts: [{ amount: 1.5 }] });
});

test('custom fields of any name are nested objects at HubRise', async () => {
	const custom = [
		{ name: 'shop', value: 'Valmy' },
		{ name: 'delivery.driver.first_name', value: 'John' },
		{ name: 'delivery.tracking_url', value: 'https://track.example.com/42' },
		{ name: '__proto__.polluted', value: 'yes' },
	];
	const created = itemOf(await harness.run(createOrder, { ...cake, custom_fields: custom }, TILL));
	const storedFields = harness.sandbox.hubrise.order(String(created.id))?.custom_fields;
	expect(storedFields).toMatchObject({
		shop: 'Valmy',
		delivery: { driver: { first_name: 'John' }, tracking_url: 'https://track.example.com/42' },
	});
	expect(Reflect.get({}, 'polluted')).toBeUndefined();
	const changed = itemOf(
		await harness.run(updateOrder, { order_id: created.id, custom_fields: [{ name: 'table', value: '7' }] }, BRIDGE),
	);
	expect(changed).toMatchObject({ carrierData: { custom_fields: { table: '7' } } });
});

test('lists are read by their cursor, by location and over the account', async () => {
	for (let each = 0; each < 130; each += 1)
		harness.sandbox.hubrise.placeOrder(undefined, { location: each % 2 === 0 ? '3r4s3-1' : '3r4s3-2' });
	const count = async (values: object, connection: typeof BRIDGE = BRIDGE) => {
		const listed = await harness.run(listOrders, { ...values }, connection);
		return listed.ok ? new Set(listed.value.map(({ id }) => id)).size : listed.failure.message;
	};
	expect(await count({})).toBe(65);
	expect(await count({}, ACCOUNT)).toBe(130);
	expect(await count({ location_id: '3r4s3-2' }, ACCOUNT)).toBe(65);
	expect(harness.calls).toEqual([
		'GET /location/orders',
		'GET /account/orders',
		'GET /account/orders',
		'GET /locations/3r4s3-2/orders',
	]);
	expect(await count({ after: '2026-11-24T00:00:00+01:00' })).toBe(0);
	expect(await count({ location_id: 'k2m9z-1' }, ACCOUNT)).toContain('no such location');
});

test('an offer is made once and accepted once, and another one can exist beside it', async () => {
	const order_id = harness.sandbox.hubrise.placeOrder().id;
	const offer = { order_id, carrier: 'UPS', fee: { amount: '4.50' }, estimated_pickup_at: '2026-11-23T12:00:00+01:00' };
	const first = itemOf(await harness.run(createQuote, offer));
	expect(first).toMatchObject({ outcome: 'created', accepted: false, price: { amount: 4.5, currency: 'EUR' } });
	expect(
		itemOf(await harness.run(createQuote, { ...offer, estimated_pickup_at: '2026-11-23T11:00:00Z' })),
	).toMatchObject({ id: first.id, outcome: 'found' });
	const higherQuote = itemOf(await harness.run(createQuote, { ...offer, fee: { amount: '5' } }));
	expect(higherQuote).toMatchObject({ outcome: 'created' });
	for (const quote_id of [first.id, first.id, higherQuote.id]) {
		expect(itemOf(await harness.run(acceptQuote, { order_id, quote_id }))).toMatchObject({
			id: quote_id,
			accepted: true,
		});
	}
	const listed = await harness.run(listQuotes, { location_id: '3r4s3-1', order_id }, ACCOUNT);
	expect(listed.ok && listed.value.map(({ accepted }) => accepted)).toEqual([true, true]);
});

test('both kinds of connection know their locations, and whose they are', async () => {
	expect(itemOf(await harness.run(getLocation, {}))).toMatchObject({
		id: '3r4s3-1',
		currency: 'EUR',
		timeZone: 'Europe/Paris',
	});
	const names = async (connection: typeof BRIDGE) => {
		const listed = await harness.run(listLocations, {}, connection);
		return listed.ok && listed.value.map(({ name }) => name);
	};
	expect([await names(BRIDGE), await names(ACCOUNT)]).toEqual([['Valmy'], ['Valmy', 'Ourcq']]);
	const label = async (fields: typeof BRIDGE) => {
		const access = connect(hubrise, fields);
		const testResult = access.ok ? await testConnection(hubrise, access.value, harness.ports) : access;
		return testResult.ok ? testResult.value.account : testResult.failure.code;
	};
	expect([await label(BRIDGE), await label(ACCOUNT)]).toEqual(['Valmy (Brasserie du Canal)', 'Brasserie du Canal']);
	// The wrong level is noticed when the connection is tested.
	expect([await label({ ...ACCOUNT, ...BRIDGE }), await label({ access_token: ACCOUNT.access_token })]).toEqual([
		'not_authorised',
		'not_found',
	]);
	expect(await label({ access_token: 'nobody' })).toBe('not_authorised');
	expect(connect(hubrise, { ...BRIDGE, time_zone: 'Europe/Copenhagen' })).toMatchObject({
		ok: true,
		value: { zone: 'Europe/Copenhagen' },
	});
	expect(connect(hubrise, { ...BRIDGE, time_zone: 'Paris' })).toMatchObject({
		ok: false,
		failure: {
			code: 'invalid_input',
			message: expect.stringContaining('"Paris" in the HubRise connection is not a time zone'),
		},
	});
});
