import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { BRIDGE, errorFields, hubrise, TILL, type HubriseBody } from './hubrise-client';

const ORDERS = '/location/orders';
const item = { product_name: 'Margarita', price: '9.00 EUR', quantity: '2' };
let sandbox: Sandbox;
beforeEach(() => {
	sandbox = createSandbox();
});

const customer = (body: object) => hubrise(sandbox, 'POST', '/customer_lists/xd2p4/customers', body, TILL);
const create = (body: object, token = TILL) => hubrise(sandbox, 'POST', ORDERS, body, token);

/** The documented example, with a customer that is there. */
const documented = (customerId: string) => ({
	ref: '17654321',
	status: 'new',
	service_type: 'delivery',
	service_type_ref: 'WEBSITE-DEL',
	expected_time: '2026-11-24T11:30:00+01:00',
	items: [
		{
			...item,
			sku_name: 'Small',
			sku_ref: 'MAR-SM',
			options: [{ option_list_name: 'Sauce', name: 'Barbecue', ref: 'BBQ', price: '1.00 EUR', quantity: 1 }],
		},
		{ product_name: 'Brownie', price: '3.00 EUR', quantity: '1', deal_line: { deal_key: 'menu', label: 'Dessert' } },
		{ product_name: 'Coke', price: '1.00 EUR', quantity: '1', deal_line: { deal_key: 'menu', label: 'Drink' } },
		{ product_name: 'Wings', price: '4.00 EUR', quantity: '1', points_used: '5.0' },
	],
	deals: { menu: { name: 'A drink for 1€', ref: 'FREEDRINK' } },
	discounts: [{ name: '5€ off', ref: '5OFF', price_off: '5.00 EUR' }],
	charges: [{ name: 'Delivery', ref: 'DEL', price: '1.50 EUR' }],
	payments: [{ name: 'PayPal', ref: 'PP', amount: '23.50 EUR', info: { email: 'john@doe.com' } }],
	customer_id: customerId,
	loyalty_operations: [{ ref: 'LOY', name: 'Come back!', delta: '-5', reason: 'Points used on order' }],
});

test('options, deals, charges and points: the documented example', async () => {
	const known = await customer({ private_ref: '49751', first_name: 'Charles', city: 'Paris', country: 'FR' });
	const { status, json } = await create(documented(known.json.id));
	expect([status, json]).toMatchObject([
		200,
		{
			total: '24.50 EUR',
			payment_discrepancy: '-1.00 EUR',
			items: [
				{
					quantity: '2.0',
					subtotal: '20.00 EUR',
					options: [{ name: 'Barbecue', price: '1.00 EUR', quantity: 1 }],
					deleted: false,
				},
				{ deal_line: { deal_key: '0', label: 'Dessert', pricing_effect: null } },
				{ deal_line: { deal_key: '0', label: 'Drink' } },
				{ points_used: '5.0' },
			],
			deals: { '0': { name: 'A drink for 1€', ref: 'FREEDRINK' } },
			payments: [{ info: { email: 'john@doe.com' } }],
			customer: {
				id: known.json.id,
				customer_list_id: 'xd2p4',
				private_ref: '49751',
				first_name: 'Charles',
				nb_orders: 1,
				loyalty_cards: [{ ref: 'LOY', name: 'Come back!', balance: '-5.0' }],
			},
		},
	]);
	expect(json).not.toHaveProperty('delivery');
});

test('the figures of the documented order: 11.90 + 2 x 3.50 - 2.00 + 2.00', async () => {
	const { json } = await create({
		status: 'new',
		items: [
			{ product_name: 'Carbonara', price: '11.90 EUR', quantity: '1' },
			{
				product_name: 'Pesto',
				price: '3.00 EUR',
				quantity: '2',
				options: [{ option_list_name: 'Sauce', name: 'BBQ', price: '0.50 EUR' }],
			},
		],
		discounts: [{ name: '2€ off', price_off: '2.00 EUR' }],
		charges: [{ name: 'Courier', price: '2.00 EUR' }],
	});
	expect(json).toMatchObject({ total: '18.90 EUR', payment_discrepancy: null });
});

test('a customer by list and private reference; a stranger to the list is refused', async () => {
	const known = await customer({ private_ref: 'charles@dummy-mail.org' });
	const byRef = (customer_private_ref: string) =>
		create({ status: 'new', customer_list_id: 'xd2p4', customer_private_ref });
	expect((await byRef('charles@dummy-mail.org')).json.customer.id).toBe(known.json.id);
	expect(errorFields(await byRef('nobody'))).toEqual(['customer_private_ref']);
});

