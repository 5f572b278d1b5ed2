import type { ResponseSample, AntiSample, Sample } from '../../declare/sample';
import type { JsonObject } from '../../json';
import {
	created,
	documentedDelivery,
	documentedNew,
	allFields,
	location,
	notFound,
	validationFailed,
} from './documented';

/** The documented body as the form takes it: the fee in two parts. */
const documentedInput: JsonObject = { order_id: '5dpm9', ...documentedNew, fee: { amount: '4.50', currency: 'EUR' } };

export const createSamples: readonly Sample[] = [
	{
		title: 'For an order of this location (documented)',
		input: documentedInput,
		request: { method: 'POST', path: '/v1/location/orders/5dpm9/delivery', body: documentedNew },
		otherResponses: { 'GET /v1/location/orders/5dpm9/delivery': notFound },
		response: { status: 200, body: created },
	},
	{
		title: 'For an order of any location of the account (documented long path)',
		connection: 'account',
		input: { ...documentedInput, location_id: '3r4s3-1' },
		request: { method: 'POST', path: '/v1/locations/3r4s3-1/orders/5dpm9/delivery', body: documentedNew },
		otherResponses: { 'GET /v1/locations/3r4s3-1/orders/5dpm9/delivery': notFound },
		response: { status: 200, body: created },
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
			body: {
				carrier: 'Cargo Bikes',
				status: 'dropoff_enroute',
				fee: '7.00 EUR',
				assigned_at: '2030-05-21T12:01:00+02:00',
				pickup_at: '2030-05-21T10:15:30+00:00',
			},
		},
		otherResponses: {
			'GET /v1/location/orders/5dpm9/delivery': notFound,
			'GET /v1/location': { status: 200, body: location },
		},
		response: {
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
		input: { order_id: '5dpm9', carrier: 'UPS', ...allFields },
		request: { method: 'POST', path: '/v1/location/orders/5dpm9/delivery', body: { carrier: 'UPS', ...allFields } },
		otherResponses: { 'GET /v1/location/orders/5dpm9/delivery': notFound },
		response: { status: 200, body: { ...documentedDelivery, ...allFields } },
	},
];

const minimalInput = { order_id: '5dpm9', carrier: 'UPS' };
const noDeliveryReads = { 'GET /v1/location/orders/5dpm9/delivery': notFound };

export const createResponses: readonly ResponseSample[] = [
	{
		title: 'There is no such order',
		input: minimalInput,
		otherResponses: noDeliveryReads,
		response: notFound,
		expected: 'not_found',
	},
	{
		title: 'The order is collected',
		input: minimalInput,
		otherResponses: noDeliveryReads,
		response: validationFailed('service_type', 'must be delivery'),
		expected: 'refused',
	},
	{
		title: 'It got one in the same moment',
		input: minimalInput,
		otherResponses: noDeliveryReads,
		response: validationFailed('base', 'The order already has a delivery'),
		expected: 'already_exists',
	},
	{
		title: 'A field is refused',
		input: minimalInput,
		otherResponses: noDeliveryReads,
		response: validationFailed('status', 'is unknown'),
		expected: 'refused',
	},
	{
		title: 'The order has that delivery already',
		input: minimalInput,
		otherResponses: { 'GET /v1/location/orders/5dpm9/delivery': { status: 200, body: documentedDelivery } },
		response: notFound,
		expected: 'items',
	},
];

export const createAntiSamples: readonly AntiSample[] = [
	{ reason: 'No order and no carrier', input: {}, mentions: ['Order', 'Carrier Name'] },
	{ reason: 'A status of another carrier', input: { ...minimalInput, status: 'shipped' }, mentions: ['Status'] },
	{
		reason: 'More decimals than money has',
		input: { ...minimalInput, fee: { amount: '4.505', currency: 'EUR' } },
		mentions: ['Fee Amount'],
	},
	{
		reason: 'No currency',
		input: { ...minimalInput, fee: { amount: '4.50', currency: '€' } },
		mentions: ['Fee Currency'],
	},
	{ reason: 'Half a position', input: { ...minimalInput, driver_latitude: '48.85' }, mentions: ['Courier Longitude'] },
	{
		reason: 'Beyond the pole',
		input: { ...minimalInput, driver_latitude: '91', driver_longitude: '2' },
		mentions: ['Courier Latitude'],
	},
];
