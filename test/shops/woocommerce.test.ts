import base from './orders/woocommerce.json';
import { delivered, read } from './read';

import { order, withMeta } from './woocommerce-orders';

describe('an order as the REST API and the webhook send it', () => {
	it('is read whole', () => {
		expect(delivered(base)).toEqual({
			shop: 'woocommerce',
			reference: { text: 'WC-3127', prefix: 'WC', number: '3127', orderId: '3127' },
			contact: {
				name: 'Lou Garnier',
				firstName: 'Lou',
				lastName: 'Garnier',
				company: null,
				phone: '06 55 44 33 22',
				otherPhones: [],
				email: 'lou@example.org',
			},
			place: {
				lines: ['18 rue des Tilleuls', 'Bâtiment C'],
				postalCode: '75020',
				city: 'Paris',
				region: null,
				country: 'FR',
				coordinates: null,
			},
			slot: {
				kind: 'window',
				start: '2026-11-25T14:00:00.000+01:00',
				end: '2026-11-25T16:00:00.000+01:00',
				text: '20261125, 14:00 - 16:00',
				source: 'Iconic Delivery Slots',
			},
			goods: [
				{
					sku: 'MIEL-LAV',
					name: 'Miel de lavande',
					quantity: 2,
					unitValue: { amount: 1200, currency: 'EUR' },
					weightGrams: null,
				},
				{
					sku: null,
					name: "Pain d'épices",
					quantity: 1,
					unitValue: { amount: 800, currency: 'EUR' },
					weightGrams: null,
				},
			],
			parcels: [
				{ name: "2 × Miel de lavande, Pain d'épices", count: 1, type: null, weightGrams: null, volumeLitres: null },
			],
			note: 'Sonnez deux fois',
			access: [],
			method: { id: 'flat_rate', title: 'Coursier à vélo' },
			payment: 'paid',
			total: { amount: 3935, currency: 'EUR' },
			shopStatus: 'processing',
		});
	});

	it('is read from the body of a webhook step, too', () => {
		expect(
			delivered({ headers: { 'x-wc-webhook-topic': 'order.updated' }, params: {}, query: {}, body: base }).reference
				.text,
		).toBe('WC-3127');
	});

	it('two shops of one courier account have two references', () => {
		expect(delivered(base, { prefix: 'PARIS' }).reference.text).toBe('PARIS-3127');
		expect(delivered(order({ number: 'B2B-77' }), { prefix: 'LYON' }).reference).toEqual({
			text: 'LYON-B2B-77',
			prefix: 'LYON',
			number: 'B2B-77',
			orderId: '3127',
		});
	});

	it('a ping is left out and no problem', () => {
		expect(read({ webhook_id: '12' })).toMatchObject({ outcome: 'left_out', reasons: [{ code: 'ping' }] });
	});
});

describe('where a shop keeps a value', () => {
	it('billing stands in where shipping has no street', () => {
		const { place, contact } = delivered(
			order({
				shipping: { first_name: '', address_1: '', city: '', postcode: '' },
				billing: { ...base.billing, first_name: 'Jo' },
			}),
		);
		expect(place.lines[0]).toBe('18 rue des Tilleuls');
		expect(contact.name).toBe('Jo Garnier');
	});

	it("a present goes to the other's name, with the buyer's phone", () => {
		const { contact } = delivered(
			order({ shipping: { ...base.shipping, first_name: 'Ana', last_name: 'Petrova', phone: '' } }),
		);
		expect(contact).toMatchObject({ name: 'Ana Petrova', phone: '06 55 44 33 22', otherPhones: [] });
	});

	it('a company receives where no person is named', () => {
		const nobody = { first_name: '', last_name: '' };
		expect(
			delivered(
				order({
					shipping: { ...base.shipping, ...nobody, company: 'Thé &amp; Café' },
					billing: { ...base.billing, ...nobody },
				}),
			).contact,
		).toMatchObject({
			name: 'Thé & Café',
			company: 'Thé & Café',
		});
	});

	it('texts come without their HTML entities', () => {
		const request = delivered(
			order({
				customer_note: 'Sonner &quot;Roux&quot; &amp; attendre',
				shipping: { ...base.shipping, last_name: 'O&#039;Hara', address_1: '7 rue de l&#8217;Orme' },
				line_items: [{ name: 'Sel &amp; poivre &#8211; lot', quantity: 1 }],
			}),
		);
		expect([request.contact.lastName, request.place.lines[0], request.note, request.goods[0]?.name]).toEqual([
			"O'Hara",
			'7 rue de l’Orme',
			'Sonner "Roux" & attendre',
			'Sel & poivre – lot',
		]);
	});

	it.each([
		['rue des Tilleuls', '18', ['18 rue des Tilleuls']],
		['rue des Tilleuls', '18 bis', ['18 bis rue des Tilleuls']],
		['rue des Tilleuls', '18, Bâtiment C', ['18 rue des Tilleuls', 'Bâtiment C']],
		['18', 'rue des Tilleuls', ['18 rue des Tilleuls']],
		['18 rue des Tilleuls', '3', ['18 rue des Tilleuls', '3']],
		['rue des Tilleuls', 'Bâtiment 3', ['rue des Tilleuls', 'Bâtiment 3']],
	])('house number: %s / %s', (address_1, address_2, lines) => {
		expect(
			delivered(order({ customer_note: 'Code 12A', shipping: { ...base.shipping, address_1, address_2 } })).place.lines,
		).toEqual(lines);
	});

	it('the house number stands behind its street elsewhere', () => {
		const shipping = {
			...base.shipping,
			address_1: 'Skovvej',
			address_2: '7',
			postcode: '8000',
			city: 'Aarhus C',
			country: 'DK',
		};
		expect(delivered(order({ shipping })).place.lines).toEqual(['Skovvej 7']);
	});

	it('codes, position and slot are found in the fields of plug-ins', () => {
		const request = delivered(
			withMeta(
				['_shipping_door_code', '4521#'],
				['_shipping_latitude', '48.86'],
				['_shipping_longitude', '2.4'],
				['_orddd_timestamp', '1795564800'],
				['Time Slot', '14h - 16h'],
			),
		);
		expect(request.access).toEqual([{ kind: 'door_code', text: '4521#' }]);
		expect(request.place.coordinates).toEqual({ latitude: 48.86, longitude: 2.4 });
		expect(request.slot).toMatchObject({ start: '2026-11-25T14:00:00.000+01:00', source: 'Order Delivery Date Pro' });
	});

	it('a position of 0,0 is ignored', () => {
		expect(
			delivered(withMeta(['_shipping_latitude', '0'], ['_shipping_longitude', '0.000'])).place.coordinates,
		).toBeNull();
	});

	it('numbers may be texts, and texts numbers', () => {
		const request = delivered(
			order({
				id: '3127',
				number: 3127,
				shipping: { ...base.shipping, postcode: 75020 },
				line_items: [{ name: 'Miel', quantity: '2', sku: 12345, total: '24,00' }],
			}),
		);
		expect(request.reference.number).toBe('3127');
		expect(request.place.postalCode).toBe('75020');
		expect(request.goods).toEqual([
			{ sku: '12345', name: 'Miel', quantity: 2, unitValue: { amount: 1200, currency: 'EUR' }, weightGrams: null },
		]);
	});
});

