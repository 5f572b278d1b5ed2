import fc from '../fast-check';

import { documentedOrder } from '../../shared/carriers/hubrise/documented-order';
import { toOrderItem } from '../../shared/carriers/hubrise/order';
import { hubriseOrders } from '../../shared/carriers/hubrise/shop-order';
import { orderResponse } from '../../shared/carriers/hubrise/wire';
import type { DeliveryRequest, OrderReading } from '../../shared/delivery/request';
import type { ShopSettings } from '../../shared/shops/settings';
import { settings } from '../shops/read';

const accepted = {
	...documentedOrder,
	status: 'accepted',
	delivery: null,
	expected_time: '2026-11-24T12:30:00+01:00',
	payments: [{ id: 'w2qq8', name: 'Card', amount: '18.90 EUR', deleted: false }],
};
const order = (changes: Record<string, unknown> = {}) => ({ ...accepted, ...changes });
const asItem = (json: unknown) => toOrderItem(orderResponse.parse(json));

const read = (json: unknown, changes: Partial<ShopSettings> = {}) => hubriseOrders.read(json, settings(changes));

function outcome(reading: OrderReading): string {
	if (reading.outcome === 'deliver') return 'deliver';
	if (reading.outcome === 'left_out') return reading.reasons.map(({ code }) => code).join(', ');
	return `problems: ${reading.problems.map(({ field }) => field).join(', ')}`;
}

function request(json: unknown, changes: Partial<ShopSettings> = {}): DeliveryRequest {
	const reading = read(json, changes);
	if (reading.outcome === 'deliver') return reading.request;
	throw new Error(JSON.stringify(reading));
}

const expected: DeliveryRequest = {
	shop: 'hubrise',
	reference: { text: 'HR-5dpm9', prefix: 'HR', number: '5dpm9', orderId: '5dpm9' },
	contact: {
		name: 'Charles Moore',
		firstName: 'Charles',
		lastName: 'Moore',
		company: 'HubRise',
		phone: '+33123456789',
		otherPhones: [],
		email: 'charles.moore@dummy-mail.org',
	},
	place: {
		lines: ['1 avenue des Champs Elysées'],
		postalCode: '75001',
		city: 'Paris',
		region: null,
		country: 'FR',
		coordinates: { latitude: 48.858951, longitude: 2.277021 },
	},
	slot: {
		kind: 'window',
		start: '2026-11-24T12:30:00.000+01:00',
		end: null,
		text: '2026-11-24T12:30:00+01:00',
		source: 'HubRise',
	},
	goods: [
		{
			sku: '3',
			name: 'Carbonara Large',
			quantity: 1,
			unitValue: { amount: 1190, currency: 'EUR' },
			weightGrams: null,
		},
		{
			sku: '17',
			name: 'Basil and Pesto',
			quantity: 2,
			unitValue: { amount: 350, currency: 'EUR' },
			weightGrams: null,
		},
	],
	parcels: [
		{
			name: 'Carbonara Large, 2 × Basil and Pesto',
			count: 1,
			type: null,
			weightGrams: null,
			volumeLitres: null,
		},
	],
	note: null,
	access: [{ kind: 'phone_code', text: '8888' }],
	method: { id: 'delivery', title: null },
	payment: 'paid',
	total: { amount: 1890, currency: 'EUR' },
	shopStatus: 'accepted',
};

