import type { JsonObject } from '../../../shared/json';

export const ada: JsonObject = {
	first_name: 'Ada',
	last_name: 'Moreau',
	phone: '+33612345678',
	address_1: '12 rue des Petits Champs',
	postal_code: '75002',
	city: 'Paris',
	country: 'FR',
	delivery_notes: 'Code 1234',
};

/** HubRise's order, as its till accepted it. */
export const tillOrder = (changes: JsonObject = {}, customer: JsonObject = ada): JsonObject => ({
	id: 'x5d2a',
	location_id: 'sandbox-0',
	status: 'accepted',
	service_type: 'delivery',
	created_at: '2026-11-24T09:55:00+01:00',
	items: [{ product_name: 'Pizza', quantity: '1.0', price: '12.00 EUR' }],
	total: '12.00 EUR',
	customer,
	...changes,
});
