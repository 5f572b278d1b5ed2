import { hubrise } from '../../shared/carriers/hubrise/carrier';
import { setCallback } from '../../shared/carriers/hubrise/actions/callback';
import { createCustomer } from '../../shared/carriers/hubrise/actions/customer-writes';
import { createDelivery } from '../../shared/carriers/hubrise/actions/create-delivery';
import { createOrder } from '../../shared/carriers/hubrise/actions/create-order';
import { createQuote } from '../../shared/carriers/hubrise/actions/create-quote';
import { getDelivery } from '../../shared/carriers/hubrise/actions/get-delivery';
import { updateLocation } from '../../shared/carriers/hubrise/actions/update-location';
import { notFound, validationFailed } from '../../shared/carriers/hubrise/documented';
import type { Action } from '../../shared/declare/action';
import type { JsonObject } from '../../shared/json';
import { perform } from '../../shared/run/perform';
import { response, scriptedPorts } from '../core/scripted-ports';
import { accessOf, partsOf } from '../core/samples';

const responseCases = hubrise.actions.flatMap((action) =>
	(action.responses ?? []).map((sample) => ({ action, sample, name: `${action.id}: ${sample.title}` })),
);

test.each(responseCases)('$name', async ({ action, sample }) => {
	const ports = scriptedPorts((request) => {
		const { method, path } = partsOf(request);
		const read = sample.otherResponses?.[`${method} ${path}`];
		return read ? response(read.status, read.body) : response(sample.response.status, sample.response.body);
	});
	const result = await perform(
		{ carrier: hubrise, action, access: accessOf(hubrise, sample.connection), values: sample.input },
		ports,
	);
	expect(result.ok ? 'items' : result.failure.code).toBe(sample.expected);
});

async function failureOf(action: Action, status: number, body: object, values = {}) {
	const ports = scriptedPorts((request) =>
		request.method === 'GET' && action !== getDelivery
			? response(404, notFound.body)
			: { response: { status, headers: {}, text: JSON.stringify(body) } },
	);
	const result = await perform(
		{ carrier: hubrise, action, access: accessOf(hubrise), values: { order_id: '5dpm9', ...values } },
		ports,
	);
	if (result.ok) throw new Error('This was to be refused');
	return result.failure;
}

test('a 401 means one of three things, and each message names who can fix it', async () => {
	const sentences = [
		'The account or location is suspended for non-payment',
		'The access token is invalid or the connection has been revoked',
		'The connection is blocked',
	];
	const advice = new Set<string>();
	for (const message of sentences) {
		const failure = await failureOf(getDelivery, 401, { message, error_type: 'unauthorized' });
		expect(failure).toMatchObject({ code: 'not_authorised', message: `The carrier said: ${message}` });
		advice.add(failure.advice);
	}
	expect([...advice]).toEqual([
		expect.stringContaining('invoice'),
		expect.stringContaining('Connect again'),
		expect.stringContaining('lifts the block'),
	]);
});

test('messages use the labels of the form, not HubRise’s field names', async () => {
	const refuse = (errors: { field: string; message: string }[]): JsonObject => ({
		message: 'Validation failed',
		errors,
		error_type: 'unprocessable_entity',
	});
	const ofOrder = async (body: JsonObject) => {
		const ports = scriptedPorts((request) => (request.method === 'GET' ? response(200, []) : response(422, body)));
		const result = await perform(
			{
				carrier: hubrise,
				action: createOrder,
				access: accessOf(hubrise),
				values: { private_ref: 'WC-1', items: [{ product_name: 'Cake', price: '19.90 EUR' }] },
			},
			ports,
		);
		return result.ok ? '' : `${result.failure.code}: ${result.failure.message}`;
	};
	const two = [
		{ field: 'customer.phone', message: 'is invalid' },
		{ field: 'items.1.price', message: 'must be in GBP' },
	];
	expect(await ofOrder(refuse(two))).toBe(
		'refused: HubRise refused 2 fields. Customer Phone is invalid. Item 2 Price must be in GBP.',
	);
	expect(await ofOrder(refuse([{ field: 'base', message: 'The location is closed' }, ...two]))).toBe(
		'refused: The carrier said: The location is closed. Customer Phone is invalid. Item 2 Price must be in GBP.',
	);
	expect(await ofOrder({ message: 'Try another one', error_type: 'unprocessable_entity' })).toBe(
		'refused: The carrier said: Try another one',
	);
});

test('an existing delivery is recognised by any field of the error', async () => {
	for (const [field, message] of [
		['base', 'The order already has a delivery'],
		['delivery', 'is already attached'],
		['order_id', 'has already been taken'],
	] as const) {
		expect(
			await failureOf(createDelivery, 422, validationFailed(field, message).body, { carrier: 'UPS' }),
		).toMatchObject({ code: 'already_exists', advice: expect.stringContaining('Update Delivery') });
	}
});

test('no message is attributed to HubRise that it did not send', async () => {
	expect(await failureOf(getDelivery, 404, notFound.body)).toMatchObject({
		code: 'not_found',
		status: 404,
		message: expect.stringMatching(
			/^HubRise has nothing for Order 5dpm9. There is no such order at this location, or it has no delivery yet/,
		),
	});
});

