import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { bookDeliveritTrip, deliverit, MINUTE, OTHER_SHOP_AUTH, tokenOf } from './cyke-deliverit-client';

let sandbox: Sandbox;
beforeEach(() => {
	sandbox = createSandbox();
});

const period = (start: string, end = start, authorization?: string) =>
	deliverit(sandbox, 'GET', `/api/v1/order/14/${start}/${end}`, undefined, authorization);

async function firstOfMonday() {
	const [first] = (await period('2026-11-23')).json.orders;
	if (first === undefined) throw new Error('there is no order');
	return first;
}

test('the documented item, its misspelt link included', async () => {
	const { cancelUrl, DeliveryPrice, DeliveryDistance } = await bookDeliveritTrip(sandbox, { remarks: 'ring twice' });
	const { status, json } = await period('2026-11-23');
	expect(status).toBe(200);
	expect(json).toEqual({
		error: false,
		orders: [
			{
				created_at: { date: '2026-11-23 09:00:00.000000', timezone_type: 3, timezone: 'Europe/Berlin' },
				name: 'Freja Holm',
				telephone: '+4512345678',
				address: 'Vestergade 12',
				city: 'Odense C',
				zip: '5000',
				remarks: 'ring twice',
				deliveryPrice: DeliveryPrice,
				pickupTime: '18:30',
				driverArrive: 'N/A',
				driverLeft: 'N/A',
				arriveAtCustomer: 'N/A',
				done: 'N/A',
				distance: DeliveryDistance,
				canceUrl: cancelUrl,
				cancel: 0,
				canceled_at: '',
			},
		],
		message: 'Here are the orders you are looking for',
	});
});

test.each([
	['an empty day', '2026-11-22', '2026-11-22'],
	['start after end', '2026-11-24', '2026-11-22'],
	['no date', '23-11-2026', '23-11-2026'],
	['an impossible date', '2026-11-23', '2026-11-31'],
])('404 with words: %s', async (_, start, end) => {
	await bookDeliveritTrip(sandbox);
	expect(await period(start, end)).toMatchObject({
		status: 404,
		json: { error: true, message: 'No order is found. Are the dates correct?.' },
	});
});

test('a period takes both its days in, by pick-up or, if set so, by creation', async () => {
	await bookDeliveritTrip(sandbox);
	await bookDeliveritTrip(sandbox, { time: '2026-11-24 12:00' });
	await bookDeliveritTrip(sandbox, { time: '2026-11-25 12:00' });
	expect((await period('2026-11-24', '2026-11-25')).json.orders).toHaveLength(2);
	sandbox.deliverit.settings.periodBy = 'created';
	expect((await period('2026-11-23')).json.orders).toHaveLength(3);
});

test('a cancelled trip stays, marked', async () => {
	const { cancelUrl } = await bookDeliveritTrip(sandbox);
	await sandbox.clock.advance(10 * MINUTE);
	await deliverit(sandbox, 'POST', cancelUrl);
	expect((await period('2026-11-23')).json.orders[0]).toMatchObject({ cancel: 1, canceled_at: '2026-11-23 09:10:00' });
});

test("another shop's orders are its own", async () => {
	await bookDeliveritTrip(sandbox);
	expect(await period('2026-11-23', '2026-11-23', OTHER_SHOP_AUTH)).toMatchObject({
		status: 401,
		json: { error: true, message: 'You should not be here' },
	});
	expect(
		(await deliverit(sandbox, 'GET', '/api/v1/order/149/2026-11-23/2026-11-23', undefined, OTHER_SHOP_AUTH)).status,
	).toBe(404);
});

test('drivers: the four times appear one after the other', async () => {
	const { cancelUrl } = await bookDeliveritTrip(sandbox);
	sandbox.couriers.start({ stepMs: 5 * MINUTE });
	const times = async () => {
		const { driverArrive, driverLeft, arriveAtCustomer, done } = await firstOfMonday();
		return [driverArrive, driverLeft, arriveAtCustomer, done].join(' ');
	};
	expect(await times()).toBe('N/A N/A N/A N/A');
	await sandbox.clock.advance(5 * MINUTE);
	expect(await times()).toBe('09:05 N/A N/A N/A');
	await sandbox.clock.advance(60 * MINUTE);
	expect(await times()).toBe('09:05 09:10 09:15 09:20');
	expect(sandbox.deliverit.step(tokenOf(cancelUrl))).toBe(false);
});

test('drivers may keep to the pick-up time', async () => {
	await bookDeliveritTrip(sandbox);
	sandbox.couriers.start({ schedule: 'slots' });
	await sandbox.clock.advance(12 * 60 * MINUTE);
	expect((await period('2026-11-23')).json.orders[0]).toMatchObject({ driverArrive: '18:30', driverLeft: '18:33' });
});

test('the backoffice: marking a time, cancelling by staff', async () => {
	const token = tokenOf((await bookDeliveritTrip(sandbox)).cancelUrl);
	sandbox.deliverit.recordStep(token, 'driverArrive');
	expect((await firstOfMonday()).driverArrive).toBe('09:00');
	sandbox.deliverit.cancelByStaff(token);
	expect((await firstOfMonday()).cancel).toBe(1);
});

// Clocks went forward on 2026-03-29 at 02:00 and back on 2026-10-25 at 03:00.
describe('on the days of a clock change', () => {
	const at = (startAt: string) => {
		sandbox = createSandbox({ startAt });
		sandbox.deliverit.settings.openingHours = { from: '00:00', to: '23:59' };
	};

	test.each([
		['2026-03-28T12:00:00+01:00', '2026-03-29 01:30', '2026-03-29T00:30:00.000Z'],
		['2026-03-28T12:00:00+01:00', '2026-03-29 03:30', '2026-03-29T01:30:00.000Z'],
		['2026-10-24T12:00:00+02:00', '2026-10-25 01:30', '2026-10-24T23:30:00.000Z'],
		['2026-10-24T12:00:00+02:00', '2026-10-25 03:30', '2026-10-25T02:30:00.000Z'],
		['2026-03-29T00:10:00+01:00', '12:00', '2026-03-29T10:00:00.000Z'],
		['2026-10-25T00:10:00+02:00', '12:00', '2026-10-25T11:00:00.000Z'],
	])('from %s, %s is %s', async (now, time, moment) => {
		at(now);
		await bookDeliveritTrip(sandbox, { time });
		expect(new Date(sandbox.deliverit.orders[0]?.pickupAt ?? 0).toISOString()).toBe(moment);
	});

	test('the hour that is left out cannot be booked', async () => {
		at('2026-03-28T12:00:00+01:00');
		await expect(bookDeliveritTrip(sandbox, { time: '2026-03-29 02:30' })).rejects.toThrow(/does not exist/);
	});

	test('15 minutes are 15 minutes when the clocks change', async () => {
		at('2026-03-29T01:40:00+01:00');
		const { cancelUrl } = await bookDeliveritTrip(sandbox, { time: '03:10' });
		await sandbox.clock.advance(14 * MINUTE);
		expect((await deliverit(sandbox, 'POST', cancelUrl)).status).toBe(200);
		const second = await bookDeliveritTrip(sandbox, { time: '03:10' });
		await sandbox.clock.advance(MINUTE);
		expect((await deliverit(sandbox, 'POST', second.cancelUrl)).status).toBe(400);
	});
});
