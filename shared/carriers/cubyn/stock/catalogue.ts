import { z } from 'zod/v4';

import { action, type Action } from '../../../declare/action';
import { text, toggle } from '../../../declare/field';
import { untouched } from '../../../declare/json';
import { offsetAlone } from '../../../declare/pages';
import { gives, givesMany } from '../../../declare/reading';
import { out } from '../../../delivery/delivery';
import { mirror, same } from '../../../delivery/mirror';
import { documentedCatalogueProduct } from './catalogue-samples';
import { inPath } from '../path';
import { finds } from '../says';

const PAGE = 1_000;

const told = mirror({
	sku: same.name('SKU'),
	name: same.text('Product Name'),
	isBundle: same.toggle('Is a Bundle'),
	isVirtual: same.toggle('Is Virtual'),
	isUnknown: same.toggle('Is Unknown'),
	available: same.number('Available', 'stock.quantityAvailable'),
	damaged: same.number('Damaged', 'stock.quantityDamaged'),
	coming: same.number('Coming In', 'stock.quantityInbounding'),
	leaving: same.number('Going Out', 'stock.quantityOutbounding'),
	gone: same.number('Gone Out', 'stock.quantityOutbounded'),
	createdAt: same.moment('Created At'),
	updatedAt: same.moment('Updated At'),
});

const catalogueAnswer = z.looseObject({ id: z.string(), ...told.answers });
const catalogueProduct = z.object({ id: out.id('Product ID'), carrier: out.id('Carrier'), ...told.shape, carrierData: out.carrierData() });
const toItem = (answer: z.output<typeof catalogueAnswer>) => ({ id: answer.id, carrier: 'cubyn', ...told.of(answer), carrierData: untouched(answer) });

const id = () => text({ label: 'Product', choices: 'products', placeholder: 'e7fe10a9-0fcf-4810-8def-b6b53849616b', help: 'The product, as Cubyn numbers it.', common: true });
const bit = (value: boolean | undefined) => (value === undefined ? undefined : value ? 1 : 0);

const listCatalogue = action({
	resource: 'catalogueProduct',
	verb: 'getAll',
	title: 'Get Many Catalogue Products',
	does: 'Lists products of the older catalogue, with what has come in and gone out.',
	covers: ['CU40'],
	effect: 'read',
	many: true,
	input: z.object({
		sku: text({ label: 'SKU', placeholder: 'TSHIRT-M', help: 'Only the product with this SKU.', common: true }).optional(),
		isBundle: toggle({ label: 'Is a Bundle', help: 'Yes for bundles alone, no for everything else.' }).optional(),
	}),
	output: catalogueProduct,
	request: ({ sku, isBundle }) => ({ method: 'GET', path: '/v2/product-catalog/products', query: { 'filters[sku]': sku, 'filters[isBundle]': bit(isBundle) } }),
	readings: { 200: givesMany(z.array(catalogueAnswer), (body) => body.map(toItem)) },
	// CU40: only the offset can be told; a page is as long as it is.
	pages: offsetAlone(PAGE),
	samples: [
		{ title: 'Every product (documented)', input: {}, request: { method: 'GET', path: '/v2/product-catalog/products' }, answer: { status: 200, body: [documentedCatalogueProduct] } },
		{
			title: 'By SKU (documented)',
			input: { sku: 'an_item' },
			request: { method: 'GET', path: '/v2/product-catalog/products', query: { 'filters[sku]': 'an_item' } },
			answer: { status: 200, body: [documentedCatalogueProduct] },
		},
		{
			title: 'Bundles (documented)',
			input: { isBundle: true },
			request: { method: 'GET', path: '/v2/product-catalog/products', query: { 'filters[isBundle]': '1' } },
			answer: { status: 200, body: [documentedCatalogueProduct] },
		},
	],
	antiSamples: [{ why: 'Neither yes nor no', input: { isBundle: 'maybe' }, names: ['Is a Bundle'] }],
});

const getCatalogueProduct = action({
	resource: 'catalogueProduct',
	verb: 'get',
	title: 'Get Catalogue Product',
	does: 'Reads one product of the older catalogue.',
	covers: ['CU41'],
	effect: 'read',
	input: z.object({ id: id() }),
	output: catalogueProduct,
	request: ({ id: product }) => ({ method: 'GET', path: `/v2/product-catalog/products/${inPath(product)}` }),
	readings: { 200: gives(catalogueAnswer, toItem) },
	samples: [
		{
			title: 'By ID',
			input: { id: 'e7fe10a9-0fcf-4810-8def-b6b53849616b' },
			request: { method: 'GET', path: '/v2/product-catalog/products/e7fe10a9-0fcf-4810-8def-b6b53849616b' },
			answer: { status: 200, body: documentedCatalogueProduct },
		},
	],
	antiSamples: [{ why: 'No product', input: {}, names: ['Product'] }],
});

const updateCatalogueProduct = action({
	resource: 'catalogueProduct',
	verb: 'update',
	title: 'Update Catalogue Product',
	does: 'Changes the SKU or the name of a product.',
	covers: ['CU42'],
	effect: 'repeatable',
	input: z.object({
		id: id(),
		sku: text({ label: 'SKU', placeholder: 'TSHIRT-M', help: 'The new SKU. Parcels are picked by it, so change it in your shop as well.', common: true }).optional(),
		name: text({ label: 'Product Name', placeholder: 'T-shirt, size M', help: 'The new name.', common: true }).optional(),
	}),
	output: catalogueProduct,
	check: ({ id: product, sku, name }) => (product !== undefined && sku === undefined && name === undefined ? [{ path: [], message: 'Fill in a SKU or a Product Name' }] : []),
	request: ({ id: product, sku, name }) => ({ method: 'PUT', path: `/v2/product-catalog/products/${inPath(product)}`, body: { sku, name } }),
	readings: { 200: gives(catalogueAnswer, toItem) },
	samples: [
		{
			title: 'SKU and name (documented)',
			input: { id: 'e7fe10a9-0fcf-4810-8def-b6b53849616b', sku: 'newSku', name: 'newName' },
			request: { method: 'PUT', path: '/v2/product-catalog/products/e7fe10a9-0fcf-4810-8def-b6b53849616b', body: { sku: 'newSku', name: 'newName' } },
			answer: { status: 200, body: { ...documentedCatalogueProduct, sku: 'newSku', name: 'newName' } },
		},
	],
	antiSamples: [{ why: 'Nothing to change', input: { id: 'e7fe10a9-0fcf-4810-8def-b6b53849616b' }, names: ['SKU', 'Product Name'] }],
	answers: [
		{ title: 'The SKU belongs to another product', input: { id: 'p-1', sku: 'taken' }, answer: finds('sku', 'Validation isUnique failed'), comesTo: 'refused' },
	],
});

export const catalogueActions: readonly Action[] = [listCatalogue, getCatalogueProduct, updateCatalogueProduct];
