import type { AnswerSample, AntiSample, Sample } from '../../declare/sample';
import type { JsonObject } from '../../declare/json';
import { created, documentedDelivery, documentedNew, everything, location, notFound, validationFailed } from './documented';

/** The documented body as the form takes it: the fee in two parts. */
const documentedInput: JsonObject = { order_id: '5dpm9', ...documentedNew, fee: { amount: '4.50', currency: 'EUR' } };

export const createSamples: readonly Sample[] = [
	{
		title: 'For an order of this location (documented)',
		input: documentedInput,
		request: { method: 'POST', path: '/v1/location/orders/5dpm9/delivery', body: documentedNew },
		reads: { 'GET /v1/location/orders/5dpm9/delivery': notFound },
		answer: { status: 200, body: created },
	},
	{
		title: 'For an order of any location of the account (documented long path)',
		connection: 'account',
		input: { ...documentedInput, location_id: '3r4s3-1' },
		request: { method: 'POST', path: '/v1/locations/3r4s3-1/orders/5dpm9/delivery', body: documentedNew },
		reads: { 'GET /v1/locations/3r4s3-1/orders/5dpm9/delivery': notFound },
		answer: { status: 200, body: created },
	},
	{
		title: "In the account's own currency, with times that were reported late",
		input: {
			order_id: '5dpm9',
			carrier: 'Cargo Bikes',
			status: 'dropoff_enroute',
			fee: { amount: '7' },
			assigned_at: '2030-05-21 12:01',
			pickup_at: '2030-05-21T10:15:30Z',
		},
		request: {
			method: 'POST',
			path: '/v1/location/orders/5dpm9/delivery',
			body: { carrier: 'Cargo Bikes', status: 'dropoff_enroute', fee: '7.00 EUR', assigned_at: '2030-05-21T12:01:00+02:00', pickup_at: '2030-05-21T10:15:30+00:00' },
		},
		reads: { 'GET /v1/location/orders/5dpm9/delivery': notFound, 'GET /v1/location': { status: 200, body: location } },
		answer: {
			status: 200,
			body: {
				id: 'ez352',
				order_id: '5dpm9',
				location_id: '3r4s3-1',
				carrier: 'Cargo Bikes',
				status: 'dropoff_enroute',
				fee: '7.00 EUR',
				assigned_at: '2030-05-21T12:01:00+02:00',
				pickup_at: '2030-05-21T12:15:30+02:00',
			},
		},
	},
	{
		title: 'With all that a delivery may say',
		input: { order_id: '5dpm9', carrier: 'UPS', ...everything },
		request: { method: 'POST', path: '/v1/location/orders/5dpm9/delivery', body: { carrier: 'UPS', ...everything } },
		reads: { 'GET /v1/location/orders/5dpm9/delivery': notFound },
		answer: { status: 200, body: { ...documentedDelivery, ...everything } },
	},
];

const small = { order_id: '5dpm9', carrier: 'UPS' };
const none = { 'GET /v1/location/orders/5dpm9/delivery': notFound };

export const createAnswers: readonly AnswerSample[] = [
	{ title: 'There is no such order', input: small, reads: none, answer: notFound, comesTo: 'not_found' },
	{ title: 'The order is collected', input: small, reads: none, answer: validationFailed('service_type', 'must be delivery'), comesTo: 'refused' },
	{ title: 'It got one in the same moment', input: small, reads: none, answer: validationFailed('base', 'The order already has a delivery'), comesTo: 'already_exists' },
	{ title: 'A field is refused', input: small, reads: none, answer: validationFailed('status', 'is unknown'), comesTo: 'refused' },
	{
		title: 'The order has that delivery already',
		input: small,
		reads: { 'GET /v1/location/orders/5dpm9/delivery': { status: 200, body: documentedDelivery } },
		answer: notFound,
		comesTo: 'items',
	},
];

export const createAntiSamples: readonly AntiSample[] = [
	{ why: 'No order and no carrier', input: {}, names: ['Order', 'Carrier Name'] },
	{ why: 'A status of another carrier', input: { ...small, status: 'shipped' }, names: ['Status'] },
	{ why: 'More decimals than money has', input: { ...small, fee: { amount: '4.505', currency: 'EUR' } }, names: ['Fee Amount'] },
	{ why: 'No currency', input: { ...small, fee: { amount: '4.50', currency: '€' } }, names: ['Fee Currency'] },
	{ why: 'Half a position', input: { ...small, driver_latitude: '48.85' }, names: ['Courier Longitude'] },
	{ why: 'Beyond the pole', input: { ...small, driver_latitude: '91', driver_longitude: '2' }, names: ['Courier Latitude'] },
];
