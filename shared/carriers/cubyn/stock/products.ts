import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { choice, text, toggle } from '../../../declare/field';
import { cubynProduct, productResponse, productItem, productTypes } from './stock';
import { documentedProduct, documentedSingleProduct } from './samples';
import { errorResponse } from '../sample-errors';
import { splitIds, productFilters } from '../filters';
import { encodePathPart } from '../path';
import { cubynItem, cubynItems } from '../read-response';
import { cubynPages } from '../list-pages';
import { listNotFound } from '../errors';

/** CU53: by default and at most. */
const PAGE = 1_000;

export const productId = (help: string) =>
	text({
		label: 'Product',
		choices: 'products',
		placeholder: 'feeefa44-9e51-4fa7-b8b5-b29e450f488d',
		help,
		common: true,
	});

export const listProducts = action({
	resource: 'product',
	verb: 'getAll',
	title: 'Get Many Products',
	description: 'Lists products with their stock and lots, over every warehouse together.',
	covers: ['CU53'],
	effect: 'read',
	isList: true,
	input: z.object({
		reference: text({
			label: 'SKU',
			placeholder: 'TSHIRT-M',
			help: 'Only the product with exactly this SKU.',
			common: true,
		}).optional(),
		type: choice(productTypes, { label: 'Product Type', help: 'Only products of this type.' }).optional(),
		onlyWithAvailableQuantity: toggle({
			label: 'Only With Stock',
			help: 'Leaves out what cannot be sold now.',
			common: true,
		}).optional(),
		isArchived: toggle({
			label: 'Is Archived',
			help: 'Yes for archived products alone, no for the others alone.',
		}).optional(),
		...productFilters,
		productIds: text({
			label: 'Product IDs',
			placeholder: 'feeefa44-9e51-4fa7-b8b5-b29e450f488d',
			help: 'Only these products; several with commas between them.',
		}).optional(),
	}),
	output: cubynProduct,
	request: ({ productIds, ...filters }) => ({
		method: 'GET',
		path: '/v3/inventory/products',
		query: {
			...Object.fromEntries(Object.entries(filters).map(([name, value]) => [`filters[${name}]`, value])),
			'filters[productIds][]': splitIds(productIds),
		},
	}),
	readings: { 200: cubynItems(productResponse, productItem), ...listNotFound },
	pages: cubynPages(PAGE),
	samples: [
		{
			title: 'Every product (documented)',
			input: {},
			request: { method: 'GET', path: '/v3/inventory/products' },
			response: { status: 200, body: [documentedProduct], headers: { 'x-total-count': '1' } },
		},
		{
			title: 'Only two that are for sale',
			input: { productIds: 'p-1, p-2', onlyWithAvailableQuantity: 'true', isArchived: false, type: 'STANDARD' },
			request: {
				method: 'GET',
				path: '/v3/inventory/products',
				query: {
					'filters[onlyWithAvailableQuantity]': 'true',
					'filters[isArchived]': 'false',
					'filters[type]': 'STANDARD',
					'filters[productIds][]': 'p-1,p-2',
				},
			},
			response: { status: 200, body: [documentedProduct], headers: { 'x-total-count': '1' } },
		},
		{
			title: 'The sandbox returns quantities',
			input: { reference: 'productReferenceA' },
			request: { method: 'GET', path: '/v3/inventory/products', query: { 'filters[reference]': 'productReferenceA' } },
			response: {
				status: 200,
				body: [
					{
						...documentedProduct,
						quantity: undefined,
						quantities: { available: 2, damaged: 0, reserved: 0, blocked: 0, total: 2 },
					},
				],
			},
		},
	],
	antiSamples: [{ reason: 'Not a type', input: { type: 'SMALL' }, mentions: ['Product Type'] }],
});

export const getProduct = action({
	resource: 'product',
	verb: 'get',
	title: 'Get Product',
	description: 'Reads one product with its stock and lots.',
	covers: ['CU54'],
	effect: 'read',
	input: z.object({ id: productId('The product, as Cubyn numbers it.') }),
	output: cubynProduct,
	request: ({ id }) => ({ method: 'GET', path: `/v3/inventory/products/${encodePathPart(id)}` }),
	readings: { 200: cubynItem(productResponse, productItem) },
	samples: [
		{
			title: 'By ID (documented, under the number of its page)',
			input: { id: 370449951 },
			request: { method: 'GET', path: '/v3/inventory/products/370449951' },
			response: { status: 200, body: documentedSingleProduct },
		},
	],
	antiSamples: [{ reason: 'No product', input: {}, mentions: ['Product'] }],
	responses: [
		{
			title: 'Unknown',
			input: { id: 'x' },
			response: errorResponse(404, 'lot for this id is not found'),
			expected: 'not_found',
		},
	],
});
