import graphql from './orders/shopify-graphql.json';
import rest from './orders/shopify-rest.json';
import { delivered, outcome, read } from './read';

const order = (changes: Record<string, unknown> = {}) => ({ ...rest, ...changes });
const copenhagen = { zone: 'Europe/Copenhagen' };

describe('an order of the REST API and the webhook', () => {
	it('is read whole; a gift card is not sent', () => {
		expect(delivered(rest, copenhagen)).toEqual({
			shop: 'shopify',
			reference: { text: 'SH-1042', prefix: 'SH', number: '1042', orderId: '450789469001' },
			contact: {
				name: 'Asger Lund',
				firstName: 'Asger',
				lastName: 'Lund',
				company: null,
				phone: '+4520304050',
				otherPhones: [],
				email: 'asger@example.org',
			},
			place: {
				lines: ['Skovvej 7', '2. tv'],
				postalCode: '8000',
				city: 'Aarhus C',
				region: null,
				country: 'DK',
				coordinates: { latitude: 56.1572, longitude: 10.2107 },
			},
			slot: {
				kind: 'window',
				start: '2026-11-28T17:00:00.000+01:00',
				end: '2026-11-28T18:00:00.000+01:00',
				text: '2026/11/28, 17:00 - 18:00',
				source: 'Zapiet Store Pickup + Delivery',
			},
			goods: [
				{
					sku: 'RUG-1',
					name: 'Rugbrød - Stort',
					quantity: 2,
					unitValue: { amount: 14900, currency: 'DKK' },
					weightGrams: 600,
				},
			],
			parcels: [{ name: '2 × Rugbrød - Stort', count: 1, type: null, weightGrams: 1200, volumeLitres: null }],
			note: 'Ring på hos naboen',
			access: [],
			method: { id: 'Local Delivery', title: 'Local Delivery' },
			payment: 'paid',
			total: { amount: 39800, currency: 'DKK' },
			shopStatus: 'paid',
		});
	});

	it('an answer of the REST API wraps it', () => {
		expect(delivered({ order: rest }).reference.text).toBe('SH-1042');
	});

	it('a checkout that asks for the last name alone loses nothing', () => {
		const { contact } = delivered(
			order({ shipping_address: { ...rest.shipping_address, first_name: null, name: 'Lund' } }),
		);
		expect(contact).toMatchObject({ name: 'Lund', firstName: null, lastName: 'Lund' });
	});

	it("the address's phone comes before the order's, the customer's and billing's", () => {
		const phoneless = { ...rest.shipping_address, phone: null };
		const { contact } = delivered(
			order({
				phone: '+4511111111',
				shipping_address: phoneless,
				billing_address: { ...phoneless, phone: '+4533333333' },
				customer: { phone: '+4522222222', default_address: null },
			}),
		);
		expect([contact.phone, ...contact.otherPhones]).toEqual(['+4511111111', '+4533333333', '+4522222222']);
	});

	it('slots stand in line item properties, too', () => {
		const [bread] = rest.line_items;
		const properties = [
			{ name: 'Delivery Date', value: '28 November 2026' },
			{ name: 'Delivery Time', value: '5:00 PM - 6:00 PM' },
		];
		const { slot } = delivered(order({ note_attributes: [], line_items: [{ ...bread, properties }] }), copenhagen);
		expect(slot).toMatchObject({
			kind: 'window',
			start: '2026-11-28T17:00:00.000+01:00',
			end: '2026-11-28T18:00:00.000+01:00',
		});
	});
});

describe('an order of the GraphQL Admin API', () => {
	it('is read as the REST one', () => {
		expect(delivered(graphql)).toMatchObject({
			reference: { text: 'SH-1043', orderId: '450789469002' },
			contact: { name: 'Mira Keller', company: 'Atelier Keller', phone: '+33655443322', otherPhones: [] },
			place: { lines: ['4 quai de la Gare'], postalCode: '75013', country: 'FR', coordinates: { latitude: 48.8352 } },
			slot: { start: '2026-11-25T14:00:00.000+01:00', end: '2026-11-25T16:00:00.000+01:00' },
			goods: [{ sku: 'SAV-N', quantity: 3, unitValue: { amount: 1500, currency: 'EUR' } }],
			total: { amount: 4500, currency: 'EUR' },
			payment: 'paid',
		});
	});

	it.each([
		['PICK_UP', 'left out: collected'],
		['RETAIL', 'left out: collected'],
		['PICKUP_POINT', 'left out: pickup_point'],
		['NONE', 'left out: nothing_physical'],
		['SHIPPING', 'deliver'],
	])('its fulfilment orders say how it leaves the shop: %s', (methodType, result) => {
		const inner = {
			...graphql.data.order,
			fulfillmentOrders: {
				nodes: [{ id: 'gid://shopify/FulfillmentOrder/1', status: 'OPEN', deliveryMethod: { methodType } }],
			},
		};
		expect(outcome({ data: { order: inner } })).toBe(result);
	});
});

