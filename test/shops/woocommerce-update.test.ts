import { type DeliveryNews, type UpdateSettings } from '../../shared/shops/update';
import { wooTrackingOf } from '../../shared/shops/woocommerce/tracking';
import { update as updateWoocommerce } from '../../shared/shops/woocommerce/update';
import woo from './orders/woocommerce.json';
import { booked, moved, refused, unknown, later, purposes, found, settings } from './news';

describe('WooCommerce', () => {
	const updateFor = (news: DeliveryNews, order: Record<string, unknown> = {}, changes: Partial<UpdateSettings> = {}) =>
		updateWoocommerce({ ...woo, ...order }, news, settings(changes));

	it('delivered completes an order that is being processed', () => {
		expect(found(updateFor(moved('delivered')), 'status')).toEqual({
			purpose: 'status',
			method: 'PUT',
			path: '/wp-json/wc/v3/orders/3127',
			contentType: 'application/json',
			body: {
				status: 'completed',
				meta_data: [
					{ key: '_waybill_delivery', value: '77:delivered' },
					{ key: '_waybill_tracking', value: '77' },
				],
			},
		});
	});

	it.each(['failed', 'returned', 'cancelled'] as const)('%s puts it on hold, with the reason in a note', (status) => {
		const update = updateFor(moved(status, { reason: 'Nobody was there' }));
		expect(found(update, 'status')?.body).toMatchObject({ status: 'on-hold' });
		expect(found(update, 'note')?.body).toMatchObject({ note: expect.stringContaining('Nobody was there.') as string });
	});

	it.each(['cancelled', 'refunded', 'completed', 'failed', 'in-the-kitchen'])(
		'over %s a note alone is written',
		(status) => {
			expect(purposes(updateFor(moved('delivered'), { status }))).toEqual(['note']);
			expect(purposes(updateFor(refused, { status }))).toEqual(['note']);
		},
	);

	it('what is not known is never called "not booked"', () => {
		const note = JSON.stringify(found(updateFor(unknown), 'note')?.body);
		expect(note).toContain('not known whether a courier is booked. Look under WC-701');
		expect(note).not.toContain('no courier');
	});

	it('trouble that passes leaves the order as it is', () => {
		expect(updateFor(later)).toEqual({
			outcome: 'nothing',
			why: 'The order stays as it is, to be tried again: Cyke is down',
		});
	});

	it('fulfilments that the order does not name are read before one is written', () => {
		const update = updateFor(moved('picked_up'), {}, { wooTracking: 'fulfillments' });
		expect(update).toMatchObject({
			outcome: 'ask',
			request: { method: 'GET', path: '/wp-json/wc/v3/orders/3127/fulfillments' },
		});
		const fulfillments = [{ meta_data: [{ key: '_tracking_number', value: '77' }] }];
		const again = updateFor(moved('picked_up'), { fulfillments }, { wooTracking: 'fulfillments' });
		expect(purposes(again)).toEqual(['note', 'status']);
	});

	it('a booking that differs warns once, although the delivery has not moved', () => {
		const news = booked({ differs: true, warnings: ['Street is "5 rue A", not "3 rue A"'] });
		const seen = { key: '_waybill_delivery', value: '77:scheduled' };
		const update = updateFor(news, { meta_data: [seen] });
		const { note } = Object(found(update, 'note')?.body) as { note: string };
		expect(note).toContain('5 rue A');
		expect(found(update, 'status')?.body).not.toHaveProperty('status');
		expect(updateFor(news, { meta_data: [seen, { key: '_waybill_note', value: note }] }).outcome).toBe('nothing');
	});

	it('an order whose first booking describes something else waits for a person', () => {
		const update = updateFor(booked({ differs: true, warnings: ['Contact Name is another'] }), { meta_data: [] });
		expect(found(update, 'status')?.body).toMatchObject({ status: 'on-hold' });
		expect(found(update, 'note')?.body).toMatchObject({ note: expect.stringContaining('Contact Name') as string });
	});

	it('the same news is written once, and never backwards', () => {
		const seen = (value: string) => ({ meta_data: [{ key: '_waybill_delivery', value }] });
		expect(updateFor(moved('delivered'), seen('77:delivered')).outcome).toBe('nothing');
		expect(updateFor(moved('picked_up'), seen('77:delivered')).outcome).toBe('nothing');
		expect(updateFor(moved('picked_up'), seen('77:scheduled')).outcome).toBe('send');
		expect(updateFor(booked({ id: '78' }), seen('77:failed')).outcome).toBe('send');
	});

	it.each([
		[{ namespaces: ['wc/v3'], routes: { '/wc/v3/orders/(?P<order_id>[\\d]+)/fulfillments': {} } }, 'fulfillments'],
		[{ namespaces: ['wc/v3', 'wc-shipment-tracking/v3', 'wc-ast/v3'], routes: {} }, 'shipment_tracking'],
		[{ namespaces: ['wc/v3', 'wc-ast/v3'] }, 'advanced_shipment_tracking'],
		[{ namespaces: ['wc/v3'] }, 'note'],
		[null, 'note'],
	])('the way of tracking is known from what the shop has: %j', (index, way) => {
		expect(wooTrackingOf(index)).toBe(way);
	});

	it.each([
		['fulfillments', '/wp-json/wc/v3/orders/3127/fulfillments', { is_fulfilled: true, notify_customer: true }],
		[
			'shipment_tracking',
			'/wp-json/wc-shipment-tracking/v3/orders/3127/shipment-trackings',
			{ custom_tracking_provider: 'Cyke', tracking_number: '77', date_shipped: '2026-11-25' },
		],
		[
			'advanced_shipment_tracking',
			'/wp-json/wc-ast/v3/orders/3127/shipment-trackings',
			{ tracking_provider: 'Cyke', tracking_number: '77' },
		],
	] as const)('tracking by %s', (wooTracking, path, body) => {
		expect(found(updateFor(moved('picked_up'), { fulfillments: [] }, { wooTracking }), 'tracking')).toMatchObject({
			method: 'POST',
			path,
			body,
		});
	});

	it('a fulfilment names the lines and the link', () => {
		const order = { fulfillments: [] };
		const { body } = found(updateFor(moved('picked_up'), order, { wooTracking: 'fulfillments' }), 'tracking') ?? {};
		expect(body).toMatchObject({
			meta_data: [
				{
					key: '_items',
					value: [
						{ item_id: 315, qty: 2 },
						{ item_id: 316, qty: 1 },
					],
				},
				{ key: '_tracking_number', value: '77' },
				{ key: '_tracking_url', value: 'https://track.example.com/77' },
				{ key: '_shipment_provider' },
				{ key: '_provider_name', value: 'Cyke' },
			],
		});
	});

	it('without any of them the customer gets a note with the link', () => {
		expect(found(updateFor(moved('picked_up')), 'customer_note')?.body).toMatchObject({
			customer_note: true,
			note: expect.stringContaining('https://track.example.com/77') as string,
		});
	});

	it('tracking is written once, when the goods are on their way, and not for what failed', () => {
		expect(purposes(updateFor(booked()))).toEqual(['note', 'status']);
		expect(purposes(updateFor(booked(), {}, { trackingFrom: 'booked' }))).toContain('customer_note');
		expect(purposes(updateFor(moved('failed')))).not.toContain('customer_note');
		expect(
			purposes(updateFor(moved('in_transit'), { meta_data: [{ key: '_waybill_tracking', value: '77' }] })),
		).not.toContain('customer_note');
		const items = [{ tracking_number: '77', tracking_provider: 'Cyke' }];
		expect(
			purposes(
				updateFor(
					moved('in_transit'),
					{ meta_data: [{ key: '_wc_shipment_tracking_items', value: items }] },
					{ wooTracking: 'shipment_tracking' },
				),
			),
		).not.toContain('tracking');
	});
});
