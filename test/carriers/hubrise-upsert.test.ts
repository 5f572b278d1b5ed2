import { updateDelivery } from '../../shared/carriers/hubrise/actions/update-delivery';
import { upsertDelivery } from '../../shared/carriers/hubrise/actions/upsert-delivery';
import { itemOf } from './delivering';
import { ACCOUNT, Road } from './hubrise-road';

let road: Road;
let order: string;
beforeEach(() => {
	road = new Road();
	order = road.sandbox.hubrise.placeOrder().id;
});

test('attaches what is new, brings up to date what is there, and leaves alone what has nothing new', async () => {
	const made = itemOf(await road.run(upsertDelivery, { order_id: order, carrier: 'UPS', carrier_ref: 'ups', fee: { amount: '4.50' } }));
	expect(made).toMatchObject({ outcome: 'created', carrierStatus: 'pending', price: { amount: 450 } });
	const moved = itemOf(await road.run(upsertDelivery, { location_id: '3r4s3-1', order_id: order, carrier: 'UPS', status: 'pickup_enroute', driver_name: 'John' }, ACCOUNT));
	expect(moved).toMatchObject({ id: made.id, outcome: 'updated', status: 'pickup_enroute', courier: { name: 'John' } });
	expect(moved.warnings).toBeUndefined();
	road.calls.length = 0;
	expect(itemOf(await road.run(upsertDelivery, { order_id: order, carrier: 'UPS' }))).toMatchObject({ outcome: 'found', status: 'pickup_enroute' });
	expect(road.calls).toEqual([`GET /location/orders/${order}/delivery`]);
});

test('what is settled for good is said, and the rest is changed all the same', async () => {
	await road.run(upsertDelivery, { order_id: order, carrier: 'UPS', fee: { amount: '4.50', currency: 'EUR' } });
	const item = itemOf(await road.run(upsertDelivery, { order_id: order, carrier: 'DHL', fee: { amount: '6', currency: 'EUR' }, status: 'delivered' }));
	expect(item).toMatchObject({ outcome: 'updated', status: 'delivered', carrierName: 'UPS' });
	expect(item.warnings).toEqual([
		'Carrier Name was asked as "DHL" but the delivery has "UPS", which HubRise does not change any more.',
		'Fee was asked as "6.00 EUR" but the delivery has "4.50 EUR", which HubRise does not change any more.',
	]);
});

test('another run that attaches it in the same moment is brought up to date', async () => {
	road.before = (call) => {
		if (call.startsWith('POST') && !road.sandbox.hubrise.delivery(order)) road.sandbox.hubrise.attach(order, { carrier: 'UPS', status: 'pending' });
	};
	const item = itemOf(await road.run(upsertDelivery, { order_id: order, carrier: 'UPS', status: 'pickup_waiting' }));
	expect(item).toMatchObject({ outcome: 'updated', status: 'at_pickup' });
	expect(road.sandbox.hubrise.deliveries).toHaveLength(1);
});

test('the same step again is no second delivery, whatever answer was lost', async () => {
	road.loses = (call) => !call.startsWith('GET') && road.calls.filter((each) => !each.startsWith('GET')).length < 3;
	const asked = { order_id: order, carrier: 'UPS', status: 'dropoff_waiting' };
	expect(itemOf(await road.run(upsertDelivery, asked))).toMatchObject({ outcome: 'created' });
	expect(itemOf(await road.run(upsertDelivery, asked))).toMatchObject({ outcome: 'updated', status: 'at_dropoff' });
	expect(itemOf(await road.run(updateDelivery, { order_id: order, status: 'delivered' }))).toMatchObject({ status: 'delivered' });
	expect(road.sandbox.hubrise.deliveries).toHaveLength(1);
});

test('there is no order, or one that is not delivered', async () => {
	expect(await road.run(upsertDelivery, { order_id: 'nope1', carrier: 'UPS' })).toMatchObject({ ok: false, failure: { code: 'not_found' } });
	const collected = road.sandbox.hubrise.placeOrder({ status: 'new', service_type: 'collection' }).id;
	expect(await road.run(upsertDelivery, { order_id: collected, carrier: 'UPS' })).toMatchObject({ ok: false, failure: { code: 'refused' } });
});
