import bundle from './orders/prestashop.json';
import xml from './orders/prestashop-xml.json';
import { delivered, outcome, read } from './read';

const [first] = bundle.order.orders;
const withOrder = (changes: Record<string, unknown>) => ({ ...bundle, order: { order: { ...first, ...changes } } });
const withAddress = (changes: Record<string, unknown>) => ({
	...bundle,
	address: { address: { ...bundle.address.address, ...changes } },
});
const withCarrier = (changes: Record<string, unknown>) => ({
	...bundle,
	carrier: { carrier: { ...bundle.carrier.carrier, ...changes } },
});
const rows = (order_rows: unknown) => withOrder({ associations: { order_rows } });

describe('answers of the webservice', () => {
	it('are read whole, joined under their names', () => {
		expect(delivered(bundle)).toEqual({
			shop: 'prestashop',
			reference: { text: 'PS-3801', prefix: 'PS', number: '3801', orderId: '3801' },
			contact: {
				name: 'Inès Ferrand',
				firstName: 'Inès',
				lastName: 'Ferrand',
				company: null,
				phone: '0655443322',
				otherPhones: ['0472000000'],
				email: 'ines@example.org',
			},
			place: {
				lines: ['31 cours Gambetta', '3e étage'],
				postalCode: '69003',
				city: 'Lyon',
				region: null,
				country: 'FR',
				coordinates: null,
			},
			slot: { kind: 'none' },
			goods: [
				{
					sku: 'MUG-1',
					name: 'Mug émaillé',
					quantity: 2,
					unitValue: { amount: 1440, currency: 'EUR' },
					weightGrams: null,
				},
				{
					sku: '3017620422003',
					name: 'Théière',
					quantity: 1,
					unitValue: { amount: 2990, currency: 'EUR' },
					weightGrams: null,
				},
			],
			parcels: [{ name: '2 × Mug émaillé, Théière', count: 1, type: null, weightGrams: null, volumeLitres: null }],
			note: 'Code 4521, laisser à la gardienne',
			access: [],
			method: { id: '3', title: 'Coursier' },
			payment: 'paid',
			total: { amount: 5870, currency: 'EUR' },
			shopStatus: '2',
		});
	});

	it('from XML, with one line as an object and numbers as numbers', () => {
		expect(delivered(xml)).toMatchObject({
			reference: { text: 'PS-3802' },
			contact: { name: 'Basile Roche', phone: '+33655443322', otherPhones: [] },
			place: { postalCode: '69002', country: 'FR' },
			goods: [{ sku: 'THE-1', quantity: 1 }],
		});
	});

	it.each([
		['one line as an object', { product_reference: 'MUG-1', product_quantity: '2' }],
		['a list', [{ product_reference: 'MUG-1', product_quantity: 2 }]],
		['an object of lines', { '0': { product_reference: 'MUG-1', product_quantity: '2' } }],
		["XML's list", { order_row: [{ product_reference: { _: 'MUG-1' }, product_quantity: '2' }] }],
	])('lines: %s', (_title, order_rows) => {
		expect(delivered(rows(order_rows)).goods).toMatchObject([{ sku: 'MUG-1', quantity: 2 }]);
	});

	it('weights come from joined products', () => {
		const products = {
			products: [
				{ id: 7, weight: '0.350000' },
				{ id: 8, weight: '1.2' },
			],
		};
		expect(delivered({ ...bundle, ...products }).parcels).toMatchObject([{ weightGrams: 1900 }]);
	});

	it('a plain order, its resources on it, and a company alone', () => {
		const order = {
			...first,
			address: { ...bundle.address.address, firstname: '', lastname: '', company: 'Atelier Ferrand' },
			country: bundle.country.country,
		};
		expect(delivered(order).contact).toMatchObject({ name: 'Atelier Ferrand' });
	});

	it('"0000-00-00" and the date of the delivery slip are no wish', () => {
		expect(delivered(withOrder({ delivery_date: '2026-11-20 12:00:00' })).slot).toEqual({ kind: 'none' });
		expect(delivered(withOrder({ ddw_order_date: '0000-00-00 00:00:00', ddw_order_time: '' })).slot).toEqual({
			kind: 'none',
		});
	});

	it("a module's slot stands on the order, or is joined", () => {
		const slot = { start: '2026-11-25T14:00:00.000+01:00', end: '2026-11-25T16:00:00.000+01:00' };
		const fields = { ddw_order_date: '2026-11-25 00:00:00', ddw_order_time: '14:00 - 16:00' };
		expect(delivered(withOrder(fields)).slot).toMatchObject(slot);
		expect(delivered({ ...bundle, ddw: fields }).slot).toMatchObject(slot);
	});

	it('what the customer wrote is in messages of their own', () => {
		expect(delivered({ ...bundle, messages: { messages: [{ id: 1, message: 'Sonner chez Ferrand' }] } }).note).toBe(
			'Code 4521, laisser à la gardienne\nSonner chez Ferrand',
		);
	});
});

