import { deliverit } from '../../shared/carriers/deliverit/carrier';
import { newOrder, orderStatusChanged } from '../../shared/carriers/deliverit/triggers';
import type { JsonObject } from '../../shared/declare/json';
import type { PollTrigger } from '../../shared/declare/trigger';
import { look, type PollState } from '../../shared/events/poll';
import { snapshot } from '../../shared/events/snapshot';
import { accessOf } from '../core/samples';
import { Delivering, listed, noOrders, orders } from './delivering';

const token = (word: string) => ({ canceUrl: `http://butik.deliverit.dk/api/v1/orderdriver/cancel/14/${word}` });
const made = (date: string) => ({ created_at: { date: `${date}.000000`, timezone_type: 3, timezone: 'Europe/Berlin' } });

/** A trigger that looks at a list which changes between its looks. */
class Watching {
	rows: JsonObject[] = [];
	private state: PollState | undefined;
	private readonly desk: Delivering;

	constructor(
		private readonly trigger: PollTrigger,
		now: string,
		private readonly only: readonly string[] = [],
	) {
		this.desk = new Delivering({ '/api/v1/order/': () => (this.rows.length === 0 ? noOrders : orders(...this.rows)) }, Date.parse(now));
	}

	async look(now: string): Promise<string[]> {
		this.desk.ports.moveTo(Date.parse(now));
		const seen = await look({ carrier: deliverit, trigger: this.trigger, access: accessOf(deliverit), only: this.only }, this.state, Infinity, this.desk.ports);
		if (!seen.ok) throw new Error(seen.failure.message);
		this.state = seen.value.state;
		return seen.value.items.map((item) => `${String(item.id)} ${String(item.status)}`);
	}

	get asked(): string | undefined {
		return this.desk.calls.at(-1);
	}
}

test('a new order is told once, the old ones never', async () => {
	const watching = new Watching(newOrder, '2020-11-09T23:50:00+01:00');
	watching.rows = [listed({ ...token('old'), ...made('2020-11-09 20:00:00') })];
	expect(await watching.look('2020-11-09T23:50:00+01:00')).toEqual([]);
	watching.rows = [...watching.rows, listed({ ...token('late'), ...made('2020-11-09 23:55:00'), pickupTime: '00:20' })];
	expect(await watching.look('2020-11-10T00:01:00+01:00')).toEqual(['late scheduled']);
	expect(await watching.look('2020-11-10T00:02:00+01:00')).toEqual([]);
});

test('an empty day is no error, and the first order of the next day is new', async () => {
	const watching = new Watching(newOrder, '2020-11-09T09:00:00+01:00');
	expect(await watching.look('2020-11-09T09:00:00+01:00')).toEqual([]);
	watching.rows = [listed({ ...token('first'), ...made('2020-11-10 08:00:00') })];
	expect(await watching.look('2020-11-10T08:01:00+01:00')).toEqual(['first scheduled']);
});

test('a trip is followed over midnight until it is done', async () => {
	const watching = new Watching(orderStatusChanged, '2020-11-09T23:00:00+01:00');
	await watching.look('2020-11-09T23:00:00+01:00');
	const row = listed({ ...token('trip'), ...made('2020-11-09 23:10:00'), pickupTime: '23:50' });
	const told: string[][] = [];
	for (const [now, more] of [
		['2020-11-09T23:11:00+01:00', {}],
		['2020-11-09T23:52:00+01:00', { driverArrive: '23:51' }],
		['2020-11-10T00:03:00+01:00', { driverArrive: '23:51', driverLeft: '00:02' }],
		['2020-11-10T00:04:00+01:00', { driverArrive: '23:51', driverLeft: '00:02' }],
		['2020-11-10T00:16:00+01:00', { driverArrive: '23:51', driverLeft: '00:02', arriveAtCustomer: '00:14', done: '00:15' }],
		['2020-11-10T00:30:00+01:00', { driverArrive: '23:51', driverLeft: '00:02', arriveAtCustomer: '00:14', done: '00:15' }],
	] as const) {
		watching.rows = [{ ...row, ...more }];
		told.push(await watching.look(now));
		expect(watching.asked).toMatch(/^GET \/api\/v1\/order\/14\/2020-11-0[89]\/2020-12-1\d$/);
	}
	expect(told).toEqual([['trip scheduled'], ['trip at_pickup'], ['trip out_for_delivery'], [], ['trip delivered'], []]);
});

test('orders born in the hour that happens twice are told in their order', async () => {
	const watching = new Watching(newOrder, '2021-10-31T02:30:00+02:00');
	await watching.look('2021-10-31T02:30:00+02:00');
	const first = { date: '2021-10-31 02:50:00.000000', timezone_type: 1, timezone: '+02:00' };
	const second = { date: '2021-10-31 02:10:00.000000', timezone_type: 1, timezone: '+01:00' };
	watching.rows = [listed({ ...token('second'), created_at: second }), listed({ ...token('first'), created_at: first })];
	expect(await watching.look('2021-10-31T02:30:00+01:00')).toEqual(['first scheduled', 'second scheduled']);
});

