import { createDelivery } from '../../shared/carriers/hubrise/actions/create-delivery';
import { getDelivery } from '../../shared/carriers/hubrise/actions/get-delivery';
import { setCourierPosition, updateDelivery } from '../../shared/carriers/hubrise/actions/update-delivery';
import { settingsOf } from '../../shared/run/booking-settings';
import { itemOf } from './delivering';
import { ACCOUNT, Road } from './hubrise-road';

let road: Road;
let order: string;
beforeEach(() => {
	road = new Road();
	order = road.sandbox.hubrise.placeOrder().id;
});

const ups = { carrier: 'UPS', carrier_ref: 'ups', ref: '1Z', fee: { amount: '4.5', currency: 'EUR' } };

test('attached once by a location, found the second time, and never twice by the account', async () => {
	const first = itemOf(await road.run(createDelivery, { order_id: order, ...ups }));
	expect(first).toMatchObject({ outcome: 'created', status: 'created', reference: order, price: { amount: 450, currency: 'EUR' }, carrierData: { fee: '4.50 EUR' } });
	const second = itemOf(await road.run(createDelivery, { order_id: order, ...ups }));
	expect(second).toMatchObject({ id: first.id, outcome: 'found' });
	expect(second.warnings).toBeUndefined();
	const third = itemOf(await road.run(createDelivery, { location_id: '3r4s3-1', order_id: order, ...ups }, ACCOUNT));
	expect(third).toMatchObject({ id: first.id, outcome: 'found' });
	expect(road.sandbox.hubrise.deliveries).toHaveLength(1);
	expect(road.calls.filter((call) => call.startsWith('POST'))).toHaveLength(1);
});

test('another delivery than the one asked for is handed on with every difference', async () => {
	await road.run(createDelivery, { order_id: order, ...ups, estimated_pickup_at: '2026-11-23T12:00:00+01:00' });
	const asked = { ...ups, carrier: 'DHL', fee: { amount: '5.00' }, estimated_pickup_at: '2026-11-23T11:00:00Z' };
	const found = itemOf(await road.run(createDelivery, { order_id: order, ...asked }));
	expect(found.warnings).toEqual(['Carrier Name was asked as "DHL" but the booking found has "UPS".', 'Fee was asked as "5.00 EUR" but the booking found has "4.50 EUR".']);
	road.sandbox.hubrise.setStatus(order, 'cancelled');
	const cancelled = itemOf(await road.run(createDelivery, { order_id: order, ...ups }));
	expect(cancelled.warnings).toEqual(['Status was asked as "pending" but the booking found has "cancelled".']);
	expect(await road.run(createDelivery, { order_id: order, ...ups }, undefined, { ifExists: 'fail' })).toMatchObject({ ok: false, failure: { code: 'already_exists' } });
});

test('an order that cannot have one says why', async () => {
	const eatIn = road.sandbox.hubrise.placeOrder({ status: 'new', service_type: 'eat_in' }).id;
	expect(await road.run(createDelivery, { order_id: eatIn, ...ups })).toMatchObject({ ok: false, failure: { code: 'refused', message: 'The carrier said: Service type must be delivery' } });
	expect(await road.run(createDelivery, { order_id: 'nope1', ...ups })).toMatchObject({ ok: false, failure: { code: 'not_found', message: expect.stringContaining('no such order') } });
	expect(await road.run(getDelivery, { order_id: order })).toMatchObject({ ok: false, failure: { code: 'not_found', message: expect.stringContaining('it has no delivery yet') } });
});

test('who is a moment too late is handed what the faster one made', async () => {
	road.before = (call) => {
		if (call.startsWith('POST') && !road.sandbox.hubrise.delivery(order)) road.sandbox.hubrise.attach(order, { carrier: 'DHL', status: 'pending' });
	};
	const late = itemOf(await road.run(createDelivery, { order_id: order, carrier: 'UPS' }));
	expect(late).toMatchObject({ outcome: 'found', carrierName: 'DHL', warnings: ['Carrier Name was asked as "UPS" but the booking found has "DHL".'] });
});

test('a lost answer is looked up, and not sent again', async () => {
	road.loses = (call) => call.startsWith('POST');
	expect(itemOf(await road.run(createDelivery, { order_id: order, ...ups }))).toMatchObject({ outcome: 'created', reference: order, warnings: [expect.stringContaining('lost')] });
	expect(road.calls.filter((call) => call.startsWith('POST'))).toHaveLength(1);
});

test('a write that is answered with nothing is read up', async () => {
	road.sandbox.hubrise.settings.writeAnswer = 'empty';
	const made = itemOf(await road.run(createDelivery, { order_id: order, ...ups }));
	expect(made).toMatchObject({ id: road.sandbox.hubrise.delivery(order)?.id, outcome: 'created', carrierName: 'UPS' });
	const moved = itemOf(await road.run(updateDelivery, { order_id: order, status: 'pickup_enroute' }));
	expect(moved).toMatchObject({ id: made.id, status: 'pickup_enroute', assignedAt: expect.stringMatching(/^2026-11-23T09:00:0\d/) });
	expect(road.calls.filter((call) => call.startsWith('PATCH'))).toHaveLength(1);
});

test('the four times fill themselves in, can be given, and a position keeps its digits', async () => {
	await road.run(createDelivery, { order_id: order, ...ups });
	await road.run(updateDelivery, { order_id: order, status: 'pickup_enroute' });
	const late = itemOf(await road.run(updateDelivery, { order_id: order, status: 'dropoff_enroute', pickup_at: '2026-11-23 08:40' }));
	expect(late).toMatchObject({ assignedAt: '2026-11-23T09:00:00+01:00', pickupAt: '2026-11-23T08:40:00+01:00', occurredAt: '2026-11-23T08:40:00+01:00' });
	const there = itemOf(await road.run(setCourierPosition, { order_id: order, driver_latitude: '48.8500', driver_longitude: 2.3522219 }));
	expect(there).toMatchObject({ courier: { latitude: '48.8500', longitude: '2.3522219' }, carrierStatus: 'dropoff_enroute' });
	const done = itemOf(await road.run(updateDelivery, { location_id: '3r4s3-1', order_id: order, status: 'delivered' }, ACCOUNT));
	expect(done).toMatchObject({ status: 'delivered', terminal: true, occurredAt: '2026-11-23T09:00:00+01:00' });
});

test('an order has one delivery, so nobody is offered to book another', () => {
	const [field, ...more] = settingsOf(createDelivery);
	expect(more).toEqual([]);
	expect(field?.kind === 'choice' && field.options.map(({ value }) => value)).toEqual(['return', 'fail']);
});
