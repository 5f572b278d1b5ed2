import { deliverit } from '../../shared/carriers/deliverit/carrier';
import { newOrder, orderStatusChanged } from '../../shared/carriers/deliverit/triggers';
import type { JsonObject } from '../../shared/json';
import type { PollTrigger } from '../../shared/declare/trigger';
import { poll } from '../../shared/events/poll';
import type { PollState } from '../../shared/events/poll-state';
import { pollStateless } from '../../shared/events/poll-stateless';
import { accessOf } from '../core/samples';
import { ScriptedDeliverit, listed, noOrders, orders } from './scripted-deliverit';

const token = (value: string) => ({ canceUrl: `http://butik.deliverit.dk/api/v1/orderdriver/cancel/14/${value}` });
const createdAt = (date: string) => ({
	created_at: { date: `${date}.000000`, timezone_type: 3, timezone: 'Europe/Berlin' },
});

/** A trigger that polls a list. The list changes between polls. */
class PollingHarness {
	rows: JsonObject[] = [];
	private state: PollState | undefined;
	private readonly scripted: ScriptedDeliverit;

	constructor(
		private readonly trigger: PollTrigger,
		now: string,
		private readonly only: readonly string[] = [],
	) {
		this.scripted = new ScriptedDeliverit(
			{ '/api/v1/order/': () => (this.rows.length === 0 ? noOrders : orders(...this.rows)) },
			Date.parse(now),
		);
	}

	async poll(now: string): Promise<string[]> {
		this.scripted.ports.moveTo(Date.parse(now));
		const polled = await poll(
			{ carrier: deliverit, trigger: this.trigger, access: accessOf(deliverit), filterValues: this.only },
			this.state,
			Infinity,
			this.scripted.ports,
		);
		if (!polled.ok) throw new Error(polled.failure.message);
		this.state = polled.value.state;
		return polled.value.items.map((item) => `${String(item.id)} ${String(item.status)}`);
	}

	get lastCall(): string | undefined {
		return this.scripted.calls.at(-1);
	}
}

test('a new order is emitted once, the old ones never', async () => {
	const harness = new PollingHarness(newOrder, '2020-11-09T23:50:00+01:00');
	harness.rows = [listed({ ...token('old'), ...createdAt('2020-11-09 20:00:00') })];
	expect(await harness.poll('2020-11-09T23:50:00+01:00')).toEqual([]);
	harness.rows = [
		...harness.rows,
		listed({ ...token('late'), ...createdAt('2020-11-09 23:55:00'), pickupTime: '00:20' }),
	];
	expect(await harness.poll('2020-11-10T00:01:00+01:00')).toEqual(['late scheduled']);
	expect(await harness.poll('2020-11-10T00:02:00+01:00')).toEqual([]);
});

test('an empty day is no error, and the first order of the next day is new', async () => {
	const harness = new PollingHarness(newOrder, '2020-11-09T09:00:00+01:00');
	expect(await harness.poll('2020-11-09T09:00:00+01:00')).toEqual([]);
	harness.rows = [listed({ ...token('first'), ...createdAt('2020-11-10 08:00:00') })];
	expect(await harness.poll('2020-11-10T08:01:00+01:00')).toEqual(['first scheduled']);
});

test('a trip is followed over midnight until it is done', async () => {
	const harness = new PollingHarness(orderStatusChanged, '2020-11-09T23:00:00+01:00');
	await harness.poll('2020-11-09T23:00:00+01:00');
	const row = listed({ ...token('trip'), ...createdAt('2020-11-09 23:10:00'), pickupTime: '23:50' });
	const emitted: string[][] = [];
	for (const [now, more] of [
		['2020-11-09T23:11:00+01:00', {}],
		['2020-11-09T23:52:00+01:00', { driverArrive: '23:51' }],
		['2020-11-10T00:03:00+01:00', { driverArrive: '23:51', driverLeft: '00:02' }],
		['2020-11-10T00:04:00+01:00', { driverArrive: '23:51', driverLeft: '00:02' }],
		[
			'2020-11-10T00:16:00+01:00',
			{ driverArrive: '23:51', driverLeft: '00:02', arriveAtCustomer: '00:14', done: '00:15' },
		],
		[
			'2020-11-10T00:30:00+01:00',
			{ driverArrive: '23:51', driverLeft: '00:02', arriveAtCustomer: '00:14', done: '00:15' },
		],
	] as const) {
		harness.rows = [{ ...row, ...more }];
		emitted.push(await harness.poll(now));
		expect(harness.lastCall).toMatch(/^GET \/api\/v1\/order\/14\/2020-11-0[89]\/2020-12-1\d$/);
	}
	expect(emitted).toEqual([
		['trip scheduled'],
		['trip at_pickup'],
		['trip out_for_delivery'],
		[],
		['trip delivered'],
		[],
	]);
});

test('orders created in the repeated hour are emitted in order', async () => {
	const harness = new PollingHarness(newOrder, '2021-10-31T02:30:00+02:00');
	await harness.poll('2021-10-31T02:30:00+02:00');
	const first = { date: '2021-10-31 02:50:00.000000', timezone_type: 1, timezone: '+02:00' };
	const second = { date: '2021-10-31 02:10:00.000000', timezone_type: 1, timezone: '+01:00' };
	harness.rows = [listed({ ...token('second'), created_at: second }), listed({ ...token('first'), created_at: first })];
	expect(await harness.poll('2021-10-31T02:30:00+01:00')).toEqual(['first scheduled', 'second scheduled']);
});