test('... also where the list does not say which of the two hours it was', async () => {
	const watching = new Watching(newOrder, '2021-10-31T02:30:00+02:00');
	await watching.look('2021-10-31T02:30:00+02:00');
	watching.rows = [listed({ ...token('first'), ...made('2021-10-31 02:50:00') })];
	expect(await watching.look('2021-10-31T02:51:00+02:00')).toEqual(['first scheduled']);
	watching.rows = [...watching.rows, listed({ ...token('second'), ...made('2021-10-31 02:05:00') })];
	expect(await watching.look('2021-10-31T02:06:00+01:00')).toEqual(['second scheduled']);
	expect(await watching.look('2021-10-31T02:07:00+01:00')).toEqual([]);
});

test.each([newOrder, orderStatusChanged])('$title: a proposal that is accepted only after later orders is told', async (trigger) => {
	const watching = new Watching(trigger, '2020-11-09T12:00:00+01:00');
	watching.rows = [listed({ ...token('old'), ...made('2020-11-09 11:00:00') })];
	expect(await watching.look('2020-11-09T12:00:00+01:00')).toEqual([]);
	watching.rows = [...watching.rows, listed({ ...token('later'), ...made('2020-11-09 12:40:00') })];
	expect(await watching.look('2020-11-09T12:41:00+01:00')).toEqual(['later scheduled']);
	watching.rows = [...watching.rows, listed({ ...token('proposed'), ...made('2020-11-09 12:01:00') })];
	expect(await watching.look('2020-11-09T13:00:00+01:00')).toEqual(['proposed scheduled']);
	expect(await watching.look('2020-11-09T13:01:00+01:00')).toEqual([]);
});

test('an order that was made weeks ahead is followed when its day comes', async () => {
	const watching = new Watching(orderStatusChanged, '2020-11-09T09:00:00+01:00');
	const ahead = listed({ ...token('ahead'), ...made('2020-11-09 08:30:00'), remarks: '[ref:WC-1] [for:2020-12-05 18:30]' });
	watching.rows = [ahead];
	await watching.look('2020-11-09T09:00:00+01:00');
	watching.rows = [ahead, listed({ ...token('young'), ...made('2020-12-05 09:00:00') })];
	expect(await watching.look('2020-12-05T09:01:00+01:00')).toEqual(['young scheduled']);
	await watching.look('2020-12-05T09:02:00+01:00');
	watching.rows = watching.rows.map((row) => ({ ...row, driverArrive: '18:29' }));
	expect(await watching.look('2020-12-05T18:30:00+01:00')).toEqual(['ahead at_pickup', 'young at_pickup']);
	// DI6 may list it under the day on which it was made.
	expect(watching.asked).toBe('GET /api/v1/order/14/2020-11-09/2021-01-05');
});

test('the first look takes in what was made weeks ahead, and none of it is news later', async () => {
	const watching = new Watching(newOrder, '2020-11-09T09:00:00+01:00');
	await watching.look('2020-11-09T09:00:00+01:00');
	expect(watching.asked).toBe('GET /api/v1/order/14/2020-10-08/2020-12-10');
	await watching.look('2020-11-09T09:01:00+01:00');
	expect(watching.asked).toBe('GET /api/v1/order/14/2020-11-08/2020-12-10');
});

test('a host without a state of its own gets what was made weeks ahead, too', async () => {
	const desk = new Delivering({}, Date.parse('2020-11-09T09:00:00+01:00'));
	await snapshot({ carrier: deliverit, trigger: orderStatusChanged, access: accessOf(deliverit) }, { closed: 10, reads: 10, deadline: Infinity, onlyKeys: false }, desk.ports);
	expect(desk.calls).toEqual(['GET /api/v1/order/14/2020-10-02/2020-12-10']);
});

test('only the chosen statuses are told', async () => {
	const watching = new Watching(orderStatusChanged, '2020-11-09T09:00:00+01:00', ['cancelled']);
	await watching.look('2020-11-09T09:00:00+01:00');
	watching.rows = [listed(token('a'))];
	expect(await watching.look('2020-11-09T09:05:00+01:00')).toEqual([]);
	watching.rows = [listed({ ...token('a'), cancel: 1, canceled_at: '2020-11-09 09:06:00' })];
	expect(await watching.look('2020-11-09T09:07:00+01:00')).toEqual(['a cancelled']);
});

test('an order that is never ended does not widen the period for ever', async () => {
	const watching = new Watching(orderStatusChanged, '2020-11-09T09:00:00+01:00');
	watching.rows = [listed({ ...token('stuck'), ...made('2020-11-09 09:00:00') })];
	await watching.look('2020-11-09T09:00:00+01:00');
	watching.rows = [...watching.rows, listed({ ...token('young'), ...made('2020-11-20 09:00:00') })];
	await watching.look('2020-11-20T09:01:00+01:00');
	await watching.look('2020-11-20T09:02:00+01:00');
	expect(watching.asked).toBe('GET /api/v1/order/14/2020-11-19/2020-12-21');
});
