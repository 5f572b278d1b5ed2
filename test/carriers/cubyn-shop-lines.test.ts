import { readForm } from '../../nodes/adapter/read-form';
import { cubyn } from '../../shared/carriers/cubyn/carrier';
import { createParcel } from '../../shared/carriers/cubyn/parcels/create';
import type { Json, JsonObject } from '../../shared/json';
import { CubynShop } from './cubyn-shop';

/** What n8n's form hands over where the items come from a list of an earlier step. */
function itemsFrom(itemsList: Json, itemsColumns: JsonObject = {}): Json | undefined {
	const parameters: JsonObject = { itemsFrom: 'list', itemsList, itemsColumns };
	return readForm(cubyn, createParcel, (name) => parameters[name] ?? null).items;
}

const wooCommerce = { id: 7, name: 'Mug', product_id: 12, quantity: 2, sku: 'product_2', price: 12.5, total: '25.00' };
const shopify = { id: 7, title: 'Mug', name: 'Mug - red', quantity: 2, sku: 'product_2', price: '12.50', grams: 300 };
const prestaShop = { product_reference: 'product_2', product_quantity: '2', product_name: 'Mug' };

test.each([
	['WooCommerce', [wooCommerce]],
	['Shopify', [shopify]],
	['PrestaShop', [prestaShop]],
	['one line as an object', prestaShop],
	['a list as text', JSON.stringify([wooCommerce])],
])('lines of %s are ordered as they come', async (_title, list) => {
	const shop = new CubynShop();
	shop.sandbox.cubyn.addStock('product_2', 40);
	await shop.run(createParcel, {
		orderRef: 'WC-1',
		lastName: 'Martin',
		address: { line1: '3 place Bellecour', zip: '69002', city: 'Lyon', country: 'FR' },
		items: itemsFrom(list),
	});
	expect(shop.sandbox.cubyn.parcels[0]?.input.items).toEqual([{ reference: 'product_2', count: 2 }]);
});

test('a column that was named goes before the names that shops use', () => {
	expect(itemsFrom([{ ...wooCommerce, ordered: 5 }], { count: 'ordered' })).toMatchObject([{ count: 5 }]);
	// A named column that is not there is not replaced by another one.
	expect(itemsFrom([wooCommerce], { count: 'ordered' })).not.toMatchObject([{ count: expect.anything() }]);
});
