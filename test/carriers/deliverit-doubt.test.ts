import { acceptProposal, denyProposal } from '../../shared/carriers/deliverit/actions/answer-proposal';
import { bookDriver } from '../../shared/carriers/deliverit/actions/book';
import { cancelDriver } from '../../shared/carriers/deliverit/actions/cancel';
import { createInfo } from '../../shared/carriers/deliverit/actions/info-create';
import { updateInfo } from '../../shared/carriers/deliverit/actions/info-update';
import { listOrders } from '../../shared/carriers/deliverit/actions/list';
import type { JsonObject } from '../../shared/json';
import type { SendResult } from '../../shared/run/ports';
import { response, noResponse } from '../core/scripted-ports';
import {
	bookedResponse,
	customer,
	failureOf,
	itemOf,
	listed,
	noOrders,
	orders,
	ScriptedDeliverit,
} from './scripted-deliverit';

const booking = 'F64u3fbxNdaoTyAcOisM';
const info = {
	ordernumber: 'WC-1042',
	name: 'Ada Holm',
	telephone: '12345678',
	street: 'Hovedgaden 1',
	zip: '5000',
	city: 'Odense C',
	paid: true,
	delivery: true,
};
const storedInfo = response(201, {
	error: false,
	message: 'ok,This order is for delivery',
	update_url: 'https://butik.deliverit.dk/api/v1/orderinfo/14/q2cJv7WQt0516eh/update',
});
const gateway = (status: number) => ({
	response: { status, headers: { 'content-type': 'text/html' }, text: '<html>Service page</html>' },
});

describe('a cancel whose answers are all lost', () => {
	const run = async (list: SendResult) =>
		await new ScriptedDeliverit({ '/cancel/': noResponse('maybe'), '/api/v1/order/': list }).run(cancelDriver, {
			booking,
		});

	test('listed as cancelled: done', async () => {
		expect(itemOf(await run(orders(listed({ cancel: 1 }))))).toMatchObject({
			id: booking,
			status: 'cancelled',
			warnings: [expect.stringContaining('lost on the way')],
		});
	});

	test('listed as live: not cancelled', async () => {
		const failure = failureOf(await run(orders(listed())));
		expect(failure).toMatchObject({ code: 'unavailable', advice: expect.stringContaining('Run the step again') });
		expect(failure.message).toContain('"Cancel Driver" did not take effect');
	});

	test.each([
		['not listed', noOrders],
		['a list that cannot be read', gateway(404)],
	])('%s: unknown', async (_, list) => {
		const failure = failureOf(await run(list));
		expect(failure).toMatchObject({ code: 'outcome_unknown' });
		expect(failure.message).toContain('could not be found out');
		expect(`${failure.message} ${failure.advice}`).not.toMatch(/booked|booking/);
	});
});

describe('a success with nothing but a sentence may be a gateway’s', () => {
	const sentences = [
		{ message: 'ok' },
		{ success: true, message: 'ok' },
		{ status: 200, message: 'Under maintenance' },
	];

	test.each(sentences)('a cancel, a denial and an acceptance are looked up: %j', async (body) => {
		const scripted = { '/orderdriver/': response(200, body), '/api/v1/order/': orders(listed()) };
		for (const action of [cancelDriver, denyProposal])
			expect(failureOf(await new ScriptedDeliverit(scripted).run(action, { booking }))).toMatchObject({
				code: 'unreadable_answer',
				message: expect.stringContaining('did not take effect'),
			});
		const notListed = new ScriptedDeliverit({ ...scripted, '/api/v1/order/': noOrders });
		expect(failureOf(await notListed.run(acceptProposal, { booking }))).toMatchObject({ code: 'outcome_unknown' });
	});

	test.each([...sentences, { error: false, message: 'Under maintenance' }])(
		'customer info is sent again: %j',
		async (body) => {
			const scripted = new ScriptedDeliverit({
				'/create': (nth) => (nth === 1 ? response(200, body) : storedInfo),
			});
			expect(itemOf(await scripted.run(createInfo, info))).toMatchObject({ id: 'q2cJv7WQt0516eh', outcome: 'created' });
			expect(scripted.calls).toHaveLength(2);
		},
	);
});

test('a cancel that never left says that it did not take effect', async () => {
	const failure = failureOf(
		await new ScriptedDeliverit({ '/cancel/': noResponse('no') }).run(cancelDriver, { booking }),
	);
	expect(failure).toMatchObject({ code: 'unavailable', message: expect.stringContaining('did not take effect') });
	expect(failure.advice).not.toContain('booked');
});

test('an update whose answers are all lost is unknown, and may be repeated', async () => {
	const failure = failureOf(
		await new ScriptedDeliverit({ '/update': noResponse('maybe') }).run(updateInfo, {
			order_number: 'NP15eLVptYSvRU0',
			...info,
		}),
	);
	expect(failure).toMatchObject({ code: 'outcome_unknown', advice: expect.stringContaining('does no harm') });
});

