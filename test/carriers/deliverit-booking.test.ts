import { bookDriver } from '../../shared/carriers/deliverit/actions/book';
import { createInfo } from '../../shared/carriers/deliverit/actions/info-create';
import { infoLinks } from '../../shared/carriers/deliverit/documented';
import type { JsonObject } from '../../shared/json';
import { response, noResponse } from '../core/scripted-ports';
import {
	bookedResponse,
	customer,
	ScriptedDeliverit,
	failureOf,
	itemOf,
	listed,
	noOrders,
	orders,
	messageResponse,
} from './scripted-deliverit';

const trip = { ...customer, reference: 'WC-1042' };
const CREATE = 'POST /api/v1/orderdriver/create';
const LIST = 'GET /api/v1/order/14/2020-10-09/2020-12-11';

test('the reference travels at the head of the remarks', async () => {
	const scripted = new ScriptedDeliverit({ '/create': bookedResponse() });
	expect(itemOf(await scripted.run(bookDriver, { ...trip, remarks: 'Ring twice' }))).toMatchObject({
		reference: 'WC-1042',
		note: 'Ring twice',
		outcome: 'created',
	});
	expect(scripted.calls.slice(0, 2)).toEqual([LIST, CREATE]);
	expect(scripted.bodyOf('/create')).toMatchObject({
		remarks: '[ref:WC-1042] Ring twice',
		telephone: '12345678',
		zip: '5000',
	});
});

test('JSON has the declared types, form has text', async () => {
	const scripted = new ScriptedDeliverit({ '/create': bookedResponse() }, undefined, 'json');
	await scripted.run(bookDriver, trip);
	expect(scripted.bodyOf('/create')).toMatchObject({
		telephone: 12345678,
		zip: 5000,
		latitude: 55.3957969,
		time: '2020-11-09 18:30',
	});
	expect(scripted.ports.sent.every((request) => request.url.startsWith('https://dev.butik.deliverit.dk/'))).toBe(true);
});

test.each([
	['12 34 56 78', '12345678'],
	['+45 12345678', '12345678'],
	['004512345678', '12345678'],
	[12345678, '12345678'],
])('the phone %s travels as %s', async (telephone, digits) => {
	const scripted = new ScriptedDeliverit({ '/create': bookedResponse() });
	await scripted.run(bookDriver, { ...customer, telephone });
	expect(scripted.bodyOf('/create').telephone).toBe(digits);
});

test.each(['+33612345678', '+46701234567', '1234567', 'none'])('the phone %s is turned away', async (telephone) => {
	const scripted = new ScriptedDeliverit();
	expect(failureOf(await scripted.run(bookDriver, { ...customer, telephone }))).toMatchObject({
		code: 'invalid_input',
		message: expect.stringContaining('Phone'),
	});
	expect(scripted.ports.sent).toEqual([]);
});

test("remarks that look like somebody else's reference are turned away, unless a reference follows", async () => {
	const scripted = new ScriptedDeliverit({ '/create': bookedResponse() });
	const values = { ...customer, remarks: '[ref:WC-1] hello' };
	expect(failureOf(await scripted.run(bookDriver, values))).toMatchObject({
		code: 'invalid_input',
		message: expect.stringContaining('Remarks'),
	});
	expect(scripted.ports.sent).toEqual([]);
	expect(itemOf(await scripted.run(bookDriver, { ...values, reference: 'WC-2' }))).toMatchObject({ reference: 'WC-2' });
	expect(scripted.bodyOf('/create').remarks).toBe('[ref:WC-2] [ref:WC-1] hello');
});

test('an existing booking is returned, and differences are reported', async () => {
	const scripted = new ScriptedDeliverit({
		'/api/v1/order/': orders(
			listed({ remarks: '[ref:WC-104] x' }),
			listed({ address: 'Nygade 7', pickupTime: '18:45' }),
		),
	});
	const item = itemOf(await scripted.run(bookDriver, trip));
	expect(item).toMatchObject({ id: 'F64u3fbxNdaoTyAcOisM', outcome: 'found' });
	expect(item.warnings).toEqual([
		'Street is "Hovedgaden 1" here but "Nygade 7" in the existing booking.',
		'Time at the Shop is "2020-11-09 18:30" here but "2020-11-09 18:45" in the existing booking.',
	]);
	expect(scripted.calls).toEqual([LIST]);
});

test('a cancelled booking, and one whose reference only begins alike, are no bookings', async () => {
	const scripted = new ScriptedDeliverit({
		'/api/v1/order/': orders(listed({ cancel: 1 }), listed({ remarks: '[ref:WC-10422]' })),
		'/create': bookedResponse(),
	});
	expect(itemOf(await scripted.run(bookDriver, trip))).toMatchObject({ outcome: 'created' });
});

test('a booking whose response is lost is found again', async () => {
	const scripted = new ScriptedDeliverit({
		'/api/v1/order/': (nth) => (nth === 1 ? noOrders : orders(listed())),
		'/create': noResponse('maybe'),
	});
	expect(itemOf(await scripted.run(bookDriver, trip))).toMatchObject({
		outcome: 'created',
		id: 'F64u3fbxNdaoTyAcOisM',
		warnings: [expect.stringContaining('The answer was lost')],
	});
	expect(scripted.calls.filter((call) => call === CREATE)).toHaveLength(1);
	expect(scripted.calls.slice(0, 3)).toEqual([LIST, CREATE, LIST]);
});

test("a proxy's 404 is not taken for an empty list", async () => {
	const scripted = new ScriptedDeliverit({
		'/api/v1/order/': { response: { status: 404, headers: {}, text: '<html>Not found</html>' } },
		'/create': bookedResponse(),
	});
	expect(failureOf(await scripted.run(bookDriver, trip))).toMatchObject({
		code: 'unreadable_answer',
		reference: 'WC-1042',
	});
	expect(scripted.calls).not.toContain(CREATE);
});

