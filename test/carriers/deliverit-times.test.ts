import { bookDriver } from '../../shared/carriers/deliverit/actions/book';
import { listOrders } from '../../shared/carriers/deliverit/actions/list';
import { phpMoment } from '../../shared/carriers/deliverit/moments';
import { orderItem } from '../../shared/carriers/deliverit/order';
import { readTag, writeTag } from '../../shared/carriers/deliverit/tag';
import { periodResponse } from '../../shared/carriers/deliverit/wire';
import type { JsonObject } from '../../shared/json';
import { followingWallTime, nearestWallTime, nextWallTime } from '../../shared/delivery/wall-clock';
import { bookedResponse, customer, ScriptedDeliverit, failureOf, itemOf, listed } from './scripted-deliverit';

const zone = 'Europe/Copenhagen';
const at = (moment: string) => Date.parse(moment);

async function book(time: string, now: string, reply: JsonObject = {}) {
	const scripted = new ScriptedDeliverit({ '/create': bookedResponse(reply) }, at(now));
	const result = await scripted.run(bookDriver, { ...customer, time });
	return { scripted, result, sent: scripted.bodyOf('/create').time };
}

test.each([
	['18:30', '2020-11-09T09:00:00+01:00', '2020-11-09 18:30'],
	['9:05', '2020-07-01T06:00:00Z', '2020-07-01 09:05'],
	// Near midnight it is Copenhagen's day that counts.
	['23:50', '2020-07-01T21:45:00Z', '2020-07-01 23:50'],
	['00:30', '2020-07-01T22:05:00Z', '2020-07-02 00:30'],
	['2020-11-10 12:00', '2020-11-09T09:00:00+01:00', '2020-11-10 12:00'],
	['2020-11-10T12:00:00Z', '2020-11-09T09:00:00+01:00', '2020-11-10 13:00'],
	['2021-03-28T00:59:00Z', '2021-03-09T09:00:00+01:00', '2021-03-28 01:59'],
	['2021-03-28T01:00:00Z', '2021-03-09T09:00:00+01:00', '2021-03-28 03:00'],
	['2021-10-31T00:30:00Z', '2021-10-09T09:00:00+01:00', '2021-10-31 02:30'],
	['2021-10-31T02:30:00Z', '2021-10-09T09:00:00+01:00', '2021-10-31 03:30'],
])('%s, requested at %s, is sent as %s', async (time, now, wire) => {
	const { sent } = await book(time, now);
	expect(sent).toBe(wire);
});

test.each([
	['2021-03-28 02:30', '2020-11-09T09:00:00+01:00'],
	['02:30', '2021-03-28T00:30:00+01:00'],
	['08:59', '2020-11-09T09:00:00+01:00'],
	['2020-11-09T08:00:00Z', '2020-11-09T09:00:00+01:00'],
	// Further ahead than a booking could be found again.
	['2020-12-11 09:00', '2020-11-09T09:00:00+01:00'],
	['25:00', '2020-11-09T09:00:00+01:00'],
	['in a while', '2020-11-09T09:00:00+01:00'],
])('%s, requested at %s, is rejected with the name of its field', async (time, now) => {
	const { scripted, result } = await book(time, now);
	expect(failureOf(result)).toMatchObject({
		code: 'invalid_input',
		message: expect.stringContaining('Time at the Shop'),
	});
	expect(scripted.ports.sent).toEqual([]);
});

test.each([
	[
		'23:50',
		'2020-11-09T09:00:00+01:00',
		'00:10',
		'00:25',
		'2020-11-10T00:10:00.000+01:00',
		'2020-11-10T00:25:00.000+01:00',
	],
	[
		'2020-11-10 00:10',
		'2020-11-09T09:00:00+01:00',
		'23:55',
		'00:08',
		'2020-11-09T23:55:00.000+01:00',
		'2020-11-10T00:08:00.000+01:00',
	],
	[
		'2021-03-28 01:50',
		'2021-03-27T09:00:00+01:00',
		'03:05',
		'03:20',
		'2021-03-28T03:05:00.000+02:00',
		'2021-03-28T03:20:00.000+02:00',
	],
	// Nearer would be noon of the same day, which is over.
	[
		'22:30',
		'2020-11-09T21:50:00+01:00',
		'11:40',
		'11:51',
		'2020-11-10T11:40:00.000+01:00',
		'2020-11-10T11:51:00.000+01:00',
	],
	[
		'21:55',
		'2020-11-09T21:53:30+01:00',
		'21:53',
		'22:04',
		'2020-11-09T21:53:00.000+01:00',
		'2020-11-09T22:04:00.000+01:00',
	],
	[
		'2021-10-31T02:50:00+02:00',
		'2021-10-30T09:00:00+02:00',
		'02:55',
		'02:05',
		'2021-10-31T02:55:00.000+02:00',
		'2021-10-31T02:05:00.000+01:00',
	],
])('requested %s at %s and offered %s, %s', async (time, now, offered, reached, pickup, arrival) => {
	const { result } = await book(time, now, { push: true, time: offered, arrive_at_customer: reached });
	expect(itemOf(result)).toMatchObject({
		proposedTime: pickup,
		pickup: { slotStart: pickup },
		dropoff: { slotStart: arrival },
	});
});

