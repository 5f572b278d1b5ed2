import type { JsonObject } from '../../../json';

/** CU36, as the quick start shows it. */
export const documentedRow: JsonObject = {
	name: 'Product 0',
	reference: 'product_0',
	merchantId: 134362594,
	type: 'STANDARD',
	isUnknown: false,
	isUnscannable: false,
	isCase: false,
	isCasePacked: false,
	scubId: '33e5266e-e38f-4aa0-8dd9-440b4ce89336',
	productId: 'f58bef17-10d2-4a20-81d3-d7a75d5046c1',
	warehouseGroupKey: 'TOTAL',
	availableQuantity: 0,
	damagedQuantity: 0,
	reservedQuantity: 0,
};

const lot: JsonObject = {
	id: '9996666_2022-09-12T00:00:00.000Z_0318d74f-d0ab-4c10-975f-c4dcf14b2261',
	date: '2022-09-12T00:00:00.000Z',
	reference: 'WIO 9996666',
	isBlocked: false,
};

/** CU53, and the event `product.stock.updated`. */
export const documentedProduct: JsonObject = {
	id: 'feeefa44-9e51-4fa7-b8b5-b29e450f488d',
	reference: 'productReferenceA',
	name: 'New Product',
	type: 'STANDARD',
	ownerId: 7010000001,
	archived: false,
	updatedAt: '2022-09-12T00:00:00.000Z',
	quantity: { available: 2, damaged: 0, blocked: 0, reserved: 0, total: 2 },
	lots: [{ ...lot, quantity: { available: 2, damaged: 0, total: 2 } }],
};

/** CU54: shorter than in the list. */
export const documentedSingleProduct: JsonObject = {
	id: 'feeefa44-9e51-4fa7-b8b5-b29e450f488d',
	reference: 'productReferenceA',
	name: 'New Product',
	quantity: { available: 2, damaged: 0, blocked: 0, reserved: 0 },
	lots: [{ ...lot, quantity: { available: 2, damaged: 0, blocked: 0 } }],
};

/** The body of `stock:updated`. */
export const documentedStockEvent: JsonObject = {
	sku: 'product_2',
	ownerId: 369502585,
	reserved: 1,
	available: 81,
	warehouse: 'TOTAL',
	applicationId: 488978068,
};

export const documentedBarcodes: JsonObject[] = [
	{ skuIds: [], barcodeSet: ['L8A2PZJ91K7J9D0062EIMFMZ'], quantity: 794 },
	{ skuIds: [], barcodeSet: ['L8A2PZJ91K7J9D0062EIMFMZ4'], quantity: 0 },
];
