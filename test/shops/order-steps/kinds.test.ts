import type { JsonObject } from '../../../shared/json';
import { atCarrier, itemOf, messageOf, type AtCarrier } from './at-carrier';
import { danish, parcels, presta, shippingTo, shopify, slot, withPhone, woo } from './orders';

describe('WooCommerce and a courier with slots', () => {
	let cyke: AtCarrier;
	beforeEach(() => {
		cyke = atCarrier('cyke');
	});
	const book = async (order: JsonObject, more: JsonObject = {}) => await cyke.run('book', { order, parcels, ...more });
	const booked = () => cyke.sandbox.cyke.deliveries;

	test('one step books the order, and the same order again finds it', async () => {
		const first = itemOf(await book(woo()));
		expect(first).toMatchObject({
			outcome: 'booked',
			reference: 'WC-612',
			shopOrder: { shop: 'woocommerce', id: '612', number: '612', status: 'processing' },
			dropoff: { name: 'Nora Petit', phone: '+33 6 11 22 33 44', street: '3 rue Oberkampf' },
			order: { id: 612 },
		});
		expect(itemOf(await book(woo()))).toMatchObject({ outcome: 'found', id: first.id });
		expect(booked()).toHaveLength(1);
	});

	test.each([
		['the block checkout', { method_id: 'pickup_location', method_title: 'Retrait en boutique' }],
		['a plug-in', { method_id: 'local_pickup_plus', method_title: 'Boutique' }],
		['the core', { method_id: 'local_pickup:3', method_title: 'Sur place' }],
	])('an order that the customer collects, by %s, is left out', async (_name, line) => {
		expect(itemOf(await book(woo({ shipping_lines: [line] })))).toMatchObject({
			outcome: 'left_out',
			leftOut: 'collected',
			reason: expect.stringContaining('collects'),
		});
		expect(cyke.writes()).toBe(0);
	});

	test.each([
		['cancelled', 'cancelled'],
		['refunded', 'refunded'],
		['pending', 'not_paid'],
		['checkout-draft', 'not_ready'],
	])('an order that is %s is left out', async (status, leftOut) => {
		expect(itemOf(await book(woo({ status })))).toMatchObject({ outcome: 'left_out', leftOut });
	});

	test('the ping of a saved webhook books nothing', async () => {
		expect(itemOf(await book({ webhook_id: '12' }))).toMatchObject({ outcome: 'left_out', leftOut: 'ping' });
		expect(cyke.writes()).toBe(0);
	});

	test.each([
		['2:00 PM - 4:00 PM', '2026-11-25T14:00:00.000+01:00'],
		['9:00 - 11:00', '2026-11-25T09:00:00.000+01:00'],
		['14h00 - 16h00', '2026-11-25T14:00:00.000+01:00'],
		['22:00 - 00:00', '2026-11-25T22:00:00.000+01:00'],
	])('the slot %s is read', async (text, start) => {
		expect(itemOf(await cyke.run('check', { order: woo(slot(text)), parcels }))).toMatchObject({
			outcome: 'ready',
			body: { dropoff: { slot_starting_at: start } },
		});
	});

	test.each(['ASAP', '14:00', 'le soir'])('a slot "%s" that makes no window is quoted', async (text) => {
		const message = messageOf(await book(woo(slot(text))));
		expect(message).toContain(text);
		expect(message).not.toContain('is missing');
		expect(cyke.writes()).toBe(0);
	});

	test('a start alone has the length that the user gives', async () => {
		expect(itemOf(await book(woo(slot('14:00')), { slot: { length_minutes: 90 } }))).toMatchObject({
			dropoff: { slotEnd: '2026-11-25T15:30:00.000+01:00' },
		});
	});

	test('two shops with one order number never meet in silence', async () => {
		itemOf(await book(woo()));
		const other = woo({
			...shippingTo({ first_name: 'Karim', last_name: 'Haddad', address_1: '8 rue Cler', postcode: '75007' }),
			...withPhone('06 99 88 77 66'),
		});
		expect(itemOf(await book(other))).toMatchObject({
			outcome: 'found_different',
			warnings: expect.arrayContaining([expect.stringContaining('8 rue Cler')]),
		});
		expect(itemOf(await book(other, { reference_prefix: 'LYON' }))).toMatchObject({
			outcome: 'booked',
			reference: 'LYON-612',
		});
		expect(booked()).toHaveLength(2);
	});

	test('an address that was corrected after the booking is reported', async () => {
		itemOf(await book(woo()));
		const moved = itemOf(await book(woo(shippingTo({ address_1: '30 rue Oberkampf' }))));
		expect(moved).toMatchObject({ outcome: 'found_different' });
		expect(JSON.stringify(moved.warnings)).toContain('30 rue Oberkampf');
	});

	test.each([
		['06 11 22 33 4', 'one digit short'],
		['0000000000', 'a placeholder'],
		['+33 000000000', 'a placeholder with its prefix'],
	])('the phone "%s", %s, is refused by name', async (phone) => {
		const message = messageOf(await book(woo(withPhone(phone))));
		expect(message).toContain('Phone');
		expect(message).toContain(phone);
		expect(cyke.writes()).toBe(0);
	});

	test.each(['+0033611223344', '+33 06 11 22 33 44', '\u202d06\u00a011 22 33\u200b44\u202c', '0033 6 11 22 33 44'])(
		'the phone "%s" is +33611223344',
		async (phone) => {
			expect(itemOf(await book(woo(withPhone(phone))))).toMatchObject({ dropoff: { phone: '+33 6 11 22 33 44' } });
		},
	);

	test('texts are as people read them', async () => {
		const order = woo({
			...shippingTo({ first_name: 'Sean', last_name: 'O&#039;Neill', company: 'Th&eacute; &amp; Caf&eacute;' }),
			customer_note: 'Sonner &quot;Neill&quot; \u0007&amp; attendre',
			line_items: [{ id: 1, name: 'Sel &amp; poivre &#8211; 2 pi&egrave;ces', quantity: 1, total: '24.00' }],
		});
		expect(itemOf(await book(order))).toMatchObject({
			dropoff: { name: "Sean O'Neill", company: 'Thé & Café', instructions: 'Sonner "Neill" & attendre' },
			packages: [{ name: 'Sel & poivre – 2 pièces' }],
		});
	});

	test('a house number in the second line goes to its street', async () => {
		const order = woo(shippingTo({ address_1: 'rue Oberkampf', address_2: '3. Code 12A' }));
		expect(itemOf(await book(order))).toMatchObject({
			dropoff: { street: '3 rue Oberkampf', instructions: 'Code 12A' },
		});
	});

	test('every problem is reported at once', async () => {
		const order = woo({ ...slot('soon'), ...withPhone('call me'), ...shippingTo({ postcode: '750112' }) });
		const message = messageOf(await cyke.run('book', { order }));
		for (const found of ['soon', 'call me', '750112', 'Package']) expect(message).toContain(found);
	});

	test('an override takes the place of what the order says, and of its problem', async () => {
		const overrides = { slot_start: '2026-11-26T10:00', slot_end: '2026-11-26T12:00', phone: '+33699887766' };
		expect(itemOf(await book(woo({ ...slot('soon'), ...withPhone('call me') }), { overrides }))).toMatchObject({
			outcome: 'booked',
			dropoff: { slotStart: '2026-11-26T10:00:00.000+01:00', phone: '+33 6 99 88 77 66' },
		});
	});
});