describe('is it ours to deliver?', () => {
	it('not while it is tagged as trouble, however the API writes tags', () => {
		expect(outcome(order({ tags: 'VIP, Courier Trouble' }))).toBe('left out: not_ready');
		expect(outcome({ data: { order: { ...graphql.data.order, tags: ['courier trouble'] } } })).toBe(
			'left out: not_ready',
		);
		expect(outcome(order({ tags: 'courier booked, no courier trouble so far' }))).toBe('deliver');
		// Whoever calls it off is heard first.
		expect(outcome(order({ tags: 'courier trouble', cancelled_at: '2026-11-24T10:00:00Z' }))).toBe(
			'left out: cancelled, not_ready',
		);
	});

	it.each([
		['a test order', { test: true }, 'test'],
		['not paid yet', { financial_status: 'pending' }, 'not_paid'],
		['paid in part', { financial_status: 'partially_paid' }, 'not_paid'],
		['authorised only', { financial_status: 'authorized' }, 'not_paid'],
		[
			'voided and cancelled',
			{ financial_status: 'voided', cancelled_at: '2026-11-24T10:00:05+01:00' },
			'cancelled, voided',
		],
		['cancelled, though paid', { cancelled_at: '2026-11-24T10:00:05+01:00' }, 'cancelled'],
		['refunded', { financial_status: 'refunded' }, 'refunded'],
		['fulfilled', { fulfillment_status: 'fulfilled' }, 'done'],
		['nobody says whether it is paid', { financial_status: null }, 'not_paid'],
		[
			'cash on delivery',
			{ financial_status: 'pending', payment_gateway_names: ['Cash on Delivery (COD)'] },
			'pay_on_delivery',
		],
	])('%s', (_title, changes, codes) => {
		expect(outcome(order(changes))).toBe(`left out: ${codes}`);
	});

	it('authorised orders are ours where the user says so', () => {
		expect(outcome(order({ financial_status: 'authorized' }), { statuses: ['paid', 'authorized'] })).toBe('deliver');
	});

	it('an order without a shipping address is one that is collected, unless something says delivery', () => {
		const nowhere = { shipping_address: null, note_attributes: [] };
		expect(outcome(order({ ...nowhere, shipping_lines: [{ title: 'Butik Nørrebro', code: 'Butik Nørrebro' }] }))).toBe(
			'left out: collected',
		);
		expect(outcome(order({ ...nowhere, shipping_lines: [], source_name: 'pos' }))).toBe('left out: collected');
		expect(outcome(order({ ...nowhere, shipping_lines: [] }))).toBe('problems: place.lines, place.postalCode');
		expect(delivered(order(nowhere)).place.lines).toEqual(['Skovvej 7', '2. tv']);
		expect(
			outcome(order({ ...nowhere, shipping_lines: [{ title: 'Butik Nørrebro' }] }), { methods: ['Butik Nørrebro'] }),
		).toBe('deliver');
	});

	it.each([
		['Checkout-Method', 'pickup'],
		['Pickup-Location-Id', '100001'],
	])('collected, by an attribute: %s', (name, value) => {
		expect(outcome(order({ note_attributes: [{ name, value }] }))).toBe('left out: collected');
	});

	it('collected, by the words of its method', () => {
		expect(outcome(order({ shipping_lines: [{ title: 'Pickup in store', code: 'pickup' }] }))).toBe(
			'left out: collected',
		);
		expect(outcome(order({ shipping_lines: [{ title: 'Afhentning', code: 'Afhentning' }] }))).toBe(
			'left out: collected',
		);
	});

	it('after a failed delivery, fulfilled lines and the tag of trouble are no reason against another one', () => {
		const [bread] = rest.line_items;
		const done = order({
			fulfillment_status: 'fulfilled',
			tags: 'courier trouble',
			line_items: [{ ...bread, fulfillment_status: 'fulfilled' }],
		});
		expect(outcome(done)).toBe('left out: done, not_ready, done');
		expect(delivered(done, { again: true }).goods).toMatchObject([{ sku: 'RUG-1', quantity: 2 }]);
		expect(outcome({ ...done, cancelled_at: '2026-11-24T10:00:00Z' }, { again: true })).toBe('left out: cancelled');
	});

	it('what is refunded or fulfilled already is not sent again', () => {
		const [bread, card] = rest.line_items;
		expect(outcome(order({ line_items: [card] }))).toBe('left out: nothing_physical');
		expect(outcome(order({ line_items: [{ ...bread, current_quantity: 0 }] }))).toBe('left out: done');
		expect(delivered(order({ line_items: [{ ...bread, current_quantity: 1 }] })).goods[0]?.quantity).toBe(1);
		expect(
			delivered(order({ line_items: [bread, { ...bread, sku: 'RUG-2', fulfillment_status: 'fulfilled' }] })).goods,
		).toHaveLength(1);
	});
});

