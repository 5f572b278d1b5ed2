import { createDelivery } from '../../shared/carriers/hubrise/actions/create-delivery';
import { getDelivery } from '../../shared/carriers/hubrise/actions/get-delivery';
import { setCourierPosition, updateDelivery } from '../../shared/carriers/hubrise/actions/update-delivery';
import { updateOrder } from '../../shared/carriers/hubrise/actions/update-order';
import { settingsOf } from '../../shared/run/booking-settings';
import { itemOf } from './scripted-deliverit';
import { ACCOUNT, HubriseHarness } from './hubrise-harness';

let harness: HubriseHarness;
let order: string;
beforeEach(() => {
	harness = new HubriseHarness();
	order = harness.sandbox.hubrise.placeOrder().id;
});

const ups = { carrier: 'UPS', carrier_ref: 'ups', ref: '1Z', fee: { amount: '4.5', currency: 'EUR' } };

test('attached once by a location, found the second time, and never twice by the account', async () => {
	const first = itemOf(await harness.run(createDelivery, { order_id: order, ...ups }));
	expect(first).toMatchObject({
		outcome: 'created',
		status: 'created',
		reference: order,
		price: { amount: 4.5, currency: 'EUR' },
		carrierData: { fee: '4.50 EUR' },
	});
	const second = itemOf(await harness.run(createDelivery, { order_id: order, ...ups }));
	expect(second).toMatchObject({ id: first.id, outcome: 'found' });
	expect(second.warnings).toBeUndefined();
	const third = itemOf(await harness.run(createDelivery, { location_id: '3r4s3-1', order_id: order, ...ups }, ACCOUNT));
	expect(third).toMatchObject({ id: first.id, outcome: 'found' });
	expect(harness.sandbox.hubrise.deliveries).toHaveLength(1);
	expect(harness.calls.filter((call) => call.startsWith('POST'))).toHaveLength(1);
});

test('a delivery that differs from the request is returned with every difference', async () => {
	await harness.run(createDelivery, { order_id: order, ...ups, estimated_pickup_at: '2026-11-23T12:00:00+01:00' });
	const input = { ...ups, carrier: 'DHL', fee: { amount: '5.00' }, estimated_pickup_at: '2026-11-23T11:00:00Z' };
	const found = itemOf(await harness.run(createDelivery, { order_id: order, ...input }));
	expect(found.warnings).toEqual([
		'Carrier Name is "DHL" here but "UPS" in the existing booking.',
		'Fee is "5.00 EUR" here but "4.50 EUR" in the existing booking.',
	]);
	harness.sandbox.hubrise.setStatus(order, 'cancelled');
	const cancelled = itemOf(await harness.run(createDelivery, { order_id: order, ...ups }));
	expect(cancelled.warnings).toEqual(['Status is "pending" here but "cancelled" in the existing booking.']);
	expect(await harness.run(createDelivery, { order_id: order, ...ups }, undefined, { ifExists: 'fail' })).toMatchObject(
		{ ok: false, failure: { code: 'already_exists' } },
	);
});

test('an order that cannot have one reports why', async () => {
	const eatIn = harness.sandbox.hubrise.placeOrder({ status: 'new', service_type: 'eat_in' }).id;
	expect(await harness.run(createDelivery, { order_id: eatIn, ...ups })).toMatchObject({
		ok: false,
		failure: { code: 'refused', message: 'The carrier said: Service type must be delivery' },
	});
	expect(await harness.run(createDelivery, { order_id: 'nope1', ...ups })).toMatchObject({
		ok: false,
		failure: { code: 'not_found', message: expect.stringContaining('no such order') },
	});
	expect(await harness.run(getDelivery, { order_id: order })).toMatchObject({
		ok: false,
		failure: { code: 'not_found', message: expect.stringContaining('it has no delivery yet') },
	});
});

test('who is a moment too late is handed what the faster one made', async () => {
	harness.beforeCall = (call) => {
		if (call.startsWith('POST') && !harness.sandbox.hubrise.delivery(order))
			harness.sandbox.hubrise.attach(order, { carrier: 'DHL', status: 'pending' });
	};
	const late = itemOf(await harness.run(createDelivery, { order_id: order, carrier: 'UPS' }));
	expect(late).toMatchObject({
		outcome: 'found',
		carrierName: 'DHL',
		warnings: ['Carrier Name is "UPS" here but "DHL" in the existing booking.'],
	});
});

