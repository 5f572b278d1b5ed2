import type { ResponseSample, AntiSample, Sample } from '../../declare/sample';
import { created, documentedDelivery, documentedNew, allFields, notFound, validationFailed } from './documented';

const path = '/v1/location/orders/5dpm9/delivery';

export const upsertSamples: readonly Sample[] = [
	{
		title: 'The order has none yet: it is attached (documented)',
		input: { order_id: '5dpm9', ...documentedNew, fee: { amount: '4.50', currency: 'EUR' } },
		request: { method: 'POST', path, body: documentedNew },
		otherResponses: { [`GET ${path}`]: notFound },
		response: { status: 200, body: created },
	},
	{
		title: 'The order has one: it is updated (documented)',
		input: { order_id: '5dpm9', carrier: 'UPS', driver_latitude: '48.856614', driver_longitude: '2.3522219' },
		request: { method: 'PATCH', path, body: { driver_latitude: '48.856614', driver_longitude: '2.3522219' } },
		otherResponses: { [`GET ${path}`]: { status: 200, body: documentedDelivery } },
		response: {
			status: 200,
			body: { ...documentedDelivery, driver_latitude: '48.856614', driver_longitude: '2.3522219' },
		},
	},
	{
		title: 'With all that may change',
		input: { order_id: '5dpm9', carrier: 'UPS', ...allFields },
		request: { method: 'PATCH', path, body: allFields },
		otherResponses: { [`GET ${path}`]: { status: 200, body: documentedDelivery } },
		response: { status: 200, body: { ...documentedDelivery, ...allFields } },
	},
	{
		title: 'By account, another carrier than the one that is there: a warning, not a request',
		connection: 'account',
		input: { location_id: '3r4s3-1', order_id: '5dpm9', carrier: 'DHL', status: 'delivered' },
		request: { method: 'PATCH', path: '/v1/locations/3r4s3-1/orders/5dpm9/delivery', body: { status: 'delivered' } },
		otherResponses: { 'GET /v1/locations/3r4s3-1/orders/5dpm9/delivery': { status: 200, body: documentedDelivery } },
		response: {
			status: 200,
			body: { ...documentedDelivery, status: 'delivered', delivered_at: '2023-01-01T12:31:00+01:00' },
		},
	},
];

export const upsertResponses: readonly ResponseSample[] = [
	{
		title: 'There is no such order',
		input: { order_id: '5dpm9', carrier: 'UPS' },
		otherResponses: { [`GET ${path}`]: notFound },
		response: notFound,
		expected: 'not_found',
	},
	{
		title: 'The order is eaten in',
		input: { order_id: '5dpm9', carrier: 'UPS' },
		otherResponses: { [`GET ${path}`]: notFound },
		response: validationFailed('service_type', 'must be delivery'),
		expected: 'refused',
	},
];

export const upsertAntiSamples: readonly AntiSample[] = [
	{ reason: 'No order and no carrier', input: { status: 'delivered' }, mentions: ['Order', 'Carrier Name'] },
	{
		reason: 'Half a position',
		input: { order_id: '5dpm9', carrier: 'UPS', driver_longitude: '2.35' },
		mentions: ['Courier Latitude'],
	},
];
