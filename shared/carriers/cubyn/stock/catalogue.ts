import { z } from 'zod/v4';

import { action, type Action } from '../../../declare/action';
import { text, toggle } from '../../../declare/field';
import { asJsonObject } from '../../../json';
import { outputField, outputItem } from '../../../delivery/delivery';
import { passThroughFields, passThrough } from '../../../delivery/pass-through';
import { documentedCatalogueProduct } from './catalogue-samples';
import { encodePathPart } from '../path';
import { fieldErrorResponse } from '../sample-errors';
import { cubynItem, cubynItems } from '../read-response';
import { cubynPages } from '../list-pages';
import { listNotFound } from '../errors';

const PAGE = 1_000;

const mirrored = passThroughFields({
	sku: passThrough.name('SKU'),
	name: passThrough.text('Product Name'),
	isBundle: passThrough.toggle('Is a Bundle'),
	isVirtual: passThrough.toggle('Is Virtual'),
	isUnknown: passThrough.toggle('Is Unknown'),
	available: passThrough.number('Available', 'stock.quantityAvailable'),
	damaged: passThrough.number('Damaged', 'stock.quantityDamaged'),
	coming: passThrough.number('Coming In', 'stock.quantityInbounding'),
	leaving: passThrough.number('Going Out', 'stock.quantityOutbounding'),
	gone: passThrough.number('Gone Out', 'stock.quantityOutbounded'),
	createdAt: passThrough.moment('Created At'),
	updatedAt: passThrough.moment('Updated At'),
});

const catalogueResponse = z.looseObject({ id: z.string(), ...mirrored.inputShape });
const catalogueProduct = outputItem(() => ({
	id: outputField.id('Product ID'),
	carrier: outputField.id('Carrier'),
	...mirrored.outputShape,
	carrierData: outputField.carrierData(),
}));
const toItem = (response: z.output<typeof catalogueResponse>) => ({
	id: response.id,
	carrier: 'cubyn',
	...mirrored.toFields(response),
	carrierData: asJsonObject(response),
});

const id = () =>
	text({
		label: 'Product',
		choices: 'products',
		placeholder: 'e7fe10a9-0fcf-4810-8def-b6b53849616b',
		help: 'The product, as Cubyn numbers it.',
		common: true,
	});
const toBit = (value: boolean | undefined) => (value === undefined ? undefined : value ? 1 : 0);

const listCatalogue = action({
	resource: 'catalogueProduct',
	verb: 'getAll',
	title: 'Get Many Catalogue Products',
	description: 'Lists products of the older catalogue, with what has come in and gone out.',
	covers: ['CU40'],
	effect: 'read',
	isList: true,
	input: z.object({
		sku: text({
			label: 'SKU',
			placeholder: 'TSHIRT-M',
			help: 'Only the product with this SKU.',
			common: true,
		}).optional(),
		isBundle: toggle({ label: 'Is a Bundle', help: 'Yes for bundles alone, no for everything else.' }).optional(),
	}),
	output: catalogueProduct,
	request: ({ sku, isBundle }) => ({
		method: 'GET',
		path: '/v2/product-catalog/products',
		query: { 'filters[sku]': sku, 'filters[isBundle]': toBit(isBundle) },
	}),
	readings: { 200: cubynItems(catalogueResponse, toItem), ...listNotFound },
	// CU40: only the offset can be set; the page size is fixed.
	pages: cubynPages(PAGE, { isFixedSize: true }),
	samples: [
		{
			title: 'Every product (documented)',
			input: {},
			request: { method: 'GET', path: '/v2/product-catalog/products' },
			response: { status: 200, body: [documentedCatalogueProduct] },
		},
		{
			title: 'By SKU (documented)',
			input: { sku: 'an_item' },
			request: { method: 'GET', path: '/v2/product-catalog/products', query: { 'filters[sku]': 'an_item' } },
			response: { status: 200, body: [documentedCatalogueProduct] },
		},
		{
			title: 'Bundles (documented)',
			input: { isBundle: true },
			request: { method: 'GET', path: '/v2/product-catalog/products', query: { 'filters[isBundle]': '1' } },
			response: { status: 200, body: [documentedCatalogueProduct] },
		},
	],
	antiSamples: [{ reason: 'Neither yes nor no', input: { isBundle: 'maybe' }, mentions: ['Is a Bundle'] }],
});

const getCatalogueProduct = action({
	resource: 'catalogueProduct',
	verb: 'get',
	title: 'Get Catalogue Product',
	description: 'Reads one product of the older catalogue.',
	covers: ['CU41'],
	effect: 'read',
	input: z.object({ id: id() }),
	output: catalogueProduct,
	request: ({ id: product }) => ({ method: 'GET', path: `/v2/product-catalog/products/${encodePathPart(product)}` }),
	readings: { 200: cubynItem(catalogueResponse, toItem) },
	samples: [
		{
			title: 'By ID',
			input: { id: 'e7fe10a9-0fcf-4810-8def-b6b53849616b' },
			request: { method: 'GET', path: '/v2/product-catalog/products/e7fe10a9-0fcf-4810-8def-b6b53849616b' },
			response: { status: 200, body: documentedCatalogueProduct },
		},
	],
	antiSamples: [{ reason: 'No product', input: {}, mentions: ['Product'] }],
});

const updateCatalogueProduct = action({
	resource: 'catalogueProduct',
	verb: 'update',
	title: 'Update Catalogue Product',
	description: 'Changes the SKU or the name of a product.',
	covers: ['CU42'],
	effect: 'repeatable',
	input: z.object({
		id: id(),
		sku: text({
			label: 'SKU',
			placeholder: 'TSHIRT-M',
			help: 'The new SKU. Parcels are picked by it, so change it in your shop as well.',
			common: true,
		}).optional(),
		name: text({
			label: 'Product Name',
			placeholder: 'T-shirt, size M',
			help: 'The new name.',
			common: true,
		}).optional(),
	}),
	output: catalogueProduct,
	check: ({ id: product, sku, name }) =>
		product !== undefined && sku === undefined && name === undefined
			? [{ path: [], message: 'Fill in a SKU or a Product Name' }]
			: [],
	request: ({ id: product, sku, name }) => ({
		method: 'PUT',
		path: `/v2/product-catalog/products/${encodePathPart(product)}`,
		body: { sku, name },
	}),
	readings: { 200: cubynItem(catalogueResponse, toItem) },
	samples: [
		{
			title: 'SKU and name (documented)',
			input: { id: 'e7fe10a9-0fcf-4810-8def-b6b53849616b', sku: 'newSku', name: 'newName' },
			request: {
				method: 'PUT',
				path: '/v2/product-catalog/products/e7fe10a9-0fcf-4810-8def-b6b53849616b',
				body: { sku: 'newSku', name: 'newName' },
			},
			response: { status: 200, body: { ...documentedCatalogueProduct, sku: 'newSku', name: 'newName' } },
		},
	],
	antiSamples: [
		{
			reason: 'Nothing to change',
			input: { id: 'e7fe10a9-0fcf-4810-8def-b6b53849616b' },
			mentions: ['SKU', 'Product Name'],
		},
	],
	responses: [
		{
			title: 'The SKU belongs to another product',
			input: { id: 'p-1', sku: 'taken' },
			response: fieldErrorResponse('sku', 'Validation isUnique failed'),
			expected: 'refused',
		},
	],
});

export const catalogueActions: readonly Action[] = [listCatalogue, getCatalogueProduct, updateCatalogueProduct];
