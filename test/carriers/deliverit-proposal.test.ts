import { bookDriver } from '../../shared/carriers/deliverit/actions/book';
import type { JsonObject } from '../../shared/json';
import { response, noResponse } from '../core/scripted-ports';
import {
	bookedResponse,
	customer,
	failureOf,
	itemOf,
	listed,
	messageResponse,
	noOrders,
	orders,
	ScriptedDeliverit,
} from './scripted-deliverit';

const proposal = { push: true, time: '18:50', arrive_at_customer: '19:01' };
const accepted = response(202, {
	DeliverItOpen: true,
	order_driver: true,
	time: '18:52',
	arriveAtCustomer: '19:03',
	message: 'The trip is saved and the driver will arrive at restaurant at 18:52',
	cancelurl: 'https://butik.deliverit.dk/api/v1/orderdriver/cancel/14/F64u3fbxNdaoTyAcOisM',
});
const ACCEPT = 'POST /api/v1/orderdriver/accept/14/F64u3fbxNdaoTyAcOisM';
const OTHER = 'https://butik.deliverit.dk/api/v1/orderdriver/cancel/14/secondSecondSecond20';
const DENY = 'POST /api/v1/orderdriver/deny/14/F64u3fbxNdaoTyAcOisM';

async function propose(
	values: JsonObject,
	replies: ConstructorParameters<typeof ScriptedDeliverit>[0] = {},
	offer: JsonObject = proposal,
) {
	const scripted = new ScriptedDeliverit({
		'/create': bookedResponse(offer),
		'/accept/': accepted,
		'/deny/': messageResponse(200, 'The order is now canceled'),
		...replies,
	});
	const item = itemOf(await scripted.run(bookDriver, { ...customer, ...values }));
	return { item, calls: scripted.calls.slice(1) };
}

test('request: the proposal is returned with its links', async () => {
	const { item, calls } = await propose({});
	expect(calls).toEqual([]);
	expect(item).toMatchObject({
		status: 'awaiting_acceptance',
		movedMinutes: 20,
		acceptUrl: expect.stringContaining('/accept/'),
	});
});

test('accept: the trip is booked, with the times of the acceptance and no links to answer', async () => {
	const { item, calls } = await propose({ when_pushed: 'accept' });
	expect(calls).toEqual([ACCEPT]);
	expect(item).toMatchObject({
		id: 'F64u3fbxNdaoTyAcOisM',
		orderId: '11823',
		status: 'scheduled',
		decision: 'accepted',
		outcome: 'created',
		proposedTime: '2020-11-09T18:50:00.000+01:00',
		pickup: { slotStart: '2020-11-09T18:52:00.000+01:00' },
		dropoff: { slotStart: '2020-11-09T19:03:00.000+01:00', street: 'Hovedgaden 1' },
		acceptUrl: null,
		denyUrl: null,
		cancelUrl: 'https://butik.deliverit.dk/api/v1/orderdriver/cancel/14/F64u3fbxNdaoTyAcOisM',
	});
	expect(item.warnings).toBeUndefined();
});

test('an acceptance for another day stays on that day', async () => {
	const { item } = await propose({ when_pushed: 'accept', time: '2020-11-13 18:30' });
	expect(item).toMatchObject({
		pickup: { slotStart: '2020-11-13T18:52:00.000+01:00' },
		dropoff: { slotStart: '2020-11-13T19:03:00.000+01:00' },
	});
});

test.each([
	[20, proposal, [ACCEPT], 'scheduled'],
	[19, proposal, [], 'awaiting_acceptance'],
	[0, proposal, [], 'awaiting_acceptance'],
	[10, { ...proposal, time: '18:20' }, [ACCEPT], 'scheduled'],
	[9, { ...proposal, time: '18:20' }, [], 'awaiting_acceptance'],
])('accept within %i minutes, offered %j', async (accept_within_minutes, offer, expected, status) => {
	const { item, calls } = await propose({ when_pushed: 'accept_within', accept_within_minutes }, {}, offer);
	expect(calls).toEqual(expected);
	expect(item).toMatchObject({ status });
});

test('deny: no driver comes, and the item states why', async () => {
	const { item, calls } = await propose({ when_pushed: 'deny' });
	expect(calls).toEqual([DENY]);
	expect(item).toMatchObject({
		status: 'cancelled',
		terminal: true,
		decision: 'denied',
		reason: expect.stringContaining('denied'),
		acceptUrl: null,
		cancelUrl: null,
	});
});