const order = (more: JsonObject, from: string) => {
	const [parsed] = periodResponse.parse({ orders: [listed(more)] }).orders;
	if (!parsed) throw new Error('there is no order');
	return orderItem(parsed, from, zone);
};

test('the times of a trip over midnight are put on their days', () => {
	const item = order(
		{
			created_at: { date: '2020-11-09 23:40:00.000000', timezone_type: 3, timezone: 'Europe/Copenhagen' },
			pickupTime: '00:05',
			driverArrive: '23:58',
			driverLeft: '00:06',
			arriveAtCustomer: '00:20',
			done: '00:22',
		},
		'2020-11-09',
	);
	expect(item).toMatchObject({
		status: 'delivered',
		carrierStatus: 'done',
		pickup: { slotStart: '2020-11-10T00:05:00.000+01:00', completedAt: '2020-11-10T00:06:00.000+01:00' },
		driverArrivedAt: '2020-11-09T23:58:00.000+01:00',
		arrivedAt: '2020-11-10T00:20:00.000+01:00',
		dropoff: { completedAt: '2020-11-10T00:22:00.000+01:00' },
		occurredAt: '2020-11-10T00:22:00.000+01:00',
	});
});

test('a trip through the hour that happens twice goes forward', () => {
	const item = order(
		{
			created_at: { date: '2021-10-31 02:20:00.000000', timezone_type: 1, timezone: '+02:00' },
			pickupTime: '02:50',
			driverArrive: '02:49',
			driverLeft: '02:55',
			arriveAtCustomer: '02:10',
			done: '02:12',
		},
		'2021-10-31',
	);
	expect(item).toMatchObject({
		driverArrivedAt: '2021-10-31T02:49:00.000+02:00',
		driverLeftAt: '2021-10-31T02:55:00.000+02:00',
		arrivedAt: '2021-10-31T02:10:00.000+01:00',
		dropoff: { completedAt: '2021-10-31T02:12:00.000+01:00' },
	});
});

test('a trip over the hour that is skipped', () => {
	const item = order(
		{
			created_at: { date: '2021-03-28 01:30:00.000000', timezone_type: 3, timezone: 'Europe/Berlin' },
			pickupTime: '01:55',
			driverArrive: '01:58',
			driverLeft: '03:02',
		},
		'2021-03-28',
	);
	expect(item).toMatchObject({
		status: 'out_for_delivery',
		driverArrivedAt: '2021-03-28T01:58:00.000+01:00',
		driverLeftAt: '2021-03-28T03:02:00.000+02:00',
	});
});

const evening = { created_at: { date: '2020-11-09 22:00:07.000000', timezone_type: 3, timezone: 'Europe/Berlin' } };

test('a pick-up on a later day is recognised by the tag, or by the first day of the period', () => {
	expect(
		order({ remarks: '[ref:WC-1042] [for:2020-11-12 23:50] Ring twice', pickupTime: '00:10' }, '2020-11-09'),
	).toMatchObject({
		reference: 'WC-1042',
		note: 'Ring twice',
		pickup: { slotStart: '2020-11-13T00:10:00.000+01:00' },
	});
	expect(
		order(
			{ ...evening, remarks: '[ref:WC-1042] [for:2020-11-10 00:30] Ring twice', pickupTime: '13:10' },
			'2020-11-09',
		),
	).toMatchObject({
		pickup: { slotStart: '2020-11-10T13:10:00.000+01:00' },
	});
	expect(order({}, '2020-11-12')).toMatchObject({ pickup: { slotStart: '2020-11-12T18:30:00.000+01:00' } });
	expect(order({}, '2020-11-01')).toMatchObject({ pickup: { slotStart: '2020-11-09T18:30:00.000+01:00' } });
});

