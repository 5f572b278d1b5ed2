import type { JsonObject } from '../../../json';

const product = '0318d74f-d0ab-4c10-975f-c4dcf14b2261';

/** CU47, in the order of its page. */
export const documentedLots: JsonObject[] = [
	{
		id: `123456789_2024-01-01T00:00:00.000Z_${product}`,
		productId: product,
		date: '2024-01-01T00:00:00.000Z',
		reference: 'WIO 123456789',
		isBlocked: true,
		quantity: { available: 2, damaged: 0, total: 2 },
	},
	{
		id: `9996666_2024-01-01T00:00:00.000Z_${product}`,
		productId: product,
		date: '2024-01-01T00:00:00.000Z',
		reference: 'WIO 9996666',
		isBlocked: false,
		quantity: { available: 2, damaged: 1, total: 3 },
	},
];

/** CU48: the same lot counted in another way. */
export const documentedLot: JsonObject = { ...documentedLots[0], quantity: { available: 2, damaged: 0, blocked: 0 } };

/** CU49: under its new number, without counts. */
export const documentedChangedLot: JsonObject = {
	id: `100000_2024-03-01T00:00:00.000Z_${product}`,
	productId: product,
	date: '2024-03-01T00:00:00.000Z',
	reference: 'WIO 100000',
	isBlocked: false,
};

/** CU49 and CU50 leave the last digit of the number out in their addresses. */
export const shortLotId = '123456789_2024-01-01T00:00:00.000Z_0318d74f-d0ab-4c10-975f-c4dcf14b226';

/** CU50 returns the fields of the request. */
export const documentedStaleLot: JsonObject = {
	id: shortLotId,
	productId: product,
	date: '2024-01-01T00:00:00.000Z',
	reference: 'WIO 123456789',
	isBlocked: true,
};

const first = '2030-01-01T00:00:00.000Z';
const second = '2030-02-01T00:00:00.000Z';

/** The merge of CU49, with dates where its page has words for them. */
export const documentedMerge = {
	before: [
		{
			id: `REF_1_${first}_PRODUCT-1`,
			reference: 'REF_1',
			productId: 'PRODUCT-1',
			date: first,
			isBlocked: false,
			quantities: { available: 20, damaged: 0, total: 20 },
		},
		{
			id: `REF_1_${second}_PRODUCT-1`,
			reference: 'REF_1',
			productId: 'PRODUCT-1',
			date: second,
			isBlocked: true,
			quantities: { available: 5, damaged: 1, total: 6 },
		},
	] satisfies JsonObject[],
	after: {
		id: `REF_1_${second}_PRODUCT-1`,
		reference: 'REF_1',
		productId: 'PRODUCT-1',
		date: second,
		isBlocked: true,
		quantity: 30,
		quantities: { available: 25, damaged: 1, total: 26 },
	} satisfies JsonObject,
};

/** CU39. */
export const documentedLotRow: JsonObject = {
	merchantId: 369502585,
	productId: '58f0ef85-7006-4488-adca-dbbfa3d79fea',
	lotId: 'WIO_123_2022-09-23_58f0ef85-7006-4488-adca-dbbfa3d79fea',
	lotDate: '2022-09-23T00:00:00.000Z',
	lotNumber: 'WIO 123',
	status: null,
	availableQuantity: 6,
	damagedQuantity: 1,
	aggregatedBy: 'lotNumberLotDateProductId',
};
