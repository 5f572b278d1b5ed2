import type { JsonObject } from '../../../json';

/** CU40, as the older chapter shows it. */
export const documentedCatalogueProduct: JsonObject = {
	id: 'e7fe10a9-0fcf-4810-8def-b6b53849616b',
	ownerId: 161181051,
	sku: 'bundle phone 1',
	sanitizedSku: 'BUNDLE PHONE 1',
	name: 'Bundle test phone',
	isVirtual: false,
	isBundle: true,
	isUnknown: false,
	createdAt: '2020-05-15T16:49:17.000Z',
	updatedAt: '2020-05-15T16:49:17.000Z',
	scubsIds: ['7ceade20-7638-4713-924c-c94eab12c4fb', '9216cdaa-3d1f-4a9c-ab04-2e3ef487fd3a'],
	stock: {
		hadStockInbounded: false,
		quantityAvailable: 4,
		quantityOutbounded: 0,
		quantityInbounding: 0,
		quantityOutbounding: 0,
		quantityDamaged: 5,
	},
	requiresItemIdentifiers: null,
	externalReferences: [{ value: 'BUNDLE PHONE 1', rawValue: 'bundle phone 1' }],
};