describe('is it ours to deliver?', () => {
	it.each([
		['1', 'not_paid'],
		['4', 'done'],
		['5', 'done'],
		['6', 'cancelled'],
		['7', 'refunded'],
		['8', 'not_paid'],
		['10', 'not_paid'],
		['17', 'not_ready'],
	])('state %s is %s', (current_state, code) => {
		expect(outcome(withOrder({ current_state }))).toBe(`left out: ${code}`);
	});

	it("a state of the shop's own counts where it was chosen or joined, a cancelled one never", () => {
		const own = withOrder({ current_state: '17' });
		expect(outcome(own, { statuses: ['17'] })).toBe('deliver');
		expect(outcome({ ...own, order_state: { id: 17, paid: '1', shipped: '0', name: 'Prêt' } })).toBe('deliver');
		expect(outcome({ ...own, order_state: { id: 17, paid: '1', shipped: '1', name: 'Parti' } })).toBe('left out: done');
		expect(outcome(withOrder({ current_state: '6' }), { statuses: ['6'] })).toBe('left out: cancelled');
	});

	it("the first carrier is PrestaShop's own for collecting", () => {
		const unjoined = { ...bundle, carrier: undefined };
		expect(outcome({ ...unjoined, order: { order: { ...first, id_carrier: '1' } } })).toBe('left out: collected');
		expect(outcome({ ...unjoined, order: { order: { ...first, id_carrier: '1' } } }, { methods: ['1'] })).toBe(
			'deliver',
		);
		expect(outcome(unjoined)).toBe('deliver');
	});

	it.each([
		['named as the shop', { name: '0' }, 'collected'],
		['the first one, edited', { id: 24, id_reference: '1' }, 'collected'],
		[
			'a module of collecting',
			{ is_module: '1', need_range: '1', external_module_name: 'clickandcollect' },
			'collected',
		],
		[
			'a module of parcel shops',
			{ is_module: '1', need_range: '1', external_module_name: 'mondialrelay' },
			'pickup_point',
		],
		['in words', { name: 'Retrait en magasin' }, 'collected'],
	])('carrier: %s', (_title, changes, code) => {
		expect(outcome(withCarrier(changes))).toBe(`left out: ${code}`);
	});

	it("a carrier's name as XML has it", () => {
		const named = (language: unknown) => ({ ...bundle, carrier: { carrier: { id: '3', name: { language } } } });
		expect(outcome(named([{ _: 'Retrait en magasin', $: { id: '1' } }]))).toBe('left out: collected');
		expect(outcome(named({ _: 'Click & collect', $: { id: '1' } }))).toBe('left out: collected');
		expect(outcome(named([{ _: 'Coursier', $: { id: '1' } }]))).toBe('deliver');
	});

	it('virtual goods are not sent', () => {
		expect(outcome(withOrder({ id_carrier: '0' }))).toBe('left out: nothing_physical');
		const products = {
			products: [
				{ id: 7, is_virtual: '1' },
				{ id: 8, is_virtual: '1' },
			],
		};
		expect(outcome({ ...bundle, ...products })).toBe('left out: nothing_physical');
	});

	it('paid at the door', () => {
		expect(
			outcome(
				withOrder({ module: 'ps_cashondelivery', payment: 'Paiement comptant à la livraison (Cash on delivery)' }),
			),
		).toBe('left out: pay_on_delivery');
		expect(outcome(withOrder({ current_state: '13', module: 'ps_cashondelivery' }), { payOnDelivery: 'deliver' })).toBe(
			'deliver',
		);
	});
});

