import base from './orders/woocommerce.json';
import { delivered, outcome, read } from './read';

import { order, shippedBy, withMeta } from './woocommerce-orders';

describe('is it ours to deliver?', () => {
	it.each([
		'local_pickup',
		'local_pickup:7',
		'pickup_location',
		'pickup_location:0',
		'local_pickup_plus',
		'legacy_local_pickup',
		'wc_pickup_store',
		'click_and_collect',
	])('collected: %s', (method) => {
		expect(outcome(shippedBy(method))).toBe('left out: collected');
	});

	it.each([
		'Retrait en boutique',
		'Click & Collect',
		'Click and collect',
		'Store pickup',
		'Afhentning i butikken',
		'Abholung im Laden',
		'Recogida en tienda',
		'Afhalen',
		'Je passe récupérer ma commande',
		'Récupération en boutique',
		'Passage en boutique',
		'Self collect',
		'Collect',
		'Kommer og henter',
		'Henting i butikk',
		'Osobní odběr',
	])('collected, by its title: %s', (title) => {
		expect(outcome(shippedBy('flat_rate', title))).toBe('left out: collected');
	});

	it.each<[string, unknown]>([
		['delivery_type', 'pickup'],
		['_orderable_service_type', 'pickup'],
		['_local_pickup_time_select', '1795564800'],
		['_pickup_location_id', '12'],
		['dokan_store_pickup_location', 'Bastille'],
		['Delivery or pickup?', 'Store pickup'],
		['Levering eller afhentning?', 'Afhentning'],
		['Type de commande', 'À emporter'],
		['Mode de retrait', 'Retrait en boutique'],
		['Bestellart', 'Abholung'],
	])('collected, by a field of a plug-in: %s', (key, value) => {
		expect(outcome(withMeta([key, value]))).toBe('left out: collected');
	});

	it.each([
		['Delivery or pickup?', 'Delivery'],
		['Mode de retrait', 'Livraison'],
		['pickup_store', ''],
	])('delivered, by a field: %s %s', (key, value) => {
		expect(outcome(withMeta([key, value]))).toBe('deliver');
	});

	it.each(['free_shipping', 'flat_rate:4', 'legacy_local_delivery', 'table_rate', 'orddd_courier', 'wbs:3:1_velo'])(
		'delivered: %s',
		(method) => {
			expect(outcome(shippedBy(method))).toBe('deliver');
		},
	);

	it('a parcel shop is not the door of the customer', () => {
		expect(outcome(shippedBy('mondial_relay_point', 'Point Relais'))).toBe('left out: pickup_point');
		expect(outcome(shippedBy('flat_rate', 'Retrait en point relais'))).toBe('left out: pickup_point');
	});

	it.each([
		'Shop2Shop',
		'Colissimo - Bureau de poste',
		'bpost point poste',
		'Bring Hentested',
		'UPS Access Point',
		'CollectPlus',
		'Packeta Z-BOX',
		'PickPost / My Post 24',
	])('nor is %s', (title) => {
		expect(outcome(shippedBy('flat_rate', title))).toBe('left out: pickup_point');
	});

	it.each([
		'Livraison – relayée par nos coursiers',
		'Livraison avec récupération des bocaux',
		'Express (pick up by courier)',
		'Retour gratuit - Livraison',
		'Levering i dag',
		'Livraison au bureau',
	])('our own: %s', (title) => {
		expect(outcome(shippedBy('flat_rate', title))).toBe('deliver');
	});

	it("the platform's own rider is not ours", () => {
		expect(outcome(shippedBy('flat_rate', 'Uber Direct'))).toBe('left out: own_rider');
		expect(outcome(shippedBy('own_fleet', 'Notre livreur'), { ownRiderMethods: ['own_fleet'] })).toBe(
			'left out: own_rider',
		);
	});

	it('methods that the user chose are ours, others are not', () => {
		expect(outcome(base, { methods: ['coursier à vélo'] })).toBe('deliver');
		expect(outcome(base, { methods: ['flat_rate'] })).toBe('deliver');
		expect(outcome(base, { methods: ['express'] })).toBe('left out: other_method');
		expect(outcome(shippedBy('flat_rate', 'Retrait et livraison du marché'), { methods: ['flat_rate'] })).toBe(
			'deliver',
		);
	});

	it.each([
		['pending', 'not_paid'],
		['on-hold', 'not_paid'],
		['failed', 'not_paid'],
		['checkout-draft', 'not_ready'],
		['cancelled', 'cancelled'],
		['trash', 'cancelled'],
		['wc-cancelled', 'cancelled'],
		['refunded', 'refunded'],
		['completed', 'done'],
		['in-the-kitchen', 'not_ready'],
	])('status %s is %s', (status, code) => {
		expect(outcome(order({ status }))).toBe(`left out: ${code}`);
	});

	it("a shop's own status counts where it was chosen, a cancelled one never", () => {
		expect(outcome(order({ status: 'in-the-kitchen' }), { statuses: ['wc-in-the-kitchen'] })).toBe('deliver');
		expect(outcome(order({ status: 'cancelled' }), { statuses: ['cancelled'] })).toBe('left out: cancelled');
	});

	it('payment facts count beside the status', () => {
		const unpaid = { date_paid: null, date_paid_gmt: null };
		const cod = order({ ...unpaid, payment_method: 'cod', payment_method_title: 'Paiement à la livraison' });
		expect(outcome(cod)).toBe('left out: pay_on_delivery');
		expect(outcome(cod, { payOnDelivery: 'deliver' })).toBe('deliver');
		const held = order({ ...unpaid, status: 'on-hold', payment_method: 'bacs' });
		expect(outcome(held, { statuses: ['on-hold'] })).toBe('left out: not_paid');
		expect(outcome(held, { statuses: ['on-hold'], unpaid: 'deliver' })).toBe('deliver');
	});

	it('refunded in full, paid in test mode, or nothing to send', () => {
		expect(outcome(order({ refunds: [{ id: 1, reason: '', total: '-39.35' }] }))).toBe('left out: refunded');
		expect(outcome(order({ refunds: [{ id: 1, reason: '', total: '-8.00' }] }))).toBe('deliver');
		expect(outcome(withMeta(['_wcpay_mode', 'test']))).toBe('left out: test');
		expect(outcome(order({ needs_processing: false }))).toBe('left out: nothing_physical');
		expect(outcome(order({ shipping_lines: [], shipping: { first_name: '', address_1: '', address_2: '' } }))).toBe(
			'left out: nothing_physical',
		);
	});
});