describe('values that people type where a checkout insists on one', () => {
	const here = (changes: Record<string, unknown>) =>
		order({ shipping: { ...base.billing, ...changes }, billing: { ...base.billing, phone: '06 55 44 33 22' } });

	it.each(['0000000000', '0', '-', 'x', '111 111 111'])('the phone "%s" gives way to a number elsewhere', (phone) => {
		expect(delivered(here({ phone })).contact).toMatchObject({ phone: '06 55 44 33 22', otherPhones: [phone] });
	});

	it('one that stands alone stays, and is refused by its name', () => {
		const all = order({ shipping: {}, billing: { ...base.billing, phone: '0000000000' } });
		expect(delivered(all).contact.phone).toBe('0000000000');
	});

	it('a dot or a dash is no name, no company and no second line', () => {
		const { contact, place } = delivered(
			here({ first_name: '.', last_name: 'Garnier', company: '-', address_1: '18 rue des Tilleuls', address_2: '--' }),
		);
		expect(contact).toMatchObject({ name: 'Garnier', company: null });
		expect(place.lines).toEqual(['18 rue des Tilleuls']);
		expect(read(order({ shipping: { ...base.billing, address_1: '-', address_2: '.' } }))).toMatchObject({
			problems: [{ field: 'place.lines' }],
		});
	});

	it('a name or a line that is typed twice is one', () => {
		const street = '18 rue des Tilleuls';
		const twice = delivered(
			here({ first_name: 'Lou Garnier', last_name: 'Lou Garnier', address_1: street, address_2: street }),
		);
		expect(twice.contact.name).toBe('Lou Garnier');
		expect(twice.place.lines).toEqual([street]);
	});
});

it('tags in texts are no part of them', () => {
	const read = delivered(
		order({
			customer_note: 'Sonner<br />2e &lt;b&gt;étage&lt;/b&gt;, 3 < 4',
			line_items: [{ name: 'Savon <small class="g">200 g</small>', quantity: 1 }],
		}),
	);
	expect(read.note).toContain('Sonner\n2e étage, 3 < 4');
	expect(read.goods[0]?.name).toBe('Savon 200 g');
});

it('lists of one, as XML converters make them, are what they hold', () => {
	expect(read([order({ number: ['3127'] })])).toMatchObject({
		outcome: 'deliver',
		request: { reference: { text: 'WC-3127' } },
	});
});

it('street and number may stand in fields of their own', () => {
	const shipping = { ...base.billing, address_1: ' ', address_2: '', city: 'Lyon', postcode: '69003' };
	const meta_data = [
		{ key: '_shipping_street_name', value: 'rue Paul Bert' },
		{ key: '_shipping_house_number', value: '12' },
		{ key: '_shipping_house_number_suffix', value: 'bis' },
	];
	expect(delivered(order({ shipping, meta_data })).place).toMatchObject({
		lines: ['12 bis rue Paul Bert'],
		city: 'Lyon',
	});
});

it('a line break in a name, a street or a city is none on a label', () => {
	const shipping = {
		first_name: 'Lou\n',
		last_name: 'Garnier',
		address_1: '18 rue\u2028 des Tilleuls',
		city: 'Paris\r\n20e',
	};
	expect(delivered(order({ shipping: { ...shipping, country: 'FR', postcode: '75020' } }))).toMatchObject({
		contact: { name: 'Lou Garnier' },
		place: { lines: ['18 rue des Tilleuls'], city: 'Paris 20e' },
	});
});
