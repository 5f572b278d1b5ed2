import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { givesMany } from '../../../declare/reading';
import { untouched } from '../../../declare/json';
import { out } from '../../../delivery/delivery';
import { documentedBarcodes } from './samples';
import { productId } from './products';
import { inPath } from '../path';

const barcodeAnswer = z.looseObject({ skuIds: z.array(z.string()).nullish(), barcodeSet: z.array(z.string()).nullish(), quantity: z.number().nullish() });

export const listBarcodes = action({
	resource: 'barcode',
	verb: 'getAll',
	title: 'Get Many Barcodes',
	does: 'Lists the barcodes under which objects of a product came in, with how many of each.',
	covers: ['CU38'],
	effect: 'read',
	many: true,
	input: z.object({ productId: productId('The product whose barcodes to list.') }),
	output: z.object({
		id: out.id('Barcode'),
		carrier: out.id('Carrier'),
		productId: out.text('Product ID'),
		barcodes: out.texts('Barcodes'),
		skuIds: out.texts('SKU IDs'),
		quantity: out.number('Quantity'),
		carrierData: out.carrierData(),
	}),
	request: ({ productId: id }) => ({ method: 'GET', path: `/v2/inventory/product-sku/${inPath(id)}` }),
	readings: {
		200: givesMany(z.array(barcodeAnswer), (body, { productId: id }) =>
			body.map((each) => ({
				id: (each.barcodeSet ?? []).join(','),
				carrier: 'cubyn',
				productId: id,
				barcodes: each.barcodeSet ?? [],
				skuIds: each.skuIds ?? [],
				quantity: each.quantity ?? null,
				carrierData: untouched(each),
			})),
		),
	},
	samples: [
		{
			title: 'Of one product (documented)',
			input: { productId: 'myproductId1' },
			request: { method: 'GET', path: '/v2/inventory/product-sku/myproductId1' },
			answer: { status: 200, body: documentedBarcodes },
		},
	],
	antiSamples: [{ why: 'No product', input: {}, names: ['Product'] }],
});
