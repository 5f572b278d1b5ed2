import { byBike, byDriver, byParcel, one, type ShopCase } from './case';
import { method, prestaOrder, shopifyOrder, wooOrder } from './orders';

const collected = { leftOut: 'collected' };
const atTheShop = {
	meta_data: [
		{ key: 'pickup_location', value: 'Boutique' },
		{ key: 'pickup_address', value: '1 rue Neuve, Paris' },
	],
};

/** Kinds 01, 17, 23 and 28: what is not ours to deliver. */
export const leftOutCases: readonly ShopCase[] = [
	one(
		'01 block checkout',
		byBike,
		wooOrder(101, method('pickup_location', 'Retrait en boutique', atTheShop)),
		collected,
	),
	one('01 Local Pickup Plus', byBike, wooOrder(102, method('local_pickup_plus', 'Click & collect')), collected),
	one('01 legacy', byBike, wooOrder(103, method('legacy_local_pickup')), collected),
	one('01 classic', byBike, wooOrder(104, { shipping_lines: [{ method_id: 'local_pickup' }] }), collected),
	one('01 variant: with its instance', byBike, wooOrder(191, method('pickup_location:0', 'Atelier')), collected),
	one('01 variant: in another case', byBike, wooOrder(192, method('Local_Pickup', 'Sur place')), collected),
	one(
		'01 variant: the method that this shop names',
		byBike,
		wooOrder(193, method('flat_rate', 'Au marché du samedi')),
		collected,
		{ leave_out: { pickup_methods: 'Au marché du samedi' } },
	),

	one('17 ping', byBike, { webhook_id: '12' }, { leftOut: 'ping' }),
	one('17 variant: a number', byBike, { webhook_id: 12 }, { leftOut: 'ping' }),
	one(
		'17 variant: with the headers of a webhook step',
		byBike,
		{ headers: { 'content-type': 'application/x-www-form-urlencoded' }, query: {}, body: { webhook_id: '13' } },
		{ leftOut: 'ping' },
	),
	one('17 variant: 0', byBike, { webhook_id: '0' }, { leftOut: 'ping' }),

	one('23 test', byDriver, shopifyOrder(2301, { test: true }), { leftOut: 'test' }),
	one('23 pending', byDriver, shopifyOrder(2302, { financial_status: 'pending' }), { leftOut: 'not_paid' }),
	one(
		'23 voided and cancelled',
		byDriver,
		shopifyOrder(2303, {
			financial_status: 'voided',
			cancelled_at: '2026-11-24T10:00:05+01:00',
			cancel_reason: 'fraud',
		}),
		{ leftOut: 'cancelled' },
	),
	one('23 variant: authorized', byDriver, shopifyOrder(2391, { financial_status: 'authorized' }), {
		leftOut: 'not_paid',
	}),
	one('23 variant: refunded', byDriver, shopifyOrder(2392, { financial_status: 'refunded' }), { leftOut: 'refunded' }),
	one('23 variant: GraphQL spelling', byDriver, shopifyOrder(2393, { financial_status: 'EXPIRED' }), {
		leftOut: 'not_paid',
	}),

	one('28 the first carrier', byParcel, prestaOrder(2801, { id_carrier: '1' }), collected),
	one('28 variant: a number', byParcel, prestaOrder(2891, { id_carrier: 1 }), collected),
	one(
		'28 variant: by its name',
		byParcel,
		{ ...prestaOrder(2892), carrier: { id: 3, name: 'Retrait en magasin' } },
		collected,
	),
	one(
		'28 variant: a relay module',
		byParcel,
		{
			...prestaOrder(2893),
			carrier: { id: 3, name: 'Point Relais', external_module_name: 'mondialrelay', need_range: '1' },
		},
		{ leftOut: 'pickup_point' },
	),
];