describe('Shopify and drivers on demand', () => {
	let deliverit: AtCarrier;
	beforeEach(() => {
		deliverit = atCarrier('deliverit');
	});
	const book = async (order: JsonObject, more: JsonObject = {}) => await deliverit.run('book', { order, ...more });

	test('the day that the customer chose is the day of the trip', async () => {
		expect(itemOf(await book(shopify()))).toMatchObject({
			outcome: 'booked',
			requestedTime: '2026-11-28T17:00:00.000+01:00',
		});
	});

	test('a last name alone is name enough', async () => {
		expect(itemOf(await book(shopify(danish({ first_name: null, name: 'Holm' }))))).toMatchObject({
			outcome: 'booked',
			dropoff: { name: 'Holm' },
		});
	});

	test.each([
		[{ test: true }, 'test'],
		[{ financial_status: 'pending' }, 'not_paid'],
		[{ financial_status: 'voided' }, 'voided'],
		[{ cancelled_at: '2026-11-24T09:00:00+01:00' }, 'cancelled'],
	])('%j is left out', async (change, leftOut) => {
		expect(itemOf(await book(shopify(change)))).toMatchObject({ outcome: 'left_out', leftOut });
		expect(deliverit.writes()).toBe(0);
	});

	test.each(['12345678', '12 34 56 78', '+45 12345678', '004512345678', '+4512345678', '12-34-56-78'])(
		'the phone %s is eight digits',
		async (phone) => {
			expect(itemOf(await book(shopify(danish({ phone }))))).toMatchObject({ outcome: 'booked' });
			expect(deliverit.sandbox.deliverit.orders.at(-1)).toMatchObject({ telephone: '12345678' });
		},
	);

	test.each(['DK-5000', 'DK 5000', '５０００', ' 5000 '])('the postal code "%s" is 5000', async (zip) => {
		expect(itemOf(await book(shopify(danish({ zip }))))).toMatchObject({ dropoff: { postalCode: '5000' } });
	});

	test.each([
		['Vestergade 10, 2. tv', 'Vestergade 10', '2. tv'],
		['Vestergade 10 st. th', 'Vestergade 10', 'st. th'],
		['Vestergade 10 - 2. sal', 'Vestergade 10', '2. sal'],
		['Vestergade 10B, 1.', 'Vestergade 10B', '1'],
		['H.C. Andersens Gade 5 3 th', 'H.C. Andersens Gade 5', '3 th'],
		['1. Maj Plads 4, kld.', '1. Maj Plads 4', 'kld'],
		['Christian 4. Gade 7', 'Christian 4. Gade 7', ''],
		['Vestergade 10, baghuset', 'Vestergade 10, baghuset', ''],
	])('"%s" is the street "%s", and "%s" among the remarks', async (address1, street, remark) => {
		await book(shopify(danish({ address1 })));
		const booked = deliverit.sandbox.deliverit.orders.at(-1);
		expect(booked).toMatchObject({ street });
		expect(booked?.remarks.replace(/^(?:\[[^\]]*\]\s*)+/, '')).toBe(remark);
	});

	test('an order without a position asks for a geocoder, whose answer is taken', async () => {
		const order = shopify(danish({ latitude: null, longitude: null }));
		expect(messageOf(await book(order))).toContain('position');
		const answer = (score: number) => ({
			type: 'FeatureCollection',
			features: [
				{
					geometry: { type: 'Point', coordinates: [10.3912053, 55.3957969] },
					properties: { label: 'Vestergade 10', score },
				},
			],
		});
		expect(messageOf(await book(order, { overrides: { position: answer(0.4) } }))).toContain('not sure');
		expect(itemOf(await book(order, { overrides: { position: answer(0.97) } }))).toMatchObject({ outcome: 'booked' });
	});

	test('the check gives the price, and books nothing', async () => {
		const item = itemOf(await deliverit.run('check', { order: shopify() }));
		expect(item).toMatchObject({
			outcome: 'ready',
			price: { currency: 'DKK', vat: 'excluded' },
			method: 'POST',
			path: '/api/v1/orderdriver/create',
			body: { firstname: 'Freja' },
		});
		expect(deliverit.writes()).toBe(0);
		expect(deliverit.sandbox.deliverit.orders).toHaveLength(0);
	});
});