test.each(['accept', 'accept_within', 'deny'])('%s: a time that is free needs no answer', async (when_pushed) => {
	const { item, calls } = await propose({ when_pushed, accept_within_minutes: 60 }, {}, {});
	expect(calls).toEqual([]);
	expect(item).toMatchObject({ status: 'scheduled' });
});

const lapsed = response(400, {
	DeliverItOpen: true,
	message: 'You cannot accept this anymore. Time limit reached or order does not exist. Please create new order',
});
const CREATE = 'POST /api/v1/orderdriver/create';

test('a proposal that has lapsed is no booking: a new one is requested, once', async () => {
	const second = (nth: number) => (nth === 1 ? bookedResponse(proposal) : bookedResponse({ cancelUrl: OTHER }));
	const { item, calls } = await propose({ when_pushed: 'accept' }, { '/create': second, '/accept/': lapsed });
	expect(calls).toEqual([ACCEPT, CREATE]);
	expect(item).toMatchObject({ id: 'secondSecondSecond20', status: 'scheduled', outcome: 'created' });
	expect(item.warnings).toBeUndefined();
});

test('two lapsed proposals are a failure that says that no driver is booked', async () => {
	const scripted = new ScriptedDeliverit({ '/create': bookedResponse(proposal), '/accept/': lapsed });
	const result = await scripted.run(bookDriver, { ...customer, reference: 'WC-1', when_pushed: 'accept' });
	expect(failureOf(result)).toMatchObject({
		code: 'unavailable',
		message: expect.stringContaining('No driver is booked'),
		reference: 'WC-1',
	});
	expect(scripted.calls.filter((call) => call === CREATE)).toHaveLength(2);
});

test('a lapsed proposal that DeliverIt still lists does not stand for the new booking', async () => {
	const row = listed({ remarks: '[ref:WC-1]', pickupTime: '18:50' });
	const scripted = new ScriptedDeliverit({
		'/api/v1/order/': (nth) => (nth === 1 ? noOrders : orders(row)),
		'/create': (nth) => (nth === 1 ? bookedResponse(proposal) : bookedResponse({ cancelUrl: OTHER })),
		'/accept/': lapsed,
	});
	const result = await scripted.run(bookDriver, { ...customer, reference: 'WC-1', when_pushed: 'accept' });
	expect(itemOf(result)).toMatchObject({ id: 'secondSecondSecond20', status: 'scheduled' });
});

test('an acceptance whose answers are all lost is looked up: listed means accepted', async () => {
	const { item } = await propose(
		{ when_pushed: 'accept' },
		{ '/accept/': noResponse('maybe'), '/api/v1/order/': orders(listed({ pickupTime: '18:50' })) },
	);
	expect(item).toMatchObject({
		status: 'scheduled',
		pickup: { slotStart: '2020-11-09T18:50:00.000+01:00' },
		warnings: [expect.stringContaining('lost on the way')],
	});
});

test('... and not listed means unknown, not "still waits"', async () => {
	const { item } = await propose({ when_pushed: 'accept' }, { '/accept/': noResponse('maybe') });
	expect(item).toMatchObject({
		status: 'unknown',
		warnings: [expect.stringContaining('Whether "Accept Proposed Time" took effect could not be found out')],
	});
});

test('an acceptance whose response is lost is sent again; "nothing to do" means done', async () => {
	const before = response(200, {
		DeliverItOpen: true,
		order_driver: false,
		message: 'You have already accepted this trip or it has not been pushed. Nothing to do',
	});
	const { item, calls } = await propose(
		{ when_pushed: 'accept' },
		{ '/accept/': (nth) => (nth === 1 ? noResponse('maybe') : before) },
	);
	expect(calls).toEqual([ACCEPT, ACCEPT]);
	expect(item).toMatchObject({
		status: 'scheduled',
		outcome: 'created',
		pickup: { slotStart: '2020-11-09T18:50:00.000+01:00' },
	});
});

test('a link that leads elsewhere is not followed, and the booking stays', async () => {
	const { item, calls } = await propose(
		{ when_pushed: 'accept' },
		{},
		{ ...proposal, acceptUrl: 'https://evil.example/api/v1/orderdriver/accept/14/F64u3fbxNdaoTyAcOisM' },
	);
	expect(calls).toEqual([]);
	expect(item).toMatchObject({
		status: 'awaiting_acceptance',
		warnings: [expect.stringContaining('was not accepted')],
	});
});
