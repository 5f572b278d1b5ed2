import { acceptProposal, denyProposal } from '../../shared/carriers/deliverit/actions/answer-proposal';
import { bookDriver } from '../../shared/carriers/deliverit/actions/book';
import { cancelInfo } from '../../shared/carriers/deliverit/actions/info-cancel';
import { createInfo } from '../../shared/carriers/deliverit/actions/info-create';
import { updateInfo } from '../../shared/carriers/deliverit/actions/info-update';
import { listOrders } from '../../shared/carriers/deliverit/actions/list';
import { getPrice } from '../../shared/carriers/deliverit/actions/price';
import { deliverit } from '../../shared/carriers/deliverit/carrier';
import { deliveritConnection } from '../../shared/carriers/deliverit/connection';
import type { Action } from '../../shared/declare/action';
import type { Item } from '../../shared/declare/facts';
import { encode } from '../../shared/run/encode';
import { perform } from '../../shared/run/perform';
import { response, noResponse, scriptedPorts } from '../core/scripted-ports';
import { accessOf, headersOf, respondFromSample, partsOf } from '../core/samples';
import { ScriptedDeliverit, failureOf, itemOf, messageResponse } from './scripted-deliverit';

async function runSample(action: Action, at = 0): Promise<Item> {
	const sample = action.samples[at];
	if (!sample) throw new Error('there is no such sample');
	return itemOf(
		await perform(
			{ carrier: deliverit, action, access: accessOf(deliverit, sample.connection), values: sample.input },
			scriptedPorts(respondFromSample(sample)),
		),
	);
}

const responseCases = deliverit.actions.flatMap((action) =>
	(action.responses ?? []).map((sample) => ({ action, sample, name: `${action.id}: ${sample.title}` })),
);

test.each(responseCases)('$name', async ({ action, sample }) => {
	const ports = scriptedPorts((request) => {
		const read = sample.otherResponses?.[partsOf(request).path];
		return read ? response(read.status, read.body) : response(sample.response.status, sample.response.body);
	});
	const result = await perform(
		{ carrier: deliverit, action, access: accessOf(deliverit, sample.connection), values: sample.input },
		ports,
	);
	expect(result.ok ? 'items' : result.failure.code).toBe(sample.expected);
	if (result.ok) return;
	const body = sample.response.body;
	const carrierMessage =
		typeof body === 'object' && body !== null && !Array.isArray(body) ? (body.message ?? body.msg) : undefined;
	if (typeof carrierMessage === 'string') expect(result.failure.message).toContain(carrierMessage);
});

test('DI2: a proposal is a delivery that waits for an answer', async () => {
	expect(await runSample(bookDriver)).toMatchObject({
		reference: 'WC-1041',
		id: 'F64u3fbxNdaoTyAcOisM',
		orderId: '11823',
		carrier: 'deliverit',
		status: 'awaiting_acceptance',
		terminal: false,
		requestedTime: '2020-11-09T18:30:00.000+01:00',
		proposedTime: '2020-11-09T20:15:00.000+01:00',
		movedMinutes: 105,
		pickup: { slotStart: '2020-11-09T20:15:00.000+01:00' },
		dropoff: { slotStart: '2020-11-09T20:26:00.000+01:00', phone: '+4512345678', postalCode: '5000' },
		price: { amount: 60, currency: 'DKK', vat: 'excluded' },
		distance: 1914,
		acceptUrl: 'https://butik.deliverit.dk/api/v1/orderdriver/accept/14/F64u3fbxNdaoTyAcOisM',
		denyUrl: 'https://butik.deliverit.dk/api/v1/orderdriver/deny/14/F64u3fbxNdaoTyAcOisM',
		cancelUrl: 'https://butik.deliverit.dk/api/v1/orderdriver/cancel/14/F64u3fbxNdaoTyAcOisM',
		outcome: 'created',
		carrierData: bookDriver.samples[0]?.response.body,
	});
});

