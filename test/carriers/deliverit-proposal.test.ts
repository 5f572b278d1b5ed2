import { bookDriver } from '../../shared/carriers/deliverit/actions/book';
import type { JsonObject } from '../../shared/declare/json';
import { answer, lost } from '../core/ports';
import { booked, customer, Delivering, itemOf, says } from './delivering';

const proposal = { push: true, time: '18:50', arrive_at_customer: '19:01' };
const accepted = answer(202, {
	DeliverItOpen: true,
	order_driver: true,
	time: '18:52',
	arriveAtCustomer: '19:03',
	message: 'The trip is saved and the driver will arrive at restaurant at 18:52',
	cancelurl: 'https://butik.deliverit.dk/api/v1/orderdriver/cancel/14/F64u3fbxNdaoTyAcOisM',
});
const ACCEPT = 'POST /api/v1/orderdriver/accept/14/F64u3fbxNdaoTyAcOisM';
const DENY = 'POST /api/v1/orderdriver/deny/14/F64u3fbxNdaoTyAcOisM';

async function propose(values: JsonObject, replies: ConstructorParameters<typeof Delivering>[0] = {}, offer: JsonObject = proposal) {
	const desk = new Delivering({ '/create': booked(offer), '/accept/': accepted, '/deny/': says(200, 'The order is now canceled'), ...replies });
	const item = itemOf(await desk.run(bookDriver, { ...customer, ...values }));
	return { item, calls: desk.calls.slice(1) };
}

test('ask: the proposal is handed on with its links', async () => {
	const { item, calls } = await propose({});
	expect(calls).toEqual([]);
	expect(item).toMatchObject({ status: 'awaiting_acceptance', movedMinutes: 20, acceptUrl: expect.stringContaining('/accept/') });
});

test('accept: the trip stands, with the times of the acceptance and no links to answer', async () => {
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
	expect(item).toMatchObject({ pickup: { slotStart: '2020-11-13T18:52:00.000+01:00' }, dropoff: { slotStart: '2020-11-13T19:03:00.000+01:00' } });
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

test('deny: no driver comes, and the item says why', async () => {
	const { item, calls } = await propose({ when_pushed: 'deny' });
	expect(calls).toEqual([DENY]);
	expect(item).toMatchObject({ status: 'cancelled', terminal: true, decision: 'denied', reason: expect.stringContaining('denied'), acceptUrl: null, cancelUrl: null });
});

test.each(['accept', 'accept_within', 'deny'])('%s: a time that is free needs no answer', async (when_pushed) => {
	const { item, calls } = await propose({ when_pushed, accept_within_minutes: 60 }, {}, {});
	expect(calls).toEqual([]);
	expect(item).toMatchObject({ status: 'scheduled' });
});

test('an acceptance that comes too late leaves the booking as it is, with a warning', async () => {
	const late = answer(400, { DeliverItOpen: true, order_driver: false, message: 'You cannot accept this anymore. Time limit reached or order does not exist. Please create new order' });
	const { item } = await propose({ when_pushed: 'accept' }, { '/accept/': late });
	expect(item).toMatchObject({ status: 'awaiting_acceptance', outcome: 'created', warnings: [expect.stringContaining('Time limit reached')] });
});

test('an acceptance whose answer is lost is sent again; "nothing to do" means done', async () => {
	const before = answer(200, { DeliverItOpen: true, order_driver: false, message: 'You have already accepted this trip or it has not been pushed. Nothing to do' });
	const { item, calls } = await propose({ when_pushed: 'accept' }, { '/accept/': (nth) => (nth === 1 ? lost('maybe') : before) });
	expect(calls).toEqual([ACCEPT, ACCEPT]);
	expect(item).toMatchObject({ status: 'scheduled', outcome: 'created', pickup: { slotStart: '2020-11-09T18:50:00.000+01:00' } });
});

test('a link that leads elsewhere is not followed, and the booking stands', async () => {
	const { item, calls } = await propose({ when_pushed: 'accept' }, {}, { ...proposal, acceptUrl: 'https://evil.example/api/v1/orderdriver/accept/14/F64u3fbxNdaoTyAcOisM' });
	expect(calls).toEqual([]);
	expect(item).toMatchObject({ status: 'awaiting_acceptance', warnings: [expect.stringContaining('could not be accepted')] });
});