describe('only the login proves a login wrong', () => {
	const answered = async (action: typeof cancelDriver, reply: SendResult) =>
		failureOf(await new ScriptedDeliverit({ [`/${action.verb}/`]: reply }).run(action, { booking })).code;

	test.each([acceptProposal, denyProposal, cancelDriver])('$id of a foreign or unknown booking', async (action) => {
		expect(await answered(action, response(401, { error: true, message: 'You should not be here' }))).toBe('not_found');
		expect(await answered(action, response(401, { DeliverItOpen: true, message: 'Ukendt' }))).toBe('not_found');
		// Of DI5 alone, a 401 without a body is documented.
		const empty = await answered(action, { response: { status: 401, headers: {}, text: '' } });
		expect(empty).toBe(action === cancelDriver ? 'not_found' : 'outcome_unknown');
	});

	test.each([{ message: 'Unauthorized' }, { message: 'No API key found in request' }, { error: 'Unauthorized' }])(
		"a gateway's 401 is not about the booking: %j",
		async (body) => {
			for (const action of [acceptProposal, denyProposal, cancelDriver])
				expect(await answered(action, response(401, body))).toBe('outcome_unknown');
		},
	);

	test.each([400, 401, 403, 404, 409, 410, 502])("a gateway's page with %i proves nothing", async (status) => {
		for (const [action, values] of [
			[cancelDriver, { booking }],
			[listOrders, {}],
		] as const) {
			const scripted = new ScriptedDeliverit({ '/cancel/': gateway(status), '/api/v1/order/': gateway(status) });
			const failure = failureOf(await scripted.run(action, values));
			expect(['unreadable_answer', 'unavailable', 'outcome_unknown', 'refused']).toContain(failure.code);
		}
		const booked = new ScriptedDeliverit({ '/api/v1/order/': gateway(status) });
		await booked.run(bookDriver, { ...customer, reference: 'WC-1' });
		expect(booked.calls.filter((call) => call.startsWith('POST'))).toEqual([]);
	});

	test('words: no token, and the user name and password to look at', async () => {
		const scripted = new ScriptedDeliverit({ '/login': response(401, { login: false, msg: 'nope, try again' }) });
		const failure = failureOf(await scripted.run(listOrders, {}));
		expect(failure.code).toBe('not_authorised');
		expect(failure.advice).toContain('user name and the password');
		expect(`${failure.message} ${failure.advice}`).not.toContain('token');
	});
});

test('a success status that books nothing is a refusal with its reason, sent once', async () => {
	const scripted = new ScriptedDeliverit({
		'/create': response(201, { DeliverItOpen: true, order_driver: false, message: 'No driver' }),
	});
	const failure = failureOf(await scripted.run(bookDriver, { ...customer, reference: 'WC-1' }));
	expect(failure).toMatchObject({ code: 'refused', message: 'The carrier said: No driver' });
	expect(scripted.calls.filter((call) => call.startsWith('POST'))).toHaveLength(1);
});

test.each([
	[{ time: null }],
	[{ DeliveryPrice: { amount: 60 }, DeliveryDistance: [] }],
	[{ order_id: {}, arrive_at_customer: 20 }],
])('a booking with %j is a booking: what is odd costs a warning', async (more: JsonObject) => {
	const scripted = new ScriptedDeliverit({ '/create': bookedResponse(more) });
	expect(itemOf(await scripted.run(bookDriver, { ...customer, reference: 'WC-1' }))).toMatchObject({
		id: booking,
		outcome: 'created',
		status: 'scheduled',
		warnings: [expect.stringContaining("Carrier's Own Data")],
	});
	expect(scripted.calls.filter((call) => call.startsWith('POST'))).toHaveLength(1);
});

test('one odd row does not spoil the list', async () => {
	const odd = { ...listed(), zip: 5000, telephone: 12345678, name: 7, deliveryPrice: {}, created_at: 'yesterday' };
	const scripted = new ScriptedDeliverit({
		'/api/v1/order/': response(200, { error: false, orders: ['odd', odd, listed()] }),
	});
	const result = await scripted.run(listOrders, {});
	expect(result.ok && result.value.map(({ id }) => id)).toEqual([booking, booking]);
	expect(result.ok && result.value[0]?.warnings).toEqual([
		expect.stringContaining('deliveryPrice'),
		expect.stringContaining('1 more row'),
	]);
});

test.each([
	['form', '0900'],
	['json', '0900'],
])('a zero in front of the postal code is kept in %s', async (encoding, zip) => {
	const scripted = new ScriptedDeliverit({ '/create': bookedResponse() }, undefined, encoding);
	await scripted.run(bookDriver, { ...customer, zip });
	expect(scripted.bodyOf('/create').zip).toBe('0900');
});
