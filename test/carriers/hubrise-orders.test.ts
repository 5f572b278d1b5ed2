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
import { itemOf } from './delivering';
import { ACCOUNT, BRIDGE, Road, TILL } from './hubrise-road';

let road: Road;
beforeEach(() => {
	road = new Road();
});

const cake = {
	private_ref: 'WC-1042',
	customer: { first_name: 'Ada', last_name: 'Moreau', phone: '+33612345678', address_1: '12 rue des Petits Champs', postal_code: '75002', city: 'Paris' },
	items: [{ product_name: 'Cake', price: '19.9', quantity: '2' }],
};

test('an order is made once by its reference, and made again only after it came to nothing', async () => {
	const made = itemOf(await road.run(createOrder, cake, TILL));
	expect(made).toMatchObject({
		outcome: 'created',
		reference: 'WC-1042',
		awaitsDelivery: true,
		total: { amount: 3_980, currency: 'EUR' },
		customer: { name: 'Ada Moreau', street: '12 rue des Petits Champs' },
		items: [{ name: 'Cake', quantity: '2', priceAmount: 1_990, priceCurrency: 'EUR' }],
	});
	const again = itemOf(await road.run(createOrder, { ...cake, customer: { ...cake.customer, postal_code: '75011' } }, TILL));
	expect(again).toMatchObject({ id: made.id, outcome: 'found', warnings: ['Customer Postal Code was asked as "75011" but the booking found has "75002".'] });
	await road.run(updateOrder, { order_id: made.id, status: 'completed' }, TILL);
	expect(itemOf(await road.run(createOrder, cake, TILL))).toMatchObject({ id: made.id, outcome: 'found', warnings: ['Status was asked as "new" but the booking found has "completed".'] });
	await road.run(updateOrder, { order_id: made.id, status: 'cancelled' }, TILL);
	expect(itemOf(await road.run(createOrder, cake, TILL))).toMatchObject({ outcome: 'created' });
	expect(road.sandbox.hubrise.orders).toHaveLength(2);
});

test('the reference of one app is not seen by another', async () => {
	const { id } = itemOf(await road.run(createOrder, cake, TILL));
	expect(itemOf(await road.run(getOrder, { order_id: id }, BRIDGE))).toMatchObject({ reference: null });
	expect(await road.run(listOrders, { private_ref: 'WC-1042' }, BRIDGE)).toEqual({ ok: true, value: [] });
});

test('status and entries of an order change, and what is not there is named', async () => {
	const { id, items } = itemOf(await road.run(createOrder, cake, TILL));
	const [first] = items as { id: string }[];
	const changed = itemOf(await road.run(updateOrder, { order_id: id, status: 'in_delivery', removed: [{ from: 'items', entry_id: first?.id ?? '' }] }, TILL));
	expect(changed).toMatchObject({ orderStatus: 'in_delivery', items: [] });
	expect(await road.run(updateOrder, { order_id: id, removed: [{ from: 'items', entry_id: 'zzz' }] }, TILL)).toMatchObject({
		ok: false,
		failure: { code: 'refused', message: 'HubRise refused one field. items has no entry zzz.' },
	});
});

test('what is charged, taken off and paid is listed by its ID, and can be taken off by it', async () => {
	const asked = { ...cake, charges: [{ name: 'Delivery', amount: '3', ref: 'D' }], discounts: [{ name: 'Welcome', amount: '1.50' }], payments: [{ name: 'Card', amount: '41.30', ref: 'CB' }], coupon_codes: ' HELLO,' };
	const made = itemOf(await road.run(createOrder, asked, TILL));
	expect(made).toMatchObject({
		total: { amount: 4_130 },
		charges: [{ name: 'Delivery', ref: 'D', amount: 300, currency: 'EUR' }],
		discounts: [{ name: 'Welcome', ref: null, amount: 150, currency: 'EUR' }],
		payments: [{ name: 'Card', ref: 'CB', amount: 4_130, currency: 'EUR' }],
		carrierData: { coupon_codes: ['HELLO'] },
	});
	const [charge] = made.charges as { id: string }[];
	const lighter = itemOf(await road.run(updateOrder, { order_id: made.id, removed: [{ from: 'charges', entry_id: charge?.id ?? '' }] }, TILL));
	expect(lighter).toMatchObject({ total: { amount: 3_830 }, charges: [], discounts: [{ amount: 150 }] });
});

