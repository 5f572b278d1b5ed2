import type { JsonObject } from '../../../json';

/** The response to a create in the older document. */
export const createdOf001: JsonObject = {
	id: 673847167,
	status: 'CREATED',
	address: {
		line1: '3 place de la Republique',
		zip: '69002',
		city: 'Lyon',
		country: 'France',
		additionalInformation: 'code 9898',
	},
	firstName: 'Sophie',
	lastName: 'Martin',
	deliveryMode: 'standard',
	deliverySigned: false,
	objectCount: 2,
	insurance: 250,
	applcationId: '92390180134',
	shipperId: '2932983427982',
	collectId: null,
	barcode: null,
	qrCode: null,
	createdAt: '2015-08-18T16:26:08.000Z',
	updatedAt: '2015-08-18T16:26:08.000Z',
};

/** The response to a create in the current document: neither the reference nor the items are returned. */
export const createdOf003: JsonObject = {
	id: 673847167,
	status: 'CREATED',
	address: {
		line1: '3 place de la Republique',
		zip: '69002',
		city: 'Lyon',
		country: 'France',
		additionalInformation: 'code 9898',
	},
	firstName: 'Sophie',
	lastName: 'Martin',
	deliveryMode: 'standard',
	deliverySigned: false,
	isAdvalorem: 0,
	applcationId: '92390180134',
	shipperId: '2932983427982',
	collectId: null,
	barcode: null,
	qrCode: null,
	createdAt: '2015-08-18T16:26:08.000Z',
	updatedAt: '2015-08-18T16:26:08.000Z',
};

/** CU13 of the current document. */
export const parcelV2: JsonObject = {
	id: 297706966,
	batchId: 'cafedd5e-e824-46c3-b6cc-3e077aa00846',
	type: 'SHIPMENT',
	trackingId: 'CUB297706966',
	status: 'PICKED',
	aside: false,
	address: {
		line1: '31 rue du Pere Corentin',
		line2: '',
		zip: '75014',
		city: 'Paris',
		state: '',
		country: 'FR',
		additionalInformation: '',
	},
	firstName: 'Robin',
	lastName: 'Dubois',
	organizationName: 'cubyndemo2',
	deliveryMode: 'express',
	deliverySigned: false,
	objectCount: 1,
	isAdvalorem: false,
	orderRef: '91251234',
	createdAt: '2019-12-11T18:11:29.000Z',
	updatedAt: '2019-12-11T18:11:29.000Z',
	validationStatus: 'INFO',
	cancellationStatus: 'NONE',
	shipperId: 427380376,
	selfReturnActivated: true,
	deliverySaturday: false,
	isAnonymized: true,
	isStorage: true,
	isRemoval: false,
};

/** CU52. The document shows the types of `ordered` and `shipped` in place of values; these are made up. */
export const parcelV3: JsonObject = {
	id: 370449951,
	trackingId: 'CUB370449951',
	carrierTrackingId: '6C18627519287',
	status: 'CARRIER_DELIVERED',
	address: {
		line1: '728 Chemin des Planes',
		line2: '',
		zip: '30700',
		city: 'Saint-Siffret',
		state: '',
		country: 'FR',
		additionalInformation: '',
	},
	firstName: 'Audrey',
	lastName: 'Melano',
	phone: '06 30 06 48 41',
	email: 'shipping_17508417_38991824@eu.perso-email.com',
	value: 330.75,
	carrier: 'colissimo',
	deliveryMode: 'standard+',
	deliverySigned: true,
	insurance: 12.54,
	isAdvalorem: false,
	orderRef: '38991824',
	createdAt: '2024-03-19T11:28:05.000Z',
	updatedAt: '2024-03-22T12:11:43.342Z',
	cancelled: false,
	ordered: { quantity: 2, content: [{ reference: 'product_2', quantity: 2, name: 'Product 2' }] },
	shipped: {
		quantity: 2,
		content: [
			{
				id: '58f0ef85-7006-4488-adca-dbbfa3d79fea',
				reference: 'product_2',
				name: 'Product 2',
				lots: [
					{
						id: '123_2024-01-01T00:00:00.000Z_58f0ef85-7006-4488-adca-dbbfa3d79fea',
						reference: 'WIO 123',
						date: '2024-01-01T00:00:00.000Z',
						quantity: 2,
					},
				],
				quantity: 2,
			},
		],
	},
	weight: 0.38,
	volumetricWeight: 0.7568,
	shippedAt: '2024-03-19T19:18:06.000Z',
	deliveredAt: '2024-03-22T11:31:00.000Z',
	originalValue: 330.75,
	validatedAt: '2024-03-19T11:28:09.000Z',
};

/** The error of both documents for a field that failed. */
export const wrongEmail: JsonObject = {
	errors: [{ field: 'email', message: 'Validation isEmail failed' }],
	message: 'Validation error: Validation isEmail failed',
	type: 'ValidationError',
};

/** The only 401 in a sample. It contains the server's stack trace, which must never be shown. */
export const expiredToken: JsonObject = {
	message: 'Token validity is expired',
	stack: 'Error: Token validity is expired\n at handler (/app/src/lambdas/can-access:v1/index.js:108:15)',
	status: 401,
	type: 'UnauthorizedError',
};
