import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { choice, text, toggle } from '../../../declare/field';
import { offsetPages } from '../../../declare/pages';
import { givesMany } from '../../../declare/reading';
import { cubynProduct, productTypes, rowItem, stockRowAnswer } from './stock';
import { documentedRow } from './samples';
import { productId } from './products';
import { productKinds } from '../filters';

/** CU36: by default and at most. */
const PAGE = 1_000;
const types = productTypes.filter(({ value }) => value !== 'RECIPIENT_RETURN' && value !== 'BLOCKED_LOT');

export const listStock = action({
	resource: 'product',
	verb: 'getAllByWarehouse',
	title: 'Get Many Products by Warehouse',
	does: 'Lists the stock of products, in one row for each warehouse or for all together.',
	covers: ['CU36', 'CU37'],
	effect: 'read',
	many: true,
	input: z.object({
		warehouseGroupKeys: choice(
			[
				{ value: 'FR,ES', label: 'France and Spain', help: 'Two rows a product' },
				{ value: 'FR', label: 'France' },
				{ value: 'ES', label: 'Spain' },
			],
			{ label: 'Warehouses', help: 'Choose this if your goods lie in more than one country. Left empty, all warehouses are one row.', common: true },
		).optional(),
		query: text({ label: 'Search For', placeholder: 'iphone', help: 'Only products with this in their SKU or name.', common: true }).optional(),
		productId: productId('Only this product.').optional(),
		types: choice(types, { label: 'Product Type', help: 'Only products of this type.' }).optional(),
		...productKinds,
		isUnscannable: toggle({ label: 'Is Unscannable', help: 'Yes for products without a readable barcode alone, no for the others alone.' }).optional(),
	}),
	output: cubynProduct,
	request: ({ warehouseGroupKeys, types: type, ...plain }) => ({
		method: 'GET',
		path: '/v2/inventory/products',
		query: { ...plain, 'types[]': type === undefined ? undefined : [type], 'warehouseGroupKeys[]': warehouseGroupKeys?.split(',') },
	}),
	readings: { 200: givesMany(z.looseObject({ products: z.array(stockRowAnswer) }), ({ products }) => products.map(rowItem)) },
	// No total: with several warehouses it could count products where the pages count rows.
	pages: offsetPages(PAGE),
	samples: [
		{
			title: 'Every product (documented)',
			input: {},
			request: { method: 'GET', path: '/v2/inventory/products' },
			answer: { status: 200, body: { products: [documentedRow] } },
		},
		{
			title: 'One product in two warehouses (documented)',
			input: { warehouseGroupKeys: 'FR,ES', productId: 'f58bef17-10d2-4a20-81d3-d7a75d5046c1' },
			request: {
				method: 'GET',
				path: '/v2/inventory/products',
				query: { 'warehouseGroupKeys[]': 'FR,ES', productId: 'f58bef17-10d2-4a20-81d3-d7a75d5046c1' },
			},
			answer: { status: 200, body: { products: [{ ...documentedRow, warehouseGroupKey: 'FR', availableQuantity: 3 }, { ...documentedRow, warehouseGroupKey: 'ES' }] } },
		},
		...(
			[
				['query', 'iphone', 'query'],
				['types', 'STANDARD', 'types[]'],
				['isCase', 'true', 'isCase'],
				['isCasePacked', 'true', 'isCasePacked'],
				['isUnknown', 'true', 'isUnknown'],
				['isUnscannable', 'true', 'isUnscannable'],
			] as const
		).map(([field, value, name]) => ({
			title: `Filtered by ${field} (documented)`,
			input: { [field]: value },
			request: { method: 'GET', path: '/v2/inventory/products', query: { [name]: value } },
			answer: { status: 200, body: { products: [documentedRow] } },
		})),
	],
	antiSamples: [{ why: 'A type that this list does not know', input: { types: 'BLOCKED_LOT' }, names: ['Product Type'] }],
});