describe('PrestaShop and parcels', () => {
	let cubyn: AtCarrier;
	beforeEach(() => {
		cubyn = atCarrier('cubyn');
	});
	const book = async (order: JsonObject) => await cubyn.run('book', { order });
	const sent = () => cubyn.sandbox.cubyn.parcels.at(-1)?.input;

	test('raw answers of the webservice are one parcel', async () => {
		expect(itemOf(await book(presta()))).toMatchObject({ outcome: 'booked', reference: 'PS-3801' });
		expect(sent()).toMatchObject({ items: [{ reference: 'product_2', count: 2 }], address: { zip: '69002' } });
	});

	test('an order that is collected in the shop is left out', async () => {
		expect(itemOf(await book(presta({ id_carrier: '1' })))).toMatchObject({
			outcome: 'left_out',
			leftOut: 'collected',
		});
	});

	test.each([[undefined], [{ order_rows: [] }]])(
		'an order without lines is never an empty parcel',
		async (associations) => {
			expect(messageOf(await book(presta({ associations })))).toContain('no lines');
			expect(cubyn.writes()).toBe(0);
		},
	);

	test('one line as an object, and numbers as numbers', async () => {
		const rows = { product_id: 7, product_quantity: 2, product_name: 'Mug', product_reference: 12345 };
		itemOf(await book(presta({ associations: { order_rows: rows } }, { postcode: 69002 })));
		expect(sent()).toMatchObject({ items: [{ reference: '12345', count: 2 }], address: { zip: '69002' } });
	});

	test('a long company and a long note find room', async () => {
		const company = 'Association des Amateurs de Porcelaine Ancienne';
		const other = 'Code 1234, laisser chez la gardienne au rez-de-chaussée';
		expect(itemOf(await book(presta({}, { company })))).toMatchObject({ outcome: 'booked' });
		expect(itemOf(await book(presta({ id: 3802 }, { other })))).toMatchObject({ outcome: 'booked' });
		expect(JSON.stringify(sent())).toContain('rez-de-chaussée');
	});

	test('a slot that the carrier cannot carry is reported', async () => {
		expect(itemOf(await cubyn.run('book', { order: woo() })).warnings).toContainEqual(
			expect.stringContaining('14:00 - 16:00'),
		);
	});
});
