import { createDelivery } from '../../shared/carriers/cyke/actions/create';
import { cyke } from '../../shared/carriers/cyke/carrier';
import { createOrder } from '../../shared/carriers/hubrise/actions/create-order';
import { hubrise } from '../../shared/carriers/hubrise/carrier';
import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import type { JsonObject } from '../../shared/json';
import { fillForm } from '../../sandbox/hosts/n8n';
import { createCykeStub, orderForm } from './cyke-stub';
import { useInstantClock } from './instant-clock';
import { n8nWithCarrier, nodeType } from './run-on-n8n';
import type { Script } from './scripted-carrier';

useInstantClock();

const wooCommerce = { id: 7, name: 'Mug', product_id: 12, quantity: 2, sku: 'MUG', price: 12.600000000000001 };
const shopify = { id: 7, title: 'Mug', name: 'Mug', quantity: 2, sku: 'MUG', price: '12.60', grams: 300 };
const prestaShop = {
	product_reference: 'MUG',
	product_quantity: '2',
	product_name: 'Mug',
	unit_price_tax_incl: '12.600000',
};
const order = { number: 'WC-1', name: 'Ada', phone: '+33612345678' };

interface ListForm {
	carrier: Carrier;
	action: Action;
	script: Script;
	input: JsonObject;
	lines: string;
	columns?: Record<string, string>;
}

/** One run of a step whose lines come from the list of an earlier step, and what it sent. */
async function run({ carrier, action, script, input, lines, columns }: ListForm, item: JsonObject) {
	const { n8n, server } = await n8nWithCarrier(carrier, script);
	const parameters = {
		...fillForm(action, input),
		[`${lines}From`]: 'list',
		[`${lines}List`]: '={{ $json.line_items }}',
		[`${lines}Columns`]: columns ?? {},
	};
	const result = await n8n.run([{ ...order, ...item }], { type: nodeType(carrier), parameters });
	await server.close();
	const posted = server.requests.filter(({ method }) => method === 'POST').map(({ body }) => body as JsonObject);
	return { posted, message: result.error?.message ?? '' };
}

const cykeForm = (columns?: Record<string, string>): ListForm => {
	const { packages: _packages, ...input } = orderForm;
	return { carrier: cyke, action: createDelivery, script: createCykeStub().script, input, lines: 'packages', columns };
};
const hubriseForm = (columns?: Record<string, string>): ListForm => ({
	carrier: hubrise,
	action: createOrder,
	script: ({ method, body }) =>
		method === 'GET' ? { status: 200, body: [] } : { status: 200, body: { id: 'o1', ...(body as JsonObject) } },
	input: { private_ref: 'WC-1', currency: 'EUR' },
	lines: 'items',
	columns,
});

test.each([
	['WooCommerce', [wooCommerce]],
	['Shopify', [shopify]],
	['PrestaShop', [prestaShop]],
	['one line as an object', prestaShop],
])('HubRise takes the lines of %s as they come', async (_shop, line_items) => {
	const { posted } = await run(hubriseForm(), { line_items });
	expect(posted).toMatchObject([
		{ items: [{ product_name: 'Mug', sku_ref: 'MUG', quantity: '2', price: '12.60 EUR' }] },
	]);
});

const options = [
	{ option_list_name: 'Sauce', name: 'Barbecue', ref: 'BBQ', price: '1.00 EUR', quantity: 1 },
	{ option_list_name: 'Toppings', name: 'Onions', ref: null, price: '0.00 EUR', quantity: 1, removed: true },
];

test.each([
	[
		'of the carrier',
		{
			id: 'i1',
			product_name: 'Mug',
			sku_ref: 'MUG',
			price: '12.60 EUR',
			quantity: '2.0',
			subtotal: '27.20 EUR',
			tax_rate: '20.0',
			customer_notes: 'Hot',
			options,
			deleted: false,
		},
	],
	[
		'of Get Order',
		{
			id: 'i1',
			name: 'Mug',
			ref: 'MUG',
			priceAmount: 12.6,
			priceCurrency: 'EUR',
			priceMinorUnits: 1260,
			quantity: '2.0',
			options: 'Sauce: Barbecue [BBQ] +1.00; Toppings: -Onions',
			notes: 'Hot',
			taxRate: '20.0',
		},
	],
])('HubRise takes its own lines %s with their options, notes and tax rates', async (_form, line) => {
	const { posted, message } = await run(hubriseForm(), { line_items: [line] });
	expect(message).toBe('');
	expect(posted).toMatchObject([
		{
			items: [
				{
					product_name: 'Mug',
					sku_ref: 'MUG',
					price: '12.60 EUR',
					customer_notes: 'Hot',
					options: [
						{ option_list_name: 'Sauce', name: 'Barbecue', ref: 'BBQ', price: '1.00 EUR' },
						{ option_list_name: 'Toppings', name: 'Onions', removed: true },
					],
				},
			],
		},
	]);
	const [[item]] = [(posted[0] as { items: JsonObject[] }).items];
	expect([Number(item?.quantity), Number(item?.tax_rate)]).toEqual([2, 20]);
});

test.each([
	['WooCommerce', [{ ...wooCommerce, package_type: 7 }]],
	['Shopify', [{ ...shopify, package_type: '7' }]],
	['PrestaShop', [{ ...prestaShop, package_type_id: 7 }]],
])('Cyke takes the lines of %s with a package type each, beside their other fields', async (_shop, line_items) => {
	const { posted } = await run(cykeForm(), { line_items });
	expect(posted).toMatchObject([{ packages: [{ package_type_id: 7, amount: 2 }] }]);
});

describe.each([
	['Cyke', cykeForm, 'Packages', 'amount', { package_type: 7 }],
	['HubRise', hubriseForm, 'Items', 'quantity', { price: '3' }],
] as const)('%s books nothing', (_name, form, label, quantity, more) => {
	test('for an expression that gives nothing', async () => {
		const { posted, message } = await run(form(), { lines: [wooCommerce] });
		expect(posted).toEqual([]);
		expect(message).toContain(label);
		expect(message).toContain('the expression gave no list');
	});

	test('for a quantity that is not there', async () => {
		const { posted, message } = await run(form(), { line_items: [{ name: 'Mug', ordered: 3, ...more }] });
		expect(posted).toEqual([]);
		expect(message).toContain(`no field ${quantity}`);
	});

	test('for a column that is not there, though another field might do', async () => {
		const { posted, message } = await run(form({ [quantity]: 'ordered' }), {
			line_items: [{ ...wooCommerce, ...more }],
		});
		expect(posted).toEqual([]);
		expect(message).toContain('no field ordered in the list');
	});
});
