import { delivered, outcome, read } from './read';
import { afternoon } from './read-slots';
import { atTwo, slotIn } from './slot-in';
import { order, shippedBy, withMeta } from './woocommerce-orders';

describe("a WooCommerce plug-in's own keys", () => {
	it.each<[string, [string, unknown][], string]>([
		[
			'Pickup and Delivery Date Time',
			[
				['pi_delivery_type', 'delivery'],
				['pi_delivery_date', '2026/11/25'],
				['pi_delivery_time', '14:00 - 16:00'],
			],
			afternoon,
		],
		[
			'the same, collected',
			[
				['pi_delivery_type', 'pickup'],
				['pi_delivery_date', '2026/11/25'],
			],
			'left out: collected',
		],
		[
			'ByConsole',
			[
				['byconsolewooodt_delivery_type', 'levering'],
				['byconsolewooodt_delivery_date', '25/11/2026'],
				['byconsolewooodt_delivery_time', '02:00 PM - 04:00 PM'],
			],
			afternoon,
		],
		['the same, collected', [['byconsolewooodt_delivery_type', 'take_away']], 'left out: collected'],
		[
			'ThemeHigh',
			[
				['thwdtp_order_type', 'delivery'],
				['thwdtp_delivery_datepicker', '2026-11-25'],
				['thwdtp_delivery_time', '14:00 - 16:00'],
			],
			afternoon,
		],
		[
			'the same, collected',
			[
				['thwdtp_order_type', 'pickup'],
				['thwdtp_pickup_datepicker', '2026-11-25'],
			],
			'left out: collected',
		],
		[
			'Delivery Times',
			[
				['dtwc_delivery_date', '2026-11-25'],
				['dtwc_delivery_time', '14:00'],
			],
			atTwo,
		],
		[
			'WooCommerce Food',
			[
				['exwfood_order_method', 'delivery'],
				['exwfood_date_deli', 'November 25, 2026'],
				['exwfood_time_deli', '2:00 PM'],
			],
			atTwo,
		],
		['the same, eaten in', [['exwfood_order_method', 'dinein']], 'left out: collected'],
		[
			'WooFood, now',
			[
				['woofood_order_type', 'delivery'],
				['woofood_time_to_deliver', 'now'],
			],
			'asap ?',
		],
		[
			'Food Store',
			[
				['_wfs_service_type', 'delivery'],
				['_wfs_service_date', '2026-11-25'],
				['_wfs_service_time', '14:00'],
			],
			atTwo,
		],
		['the same, collected', [['_wfs_service_type', 'pickup']], 'left out: collected'],
		[
			'WPCafe',
			[
				['wpc_pro_order_time', 'Delivery'],
				['wpc_pro_delivery_date', '2026-11-25'],
				['wpc_pro_delivery_time', '2:00 PM'],
			],
			atTwo,
		],
		['the same, collected', [['wpc_pro_order_time', 'Pickup']], 'left out: collected'],
		[
			'CodeRockz, as soon as possible',
			[
				['delivery_date', '2026-11-25'],
				['delivery_time', 'as-soon-as-possible'],
			],
			'asap 2026-11-25',
		],
		['Local Pickup Time Select', [['_local_pickup_time_select', [1795615200]]], 'left out: collected'],
		['a number names no method', [['_billing_shipping_method', '314']], 'none'],
	])('%s', (_title, pairs, result) => {
		expect(slotIn(withMeta(...pairs))).toBe(result);
	});

	it('fields of the block checkout are read as the shop named them', () => {
		const { access, place, slot } = delivered(
			withMeta(
				['_wc_shipping/shop-checkout/door-code', '12A45'],
				['_wc_shipping/shop-checkout/latitude', '48.86'],
				['_wc_shipping/shop-checkout/longitude', '2.35'],
				['_wc_other/shop-checkout/delivery-date', '2026-11-25'],
			),
		);
		expect(access).toEqual([{ kind: 'door_code', text: '12A45' }]);
		expect(place.coordinates).toEqual({ latitude: 48.86, longitude: 2.35 });
		expect(slot).toMatchObject({ kind: 'day', day: '2026-11-25' });
	});
});

