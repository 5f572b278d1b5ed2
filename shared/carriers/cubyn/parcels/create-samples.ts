import type { ResponseSample, AntiSample, Sample } from '../../../declare/sample';
import type { JsonObject } from '../../../json';
import { createdOf001, createdOf003, expiredToken, wrongEmail } from './documented';
import { errorResponse } from '../sample-errors';

const lyonAddress: JsonObject = {
	line1: '3 place de la Republique',
	zip: '69002',
	city: 'Lyon',
	country: 'France',
	additionalInformation: 'code 9898',
};
const sophieContact = { firstName: 'Sophie', lastName: 'Martin' };
const noParcels = { 'GET /v3/parcels': { status: 200, body: [] } };

const minimalInput = {
	orderRef: 'WC-1',
	lastName: 'Martin',
	address: lyonAddress,
	items: [{ reference: 'product_1', count: 1 }],
};

export const createSamples: readonly Sample[] = [
	{
		title: 'From the stock (current document)',
		input: {
			...sophieContact,
			items: [
				{ reference: 'product_name', count: 1 },
				{ reference: 'product_name_2', count: 2 },
			],
			orderRef: 'my_order_reference',
			address: lyonAddress,
			objectCount: 2,
		},
		request: {
			method: 'POST',
			path: '/v2/parcels',
			body: {
				...sophieContact,
				items: [
					{ reference: 'product_name', count: 1 },
					{ reference: 'product_name_2', count: 2 },
				],
				orderRef: 'my_order_reference',
				address: lyonAddress,
				objectCount: 2,
			},
		},
		otherResponses: noParcels,
		response: { status: 200, body: createdOf003 },
	},
	{
		title: 'Collected at the shop (older document)',
		input: { orderRef: 'PS-77', ...sophieContact, address: lyonAddress, objectCount: 2, goods: 'collected' },
		request: {
			method: 'POST',
			path: '/v2/parcels',
			body: { orderRef: 'PS-77', ...sophieContact, address: lyonAddress, objectCount: 2 },
		},
		otherResponses: noParcels,
		response: { status: 200, body: createdOf001 },
	},
	{
		title: 'A long street to a relay point abroad, everything as text',
		input: {
			orderRef: 'WC-1043',
			organizationName: 'Moreau & Filles',
			address: {
				line1: 'Calle de la Constitución de mil ochocientos doce, 42',
				line2: 'Escalera B',
				zip: '28014',
				city: 'Madrid',
				country: 'es',
			},
			phone: '+34 600 000 000',
			email: 'ada@moreau.example',
			items: [
				{ reference: 'product_1', count: '1' },
				{ reference: 'product_2', count: '2' },
			],
			deliveryMode: 'relay',
			relayPickupRef: '020123',
			deliverySigned: 'no',
			value: '92,50',
			customsCategory: 'COMMERCIAL',
			customsHsCode: '33049900',
			customsDescription: 'produit cosmétique',
			customsOriginCountry: 'France',
		},
		request: {
			method: 'POST',
			path: '/v2/parcels',
			body: {
				orderRef: 'WC-1043',
				organizationName: 'Moreau & Filles',
				phone: '+34600000000',
				email: 'ada@moreau.example',
				deliveryMode: 'relay',
				relayPickupRef: '020123',
				deliverySigned: false,
				value: 92.5,
				customsCategory: 'COMMERCIAL',
				customsDescription: 'produit cosmétique',
				customsHsCode: '33049900',
				address: {
					line1: 'Calle de la Constitución de mil',
					line2: 'ochocientos doce, 42 Escalera B',
					zip: '28014',
					city: 'Madrid',
					country: 'ES',
				},
				items: [
					{ reference: 'product_1', count: 1 },
					{ reference: 'product_2', count: 2 },
				],
				customsOriginCountry: 'FR',
			},
		},
		otherResponses: noParcels,
		response: { status: 200, body: { ...createdOf003, id: 673847168, deliveryMode: 'relay' } },
	},
	{
		title: 'Goods declared by name (legacy)',
		input: {
			orderRef: 'PS-78',
			lastName: 'Martin',
			address: lyonAddress,
			items: [{ name: 'iPhone 7', count: 1, value: 649.9, width: 0.07, weight: 138 }],
			insurance: 300,
			goods: 'collected',
		},
		request: {
			method: 'POST',
			path: '/v2/parcels',
			body: {
				orderRef: 'PS-78',
				lastName: 'Martin',
				insurance: 300,
				address: lyonAddress,
				items: [{ count: 1, name: 'iPhone 7', value: '649.9', width: '0.07', weight: '138' }],
			},
		},
		otherResponses: noParcels,
		response: { status: 200, body: { ...createdOf001, insurance: 300 } },
	},
	{
		title: 'Customs details on a parcel that stays in France, as documented parcels have them',
		input: {
			...minimalInput,
			customsCategory: 'COMMERCIAL',
			customsDescription: 'produit cosmétique',
			customsHsCode: '33049900',
			customsOriginCountry: 'FR',
		},
		request: {
			method: 'POST',
			path: '/v2/parcels',
			body: {
				...minimalInput,
				customsCategory: 'COMMERCIAL',
				customsDescription: 'produit cosmétique',
				customsHsCode: '33049900',
				customsOriginCountry: 'FR',
			},
		},
		otherResponses: noParcels,
		response: { status: 200, body: createdOf003 },
	},
	{
		title: "A shop's lines as they come: in stock, name and price are not needed",
		input: {
			...minimalInput,
			items: [{ reference: 'product_1', count: '2', name: 'Mug', value: '12.5' }],
		},
		request: {
			method: 'POST',
			path: '/v2/parcels',
			body: { ...minimalInput, items: [{ reference: 'product_1', count: 2 }] },
		},
		otherResponses: noParcels,
		response: { status: 200, body: createdOf003 },
	},
	{
		title: 'A company and a name of more than 35 characters',
		input: {
			...minimalInput,
			lastName: 'de la Rochefoucauld-Montmorency-Luxembourg',
			organizationName: "Association des parents d'élèves de Vaise",
		},
		request: {
			method: 'POST',
			path: '/v2/parcels',
			body: {
				...minimalInput,
				firstName: 'de la Rochefoucauld-Montmorency-',
				lastName: 'Luxembourg',
				organizationName: "Association des parents d'élèves de",
				address: { ...lyonAddress, additionalInformation: 'Vaise, code 9898' },
			},
		},
		otherResponses: noParcels,
		response: { status: 200, body: createdOf003 },
	},
];