test.each([
	[{}, 'scheduled', 'booked'],
	[{ pickupTime: 'N/A' }, 'created', 'created'],
	[{ driverArrive: '18:28' }, 'at_pickup', 'driverArrive'],
	[{ driverArrive: '18:28', driverLeft: '18:32' }, 'out_for_delivery', 'driverLeft'],
	[{ driverArrive: '18:28', driverLeft: '18:32', arriveAtCustomer: '18:45' }, 'at_dropoff', 'arriveAtCustomer'],
	[{ done: '18:50' }, 'delivered', 'done'],
	[{ driverArrive: '18:28', cancel: 1 }, 'cancelled', 'canceled'],
	[{ cancel: '1' }, 'cancelled', 'canceled'],
	[{ cancel: true }, 'cancelled', 'canceled'],
])('%j is %s', (more, status, carrierStatus) => {
	expect(order(more, '2020-11-09')).toMatchObject({ status, carrierStatus });
});

test.each(['2020-11-09 10:15:00', '10:15', '2020-11-09T10:15:00+01:00'])('cancelled at %s', (canceled_at) => {
	expect(order({ cancel: 1, canceled_at }, '2020-11-09')).toMatchObject({
		occurredAt: '2020-11-09T10:15:00.000+01:00',
	});
});

test('a point in time as PHP writes it, in any zone', () => {
	expect(phpMoment({ date: '2017-05-13 15:30:07.000000', timezone: 'UTC' }, zone)).toBe(
		'2017-05-13T15:30:07.000+00:00',
	);
	expect(phpMoment({ date: '2017-05-13 17:30:07.000000', timezone: '+02:00' }, zone)).toBe(
		'2017-05-13T17:30:07.000+02:00',
	);
	expect(phpMoment({ date: '2017-05-13 17:30:07.000000', timezone: 'CEST' }, zone)).toBe(
		'2017-05-13T17:30:07.000+02:00',
	);
	expect(phpMoment({ date: 'N/A', timezone: 'UTC' }, zone)).toBeUndefined();
});

test('the tag is read back as it was written', () => {
	for (const [note, reference, requestedTime] of [
		[undefined, 'WC-1042', undefined],
		['Ring twice\nthen wait', 'order 7/8 (b)', '2020-11-12 23:50'],
		['see [ref:A]', 'B', undefined],
	] as const) {
		expect(readTag(writeTag(note, reference, requestedTime) ?? null)).toEqual({
			note: note ?? null,
			reference,
			requestedTime,
		});
	}
	expect(readTag('ring twice [ref:A]')).toEqual({ note: 'ring twice [ref:A]', reference: null });
	expect(writeTag('Ring twice', undefined, '2020-11-12 23:50')).toBe('Ring twice');
});

test('wall times without a day', () => {
	const noon = at('2020-11-09T12:00:00+01:00');
	expect(nearestWallTime('23:59', noon, zone)).toBe('2020-11-09T23:59:00.000+01:00');
	expect(nearestWallTime('00:30', noon, zone)).toBe('2020-11-09T00:30:00.000+01:00');
	expect(nearestWallTime('02:30', at('2021-03-28T03:30:00+02:00'), zone)).toBeUndefined();
	expect(nextWallTime('11:59', noon, zone)).toBe('2020-11-10T11:59:00.000+01:00');
	expect(nextWallTime('N/A', noon, zone)).toBeUndefined();
	expect(followingWallTime('11:58', noon, zone)).toBe('2020-11-09T11:58:00.000+01:00');
});

test.each([
	[{}, '2020-11-09/2020-12-10'],
	[{ from: '2020-11-01' }, '2020-11-01/2020-12-10'],
	[{ from: '2021-05-01' }, '2021-05-01/2021-05-01'],
	[{ to: '2020-11-01' }, '2020-11-01/2020-11-01'],
	[{ from: '2020-11-08T23:30:00Z', to: '2020-11-09' }, '2020-11-09/2020-11-09'],
])('%j requests %s', async (values, days) => {
	const scripted = new ScriptedDeliverit();
	expect(await scripted.run(listOrders, values)).toEqual({ ok: true, value: [] });
	expect(scripted.calls).toEqual([`GET /api/v1/order/14/${days}`]);
});