describe('what has to be mended', () => {
	it('an order without lines, or whose lines the key may not see', () => {
		expect(outcome(withOrder({ associations: undefined }))).toBe('problems: goods');
		expect(outcome(rows([]))).toBe('problems: goods');
	});

	it('an order alone names its address by number', () => {
		expect(read({ orders: [first] })).toMatchObject({
			outcome: 'problems',
			problems: [{ field: 'place', found: '11' }],
		});
	});

	it('the country is a number until it is joined', () => {
		const unjoined = { ...bundle, country: undefined };
		expect(read(unjoined)).toMatchObject({ outcome: 'problems', problems: [{ field: 'place.country', found: '8' }] });
		expect(delivered(unjoined, { country: 'FR' }).place.country).toBe('FR');
	});

	it("another order's address is never taken", () => {
		expect(outcome(withAddress({ id: '12' }))).toBe('problems: place');
	});

	it('several orders in one item are not one', () => {
		expect(read({ orders: [first, first] })).toMatchObject({ outcome: 'problems', problems: [{ found: '2 orders' }] });
	});
});

describe('whole lists that are joined', () => {
	const { address } = bundle.address;
	const country = bundle.country.country;

	it('the one that the order names counts', () => {
		const { place, method } = delivered({
			...bundle,
			address: { addresses: [{ ...address, id: 990, address1: '1 rue Fausse' }, address] },
			country: { countries: [{ id: 991, iso_code: 'DE' }, country] },
			carrier: { carriers: [{ id: 1, name: '0' }, bundle.carrier.carrier] },
		});
		expect([place.lines[0], place.country, method.title]).toEqual(['31 cours Gambetta', 'FR', 'Coursier']);
	});

	it('a state of the shop among all states', () => {
		const order_states = [
			{ id: 1, paid: '0', name: 'Chèque' },
			{ id: 14, paid: '1', shipped: '0', name: 'Prépa' },
		];
		expect(outcome({ ...withOrder({ current_state: '14' }), order_states })).toBe('deliver');
	});

	it('none of them: the address is not joined', () => {
		const addresses = [
			{ ...address, id: 990 },
			{ ...address, id: 991 },
		];
		expect(outcome({ ...bundle, address: { addresses } })).toBe('problems: place');
	});

	it("another customer's answer is a problem", () => {
		expect(outcome({ ...bundle, customer: { customer: { id: 999, email: 'other@example.org' } } })).toBe(
			'problems: contact.email',
		);
	});
});

it('XML with a list for each element is read as one with lists where there are several', () => {
	const listed = (value: unknown): unknown =>
		typeof value === 'object' && value !== null && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value).map(([key, inner]: [string, unknown]) => [key, [listed(inner)]]))
			: value;
	const order_rows = {
		order_row: { product_id: '7', product_quantity: '2', product_name: 'Mug', product_reference: 'M' },
	};
	const { order } = withOrder({ associations: { order_rows } }).order;
	expect(delivered({ ...bundle, order: { prestashop: listed({ order }) } }).goods).toMatchObject([
		{ sku: 'M', quantity: 2 },
	]);
});