test('after a lost response the delivery is looked up, and not sent again', async () => {
	harness.dropsResponse = (call) => call.startsWith('POST');
	expect(itemOf(await harness.run(createDelivery, { order_id: order, ...ups }))).toMatchObject({
		outcome: 'created',
		reference: order,
		warnings: [expect.stringContaining('lost')],
	});
	expect(harness.calls.filter((call) => call.startsWith('POST'))).toHaveLength(1);
});

test('a write that is answered with nothing is read up', async () => {
	harness.sandbox.hubrise.settings.writeResponse = 'empty';
	const created = itemOf(await harness.run(createDelivery, { order_id: order, ...ups }));
	expect(created).toMatchObject({
		id: harness.sandbox.hubrise.delivery(order)?.id,
		outcome: 'created',
		carrierName: 'UPS',
	});
	const updated = itemOf(await harness.run(updateDelivery, { order_id: order, status: 'pickup_enroute' }));
	expect(updated).toMatchObject({
		id: created.id,
		status: 'pickup_enroute',
		assignedAt: expect.stringMatching(/^2026-11-23T09:00:0\d/),
	});
	expect(harness.calls.filter((call) => call.startsWith('PATCH'))).toHaveLength(1);
});

test("an empty answer may be a gateway's: a change that is not shown is sent once more, or unknown", async () => {
	harness.sandbox.hubrise.attach(order, { carrier: 'UPS', status: 'pending' });
	const writes = () => harness.calls.filter((call) => call.startsWith('PATCH')).length;
	for (const [swallowed, outcome] of [
		[1, { ok: true, value: [{ status: 'pickup_enroute' }] }],
		[2, { ok: false, failure: { code: 'outcome_unknown', message: expect.stringContaining('does not show') } }],
	] as const) {
		harness.sandbox.hubrise.setStatus(order, 'pending');
		const before = writes();
		harness.swallows = (call) => call.startsWith('PATCH') && writes() <= before + swallowed;
		expect(await harness.run(updateDelivery, { order_id: order, status: 'pickup_enroute' })).toMatchObject(outcome);
		expect(writes()).toBe(before + 2);
	}
	harness.sandbox.hubrise.setOrderStatus(order, 'accepted');
	harness.swallows = (call) => call.startsWith('PATCH');
	expect(await harness.run(updateOrder, { order_id: order, status: 'cancelled' })).toMatchObject({
		ok: false,
		failure: { code: 'outcome_unknown' },
	});
});

test('the four times have defaults, can be set, and a position keeps its digits', async () => {
	await harness.run(createDelivery, { order_id: order, ...ups });
	await harness.run(updateDelivery, { order_id: order, status: 'pickup_enroute' });
	const late = itemOf(
		await harness.run(updateDelivery, { order_id: order, status: 'dropoff_enroute', pickup_at: '2026-11-23 08:40' }),
	);
	expect(late).toMatchObject({
		assignedAt: '2026-11-23T09:00:00+01:00',
		pickupAt: '2026-11-23T08:40:00+01:00',
		occurredAt: '2026-11-23T08:40:00+01:00',
	});
	const positioned = itemOf(
		await harness.run(setCourierPosition, { order_id: order, driver_latitude: '48.8500', driver_longitude: 2.3522219 }),
	);
	expect(positioned).toMatchObject({
		courier: { latitude: '48.8500', longitude: '2.3522219' },
		carrierStatus: 'dropoff_enroute',
	});
	const done = itemOf(
		await harness.run(updateDelivery, { location_id: '3r4s3-1', order_id: order, status: 'delivered' }, ACCOUNT),
	);
	expect(done).toMatchObject({ status: 'delivered', terminal: true, occurredAt: '2026-11-23T09:00:00+01:00' });
});

test('an order has one delivery, so nobody is offered to book another', () => {
	const [field, ...more] = settingsOf(createDelivery);
	expect(more).toEqual([]);
	expect(field?.kind === 'choice' && field.options.map(({ value }) => value)).toEqual(['return', 'fail']);
});
