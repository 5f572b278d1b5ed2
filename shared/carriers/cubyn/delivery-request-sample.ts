import type { JsonObject } from '../../json';
import type { ShopOrderSample } from '../../declare/shop-order';
import { createdOf003, parcelV2, parcelV3 } from './parcels/documented';

const order: JsonObject = {
	order: {
		id: 3801,
		reference: 'XKBKNABJK',
		id_address_delivery: '11',
		current_state: '2',
		id_carrier: '3',
		total_paid: '39.80',
		associations: {
			order_rows: [{ product_id: '7', product_quantity: '2', product_name: 'Mug', product_reference: 'product_1' }],
		},
	},
	address: {
		id: 11,
		id_country: '8',
		firstname: 'Sophie',
		lastname: 'Martin',
		company: '',
		address1: '3 place de la Republique',
		address2: '',
		postcode: '69002',
		city: 'Lyon',
		other: 'code 9898',
		phone: '0472000000',
		phone_mobile: '',
	},
	country: { id: 8, iso_code: 'FR' },
	customer: { email: 'sophie@example.org' },
};

const booked = { status: 'CREATED', orderRef: 'PS-3801' };

const listed = {
	request: { method: 'GET', path: '/v3/parcels', query: { 'filters[orderRef]': 'PS-3801', limit: '500' } },
	response: { status: 200, body: [{ ...parcelV3, ...booked }] },
};

const parcelReads = {
	'GET /v2/parcels/370449951': { status: 200, body: { ...parcelV2, ...booked, id: 370449951 } },
	'GET /v3/parcels/370449951': { status: 200, body: { ...parcelV3, ...booked } },
};

export const shopOrderSample: ShopOrderSample = {
	title: "PrestaShop's answers, joined",
	order,
	request: {
		method: 'POST',
		path: '/v2/parcels',
		body: {
			orderRef: 'PS-3801',
			firstName: 'Sophie',
			lastName: 'Martin',
			address: {
				line1: '3 place de la Republique',
				zip: '69002',
				city: 'Lyon',
				country: 'France',
				additionalInformation: 'code 9898',
			},
			phone: '+33472000000',
			email: 'sophie@example.org',
			items: [{ reference: 'product_1', count: 2 }],
		},
	},
	otherResponses: { 'GET /v3/parcels': { status: 200, body: [] } },
	response: { status: 200, body: createdOf003 },
	example: {
		id: '673847167',
		carrier: 'cubyn',
		reference: 'PS-3801',
		status: 'created',
		carrierStatus: 'CREATED',
		terminal: false,
		rank: 3,
	},
	reconcile: {
		title: 'A paid order without a parcel',
		input: { order },
		request: { method: 'GET', path: '/v3/parcels', query: { 'filters[orderRef]': 'PS-3801', limit: '500' } },
		response: { status: 200, body: [] },
	},
	byReference: {
		cancelled: { cancellationStatus: 'IN_PROGRESS' },
		get: { ...listed, otherResponses: parcelReads },
		cancel: {
			request: { method: 'PUT', path: '/v2/parcels/370449951/cancel' },
			response: { status: 200, body: {} },
			otherResponses: {
				...parcelReads,
				'GET /v3/parcels': listed.response,
			},
		},
	},
};
