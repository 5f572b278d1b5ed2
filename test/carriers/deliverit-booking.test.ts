import { bookDriver } from '../../shared/carriers/deliverit/actions/book';
import { createInfo } from '../../shared/carriers/deliverit/actions/info-create';
import { infoLinks } from '../../shared/carriers/deliverit/documented';
import type { JsonObject } from '../../shared/declare/json';
import { answer, lost } from '../core/ports';
import { booked, customer, Delivering, failureOf, itemOf, listed, noOrders, orders, says } from './delivering';

const trip = { ...customer, reference: 'WC-1042' };
const CREATE = 'POST /api/v1/orderdriver/create';
const LIST = 'GET /api/v1/order/14/2020-10-09/2020-11-10';

test('the reference travels at the head of the remarks', async () => {
	const desk = new Delivering({ '/create': booked() });
	expect(itemOf(await desk.run(bookDriver, { ...trip, remarks: 'Ring twice' }))).toMatchObject({ reference: 'WC-1042', note: 'Ring twice', outcome: 'created' });
	expect(desk.calls.slice(0, 2)).toEqual([LIST, CREATE]);
	expect(desk.bodyOf('/create')).toMatchObject({ remarks: '[ref:WC-1042] Ring twice', telephone: '12345678', zip: '5000' });
});

test('JSON has the declared types, form has text', async () => {
	const desk = new Delivering({ '/create': booked() }, undefined, 'json');
	await desk.run(bookDriver, trip);
	expect(desk.bodyOf('/create')).toMatchObject({ telephone: 12345678, zip: 5000, latitude: 55.3957969, time: '2020-11-09 18:30' });
	expect(desk.ports.sent.every((request) => request.url.startsWith('https://dev.butik.deliverit.dk/'))).toBe(true);
});

test.each([
	['12 34 56 78', '12345678'],
	['+45 12345678', '12345678'],
	['004512345678', '12345678'],
	[12345678, '12345678'],
])('the phone %s travels as %s', async (telephone, digits) => {
	const desk = new Delivering({ '/create': booked() });
	await desk.run(bookDriver, { ...customer, telephone });
	expect(desk.bodyOf('/create').telephone).toBe(digits);
});

test.each(['+33612345678', '+46701234567', '1234567', 'none'])('the phone %s is turned away', async (telephone) => {
	const desk = new Delivering();
	expect(failureOf(await desk.run(bookDriver, { ...customer, telephone }))).toMatchObject({ code: 'invalid_input', message: expect.stringContaining('Phone') });
	expect(desk.ports.sent).toEqual([]);
});

test("remarks that look like somebody else's reference are turned away, unless a reference follows", async () => {
	const desk = new Delivering({ '/create': booked() });
	const values = { ...customer, remarks: '[ref:WC-1] hello' };
	expect(failureOf(await desk.run(bookDriver, values))).toMatchObject({ code: 'invalid_input', message: expect.stringContaining('Remarks') });
	expect(desk.ports.sent).toEqual([]);
	expect(itemOf(await desk.run(bookDriver, { ...values, reference: 'WC-2' }))).toMatchObject({ reference: 'WC-2' });
	expect(desk.bodyOf('/create').remarks).toBe('[ref:WC-2] [ref:WC-1] hello');
});

test('a booking that is there is handed on, and what differs is said', async () => {
	const desk = new Delivering({ '/api/v1/order/': orders(listed({ remarks: '[ref:WC-104] x' }), listed({ address: 'Nygade 7', pickupTime: '18:45' })) });
	const item = itemOf(await desk.run(bookDriver, trip));
	expect(item).toMatchObject({ id: 'F64u3fbxNdaoTyAcOisM', outcome: 'found' });
	expect(item.warnings).toEqual([
		'Street was asked as "hovedgaden 1" but the booking found has "nygade 7".',
		'Time at the Shop was asked as "2020-11-09 18:30" but the booking found has "2020-11-09 18:45".',
	]);
	expect(desk.calls).toEqual([LIST]);
});

test('a cancelled booking, and one whose reference only begins alike, are no bookings', async () => {
	const desk = new Delivering({ '/api/v1/order/': orders(listed({ cancel: 1 }), listed({ remarks: '[ref:WC-10422]' })), '/create': booked() });
	expect(itemOf(await desk.run(bookDriver, trip))).toMatchObject({ outcome: 'created' });
});

test('a booking whose answer is lost is found again', async () => {
	const desk = new Delivering({ '/api/v1/order/': (nth) => (nth === 1 ? noOrders : orders(listed())), '/create': lost('maybe') });
	expect(itemOf(await desk.run(bookDriver, trip))).toMatchObject({ outcome: 'created', id: 'F64u3fbxNdaoTyAcOisM', warnings: [expect.stringContaining('lost on the way')] });
	expect(desk.calls.filter((call) => call === CREATE)).toHaveLength(1);
	expect(desk.calls.slice(0, 3)).toEqual([LIST, CREATE, LIST]);
});

test("a proxy's 404 is not taken for an empty list", async () => {
	const desk = new Delivering({ '/api/v1/order/': { answer: { status: 404, headers: {}, text: '<html>Not found</html>' } }, '/create': booked() });
	expect(failureOf(await desk.run(bookDriver, trip))).toMatchObject({ code: 'unreadable_answer', reference: 'WC-1042' });
	expect(desk.calls).not.toContain(CREATE);
});

