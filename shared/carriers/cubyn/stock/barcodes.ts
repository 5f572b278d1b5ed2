import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { asJsonObject } from '../../../json';
import { outputField, outputItem } from '../../../delivery/delivery';
import { documentedBarcodes } from './samples';
import { productId } from './products';
import { encodePathPart } from '../path';
import { cubynItems } from '../read-response';
import { listNotFound } from '../errors';

const barcodeResponse = z.looseObject({
	skuIds: z.array(z.string()).nullish(),
	barcodeSet: z.array(z.string()).nullish(),
	quantity: z.number().nullish(),
});

export const listBarcodes = action({
	resource: 'barcode',
	verb: 'getAll',
	title: 'Get Many Barcodes',
	description: 'Lists the barcodes under which objects of a product came in, with how many of each.',
	covers: ['CU38'],
	effect: 'read',
	isList: true,
	input: z.object({ productId: productId('The product whose barcodes to list.') }),
	output: outputItem(() => ({
		id: outputField.id('Barcode'),
		carrier: outputField.id('Carrier'),
		productId: outputField.text('Product ID'),
		barcodes: outputField.texts('Barcodes'),
		skuIds: outputField.texts('SKU IDs'),
		quantity: outputField.number('Quantity'),
		carrierData: outputField.carrierData(),
	})),
	request: ({ productId: id }) => ({ method: 'GET', path: `/v2/inventory/product-sku/${encodePathPart(id)}` }),
	readings: {
		200: cubynItems(barcodeResponse, (row, { productId: id }) => ({
			id: (row.barcodeSet ?? []).join(','),
			carrier: 'cubyn',
			productId: id,
			barcodes: row.barcodeSet ?? [],
			skuIds: row.skuIds ?? [],
			quantity: row.quantity ?? null,
			carrierData: asJsonObject(row),
		})),
		...listNotFound,
	},
	samples: [
		{
			title: 'Of one product (documented)',
			input: { productId: 'myproductId1' },
			request: { method: 'GET', path: '/v2/inventory/product-sku/myproductId1' },
			response: { status: 200, body: documentedBarcodes },
		},
	],
	antiSamples: [{ reason: 'No product', input: {}, mentions: ['Product'] }],
});