test('custom fields are objects within objects at HubRise, whatever they are called', async () => {
	const custom = [
		{ name: 'shop', value: 'Valmy' },
		{ name: 'delivery.driver.first_name', value: 'John' },
		{ name: 'delivery.tracking_url', value: 'https://track.example.com/42' },
		{ name: '__proto__.polluted', value: 'yes' },
	];
	const made = itemOf(await road.run(createOrder, { ...cake, custom_fields: custom }, TILL));
	const kept = road.sandbox.hubrise.order(String(made.id))?.custom_fields;
	expect(kept).toMatchObject({ shop: 'Valmy', delivery: { driver: { first_name: 'John' }, tracking_url: 'https://track.example.com/42' } });
	expect(Reflect.get({}, 'polluted')).toBeUndefined();
	const changed = itemOf(await road.run(updateOrder, { order_id: made.id, custom_fields: [{ name: 'table', value: '7' }] }, BRIDGE));
	expect(changed).toMatchObject({ carrierData: { custom_fields: { table: '7' } } });
});

test('lists are walked by their cursor, by location and over the whole account', async () => {
	for (let each = 0; each < 130; each += 1) road.sandbox.hubrise.placeOrder(undefined, { location: each % 2 === 0 ? '3r4s3-1' : '3r4s3-2' });
	const count = async (values: object, connection: typeof BRIDGE = BRIDGE) => {
		const listed = await road.run(listOrders, { ...values }, connection);
		return listed.ok ? new Set(listed.value.map(({ id }) => id)).size : listed.failure.message;
	};
	expect(await count({})).toBe(65);
	expect(await count({}, ACCOUNT)).toBe(130);
	expect(await count({ location_id: '3r4s3-2' }, ACCOUNT)).toBe(65);
	expect(road.calls).toEqual(['GET /location/orders', 'GET /account/orders', 'GET /account/orders', 'GET /locations/3r4s3-2/orders']);
	expect(await count({ after: '2026-11-24T00:00:00+01:00' })).toBe(0);
	expect(await count({ location_id: 'k2m9z-1' }, ACCOUNT)).toContain('no such location');
});

test('an offer stands once, is accepted once and for good, and another one stands beside it', async () => {
	const order_id = road.sandbox.hubrise.placeOrder().id;
	const offer = { order_id, carrier: 'UPS', fee: { amount: '4.50' }, estimated_pickup_at: '2026-11-23T12:00:00+01:00' };
	const first = itemOf(await road.run(createQuote, offer));
	expect(first).toMatchObject({ outcome: 'created', accepted: false, price: { amount: 450, currency: 'EUR' } });
	expect(itemOf(await road.run(createQuote, { ...offer, estimated_pickup_at: '2026-11-23T11:00:00Z' }))).toMatchObject({ id: first.id, outcome: 'found' });
	const dearer = itemOf(await road.run(createQuote, { ...offer, fee: { amount: '5' } }));
	expect(dearer).toMatchObject({ outcome: 'created' });
	for (const quote_id of [first.id, first.id, dearer.id]) {
		expect(itemOf(await road.run(acceptQuote, { order_id, quote_id }))).toMatchObject({ id: quote_id, accepted: true });
	}
	const listed = await road.run(listQuotes, { location_id: '3r4s3-1', order_id }, ACCOUNT);
	expect(listed.ok && listed.value.map(({ accepted }) => accepted)).toEqual([true, true]);
});

test('both kinds of connection know their locations, and whose they are', async () => {
	expect(itemOf(await road.run(getLocation, {}))).toMatchObject({ id: '3r4s3-1', currency: 'EUR', timeZone: 'Europe/Paris' });
	const names = async (connection: typeof BRIDGE) => {
		const listed = await road.run(listLocations, {}, connection);
		return listed.ok && listed.value.map(({ name }) => name);
	};
	expect([await names(BRIDGE), await names(ACCOUNT)]).toEqual([['Valmy'], ['Valmy', 'Ourcq']]);
	const label = async (fields: typeof BRIDGE) => {
		const access = connect(hubrise, fields);
		const told = access.ok ? await testConnection(hubrise, access.value, road.ports) : access;
		return told.ok ? told.value.account : told.failure.code;
	};
	expect([await label(BRIDGE), await label(ACCOUNT)]).toEqual(['Valmy (Brasserie du Canal)', 'Brasserie du Canal']);
	// The wrong level is noticed when the connection is tested.
	expect([await label({ ...ACCOUNT, ...BRIDGE }), await label({ access_token: ACCOUNT.access_token })]).toEqual(['not_authorised', 'not_found']);
	expect(await label({ access_token: 'nobody' })).toBe('not_authorised');
	expect(connect(hubrise, { ...BRIDGE, time_zone: 'Europe/Copenhagen' })).toMatchObject({ ok: true, value: { zone: 'Europe/Copenhagen' } });
	expect(connect(hubrise, { ...BRIDGE, time_zone: 'Paris' })).toMatchObject({ ok: false, failure: { code: 'invalid_input', message: expect.stringContaining('"Paris" as its time zone') } });
});
