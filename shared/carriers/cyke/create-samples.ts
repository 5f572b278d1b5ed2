import type { ResponseSample, AntiSample, Sample } from '../../declare/sample';
import type { JsonObject } from '../../json';
import { deliveryV2, documentedDelivery, unknownType } from './documented';

const slotFields = {
	slot_starting_at: '2020-11-09T16:00:00.000+02:00',
	slot_ending_at: '2020-11-09T18:00:00.000+02:00',
};
const placeFields = {
	recipient_name: 'Cercei Lannister',
	recipient_phone: '+33670707070',
	address: '1 place du Palais Royal',
	postal_code: '75001',
	city: 'Paris',
};

/** The task that the carrier's page shows on its own, on the day of its other examples. */
const documentedTask: JsonObject = { ...slotFields, ...placeFields };
const documentedTaskBody: JsonObject = { ...slotFields, place: placeFields };

export const createSamples: readonly Sample[] = [
	{
		title: 'Two kinds of packages to a company (v1, documented)',
		connection: 'v1',
		input: {
			client_order_reference: 'POE5F29A',
			dropoff: {
				slot_starting_at: '2020-11-09T16:00:00.000+02:00',
				slot_ending_at: '2020-11-09T18:00:00.000+02:00',
				recipient_name: 'Cercei Lannister',
				recipient_phone: '+33670707070',
				company_name: 'Lannister Inc.',
				address: '1 place du Palais Royal',
				postal_code: '75001',
				city: 'Paris',
				address_instructions: 'digicode 3495 au fond à gauche',
			},
			packages: [
				{ package_type: 'Carton de 12 bières 33cl', amount: 3 },
				{ package_type: 'Fût inox de 20L', amount: 1 },
			],
			comments: 'Fûts de blonde, faire attention à la DLUO',
			bring_back_containers: false,
		},
		request: {
			method: 'POST',
			path: '/api/v1/deliveries',
			body: {
				dropoff: {
					slot_starting_at: '2020-11-09T16:00:00.000+02:00',
					slot_ending_at: '2020-11-09T18:00:00.000+02:00',
					place: {
						recipient_name: 'Cercei Lannister',
						recipient_phone: '+33670707070',
						company_name: 'Lannister Inc.',
						address: '1 place du Palais Royal',
						postal_code: '75001',
						city: 'Paris',
						address_instructions: 'digicode 3495 au fond à gauche',
					},
				},
				packages: [
					{ type: 'Carton de 12 bières 33cl', amount: 3 },
					{ type: 'Fût inox de 20L', amount: 1 },
				],
				comments: 'Fûts de blonde, faire attention à la DLUO',
				client_order_reference: 'POE5F29A',
				bring_back_containers: false,
			},
		},
		otherResponses: { '/api/v1/deliveries': { status: 200, body: [] } },
		response: { status: 201, body: documentedDelivery },
	},
	{
		title: 'From a customer (v1, documented task)',
		connection: 'v1',
		input: {
			direction: 'inbound',
			client_order_reference: 'POE5F29B',
			pickup: documentedTask,
			packages: [{ package_type: 'Fût inox de 20L', amount: 1 }],
		},
		request: {
			method: 'POST',
			path: '/api/v1/deliveries',
			body: {
				pickup: documentedTaskBody,
				packages: [{ type: 'Fût inox de 20L', amount: 1 }],
				client_order_reference: 'POE5F29B',
			},
		},
		otherResponses: { '/api/v1/deliveries': { status: 200, body: [] } },
		response: {
			status: 201,
			body: { ...documentedDelivery, direction: 'inbound', client_order_reference: 'POE5F29B' },
		},
	},
	{
		title: 'From a saved address (v1, documented task)',
		connection: 'v1',
		input: {
			direction: 'other',
			client_order_reference: 'POE5F29C',
			pickup: { place: 'saved', saved_address: 23 },
			dropoff: documentedTask,
			packages: [{ package_type: 'Fût inox de 20L', amount: 1 }],
		},
		request: {
			method: 'POST',
			path: '/api/v1/deliveries',
			body: {
				pickup: 23,
				dropoff: documentedTaskBody,
				packages: [{ type: 'Fût inox de 20L', amount: 1 }],
				client_order_reference: 'POE5F29C',
			},
		},
		otherResponses: { '/api/v1/deliveries': { status: 200, body: [] } },
		response: { status: 201, body: { ...documentedDelivery, direction: 'other', client_order_reference: 'POE5F29C' } },
	},
	{
		title: 'A type by name, numbers as text, a French phone number as typed',
		input: {
			client_order_reference: 'WC-1042',
			dropoff: {
				slot_starting_at: '2030-05-21 16:00',
				slot_ending_at: '2030-05-21T18:00:00+02:00',
				recipient_name: 'Ada Moreau',
				recipient_phone: '06 12 34 56 78',
				address: '12 rue des Petits Champs',
				postal_code: '75002',
				city: 'Paris',
			},
			packages: [{ package_type: 'Small box', amount: '2' }],
		},
		request: {
			method: 'POST',
			path: '/api/v2/deliveries',
			body: {
				dropoff: {
					slot_starting_at: '2030-05-21T16:00:00.000+02:00',
					slot_ending_at: '2030-05-21T18:00:00.000+02:00',
					place: {
						recipient_name: 'Ada Moreau',
						recipient_phone: '+33612345678',
						address: '12 rue des Petits Champs',
						postal_code: '75002',
						city: 'Paris',
					},
				},
				packages: [{ package_type_id: 7, amount: 2 }],
				client_order_reference: 'WC-1042',
			},
		},
		otherResponses: {
			'/api/v2/package_types': {
				status: 200,
				body: [{ id: 7, type: 'Small box', volume: 12, weight: 2.5, fragility: null, temperature: null }],
			},
			'/api/v2/deliveries': { status: 200, body: [] },
		},
		response: { status: 201, body: deliveryV2 },
	},
	{
		title: 'An ad-hoc package from a saved address to another place',
		input: {
			client_order_reference: 'PS-77',
			direction: 'other',
			pickup: { place: 'saved', saved_address: 23 },
			dropoff: {
				slot_starting_at: '2030-05-21T16:00:00.000+02:00',
				slot_ending_at: '2030-05-21T18:00:00.000+02:00',
				recipient_name: 'Ada Moreau',
				recipient_phone: '+33612345678',
				address: '12 rue des Petits Champs',
				postal_code: '75002',
				city: 'Paris',
			},
			packages: [{ name: 'Cake', amount: 1, volume_dm3: 8, weight_kg: 1.5 }],
		},
		request: {
			method: 'POST',
			path: '/api/v2/deliveries',
			body: {
				dropoff: {
					slot_starting_at: '2030-05-21T16:00:00.000+02:00',
					slot_ending_at: '2030-05-21T18:00:00.000+02:00',
					place: {
						recipient_name: 'Ada Moreau',
						recipient_phone: '+33612345678',
						address: '12 rue des Petits Champs',
						postal_code: '75002',
						city: 'Paris',
					},
				},
				pickup: 23,
				packages: [{ amount: 1, name: 'Cake', volume_dm3: 8, weight_kg: 1.5 }],
				client_order_reference: 'PS-77',
			},
		},
		otherResponses: { '/api/v2/deliveries': { status: 200, body: [] } },
		response: { status: 201, body: { ...deliveryV2, id: 4712, client_order_reference: 'PS-77', direction: 'other' } },
	},
];