test('a reference is unique at its location and for its client, also of what was cancelled', async () => {
	const { json } = await create({ status: 'new', private_ref: 'WC-1' });
	await hubrise(sandbox, 'PATCH', `${ORDERS}/${json.id}`, { status: 'cancelled' }, TILL);
	const second = await create({ status: 'new', private_ref: 'WC-1' });
	expect([second.status, second.json.errors]).toEqual([
		422,
		[{ field: 'private_ref', message: 'has already been taken' }],
	]);
	expect((await create({ status: 'new', private_ref: 'WC-1' }, BRIDGE)).status).toBe(200);
	sandbox.hubrise.settings.uniquePrivateRefs = false;
	expect((await create({ status: 'new', private_ref: 'WC-1' })).status).toBe(200);
});

test('elements are added, deleted and named, and cannot be changed', async () => {
	const { json } = await create({ status: 'new', items: [item] });
	const path = `${ORDERS}/${json.id}`;
	const id = json.items[0]?.id;
	const update = (body: object) => hubrise<HubriseBody>(sandbox, 'PATCH', path, body, TILL);
	expect((await update({ items: [{ id, private_ref: '96' }] })).json.items).toMatchObject([{ id, private_ref: '96' }]);
	expect((await hubrise(sandbox, 'GET', path)).json.items).toMatchObject([{ id, private_ref: null }]);
	const wrong = await update({ items: [{ id, price: '1.00 EUR', quantity: '1', product_name: 'Pizza' }] });
	expect(errorFields(wrong)).toContain('items.0.id');
	expect(errorFields(await update({ items: [{ id, deleted: true, price: '1.00 EUR' }] }))).toContain('items.0.price');
	const all = await update({
		status: 'accepted',
		items: [{ id, deleted: true }],
		payments: [{ name: 'Cash', ref: 'CSH', amount: '5.90 EUR', private_ref: 'P1' }],
	});
	expect(all.json).toMatchObject({
		status: 'accepted',
		total: '0.00 EUR',
		items: [{ deleted: true }],
		payments: [{ private_ref: 'P1' }],
	});
	expect(errorFields(await update({ items: [{ ...item, deal_line: { deal_key: '0' } }] }))).toEqual([
		'items.deal_line.deal_key',
	]);
});

test('null empties a field and removes a custom field; those that are not named stay', async () => {
	const { json } = await create({
		status: 'new',
		private_ref: 'A',
		seller_notes: 'x',
		custom_fields: { a: 1, b: { c: 2 } },
	});
	const cleared = await hubrise(
		sandbox,
		'PATCH',
		`${ORDERS}/${json.id}`,
		{ private_ref: null, seller_notes: null, custom_fields: { a: null } },
		TILL,
	);
	expect(cleared.json).toMatchObject({ private_ref: null, seller_notes: null, custom_fields: { b: { c: 2 } } });
	expect(cleared.json.custom_fields).not.toHaveProperty('a');
});

test.each<[object, string]>([
	[{ options: [{ option_list_name: 'Sauce', name: 'BBQ', quantity: '1' }] }, 'items.0.options.0.quantity'],
	[{ options: [{ name: 'BBQ' }] }, 'items.0.options.0.option_list_name'],
	[{ tax_rate: 20 }, 'items.0.tax_rate'],
	[{ amount: '1.00 EUR' }, 'items.0.amount'],
	[{ price: 'abc' }, 'items.0.price'],
])('an item with %j is refused by name', async (change, field) => {
	const response = await create({ status: 'new', items: [{ ...item, ...change }] });
	expect([response.status, errorFields(response)]).toEqual([422, [field]]);
	if (field === 'items.0.price') expect(response.json.errors[0]?.message).toBe("'abc' is not a valid monetary amount");
});

test('percentages stay within a hundred, and money is money', async () => {
	const withDeal = (pricing_effect: string, pricing_value: string | null) =>
		create({
			status: 'new',
			deals: { '0': { name: 'Menu' } },
			items: [{ ...item, deal_line: { deal_key: '0', pricing_effect, pricing_value } }],
		});
	expect((await withDeal('percentage_off', '30')).status).toBe(200);
	expect((await withDeal('fixed_price', '1.00 EUR')).status).toBe(200);
	expect((await withDeal('unchanged', null)).status).toBe(200);
	for (const [effect, value] of [
		['percentage_off', '130'],
		['price_off', '10'],
		['unchanged', '1'],
	] as const) {
		expect(errorFields(await withDeal(effect, value))).toEqual(['items.0.deal_line.pricing_value']);
	}
});