describe('what has to be mended', () => {
	it('every problem at once, each with what stands there', () => {
		const reading = read(
			order({
				shipping: { first_name: '', address_1: '', city: '', postcode: '', country: 'Utopia' },
				billing: { first_name: '', last_name: '', company: '', address_1: '', city: '', postcode: '', country: '' },
				line_items: [
					{ name: 'Miel', quantity: 'two' },
					{ name: 'Pain', quantity: 1 },
				],
				meta_data: [
					{ key: 'jckwds_date_ymd', value: '20261125' },
					{ key: 'jckwds_timeslot', value: 'après la sieste' },
				],
			}),
		);
		expect(reading).toMatchObject({
			outcome: 'problems',
			problems: [
				{ field: 'contact.name', found: null },
				{ field: 'place.lines', found: null },
				{ field: 'place.postalCode', found: null },
				{ field: 'place.country', found: 'Utopia', message: '"Utopia" is not a country.' },
				{ field: 'slot', found: 'après la sieste', message: expect.stringContaining('"après la sieste"') as string },
				{ field: 'goods.0.quantity', message: 'Quantity "two" of line 1 ("Miel") is not a number above 0.' },
			],
		});
	});

	it('an order without lines is never booked', () => {
		expect(outcome(order({ line_items: [] }))).toBe('problems: goods');
		expect(outcome(order({ line_items: null }))).toBe('problems: goods');
	});

	it('an unknown time zone', () => {
		expect(outcome(base, { zone: 'Paris' })).toBe('problems: zone');
	});
});

describe('parcels', () => {
	it.each([
		[
			{ rule: 'one', type: 'Small', weightGrams: 3000, volumeLitres: 20 } as const,
			[{ name: "2 × Miel de lavande, Pain d'épices", count: 1, type: 'Small', weightGrams: 3000, volumeLitres: 20 }],
		],
		[
			{ rule: 'per_line', type: null, weightGrams: 3000, volumeLitres: 20 } as const,
			[
				{ name: '2 × Miel de lavande', count: 1, type: null, weightGrams: 3000, volumeLitres: 20 },
				{ name: "Pain d'épices", count: 1, type: null, weightGrams: 3000, volumeLitres: 20 },
			],
		],
		[
			{ rule: 'per_piece', type: null, weightGrams: 1000, volumeLitres: null } as const,
			[
				{ name: 'Miel de lavande', count: 2, type: null, weightGrams: 1000, volumeLitres: null },
				{ name: "Pain d'épices", count: 1, type: null, weightGrams: 1000, volumeLitres: null },
			],
		],
		[
			{ rule: 'type_by_sku', types: { 'MIEL-LAV': 'Box' }, otherwise: 'Bag' } as const,
			[
				{ name: 'Box', count: 2, type: 'Box', weightGrams: null, volumeLitres: null },
				{ name: 'Bag', count: 1, type: 'Bag', weightGrams: null, volumeLitres: null },
			],
		],
	])('%j', (rule, parcels) => {
		expect(delivered(base, { parcels: rule }).parcels).toEqual(parcels);
	});
});

describe('a parcel shop or a locker that is named beside the method', () => {
	it.each<[string, unknown]>([
		['sendcloudshipping_service_point_meta', { id: '101', extra: 'x' }],
		['_shipmondo_pickup_point', '95461'],
		['packetery_point_id', 12],
		['_parcel_machine_id', 'KRA010'],
		['_lpc_meta_pickUpLocationId', '123456'],
		['bw_parcel_point_code', 'MONR-1234'],
		['_packlink_drop_off_point_id', '88'],
	])('%s', (key, value) => {
		const chosen = (value: unknown) => outcome(shippedBy('flat_rate', 'DPD', [{ key, value }]));
		expect(chosen(value)).toBe('left out: pickup_point');
		for (const none of ['', '0', 'no', false, {}, null]) expect(chosen(none)).not.toContain('pickup_point');
	});

	it('the choice of the customer in MyParcel', () => {
		const chosen = (value: unknown) =>
			outcome(shippedBy('flat_rate', 'PostNL', [{ key: '_myparcel_delivery_options', value }]));
		expect(chosen('{"carrier":"postnl","deliveryType":"pickup","isPickup":true}')).toBe('left out: pickup_point');
		expect(chosen({ carrier: 'postnl', isPickup: true })).toBe('left out: pickup_point');
		expect(chosen('{"carrier":"postnl","deliveryType":"standard","isPickup":false}')).toBe('deliver');
	});

	it('Chronopost by its id', () => {
		expect(outcome(shippedBy('chronorelaiseurope', 'Livraison express'))).toBe('left out: pickup_point');
	});
});