test("the run's own number stands in for a missing reference", async () => {
	const desk = new Delivering({ '/create': booked() });
	expect(itemOf(await desk.run(bookDriver, customer, { runReference: 'n8n-7f3a' }))).toMatchObject({ reference: 'n8n-7f3a' });
	expect(desk.bodyOf('/create').remarks).toBe('[ref:n8n-7f3a]');
});

test('without a reference a doubtful booking is not sent again', async () => {
	const desk = new Delivering({ '/create': lost('maybe') });
	expect(failureOf(await desk.run(bookDriver, customer)).code).toBe('outcome_unknown');
	expect(desk.calls).toEqual([CREATE]);
});

const info: JsonObject = { ordernumber: 'WC-1042', name: 'Ada Holm', telephone: '12345678', street: 'Hovedgaden 1', zip: '5000', city: 'Odense C', paid: true };
const taken = says(400, 'Order with that number exist. Please use unique number');
const stored = answer(201, { error: false, message: 'ok,This order is for delivery', distance_in_km: 10.35, price_with_vat: 125, ...infoLinks('q2cJv7WQt0516eh') });

describe('customer info, of which DeliverIt itself refuses a second one', () => {
	test('a lost answer is asked for again, and the refusal says that it arrived', async () => {
		const desk = new Delivering({ '/create': (nth) => (nth === 1 ? lost('maybe') : taken) });
		expect(itemOf(await desk.run(createInfo, info))).toMatchObject({
			id: 'WC-1042',
			reference: 'WC-1042',
			status: 'created',
			outcome: 'created',
			dropoff: { street: 'Hovedgaden 1' },
			warnings: [expect.stringContaining('lost on the way'), expect.stringContaining('links')],
		});
		expect(desk.calls).toHaveLength(2);
	});

	test('a lost request is simply sent again', async () => {
		const desk = new Delivering({ '/create': (nth) => (nth === 1 ? lost('maybe') : stored) });
		expect(itemOf(await desk.run(createInfo, info))).toMatchObject({ id: 'q2cJv7WQt0516eh', outcome: 'created' });
	});

	test.each([{ answer: { status: 502, headers: {}, text: '<html>Bad gateway</html>' } }, { answer: { status: 201, headers: {}, text: '{"error":fal' } }])(
		'a doubtful answer counts as doubt: %j',
		async (doubtful) => {
			const desk = new Delivering({ '/create': (nth) => (nth === 1 ? doubtful : taken) });
			expect(itemOf(await desk.run(createInfo, info))).toMatchObject({ outcome: 'created' });
		},
	);

	test('a number that is taken from the start is found, and nothing is claimed about what it holds', async () => {
		const item = itemOf(await new Delivering({ '/create': taken }).run(createInfo, info));
		expect(item).toMatchObject({ id: 'WC-1042', outcome: 'found', status: 'unknown', warnings: [expect.stringContaining('could not be compared'), expect.any(String)] });
		expect(item.dropoff).toBeUndefined();
	});

	test.each(['fail', 'another'] as const)('... or stops, where the user wants to %s', async (ifExists) => {
		const desk = new Delivering({ '/create': taken });
		expect(failureOf(await desk.run(createInfo, info, { ifExists }))).toMatchObject({ code: 'already_exists', reference: 'WC-1042', message: expect.stringContaining('Please use unique number') });
		expect(desk.calls).toHaveLength(1);
	});

	test('when doubt stays, the outcome is unknown, with the reference', async () => {
		const desk = new Delivering({ '/create': lost('maybe') });
		expect(failureOf(await desk.run(createInfo, info))).toMatchObject({ code: 'outcome_unknown', reference: 'WC-1042' });
		const refused = new Delivering({ '/create': (nth) => (nth === 1 ? lost('maybe') : says(401, 'You should not be here')) });
		expect(failureOf(await refused.run(createInfo, info))).toMatchObject({ code: 'outcome_unknown', reference: 'WC-1042' });
	});

	test('what provably never arrived is sent again, and is no doubt', async () => {
		const desk = new Delivering({ '/create': lost('no') });
		expect(failureOf(await desk.run(createInfo, info))).toMatchObject({ code: 'unavailable', reference: 'WC-1042' });
		expect(desk.calls.length).toBeGreaterThan(1);
	});

	test('a run that is cancelled after a doubtful request still finds out', async () => {
		let stopped = false;
		const desk = new Delivering({
			'/create': (nth) => {
				stopped = true;
				return nth === 1 ? lost('maybe') : taken;
			},
		});
		desk.ports.cancelled = () => stopped;
		expect(itemOf(await desk.run(createInfo, info))).toMatchObject({ outcome: 'created' });
	});

	test('two runs at once with the same number are one booking', async () => {
		const desk = new Delivering({ '/create': (nth) => (nth === 1 ? stored : taken) });
		const both = await Promise.all([desk.run(createInfo, info), desk.run(createInfo, info)]);
		expect(both.map((each) => itemOf(each).outcome)).toEqual(['created', 'found']);
	});
});