export const createResponses: readonly ResponseSample[] = [
	{
		title: 'A type that Cyke does not know (documented)',
		connection: 'v1',
		input: { direction: 'inbound', pickup: documentedTask, packages: [{ package_type: 'Caisse', amount: 1 }] },
		response: { status: 422, body: unknownType },
		expected: 'refused',
	},
];

export const createAntiSamples: readonly AntiSample[] = [
	{
		reason: 'Nothing is filled in',
		input: {},
		mentions: [
			'Drop-Off Slot Start',
			'Drop-Off Slot End',
			'Drop-Off Contact Name',
			'Drop-Off Phone',
			'Drop-Off Street',
			'Drop-Off Postal Code',
			'Drop-Off City',
			'Packages',
		],
	},
	{
		reason: 'The slot is over, reversed, and the phone is no phone',
		input: {
			dropoff: {
				slot_starting_at: '2001-01-01T16:00:00+01:00',
				slot_ending_at: '2001-01-01T15:00:00+01:00',
				recipient_name: 'Ada Moreau',
				recipient_phone: 'at the door',
				address: '12 rue des Petits Champs',
				postal_code: '75002',
				city: 'Paris',
			},
			packages: [{ package_type: '7', amount: 'many' }],
		},
		mentions: ['Drop-Off Slot Start', 'Drop-Off Slot End', 'Drop-Off Phone', 'Package 1 Amount'],
	},
	{
		reason: 'A saved address and an address of its own',
		input: {
			direction: 'inbound',
			pickup: { place: 'saved', saved_address: 23, city: 'Paris' },
			packages: [{ package_type: '7', amount: 1 }],
		},
		mentions: ['Pick-Up City'],
	},
];