describe('where the customer gets a WooCommerce order', () => {
	it.each([
		['flat_rate', 'Hent i butik', 'left out: collected'],
		['flat_rate', 'Enlèvement sur place', 'left out: collected'],
		['flat_rate', 'Coursier (enlèvement à 14h)', 'deliver'],
		['flat_rate', 'Clique et collecte', 'left out: collected'],
		['flat_rate', 'Retiro en tienda', 'left out: collected'],
		['flat_rate', 'Collection', 'left out: collected'],
		['ds_local_pickup', 'Our shop', 'left out: collected'],
		['wcfmmp_product_shipping_by_zone:local_pickup', 'Gratuit', 'left out: collected'],
		['easypack_parcel_machines', 'InPost', 'left out: pickup_point'],
		['shipmondo_mypack_collect', 'PostNord', 'left out: pickup_point'],
		['flat_rate', 'DPD Pickup', 'left out: pickup_point'],
		['flat_rate', 'Punto de recogida', 'left out: pickup_point'],
		['flat_rate', 'Dépôt en boîte aux lettres', 'deliver'],
		['free_shipping:4', 'Livraison gratuite', 'deliver'],
	])('%s, %s', (id, title, result) => {
		expect(outcome(shippedBy(id, title))).toBe(result);
	});

	const line = (method_id: string, method_title: string) => ({ id: 1, method_id, method_title, meta_data: [] });
	const split = [line('flat_rate', 'Coursier'), line('local_pickup', 'Retrait boutique')];

	it('an order that is half collected is a problem, whichever half is first', () => {
		for (const shipping_lines of [split, [...split].reverse()]) {
			expect(read(order({ shipping_lines }))).toMatchObject({
				outcome: 'problems',
				problems: [{ field: 'method', message: expect.stringContaining('"Coursier" is to be delivered') }],
			});
		}
	});

	it('two sellers that both deliver, or both hand it over, are one way', () => {
		const two = (first: string, second: string) => [line('flat_rate', first), line('flat_rate', second)];
		expect(outcome(order({ shipping_lines: two('Coursier', 'Livraison') }))).toBe('deliver');
		expect(outcome(order({ shipping_lines: two('Click & collect', 'Retrait') }))).toBe('left out: collected');
		expect(outcome(order({ shipping_lines: split }), { methods: ['Coursier', 'Retrait boutique'] })).toBe('deliver');
	});
});

describe('a WooCommerce address', () => {
	const sentTo = (changes: Record<string, string>, ...pairs: [string, unknown][]) => ({
		...withMeta(...pairs),
		shipping: { ...order().shipping, address_2: '', ...changes },
	});

	it('has its house number and the letter behind it in fields of their own', () => {
		const dutch = { address_1: 'Herengracht', postcode: '1015 BK', city: 'Amsterdam', country: 'NL' };
		const pairs: [string, unknown][] = [
			['_shipping_house_number', '12'],
			['_shipping_house_number_suffix', 'B'],
		];
		expect(delivered(sentTo(dutch, ...pairs)).place.lines).toEqual(['Herengracht 12 B']);
		expect(delivered(sentTo({ ...dutch, address_1: 'Herengracht 12 B' }, ...pairs)).place.lines).toEqual([
			'Herengracht 12 B',
		]);
	});

	it('has its position in one field, or under the keys of a market place', () => {
		const position = { latitude: 48.8566, longitude: 2.3522 };
		expect(delivered(withMeta(['_shipping_location', '48.8566, 2.3522'])).place.coordinates).toEqual(position);
		expect(delivered(withMeta(['_shipping_location', '12, 14'])).place.coordinates).toBeNull();
		expect(
			delivered(withMeta(['_wcfmmp_user_location_lat', '48.8566'], ['_wcfmmp_user_location_lng', '2.3522'])).place
				.coordinates,
		).toEqual(position);
	});

	it("the customer's note hides no note for the driver", () => {
		const noted = { ...withMeta(['_delivery_note', 'Sonner chez Roux']), customer_note: 'Merci !' };
		expect(delivered(noted).note).toBe('Merci !\nSonner chez Roux');
		expect(delivered({ ...noted, customer_note: 'Sonner chez Roux' }).note).toBe('Sonner chez Roux');
	});
});
