import type { DeliveryNews, DeliveryState } from '../../shared/shops/update';
import { hubriseOrders } from '../../shared/carriers/hubrise/shop-order';
import { toOrderItem } from '../../shared/carriers/hubrise/order';
import { orderResponse } from '../../shared/carriers/hubrise/wire';
import { statuses } from '../../shared/delivery/status';
import { defaultUpdateSettings } from '../../shared/shops/update';

const order = { id: '5dpm9', location_id: '3r4s3-1', status: 'accepted', service_type: 'delivery', delivery: null };
const ours = { carrier: 'Cyke', carrier_ref: 'waybill-cyke', ref: '77', status: 'pending' };
const state: DeliveryState = {
	carrier: 'Cyke',
	id: '77',
	reference: 'HR-5dpm9',
	status: 'created',
	reason: null,
	trackingNumber: null,
	trackingUrl: null,
	occurredAt: null,
	warnings: [],
	differs: false,
};

const moved = (changes: Partial<DeliveryState>): DeliveryNews => ({
	kind: 'moved',
	delivery: { ...state, ...changes },
});

/** Purpose, method and body of each request, alike for an order of HubRise's and for an item of ours. */
function requestsOf(changes: object, news: DeliveryNews) {
	const [raw, item] = [{ ...order, ...changes }, toOrderItem(orderResponse.parse({ ...order, ...changes }))].map(
		(each) => {
			const update = hubriseOrders.update(each, news, defaultUpdateSettings);
			return update.outcome === 'send'
				? update.requests.map(({ purpose, method, path, body }) => ({ purpose, method, path, body }))
				: [];
		},
	);
	expect(item).toEqual(raw);
	return (raw ?? []).map(({ purpose, method, body }) => [purpose, method, body]);
}

const delivery = (changes: object = {}) => ({ delivery: { ...ours, ...changes } });

test('a booking is attached with a code that is known again, at its location', () => {
	expect(
		requestsOf({}, { kind: 'booked', delivery: { ...state, trackingUrl: 'https://track.example.com/77' } }),
	).toEqual([['tracking', 'POST', { ...ours, tracking_url: 'https://track.example.com/77' }]]);
	const update = hubriseOrders.update(order, moved({}), defaultUpdateSettings);
	expect(update).toMatchObject({ requests: [{ path: '/v1/locations/3r4s3-1/orders/5dpm9/delivery' }] });
});

test.each([
	[
		'picked_up',
		[
			['tracking', 'PATCH', { status: 'dropoff_enroute' }],
			['status', 'PATCH', { status: 'in_delivery' }],
		],
	],
	[
		'delivered',
		[
			['tracking', 'PATCH', { status: 'delivered' }],
			['status', 'PATCH', { status: 'completed' }],
		],
	],
	['created', []],
	['unknown', []],
] as const)('a delivery that is %s', (status, right) => {
	expect(requestsOf(delivery(), moved({ status }))).toEqual(right);
});

test('what failed closes the order and says why, after what stands in the notes', () => {
	const seller_notes = 'Ring twice';
	expect(requestsOf({ ...delivery(), seller_notes }, moved({ status: 'failed', reason: 'Nobody at home' }))).toEqual([
		['tracking', 'PATCH', { status: 'cancelled' }],
		['status', 'PATCH', { status: 'delivery_failed' }],
		['note', 'PATCH', { seller_notes: 'Ring twice\nCyke: delivery 77 is now failed. Nobody at home.' }],
	]);
});

test('what is written is not written again, and nothing goes back', () => {
	for (const end of ['delivered', 'cancelled'] as const)
		for (const closed of ['completed', 'cancelled', 'rejected', 'delivery_failed'])
			for (const status of statuses)
				expect(requestsOf({ ...delivery({ status: end }), status: closed }, moved({ status }))).toEqual([]);
	expect(
		requestsOf({ ...delivery({ status: 'dropoff_enroute' }), status: 'in_delivery' }, moved({ status: 'scheduled' })),
	).toEqual([]);
});

test('a closed order keeps its status while its delivery moves', () => {
	expect(requestsOf({ ...delivery(), status: 'cancelled' }, moved({ status: 'cancelled' }))).toEqual([
		['tracking', 'PATCH', { status: 'cancelled' }],
	]);
});

test('a delivery of somebody else is never changed; a second rider is reported once', () => {
	const theirs = {
		delivery: { carrier: 'Uber Direct', carrier_ref: 'uber_direct', ref: 'U-1', status: 'pickup_enroute' },
	};
	const [[, , body] = []] = requestsOf(theirs, moved({ status: 'picked_up' }));
	expect(body).toEqual({ seller_notes: expect.stringContaining('Uber Direct delivers the order as well') });
	expect(requestsOf({ ...theirs, ...(body as object) }, moved({ status: 'picked_up' }))).toEqual([]);
	expect(requestsOf(theirs, moved({ status: 'failed' })).map(([purpose]) => purpose)).toEqual(['note']);
});

test('a later booking takes the place of one that ended, and the end of an older one changes nothing', () => {
	const next = { id: '78', reference: 'HR-5dpm9-R2' };
	expect(requestsOf(delivery({ status: 'cancelled' }), moved(next))).toEqual([
		['tracking', 'PATCH', { status: 'pending', ref: '78' }],
	]);
	expect(requestsOf(delivery({ ref: '78' }), moved({ status: 'failed' }))).toEqual([]);
});

test('the order is read by the number in the reference, and trouble that passes changes nothing', () => {
	expect(hubriseOrders.orderRequest?.('5dpm9', defaultUpdateSettings)).toMatchObject({
		method: 'GET',
		path: '/v1/location/orders/5dpm9',
	});
	expect(requestsOf({}, { kind: 'later', message: 'down' })).toEqual([]);
	expect(requestsOf({}, { kind: 'refused', carrier: 'Cyke', message: 'No phone' })).toEqual([
		['note', 'PATCH', { seller_notes: 'Cyke: no courier is booked. No phone.' }],
	]);
});
