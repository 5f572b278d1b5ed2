import type { JsonObject } from '../../json';

/** The delivery that the carrier's own page shows as the answer of four of its calls (v1). */
export const documentedDelivery: JsonObject = {
	id: 86,
	created_at: '2020-11-09T10:00:00.000+02:00',
	status: 'saved',
	complete_after: '2020-11-09T16:00:00.000+02:00',
	complete_before: '2020-11-09T18:00:00.000+02:00',
	comments: 'Fûts de blonde, faire attention à la DLUO',
	client_order_reference: 'POE5F29A',
	price_cents: null,
	direction: 'outbound',
	bring_back_containers: false,
	original_delivery_id: null,
	redelivery_id: null,
	dropoff: {
		slot_starting_at: '2020-11-09T16:00:00.000+02:00',
		slot_ending_at: '2020-11-09T18:00:00.000+02:00',
		tracking_url: null,
		completed_at: null,
		failure_reason: null,
		notes: null,
		completion_signature: null,
		completion_pictures: [],
		place: {
			recipient_name: 'Cercei Lannister',
			recipient_phone: '+32 470 70 70 70',
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
};

/** The error format of create, update and cancel: a list of sentences, with the same example for all three. */
export const unknownType: JsonObject = { errors: ['Packages Unknown type'] };

/** A delivery as v2 answers it, put together from what its public clients read. */
export const deliveryV2: JsonObject = {
	id: 4711,
	created_at: '2030-05-20T09:12:44.000+02:00',
	status: 'saved',
	client_order_reference: 'WC-1042',
	comments: null,
	price_cents: 1150,
	direction: 'outbound',
	bring_back_containers: false,
	original_delivery_id: null,
	redelivery_id: null,
	pickup: {
		slot_starting_at: '2030-05-21T15:00:00.000+02:00',
		slot_ending_at: '2030-05-21T16:30:00.000+02:00',
		tracking_url: null,
		completed_at: null,
		failure_reason: null,
		completion_text: null,
		completion_signature: null,
		completion_pictures: [],
	},
	dropoff: {
		slot_starting_at: '2030-05-21T16:00:00.000+02:00',
		slot_ending_at: '2030-05-21T18:00:00.000+02:00',
		tracking_url: null,
		completed_at: null,
		failure_reason: null,
		completion_text: null,
		completion_signature: null,
		completion_pictures: [],
		place: {
			recipient_name: 'Ada Moreau',
			recipient_phone: '+33 6 12 34 56 78',
			address: '12 rue des Petits Champs',
			postal_code: '75002',
			city: 'Paris',
		},
	},
	packages: [{ type: 'Small box', amount: 2 }],
};