export const createResponses: readonly ResponseSample[] = [
	{
		title: 'A field that Cubyn finds wrong (documented for users)',
		input: { ...minimalInput, email: 'wrong@email' },
		otherResponses: noParcels,
		response: { status: 400, body: wrongEmail },
		expected: 'refused',
	},
	{
		title: 'The key is not accepted (documented for claims)',
		input: minimalInput,
		otherResponses: noParcels,
		response: { status: 401, body: expiredToken },
		expected: 'not_authorised',
	},
	{
		title: 'A parameter is missing',
		input: minimalInput,
		otherResponses: noParcels,
		response: errorResponse(400, 'Missing parameter: items'),
		expected: 'refused',
	},
];

export const createAntiSamples: readonly AntiSample[] = [
	{ reason: 'Nobody to receive it', input: { address: lyonAddress }, mentions: ['Last Name'] },
	{
		reason: 'An address without its parts',
		input: { lastName: 'Martin', address: { line2: 'Bâtiment B' } },
		mentions: ['Address Street', 'Address Postal Code', 'Address City', 'Address Country'],
	},
	{ reason: 'No goods', input: { lastName: 'Martin', address: lyonAddress }, mentions: ['Items'] },
	{
		reason: 'A list without quantities',
		input: { lastName: 'Martin', address: lyonAddress, items: [{ reference: 'product_1' }] },
		mentions: ['Item 1 Quantity'],
	},
	{
		reason: 'Goods from an unknown country',
		input: { lastName: 'Martin', address: { ...lyonAddress, country: 'CH' }, customsOriginCountry: 'Atlantis' },
		mentions: ['Customs Country of Origin'],
	},
	{
		reason: 'Relay mode without a point',
		input: { lastName: 'Martin', address: lyonAddress, deliveryMode: 'relay' },
		mentions: ['Relay Point'],
	},
	{
		reason: 'A street that fits no three lines',
		input: {
			lastName: 'Martin',
			address: {
				...lyonAddress,
				line1:
					'12 avenue du Général de Gaulle et de la Résistance, Résidence des Grands Jardins du Parc, Bâtiment des Acacias, troisième étage',
			},
		},
		mentions: ['Address Street'],
	},
	{
		reason: 'Not a country',
		input: { lastName: 'Martin', address: { ...lyonAddress, country: 'Utopia' } },
		mentions: ['Address Country'],
	},
	{
		reason: 'No state in the United States',
		input: { lastName: 'Martin', address: { ...lyonAddress, country: 'États-Unis' } },
		mentions: ['Address State'],
	},
	{
		reason: 'Items of the stock without a reference',
		input: { lastName: 'Martin', address: lyonAddress, items: [{ count: 2 }, { name: 'Cake', count: 1 }] },
		mentions: ['Item 1 SKU', 'Item 2 SKU'],
	},
	{
		reason: 'Collected goods without a price',
		input: { lastName: 'Martin', address: lyonAddress, goods: 'collected', items: [{ name: 'Cake', count: 1 }] },
		mentions: ['Item 1 Unit Price'],
	},
];
