import type { AnswerSample, AntiSample, Sample } from '../../../declare/sample';
import type { JsonObject } from '../../../declare/json';
import { createdOf001, createdOf003, expiredToken, wrongEmail } from './documented';
import { says } from '../says';

const lyon: JsonObject = { line1: '3 place de la Republique', zip: '69002', city: 'Lyon', country: 'France', additionalInformation: 'code 9898' };
const sophie = { firstName: 'Sophie', lastName: 'Martin' };
const nothingThere = { 'GET /v3/parcels': { status: 200, body: [] } };

export const createSamples: readonly Sample[] = [
	{
		title: 'From the stock (current document)',
		input: {
			...sophie,
			items: [
				{ reference: 'product_name', count: 1 },
				{ reference: 'product_name_2', count: 2 },
			],
			orderRef: 'my_order_reference',
			address: lyon,
			objectCount: 2,
		},
		request: {
			method: 'POST',
			path: '/v2/parcels',
			body: {
				...sophie,
				items: [
					{ reference: 'product_name', count: 1 },
					{ reference: 'product_name_2', count: 2 },
				],
				orderRef: 'my_order_reference',
				address: lyon,
				objectCount: 2,
			},
		},
		reads: nothingThere,
		answer: { status: 200, body: createdOf003 },
	},
	{
		title: 'Collected at the shop (older document)',
		input: { orderRef: 'PS-77', ...sophie, address: lyon, objectCount: 2 },
		request: { method: 'POST', path: '/v2/parcels', body: { orderRef: 'PS-77', ...sophie, address: lyon, objectCount: 2 } },
		reads: nothingThere,
		answer: { status: 200, body: createdOf001 },
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
			customsOriginCountry: 'FR',
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
					line1: '42 Calle de la Constitución de mil',
					line2: 'ochocientos doce Escalera B',
					zip: '28014',
					city: 'Madrid',
					country: 'Spain',
				},
				items: [
					{ reference: 'product_1', count: 1 },
					{ reference: 'product_2', count: 2 },
				],
				customsOriginCountry: 'France',
			},
		},
		reads: nothingThere,
		answer: { status: 200, body: { ...createdOf003, id: 673847168, deliveryMode: 'relay' } },
	},
	{
		title: 'Goods declared by name (older product)',
		input: { orderRef: 'PS-78', lastName: 'Martin', address: lyon, items: [{ name: 'iPhone 7', count: 1, value: 649.9, width: 0.07, weight: 138 }], insurance: 300 },
		request: {
			method: 'POST',
			path: '/v2/parcels',
			body: { orderRef: 'PS-78', lastName: 'Martin', insurance: 300, address: lyon, items: [{ count: 1, name: 'iPhone 7', value: '649.9', width: '0.07', weight: '138' }] },
		},
		reads: nothingThere,
		answer: { status: 200, body: { ...createdOf001, insurance: 300 } },
	},
];

const small = { orderRef: 'WC-1', lastName: 'Martin', address: lyon, items: [{ reference: 'product_1', count: 1 }] };

export const createAnswers: readonly AnswerSample[] = [
	{
		title: 'A field that Cubyn finds wrong (documented for users)',
		input: { ...small, email: 'wrong@email' },
		reads: nothingThere,
		answer: { status: 400, body: wrongEmail },
		comesTo: 'refused',
	},
	{
		title: 'The key is not accepted (documented for claims)',
		input: small,
		reads: nothingThere,
		answer: { status: 401, body: expiredToken },
		comesTo: 'not_authorised',
	},
	{ title: 'A parameter is missing', input: small, reads: nothingThere, answer: says(400, 'Missing parameter: items'), comesTo: 'refused' },
];

export const createAntiSamples: readonly AntiSample[] = [
	{ why: 'Nobody to receive it', input: { address: lyon }, names: ['Last Name'] },
	{
		why: 'An address without its parts',
		input: { lastName: 'Martin', address: { line2: 'Bâtiment B' } },
		names: ['Address Street', 'Address Postal Code', 'Address City', 'Address Country'],
	},
	{
		why: 'Customs details of a parcel that stays at home',
		input: { lastName: 'Martin', address: { ...lyon, country: 'FR' }, customsCategory: 'GIFT', customsDescription: 'Soap' },
		names: ['Customs Category', 'Customs Description'],
	},
	{
		why: 'Goods made in a country that is none',
		input: { lastName: 'Martin', address: { ...lyon, country: 'CH' }, customsOriginCountry: 'Atlantis' },
		names: ['Customs Country of Origin'],
	},
	{ why: 'Relay mode without a point', input: { lastName: 'Martin', address: lyon, deliveryMode: 'relay' }, names: ['Relay Point'] },
	{
		why: 'A street that fits no three lines',
		input: {
			lastName: 'Martin',
			address: { ...lyon, line1: '12 avenue du Général de Gaulle et de la Résistance, Résidence des Grands Jardins du Parc, Bâtiment des Acacias, troisième étage' },
		},
		names: ['Address Street'],
	},
	{ why: 'A name of more than 35 characters', input: { lastName: 'de la Rochefoucauld-Montmorency-Luxembourg', address: lyon }, names: ['Last Name'] },
	{ why: 'A country that is none', input: { lastName: 'Martin', address: { ...lyon, country: 'Utopia' } }, names: ['Address Country'] },
	{ why: 'No state in the United States', input: { lastName: 'Martin', address: { ...lyon, country: 'États-Unis' } }, names: ['Address State'] },
	{
		why: 'Items without a reference, without a price, or with measures that belong to the other kind',
		input: { lastName: 'Martin', address: lyon, items: [{ count: 2 }, { name: 'Cake' }, { reference: 'product_1', weight: 120 }] },
		names: ['Item 1 SKU', 'Item 2 Unit Price', 'Item 3 Weight'],
	},
];
