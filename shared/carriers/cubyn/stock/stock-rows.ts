import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { choice, text, toggle } from '../../../declare/field';
import { cubynProduct, productTypes, rowItem, stockRowResponse } from './stock';
import { documentedRow } from './samples';
import { productId } from './products';
import { productFilters } from '../filters';
import { rowsAt } from '../../../declare/lenient-reading';
import { cubynItems } from '../read-response';
import { listNotFound } from '../errors';
import { cubynPages } from '../list-pages';

/** CU36: by default and at most. */
const PAGE = 1_000;
const typeOptions = productTypes.filter(({ value }) => value !== 'RECIPIENT_RETURN' && value !== 'BLOCKED_LOT');

export const listStock = action({
	resource: 'product',
	verb: 'getAllByWarehouse',
	title: 'Get Many Products by Warehouse',
	description: 'Lists the stock of products, in one row for each warehouse or for all together.',
	covers: ['CU36', 'CU37'],
	effect: 'read',
	isList: true,
	input: z.object({
		warehouseGroupKeys: choice(
			[
				{ value: 'FR,ES', label: 'France and Spain', help: 'Two rows a product' },
				{ value: 'FR', label: 'France' },
				{ value: 'ES', label: 'Spain' },
			],
			{
				label: 'Warehouses',
				help: 'Choose this if your goods lie in more than one country. Left empty, all warehouses are one row.',
				common: true,
			},
		).optional(),
		query: text({
			label: 'Search For',
			placeholder: 'iphone',
			help: 'Only products with this in their SKU or name.',
			common: true,
		}).optional(),
		productId: productId('Only this product.').optional(),
		types: choice(typeOptions, { label: 'Product Type', help: 'Only products of this type.' }).optional(),
		...productFilters,
		isUnscannable: toggle({
			label: 'Is Unscannable',
			help: 'Yes for products without a readable barcode alone, no for the others alone.',
		}).optional(),
	}),
	output: cubynProduct,
	request: ({ warehouseGroupKeys, types: type, ...filters }) => ({
		method: 'GET',
		path: '/v2/inventory/products',
		query: {
			...filters,
			'types[]': type === undefined ? undefined : [type],
			'warehouseGroupKeys[]': warehouseGroupKeys?.split(','),
		},
	}),
	readings: {
		200: cubynItems(stockRowResponse, rowItem, { select: rowsAt('products') }),
		...listNotFound,
	},
	// With several warehouses a total could count products where the pages count rows.
	pages: cubynPages(PAGE, { select: rowsAt('products'), hasTotal: false }),
	samples: [
		{
			title: 'Every product (documented)',
			input: {},
			request: { method: 'GET', path: '/v2/inventory/products' },
			response: { status: 200, body: { products: [documentedRow] } },
		},
		{
			title: 'One product in two warehouses (documented)',
			input: { warehouseGroupKeys: 'FR,ES', productId: 'f58bef17-10d2-4a20-81d3-d7a75d5046c1' },
			request: {
				method: 'GET',
				path: '/v2/inventory/products',
				query: { 'warehouseGroupKeys[]': 'FR,ES', productId: 'f58bef17-10d2-4a20-81d3-d7a75d5046c1' },
			},
			response: {
				status: 200,
				body: {
					products: [
						{ ...documentedRow, warehouseGroupKey: 'FR', availableQuantity: 3 },
						{ ...documentedRow, warehouseGroupKey: 'ES' },
					],
				},
			},
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
			response: { status: 200, body: { products: [documentedRow] } },
		})),
	],
	antiSamples: [
		{ reason: 'A type that this list does not know', input: { types: 'BLOCKED_LOT' }, mentions: ['Product Type'] },
	],
});