test('... also where the list does not show which of the two hours it was', async () => {
	const harness = new PollingHarness(newOrder, '2021-10-31T02:30:00+02:00');
	await harness.poll('2021-10-31T02:30:00+02:00');
	harness.rows = [listed({ ...token('first'), ...createdAt('2021-10-31 02:50:00') })];
	expect(await harness.poll('2021-10-31T02:51:00+02:00')).toEqual(['first scheduled']);
	harness.rows = [...harness.rows, listed({ ...token('second'), ...createdAt('2021-10-31 02:05:00') })];
	expect(await harness.poll('2021-10-31T02:06:00+01:00')).toEqual(['second scheduled']);
	expect(await harness.poll('2021-10-31T02:07:00+01:00')).toEqual([]);
});

test.each([newOrder, orderStatusChanged])(
	'$title: a proposal that is accepted only after later orders is emitted',
	async (trigger) => {
		const harness = new PollingHarness(trigger, '2020-11-09T12:00:00+01:00');
		harness.rows = [listed({ ...token('old'), ...createdAt('2020-11-09 11:00:00') })];
		expect(await harness.poll('2020-11-09T12:00:00+01:00')).toEqual([]);
		harness.rows = [...harness.rows, listed({ ...token('later'), ...createdAt('2020-11-09 12:40:00') })];
		expect(await harness.poll('2020-11-09T12:41:00+01:00')).toEqual(['later scheduled']);
		harness.rows = [...harness.rows, listed({ ...token('proposed'), ...createdAt('2020-11-09 12:01:00') })];
		expect(await harness.poll('2020-11-09T13:00:00+01:00')).toEqual(['proposed scheduled']);
		expect(await harness.poll('2020-11-09T13:01:00+01:00')).toEqual([]);
	},
);

test('an order that was made weeks ahead is followed when its day comes', async () => {
	const harness = new PollingHarness(orderStatusChanged, '2020-11-09T09:00:00+01:00');
	const ahead = listed({
		...token('ahead'),
		...createdAt('2020-11-09 08:30:00'),
		remarks: '[ref:WC-1] [for:2020-12-05 18:30]',
	});
	harness.rows = [ahead];
	await harness.poll('2020-11-09T09:00:00+01:00');
	harness.rows = [ahead, listed({ ...token('young'), ...createdAt('2020-12-05 09:00:00') })];
	expect(await harness.poll('2020-12-05T09:01:00+01:00')).toEqual(['young scheduled']);
	await harness.poll('2020-12-05T09:02:00+01:00');
	harness.rows = harness.rows.map((row) => ({ ...row, driverArrive: '18:29' }));
	expect(await harness.poll('2020-12-05T18:30:00+01:00')).toEqual(['ahead at_pickup', 'young at_pickup']);
	// DI6 may list it under the day on which it was made.
	expect(harness.lastCall).toBe('GET /api/v1/order/14/2020-11-09/2021-01-06');
});

test('the first poll records orders made weeks ahead, and later polls do not emit them', async () => {
	const harness = new PollingHarness(newOrder, '2020-11-09T09:00:00+01:00');
	await harness.poll('2020-11-09T09:00:00+01:00');
	expect(harness.lastCall).toBe('GET /api/v1/order/14/2020-10-08/2020-12-11');
	await harness.poll('2020-11-09T09:01:00+01:00');
	expect(harness.lastCall).toBe('GET /api/v1/order/14/2020-11-08/2020-12-11');
});

test('a host without a state of its own gets what was made weeks ahead, too', async () => {
	const scripted = new ScriptedDeliverit({}, Date.parse('2020-11-09T09:00:00+01:00'));
	await pollStateless(
		{ carrier: deliverit, trigger: orderStatusChanged, access: accessOf(deliverit) },
		{ closed: 10, reads: 10, deadline: Infinity, onlyKeys: false },
		scripted.ports,
	);
	expect(scripted.calls).toEqual(['GET /api/v1/order/14/2020-10-02/2020-12-11']);
});

test('only the chosen statuses are emitted', async () => {
	const harness = new PollingHarness(orderStatusChanged, '2020-11-09T09:00:00+01:00', ['cancelled']);
	await harness.poll('2020-11-09T09:00:00+01:00');
	harness.rows = [listed(token('a'))];
	expect(await harness.poll('2020-11-09T09:05:00+01:00')).toEqual([]);
	harness.rows = [listed({ ...token('a'), cancel: 1, canceled_at: '2020-11-09 09:06:00' })];
	expect(await harness.poll('2020-11-09T09:07:00+01:00')).toEqual(['a cancelled']);
});

test('an order that is never ended does not widen the period for ever', async () => {
	const harness = new PollingHarness(orderStatusChanged, '2020-11-09T09:00:00+01:00');
	harness.rows = [listed({ ...token('stuck'), ...createdAt('2020-11-09 09:00:00') })];
	await harness.poll('2020-11-09T09:00:00+01:00');
	harness.rows = [...harness.rows, listed({ ...token('young'), ...createdAt('2020-11-20 09:00:00') })];
	await harness.poll('2020-11-20T09:01:00+01:00');
	await harness.poll('2020-11-20T09:02:00+01:00');
	expect(harness.lastCall).toBe('GET /api/v1/order/14/2020-11-19/2020-12-22');
});