test('DI2: a free time is booked at once', async () => {
	expect(await runSample(bookDriver, 1)).toMatchObject({
		reference: 'WC-1042',
		note: '2nd floor',
		status: 'scheduled',
		pushed: false,
		proposedTime: null,
		acceptUrl: null,
		pickup: { slotStart: '2020-11-11T20:30:00.000+01:00' },
	});
});

test('DI3: accepted now, and accepted before', async () => {
	expect(await runSample(acceptProposal)).toMatchObject({
		id: 'RYGKaXMCSN94WfqPEivy',
		status: 'scheduled',
		decision: 'accepted',
		pickup: { slotStart: '2020-11-09T19:23:00.000+01:00' },
		dropoff: { slotStart: '2020-11-09T19:42:00.000+01:00' },
		cancelUrl: 'https://dev.butik.deliverit.dk/api/v1/orderdriver/cancel/149/RYGKaXMCSN94WfqPEivy',
	});
	expect(await runSample(acceptProposal, 1)).toMatchObject({
		id: 'uyPtNITg5cAOoKDViG2e',
		status: 'scheduled',
		outcome: 'already_done',
	});
});

test('DI4: denied is cancelled', async () => {
	expect(await runSample(denyProposal)).toMatchObject({
		id: 'F64u3fbxNdaoTyAcOisM',
		status: 'cancelled',
		terminal: true,
		decision: 'denied',
		message: 'The order is now canceled',
	});
});

test('DI6: the documented order of 2017, and one with the misspelt cancel link', async () => {
	expect(await runSample(listOrders)).toMatchObject({ id: 'uyPtNITg5cAOoKDViG2e', status: 'scheduled' });
	expect(await runSample(listOrders, 1)).toMatchObject({
		id: '2017-05-13T17:30:07.000+02:00 +45123456789',
		reference: null,
		status: 'scheduled',
		createdAt: '2017-05-13T17:30:07.000+02:00',
		pickup: { slotStart: '2017-05-13T17:59:00.000+02:00', completedAt: null },
		dropoff: {
			name: 'Customer 1',
			street: 'Hovedgaden 1',
			city: 'Odense C',
			postalCode: '5000',
			phone: '+45123456789',
		},
		price: { amount: 60, currency: 'DKK', vat: null },
		distance: 1914,
	});
});

test('DI7 and DI8: kilometres become metres, kroner become minor units', async () => {
	expect(await runSample(createInfo)).toMatchObject({
		id: 'q2cJv7WQt0516eh',
		reference: 'WC-1042',
		status: 'created',
		carrierStatus: 'paid',
		distance: 10350,
		price: { amount: 125, currency: 'DKK', vat: 'included' },
		cancelUrl: 'https://butik.deliverit.dk/api/v1/orderinfo/14/q2cJv7WQt0516eh/cancel',
		updateUrl: 'https://butik.deliverit.dk/api/v1/orderinfo/14/q2cJv7WQt0516eh/update',
	});
	expect(await runSample(createInfo, 1)).toMatchObject({
		id: 'hqlONswckVx44Q0',
		delivery: false,
		paid: false,
		carrierStatus: 'unpaid',
		distance: 10350,
	});
	// `error: true` on the carrier's page means nothing.
	expect(await runSample(updateInfo)).toMatchObject({
		id: 'NP15eLVptYSvRU0',
		distance: 1930,
		price: { amount: 50, vat: 'included' },
	});
});

test.each([200, 202])('DI9: a %i that cancelled nothing is no success', async (status) => {
	const message =
		'You cannot cancel an order, where the driver is booked, and there are less than 15 minutes til pickup.';
	const scripted = new ScriptedDeliverit({ '/cancel': messageResponse(status, message, { canceled: false }) });
	const failure = failureOf(await scripted.run(cancelInfo, { order_number: 'NP15eLVptYSvRU0' }));
	expect(failure).toMatchObject({
		code: 'too_late',
		status,
		message: `Nothing was cancelled. The carrier said: ${message}`,
	});
	expect(scripted.calls).toHaveLength(1);
});