test('missing order, wrong service type and second delivery are each reported', async () => {
	const small = { carrier: 'UPS' };
	expect(await failureOf(createDelivery, 404, notFound.body, small)).toMatchObject({
		code: 'not_found',
		message: expect.stringContaining('no such order'),
	});
	const eatenIn = await failureOf(
		createDelivery,
		422,
		validationFailed('service_type', 'must be delivery').body,
		small,
	);
	expect(eatenIn).toMatchObject({
		code: 'refused',
		message: 'The carrier said: Service type must be delivery',
		advice: expect.stringContaining('collected or eaten in'),
	});
	const second = await failureOf(
		createDelivery,
		422,
		validationFailed('base', 'The order already has a delivery').body,
		small,
	);
	expect(second).toMatchObject({
		code: 'already_exists',
		reference: '5dpm9',
		advice: expect.stringContaining('Update Delivery'),
	});
});

test('a connection of an account has to name a location before anything is sent', async () => {
	const ports = scriptedPorts(() => response(500, {}));
	const result = await perform(
		{ carrier: hubrise, action: getDelivery, access: accessOf(hubrise, 'account'), values: { order_id: '5dpm9' } },
		ports,
	);
	expect(result).toMatchObject({
		ok: false,
		failure: {
			code: 'invalid_input',
			message: expect.stringContaining('Location is missing: this connection is for a whole account'),
		},
	});
	expect(ports.sent).toEqual([]);
});

test.each([
	[200, ''],
	[202, '{}'],
	[204, ''],
])('a callback that is set and answered with %i and "%s" is as requested', async (status, text) => {
	const ports = scriptedPorts(() => ({ response: { status, headers: {}, text } }));
	const url = 'https://n8n.example.com/webhook/hubrise';
	const result = await perform(
		{
			carrier: hubrise,
			action: setCallback,
			access: accessOf(hubrise),
			values: { url, events: [{ event: 'order.create' }, { event: 'delivery.update' }] },
		},
		ports,
	);
	expect(result).toMatchObject({
		ok: true,
		value: [{ id: 'callback', url, passive: false, events: ['order.create', 'delivery.update'] }],
	});
	expect(ports.sent).toHaveLength(1);
});

test.each([
	[
		'an order',
		createOrder,
		{ private_ref: 'WC-1', items: [{ product_name: 'Cake', price: '19.90' }] },
		'Currency is missing',
	],
	[
		'a delivery',
		createDelivery,
		{ order_id: '5dpm9', carrier: 'UPS', fee: { amount: '4.50' } },
		'Fee Currency is missing',
	],
	['a quote', createQuote, { order_id: '5dpm9', carrier: 'UPS', fee: { amount: '4.50' } }, 'Fee Currency is missing'],
])('the currency of %s is never guessed', async (_, action, values, expected) => {
	const ports = scriptedPorts((request) =>
		new URL(request.url).pathname === '/v1/location'
			? response(200, { id: '3r4s3-1', account: { id: '3r4s3' } })
			: response(404, notFound.body),
	);
	const result = await perform({ carrier: hubrise, action, access: accessOf(hubrise), values }, ports);
	expect(result).toMatchObject({
		ok: false,
		failure: { code: 'invalid_input', message: expect.stringContaining(expected) },
	});
	expect(ports.sent.map(({ method }) => method)).not.toContain('POST');
});

const anOrder = { service_type: 'collection', items: [{ product_name: 'Tea', price: '2 EUR', quantity: '1' }] };

test.each<[string, object, string]>([
	['by field', { 'items[0].price': ["'abc' is not valid"] }, "Item 1 Price 'abc' is not valid"],
	['sentences alone', ['Items are too many'], 'Items are too many'],
	['several of one field', [{ field: 'items.0.price', message: ['is odd', 'is old'] }], 'Item 1 Price is old'],
])('the reasons of a refusal are shown: %s', async (_form, errors, sentence) => {
	const body = { message: 'Validation failed', errors, error_type: 'unprocessable_entity' };
	expect(await failureOf(createOrder, 422, body, { order_id: undefined, ...anOrder })).toMatchObject({
		code: 'refused',
		message: expect.stringContaining(sentence),
	});
});

test.each([
	['has already been taken', 'already_exists'],
	['must be unique', 'already_exists'],
	['is too long (maximum is 255 characters)', 'refused'],
	['is invalid', 'refused'],
])('a reference that "%s": %s', async (message, code) => {
	const { body } = validationFailed('private_ref', message);
	expect(await failureOf(createOrder, 422, body, { order_id: undefined, ...anOrder })).toMatchObject({ code });
});

test('opening hours are read as people write them', async () => {
	const ports = scriptedPorts(() => response(200, { id: '3r4s3-1' }));
	const hours = { day: 'monday', from: '9h30', to: '24:00' };
	const values = { opening_hours: [hours, { ...hours, from: '2:30 pm', to: '21.15' }], cutoff_time: '6:00' };
	await perform({ carrier: hubrise, action: updateLocation, access: accessOf(hubrise), values }, ports);
	const [sent] = ports.sent;
	expect(sent && partsOf(sent).body).toMatchObject({
		cutoff_time: '06:00',
		opening_hours: {
			monday: [
				{ from: '09:30', to: '00:00' },
				{ from: '14:30', to: '21:15' },
			],
			tuesday: [],
		},
	});
});

test.each(['FR', 'France'])(
	"a known customer's other phone is reported, the country written as %s",
	async (country) => {
		const known = { id: 'c1', private_ref: 'A1', phone: '+33611111111' };
		const ports = scriptedPorts(() => response(200, [known]));
		const values = { customer_list_id: 'l1', private_ref: 'A1', phone: '06 12 34 56 78', country };
		const result = await perform(
			{ carrier: hubrise, action: createCustomer, access: accessOf(hubrise), values },
			ports,
		);
		expect(result).toMatchObject({ ok: true, value: [{ id: 'c1', warnings: [expect.stringContaining('Phone')] }] });
	},
);