test("the run's own number replaces a missing reference", async () => {
	const scripted = new ScriptedDeliverit({ '/create': bookedResponse() });
	expect(itemOf(await scripted.run(bookDriver, customer, { runReference: 'n8n-7f3a' }))).toMatchObject({
		reference: 'n8n-7f3a',
	});
	expect(scripted.bodyOf('/create').remarks).toBe('[ref:n8n-7f3a]');
});

test('without a reference a doubtful booking is not sent again', async () => {
	const scripted = new ScriptedDeliverit({ '/create': noResponse('maybe') });
	expect(failureOf(await scripted.run(bookDriver, customer)).code).toBe('outcome_unknown');
	expect(scripted.calls).toEqual([CREATE]);
});

const info: JsonObject = {
	ordernumber: 'WC-1042',
	name: 'Ada Holm',
	telephone: '12345678',
	street: 'Hovedgaden 1',
	zip: '5000',
	city: 'Odense C',
	paid: true,
};
const numberTaken = messageResponse(400, 'Order with that number exist. Please use unique number');
const stored = response(201, {
	error: false,
	message: 'ok,This order is for delivery',
	distance_in_km: 10.35,
	price_with_vat: 125,
	...infoLinks('q2cJv7WQt0516eh'),
});

describe('customer info: DeliverIt itself refuses a second one', () => {
	test('after a lost response the request is sent again, and the refusal proves that the first one arrived', async () => {
		const scripted = new ScriptedDeliverit({ '/create': (nth) => (nth === 1 ? noResponse('maybe') : numberTaken) });
		expect(itemOf(await scripted.run(createInfo, info))).toMatchObject({
			id: 'WC-1042',
			reference: 'WC-1042',
			status: 'created',
			outcome: 'created',
			dropoff: { street: 'Hovedgaden 1' },
			warnings: [expect.stringContaining('The response was lost'), expect.stringContaining('links')],
		});
		expect(scripted.calls).toHaveLength(2);
	});

	test('a request that was lost is sent again', async () => {
		const scripted = new ScriptedDeliverit({ '/create': (nth) => (nth === 1 ? noResponse('maybe') : stored) });
		expect(itemOf(await scripted.run(createInfo, info))).toMatchObject({ id: 'q2cJv7WQt0516eh', outcome: 'created' });
	});

	test.each([
		{ response: { status: 502, headers: {}, text: '<html>Bad gateway</html>' } },
		{ response: { status: 201, headers: {}, text: '{"error":fal' } },
	])('an unclear response counts as an unknown outcome: %j', async (unclearResponse) => {
		const scripted = new ScriptedDeliverit({ '/create': (nth) => (nth === 1 ? unclearResponse : numberTaken) });
		expect(itemOf(await scripted.run(createInfo, info))).toMatchObject({ outcome: 'created' });
	});

	test('a number that is taken from the start is found, and nothing is claimed about what it holds', async () => {
		const item = itemOf(await new ScriptedDeliverit({ '/create': numberTaken }).run(createInfo, info));
		expect(item).toMatchObject({
			id: 'WC-1042',
			outcome: 'found',
			status: 'unknown',
			warnings: [expect.stringContaining('could not be compared'), expect.any(String)],
		});
		expect(item.dropoff).toBeUndefined();
	});

	test.each(['fail', 'another'] as const)('... or stops, where the user wants to %s', async (ifExists) => {
		const scripted = new ScriptedDeliverit({ '/create': numberTaken });
		expect(failureOf(await scripted.run(createInfo, info, { ifExists }))).toMatchObject({
			code: 'already_exists',
			reference: 'WC-1042',
			message: expect.stringContaining('Please use unique number'),
		});
		expect(scripted.calls).toHaveLength(1);
	});

	test('when doubt stays, the outcome is unknown, with the reference', async () => {
		const scripted = new ScriptedDeliverit({ '/create': noResponse('maybe') });
		expect(failureOf(await scripted.run(createInfo, info))).toMatchObject({
			code: 'outcome_unknown',
			reference: 'WC-1042',
		});
		const refused = new ScriptedDeliverit({
			'/create': (nth) => (nth === 1 ? noResponse('maybe') : messageResponse(401, 'You should not be here')),
		});
		expect(failureOf(await refused.run(createInfo, info))).toMatchObject({
			code: 'outcome_unknown',
			reference: 'WC-1042',
		});
	});

	test('what provably never arrived is sent again, and is no doubt', async () => {
		const scripted = new ScriptedDeliverit({ '/create': noResponse('no') });
		expect(failureOf(await scripted.run(createInfo, info))).toMatchObject({
			code: 'unavailable',
			reference: 'WC-1042',
		});
		expect(scripted.calls.length).toBeGreaterThan(1);
	});

	test('a run that is cancelled after a doubtful request still finds out', async () => {
		let stopped = false;
		const scripted = new ScriptedDeliverit({
			'/create': (nth) => {
				stopped = true;
				return nth === 1 ? noResponse('maybe') : numberTaken;
			},
		});
		scripted.ports.cancelled = () => stopped;
		expect(itemOf(await scripted.run(createInfo, info))).toMatchObject({ outcome: 'created' });
	});

	test('two runs at once with the same number are one booking', async () => {
		const scripted = new ScriptedDeliverit({ '/create': (nth) => (nth === 1 ? stored : numberTaken) });
		const both = await Promise.all([scripted.run(createInfo, info), scripted.run(createInfo, info)]);
		expect(both.map((each) => itemOf(each).outcome)).toEqual(['created', 'found']);
	});
});
