import { updateDelivery } from '../../shared/carriers/hubrise/actions/update-delivery';
import { upsertDelivery } from '../../shared/carriers/hubrise/actions/upsert-delivery';
import { itemOf } from './scripted-deliverit';
import { ACCOUNT, HubriseHarness } from './hubrise-harness';

let harness: HubriseHarness;
let order: string;
beforeEach(() => {
	harness = new HubriseHarness();
	order = harness.sandbox.hubrise.placeOrder().id;
});

test('attaches what is new, brings up to date what is there, and leaves alone what has nothing new', async () => {
	const created = itemOf(
		await harness.run(upsertDelivery, { order_id: order, carrier: 'UPS', carrier_ref: 'ups', fee: { amount: '4.50' } }),
	);
	expect(created).toMatchObject({ outcome: 'created', carrierStatus: 'pending', price: { amount: 4.5 } });
	const updated = itemOf(
		await harness.run(
			upsertDelivery,
			{ location_id: '3r4s3-1', order_id: order, carrier: 'UPS', status: 'pickup_enroute', driver_name: 'John' },
			ACCOUNT,
		),
	);
	expect(updated).toMatchObject({
		id: created.id,
		outcome: 'updated',
		status: 'pickup_enroute',
		courier: { name: 'John' },
	});
	expect(updated.warnings).toBeUndefined();
	harness.calls.length = 0;
	expect(itemOf(await harness.run(upsertDelivery, { order_id: order, carrier: 'UPS' }))).toMatchObject({
		outcome: 'found',
		status: 'pickup_enroute',
	});
	expect(harness.calls).toEqual([`GET /location/orders/${order}/delivery`]);
});

test('fields that are final are reported, and the rest is changed', async () => {
	await harness.run(upsertDelivery, { order_id: order, carrier: 'UPS', fee: { amount: '4.50', currency: 'EUR' } });
	const item = itemOf(
		await harness.run(upsertDelivery, {
			order_id: order,
			carrier: 'DHL',
			fee: { amount: '6', currency: 'EUR' },
			status: 'delivered',
		}),
	);
	expect(item).toMatchObject({ outcome: 'updated', status: 'delivered', carrierName: 'UPS' });
	expect(item.warnings).toEqual([
		'Carrier Name is "DHL" here but "UPS" in the delivery. HubRise no longer changes it.',
		'Fee is "6.00 EUR" here but "4.50 EUR" in the delivery. HubRise no longer changes it.',
	]);
});

test('another run that attaches it in the same moment is brought up to date', async () => {
	harness.beforeCall = (call) => {
		if (call.startsWith('POST') && !harness.sandbox.hubrise.delivery(order))
			harness.sandbox.hubrise.attach(order, { carrier: 'UPS', status: 'pending' });
	};
	const item = itemOf(await harness.run(upsertDelivery, { order_id: order, carrier: 'UPS', status: 'pickup_waiting' }));
	expect(item).toMatchObject({ outcome: 'updated', status: 'at_pickup' });
	expect(harness.sandbox.hubrise.deliveries).toHaveLength(1);
});

test('the same step again makes no second delivery, even after a lost response', async () => {
	harness.dropsResponse = (call) =>
		!call.startsWith('GET') && harness.calls.filter((each) => !each.startsWith('GET')).length < 3;
	const input = { order_id: order, carrier: 'UPS', status: 'dropoff_waiting' };
	expect(itemOf(await harness.run(upsertDelivery, input))).toMatchObject({ outcome: 'created' });
	expect(itemOf(await harness.run(upsertDelivery, input))).toMatchObject({ outcome: 'updated', status: 'at_dropoff' });
	expect(itemOf(await harness.run(updateDelivery, { order_id: order, status: 'delivered' }))).toMatchObject({
		status: 'delivered',
	});
	expect(harness.sandbox.hubrise.deliveries).toHaveLength(1);
});

test('there is no order, or one that is not delivered', async () => {
	expect(await harness.run(upsertDelivery, { order_id: 'nope1', carrier: 'UPS' })).toMatchObject({
		ok: false,
		failure: { code: 'not_found' },
	});
	const collectionOrder = harness.sandbox.hubrise.placeOrder({ status: 'new', service_type: 'collection' }).id;
	expect(await harness.run(upsertDelivery, { order_id: collectionOrder, carrier: 'UPS' })).toMatchObject({
		ok: false,
		failure: { code: 'refused' },
	});
});
