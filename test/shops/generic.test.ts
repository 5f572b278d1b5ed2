import sheet from './orders/sheet-row.json';
import zapier from './orders/zapier-columns.json';
import { delivered, outcome, read } from './read';

const row = (changes: Record<string, unknown>) => ({ ...sheet, ...changes });

describe('flat fields', () => {
	it('a row of a sheet', () => {
		expect(delivered(sheet, { zone: 'Europe/Copenhagen', prefix: 'SHEET' })).toMatchObject({
			shop: 'generic',
			reference: { text: 'SHEET-A-17', number: 'A-17' },
			contact: { name: 'Tove Berg', phone: '20304050', otherPhones: [] },
			place: {
				lines: ['Skovvej 7'],
				postalCode: '8000',
				city: 'Aarhus C',
				country: 'DK',
				coordinates: { latitude: 56.1572, longitude: 10.2107 },
			},
			slot: { kind: 'window', start: '2026-11-25T14:00:00.000+01:00', end: '2026-11-25T16:00:00.000+01:00' },
			access: [{ kind: 'door_code', text: '4521#' }],
		});
	});

	it.each([
		[
			'French headers',
			{
				'N° commande': 'A-17',
				Prénom: 'Nora',
				Nom: 'Petit',
				Téléphone: '06 11 22 33 44',
				Adresse: '3 rue Oberkampf',
				'Code postal': '75011',
				Ville: 'Paris',
				'Date de livraison': '25/11/2026',
				Créneau: '14h-16h',
			},
		],
		[
			'Danish headers',
			{
				Ordrenummer: 'A-17',
				Navn: 'Nora Petit',
				Telefon: '06 11 22 33 44',
				Adresse: '3 rue Oberkampf',
				Postnr: '75011',
				By: 'Paris',
				Leveringsdato: '25-11-2026',
				Leveringstid: 'kl. 14-16',
			},
		],
		[
			'an API with names in camel case',
			{
				orderNumber: 'A-17',
				shippingAddress: {
					firstName: 'Nora',
					lastName: 'Petit',
					addressLine1: '3 rue Oberkampf',
					postalCode: '75011',
					city: 'Paris',
					phone: '06 11 22 33 44',
				},
				lineItems: [{ productName: 'Savon', sku: 'S1', quantity: 2 }],
				deliveryDate: '2026-11-25',
				deliveryTime: '14:00 - 16:00',
			},
		],
	])('%s', (_title, sample) => {
		expect(delivered(sample)).toMatchObject({
			shop: 'generic',
			reference: { number: 'A-17' },
			contact: { name: 'Nora Petit', phone: '06 11 22 33 44' },
			place: { lines: ['3 rue Oberkampf'], postalCode: '75011', city: 'Paris' },
			slot: { start: '2026-11-25T14:00:00.000+01:00', end: '2026-11-25T16:00:00.000+01:00' },
		});
	});

	it.each([
		[{ 'Mode de livraison': 'Retrait en magasin' }, 'left out: collected'],
		[{ Leveringsmetode: 'Afhentning' }, 'left out: collected'],
		[{ Versandart: 'Lieferung' }, 'deliver'],
		[{ paid: 'non' }, 'left out: not_paid'],
		[{ Betalt: 'Nej' }, 'left out: not_paid'],
		[{ Payé: 'oui' }, 'deliver'],
	])('%j is %s', (changes, expected) => {
		expect(outcome(row({ shipping_method: undefined, paid: undefined, ...changes }))).toBe(expected);
	});

	it("Magento's order, with its street as a list", () => {
		expect(
			delivered({
				increment_id: '000000123',
				status: 'processing',
				shipping_address: {
					firstname: 'Nora',
					lastname: 'Petit',
					street: ['3 rue Oberkampf', 'Bât B'],
					city: 'Paris',
					postcode: '75011',
					country_id: 'FR',
					telephone: '06 11 22 33 44',
				},
				items: [{ name: 'Savon', sku: 'S', qty_ordered: 2 }],
				shipping_description: 'Coursier',
			}),
		).toMatchObject({
			reference: { number: '000000123' },
			contact: { name: 'Nora Petit' },
			place: { lines: ['3 rue Oberkampf', 'Bât B'], country: 'FR' },
			goods: [{ name: 'Savon', quantity: 2 }],
		});
	});

	it('columns of Zapier, with a comma in a name and the meta data of a plug-in', () => {
		expect(delivered(zapier)).toMatchObject({
			contact: { name: 'Lou Garnier' },
			place: { lines: ['18 rue des Tilleuls'], postalCode: '75020', country: 'FR' },
			slot: {
				start: '2026-11-25T14:00:00.000+01:00',
				end: '2026-11-25T16:00:00.000+01:00',
				source: 'Iconic Delivery Slots',
			},
			goods: [
				{ sku: 'MIEL-LAV', name: 'Miel, lavande', quantity: 2 },
				{ sku: 'PAIN', name: "Pain d'épices", quantity: 1 },
			],
		});
	});

	it.each([
		['one name with a comma', { item_names: 'Savon, lavande', item_quantities: '1' }, [['Savon, lavande', 1]]],
		[
			'two names and amounts',
			{ item_names: 'Savon,Bougie', item_quantities: '2,1' },
			[
				['Savon', 2],
				['Bougie', 1],
			],
		],
		[
			'joined with spaces',
			{ item_names: 'Savon, Bougie', item_quantities: '2, 1' },
			[
				['Savon', 2],
				['Bougie', 1],
			],
		],
		[
			'lists',
			{ item_names: ['Savon, lavande', 'Bougie'], item_quantities: [2, 1] },
			[
				['Savon, lavande', 2],
				['Bougie', 1],
			],
		],
		[
			'objects',
			{
				items: [
					{ name: 'Savon', qty: '2' },
					{ title: 'Bougie', quantity: 1 },
				],
			},
			[
				['Savon', 2],
				['Bougie', 1],
			],
		],
	])('goods: %s', (_title, changes, goods) => {
		expect(
			delivered(row({ Items: undefined, ...changes })).goods.map(({ name, quantity }) => [name, quantity]),
		).toEqual(goods);
	});

	it('columns that do not match are a problem of the line items', () => {
		expect(read(row({ Items: undefined, item_names: 'Savon,Bougie,Huile', item_quantities: '2,1' }))).toMatchObject({
			outcome: 'problems',
			problems: [
				{
					field: 'goods',
					message: expect.stringContaining('The line items do not match: 2 lines, but 3 in name') as string,
				},
			],
		});
	});

	it.each([
		[{ Status: 'cancelled' }, 'cancelled'],
		[{ Status: 'Annulé' }, 'cancelled'],
		[{ Status: 'refunded' }, 'refunded'],
		[{ Status: 'pending' }, 'not_paid'],
		[{ Status: '', Paid: 'no' }, 'not_paid'],
		[{ 'Financial Status': 'voided' }, 'voided'],
		[{ Cancelled: 'yes' }, 'cancelled'],
		[{ Test: true }, 'test'],
		[{ 'Shipping Method': 'Click & Collect' }, 'collected'],
		[{ 'Delivery Type': 'pickup' }, 'collected'],
	])('left out: %j', (changes, code) => {
		expect(outcome(row(changes))).toContain(code);
		expect(outcome(row(changes))).toContain('left out');
	});

	it.each([null, 12, 'hello', [], {}, { a: 1 }, { webhook: 'x' }])(
		'%j is no order, and the problem quotes it',
		(json) => {
			expect(read(json)).toMatchObject({
				outcome: 'problems',
				problems: [{ field: 'order', found: expect.anything() as unknown }],
			});
		},
	);
});

describe('lists that Zapier joined into texts', () => {
	const meta = { meta_data_key: 'note,jckwds_date_ymd,jckwds_timeslot' };

	it.each(['x,20261125,14:00 - 16:00', 'Bonjour, merci,20261125,14:00 - 16:00'])('meta data "%s"', (values) => {
		expect(delivered(row({ 'Slot Start': '', 'Slot End': '', ...meta, meta_data_value: values })).slot).toMatchObject({
			kind: 'window',
			source: 'Iconic Delivery Slots',
		});
	});

	it('a list of one method is that method', () => {
		expect(outcome(row({ shipping_lines__method_id: ['local_pickup'] }))).toBe('left out: collected');
	});
});