test('DI10: a price', async () => {
	expect(await runSample(getPrice)).toMatchObject({
		distance: 10350,
		minutes: 18,
		price: { amount: 100, currency: 'DKK', vat: 'excluded' },
	});
});

test('"Some strange error" saved nothing, so it is tried again', async () => {
	const unknownError = messageResponse(
		400,
		'Some strange error has occured. Please try again. If the error continues, please contact DeliverIt',
	);
	const scripted = new ScriptedDeliverit({
		'/cancel': (nth) => (nth < 3 ? unknownError : messageResponse(200, 'Cancellation ok,', { canceled: true })),
	});
	expect(itemOf(await scripted.run(cancelInfo, { order_number: 'NP15eLVptYSvRU0' }))).toMatchObject({
		status: 'cancelled',
	});
	expect(scripted.calls).toHaveLength(3);
});

test('the company is learnt once', async () => {
	const scripted = new ScriptedDeliverit();
	await scripted.run(listOrders, {});
	await scripted.run(listOrders, {});
	expect(scripted.ports.sent.map((request) => partsOf(request).path)).toEqual([
		'/api/v1/login',
		'/api/v1/order/14/2020-11-09/2020-12-10',
		'/api/v1/order/14/2020-11-09/2020-12-10',
	]);
});

test('a wrong password is reported before any other request is sent', async () => {
	const scripted = new ScriptedDeliverit({ '/login': response(401, { login: false, msg: 'nope, try again' }) });
	const failure = failureOf(await scripted.run(listOrders, {}));
	expect(failure).toMatchObject({ code: 'not_authorised', message: 'The carrier said: nope, try again' });
	expect(JSON.stringify(failure)).not.toContain('sample-pass');
	expect(scripted.calls).toEqual([]);
});

test('the connection: Basic in UTF-8, the host by its environment, and a test call that signs in', () => {
	const fields = {
		environment: 'other',
		base_url: 'https://deliverit.example.com/',
		username: 'søren',
		password: 'æble:1',
	};
	const access = deliveritConnection.accessOf(fields);
	expect(access).toMatchObject({
		base: 'https://deliverit.example.com',
		zone: 'Europe/Copenhagen',
		identity: 'søren',
		encoding: 'form',
	});
	expect(Buffer.from(String(headersOf(access).authorization).replace('Basic ', ''), 'base64').toString('utf8')).toBe(
		'søren:æble:1',
	);
	expect(deliveritConnection.accessOf({ ...fields, environment: 'development' }).base).toBe(
		'https://dev.butik.deliverit.dk',
	);
	expect(encode(deliveritConnection.test(access), access)).toMatchObject({
		method: 'POST',
		url: 'https://deliverit.example.com/api/v1/login',
		body: 'username=s%C3%B8ren&password=%C3%A6ble%3A1',
	});
});

test('a failed list request is reported as such', async () => {
	const scripted = new ScriptedDeliverit({ '/api/v1/order/': noResponse('no') });
	expect(failureOf(await scripted.run(listOrders, {}))).toMatchObject({ code: 'unavailable' });
});

test('customer info that calls itself an error and has no link is not taken for stored', async () => {
	const [sample] = createInfo.samples;
	if (!sample) throw new Error('there is no such sample');
	const refused = { status: 201, body: { error: true, message: 'Some strange error has occured.' } };
	const ports = scriptedPorts(respondFromSample({ ...sample, response: refused }));
	const result = await perform(
		{ carrier: deliverit, action: createInfo, access: accessOf(deliverit, sample.connection), values: sample.input },
		ports,
	);
	expect(result).toMatchObject({ ok: false, failure: { code: 'outcome_unknown' } });
});