describe('an order of HubRise', () => {
	it('is read whole, from the carrier and from an event', () => {
		expect(request(accepted)).toEqual(expected);
		const event = { id: 'e1', resource_type: 'order', event_type: 'update', order_id: '5dpm9', new_state: accepted };
		expect(request(event)).toEqual(expected);
	});

	it('is read alike from an item of Get Order or a trigger, which holds the name in one field', () => {
		const contact = { ...expected.contact, firstName: null, lastName: null };
		expect(request(asItem(accepted))).toEqual({ ...expected, contact });
		const { carrierData: _, ...simple } = asItem(accepted);
		expect(request(simple)).toEqual({ ...expected, contact });
	});

	it('is recognised only as an order of HubRise', () => {
		expect([accepted, asItem(accepted)].map(hubriseOrders.recognise)).toEqual([true, true]);
		const others = [{}, null, [], 'text', { status: 'new' }, { carrier: 'cyke', status: 'created' }];
		expect(others.map(hubriseOrders.recognise)).toEqual(others.map(() => false));
		expect(outcome(read({ status: 'processing' }))).toBe('problems: order');
	});

	it.each([
		['new', 'not_ready'],
		['received', 'not_ready'],
		['accepted', 'deliver'],
		['in_preparation', 'deliver'],
		['awaiting_shipment', 'deliver'],
		['in_delivery', 'done'],
		['completed', 'done'],
		['rejected', 'cancelled'],
		['cancelled', 'cancelled'],
		['delivery_failed', 'done'],
	])('in the status %s: %s', (status, right) => {
		expect([order({ status }), asItem(order({ status }))].map((json) => outcome(read(json)))).toEqual([right, right]);
	});

	it('takes the statuses that a person chose, but never a rejected or finished order', () => {
		const statuses = ['New', 'rejected', 'completed', 'delivery failed'];
		expect(
			['new', 'accepted', 'rejected', 'completed'].map((status) => outcome(read(order({ status }), { statuses }))),
		).toEqual(['deliver', 'not_ready', 'cancelled', 'done']);
	});

	it.each([
		[{ service_type: 'collection' }, 'collected'],
		[{ service_type: 'eat_in' }, 'collected'],
		[{ service_type: null }, 'other_method'],
		[{ service_type_ref: 'Delivered by the platform' }, 'own_rider'],
		[{ delivery: { carrier: 'Uber Direct', status: 'pickup_enroute' } }, 'own_rider'],
		[{ delivery: { carrier: 'Uber Direct', status: 'cancelled' } }, 'deliver'],
		[{ payments: [{ name: 'Payment by cash', ref: 'CSH', amount: '18.90 EUR' }] }, 'pay_on_delivery'],
		[{ payments: [] }, 'deliver'],
		[
			{
				payments: [
					{ name: 'Card', amount: '18.90 EUR' },
					{ name: 'Cash', amount: '0.00 EUR' },
				],
			},
			'deliver',
		],
		[{ customer: null }, 'problems: contact.name, place.lines, place.postalCode'],
		[{ items: [{ product_name: 'Soup', price: '3.00 EUR', quantity: 'two' }] }, 'problems: goods.0.quantity'],
	])('%j: %s', (changes, right) => {
		expect(outcome(read(order(changes)))).toBe(right);
		if (!('items' in changes)) expect(outcome(read(asItem(order(changes))))).toBe(right);
	});

	it("is no other rider's with a delivery that its own carrier attached, and is with any other", () => {
		const attached = order({ delivery: { carrier: 'Cyke', carrier_ref: 'waybill-cyke', status: 'pending' } });
		for (const json of [attached, asItem(attached)])
			expect(['Cyke', 'Cubyn', null].map((carrier) => outcome(read(json, { carrier })))).toEqual([
				'deliver',
				'own_rider',
				'own_rider',
			]);
	});

	it('leaves out what was taken off the order', () => {
		const [first] = documentedOrder.items as [object];
		const [line] = request(order({ items: [{ ...first, deleted: true }, first] })).goods;
		expect(line?.name).toBe('Carbonara Large');
		expect(request(order({ items: [{ ...first, deleted: true }] })).goods).toEqual([]);
	});
});

describe('when a HubRise order is wanted', () => {
	const slot = (changes: Record<string, unknown>) => {
		const read = [order(changes), asItem(order(changes))].map((json) => request(json).slot);
		expect(read[0]).toEqual(read[1]);
		return read[0];
	};

	it('the confirmed time comes first', () => {
		expect(slot({ confirmed_time: '2026-11-24T13:15:00+01:00' })).toMatchObject({
			kind: 'window',
			start: '2026-11-24T13:15:00.000+01:00',
		});
	});

	it('midnight is a time', () => {
		expect(slot({ expected_time: '2026-11-25T00:00:00+01:00' })).toMatchObject({
			kind: 'window',
			start: '2026-11-25T00:00:00.000+01:00',
		});
	});

	it('no time, a time that is over, or the word of the order: as soon as possible', () => {
		const times = [
			{ expected_time: null },
			{ expected_time: '2026-11-24T10:00:00+01:00' },
			{ expected_time: '2026-11-24T09:40:00+01:00' },
			{ asap: true },
		];
		expect(times.map((changes) => slot(changes)?.kind)).toEqual(['asap', 'asap', 'asap', 'asap']);
		expect(slot({ expected_time: null, asap: false })).toEqual({ kind: 'none' });
	});

	it('the rules of the user fill in what is open', () => {
		const rules = { ...settings().slot, asapMinutes: 30, lengthMinutes: 60 };
		expect(request(order({ expected_time: null }), { slot: rules }).slot).toMatchObject({
			kind: 'window',
			start: '2026-11-24T10:30:00.000+01:00',
			end: '2026-11-24T11:30:00.000+01:00',
		});
	});
});

test('any JSON gives an outcome, and no order that is not to be delivered gives a delivery', () => {
	const almost = fc
		.dictionary(fc.constantFrom(...Object.keys(accepted)), fc.jsonValue(), { maxKeys: 4 })
		.map((changes) => order(changes));
	fc.assert(
		fc.property(fc.oneof(fc.jsonValue(), almost), (json) => {
			const reading = read(json);
			if (reading.outcome !== 'deliver') return;
			const { status, service_type } = json as Record<string, unknown>;
			expect(['accepted', 'in_preparation', 'awaiting_shipment', 'awaiting_collection']).toContain(status);
			expect(service_type).toBe('delivery');
		}),
	);
});