it('an order without lines is a problem', () => {
	expect(outcome(order({ line_items: [] }))).toBe('problems: goods');
});

it('a slot that cannot be read is a problem, and never the rule for orders without one', () => {
	const reading = read(order({ note_attributes: [{ name: 'Delivery-Date', value: '05/12/2026' }] }), {
		slot: {
			fields: null,
			dateFormat: null,
			whenNone: { rule: 'asap', minutes: 45 },
			asapMinutes: 45,
			lengthMinutes: null,
			opening: null,
		},
	});
	expect(reading).toMatchObject({ outcome: 'problems', problems: [{ field: 'slot', found: '05/12/2026' }] });
});

describe('what is not to be sent, or not yet', () => {
	it.each([
		['on_hold', 'left out: not_ready'],
		['SCHEDULED', 'left out: not_ready'],
		['restocked', 'left out: cancelled'],
		['IN_PROGRESS', 'deliver'],
	])('fulfilment %s: %s', (fulfillment_status, expected) => {
		expect(outcome(order({ fulfillment_status }))).toBe(expected);
	});

	it("a line of GraphQL's that is sent already", () => {
		const lineItems = {
			nodes: [
				{ name: 'Kage', quantity: 3, currentQuantity: 3, unfulfilledQuantity: 1, requiresShipping: true },
				{ name: 'Brød', quantity: 2, currentQuantity: 2, unfulfilledQuantity: 0, requiresShipping: true },
			],
		};
		expect(delivered({ ...graphql.data.order, lineItems }).goods).toMatchObject([{ name: 'Kage', quantity: 1 }]);
	});

	it('two ways in one order are a problem; a closed way is none', () => {
		const ways = (...all: readonly (readonly [string, string])[]) =>
			outcome({
				...graphql.data.order,
				fulfillmentOrders: { nodes: all.map(([methodType, status]) => ({ status, deliveryMethod: { methodType } })) },
			});
		expect(ways(['LOCAL', 'OPEN'], ['PICK_UP', 'OPEN'])).toBe('problems: method');
		expect(ways(['LOCAL', 'OPEN'], ['PICK_UP', 'CLOSED'])).toBe('deliver');
		expect(ways(['PICK_UP', 'OPEN'], ['RETAIL', 'OPEN'])).toBe('left out: collected');
	});
});

it.each([
	{ data: { orders: { nodes: [graphql.data.order] } } },
	{ data: { orders: { edges: [{ node: graphql.data.order }] } } },
	{ orders: [rest] },
])('an answer with one order is that order', (answer) => {
	expect(outcome(answer)).toBe('deliver');
});

it('a phone may stand in the shipping line, or in a field of the cart', () => {
	const silent = {
		phone: null,
		customer: null,
		billing_address: null,
		shipping_address: { ...rest.shipping_address, phone: '' },
	};
	const lines = [{ title: 'Local delivery', code: 'local', phone: '20304051' }];
	expect(delivered(order({ ...silent, shipping_lines: lines })).contact.phone).toBe('20304051');
	const note_attributes = [{ name: 'Phone number', value: '20304052' }];
	expect(delivered(order({ ...silent, note_attributes })).contact.phone).toBe('20304052');
});

it('an address of which Shopify shows the country alone is a problem, and no order to collect', () => {
	const hidden = { country: 'Denmark', country_code: 'DK', province: null };
	const all = order({
		shipping_address: hidden,
		billing_address: hidden,
		customer: null,
		shipping_lines: [{ title: 'Odense i dag', code: 'odense' }],
	});
	expect(outcome(all)).toBe('problems: contact.name, place.lines, place.postalCode, place');
});
