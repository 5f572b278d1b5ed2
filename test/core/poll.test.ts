import fc from '../fast-check';
import type { Item } from '../../shared/declare/facts';
import { poll, preview } from '../../shared/events/poll';
import { stateAfter } from '../../shared/events/poll-state';
import { rowsOf } from '../../shared/events/poll-row';

import { MINUTE, START, triggerOf, Upstream, history, runHistory } from './poll-history';

describe.each(['new', 'changed'] as const)('a trigger that reports what is %s', (reports) => {
	test('emits everything once, over random histories', async () => {
		await fc.assert(
			fc.asyncProperty(history, async (script) => {
				const { emitted, expected } = await runHistory(reports, script);
				const missed = [...expected].filter((each) => !emitted.includes(each));
				const repeated = emitted.filter((each, at) => emitted.indexOf(each) !== at);
				expect({ missed, repeated }).toEqual({ missed: [], repeated: [] });
			}),
			{ numRuns: 1_000 },
		);
	});
});

test('a trigger that saved its state before handing over would be noticed', async () => {
	const outcome = await fc.check(
		fc.asyncProperty(history, async (script) => {
			const { emitted, expected } = await runHistory('changed', script, true);
			return [...expected].every((each) => emitted.includes(each));
		}),
		{ numRuns: 200 },
	);
	expect(outcome.failed).toBe(true);
});

test('the first poll emits nothing', async () => {
	const upstream = new Upstream();
	for (let id = 1; id <= 20; id += 1) upstream.rows.set(id, { id, createdAt: START - id * MINUTE, status: 'saved' });
	expect((await upstream.poll('changed', undefined)).items).toEqual([]);
});

test('an account that was empty emits its first delivery', async () => {
	const upstream = new Upstream();
	const { state } = await upstream.poll('new', undefined);
	upstream.rows.set(1, { id: 1, createdAt: START + MINUTE, status: 'saved' });
	expect((await upstream.poll('new', state)).items).toMatchObject([{ id: '1', full: true }]);
});

test.each(['new', 'changed'] as const)('a first list that is empty or partial makes no history %s', async (emits) => {
	for (const hidden of [1, 3]) {
		const upstream = new Upstream();
		for (let id = 1; id <= 200; id += 1)
			upstream.rows.set(id, { id, createdAt: START - id * 60 * MINUTE, status: id % 2 === 0 ? 'saved' : 'delivered' });
		upstream.hides = ({ id }) => id % hidden === 0;
		const first = await upstream.poll(emits, undefined);
		upstream.hides = () => false;
		const second = await upstream.poll(emits, first.state);
		expect(second.items).toEqual([]);
		// What was hidden is followed from then on.
		upstream.rows.set(6, { id: 6, createdAt: START - 360 * MINUTE, status: 'delivered' });
		upstream.rows.set(201, { id: 201, createdAt: START + MINUTE, status: 'saved' });
		const third = await upstream.poll(emits, second.state);
		expect(third.items.map(({ id }) => id)).toEqual(emits === 'new' ? ['201'] : ['6', '201']);
	}
});

test('the first cursor is the moment by the clock that dates the items', async () => {
	const upstream = new Upstream();
	const skewMs = 3 * 60 * MINUTE;
	const carrierNow = () => upstream.ports.now() - skewMs;
	const { send } = upstream.ports.transport;
	upstream.ports.transport.send = async (...request) => {
		const sent = await send(...request);
		if ('response' in sent)
			return {
				response: {
					...sent.response,
					headers: { ...sent.response.headers, date: new Date(carrierNow()).toUTCString() },
				},
			};
		return sent;
	};
	const { state } = await upstream.poll('new', undefined);
	upstream.rows.set(1, { id: 1, createdAt: carrierNow() - 60 * MINUTE, status: 'saved' });
	upstream.rows.set(2, { id: 2, createdAt: carrierNow() + MINUTE, status: 'saved' });
	expect((await upstream.poll('new', state)).items).toMatchObject([{ id: '2' }]);
});

test('items without a time are emitted once', async () => {
	const upstream = new Upstream();
	upstream.rows.set(1, { id: 1, createdAt: 0, status: 'delivered' });
	let { state } = await upstream.poll('new', undefined);
	upstream.rows.set(2, { id: 2, createdAt: 0, status: 'delivered' });
	const emitted: unknown[] = [];
	for (let polls = 0; polls < 3; polls += 1) {
		const polled = await upstream.poll('new', state);
		state = polled.state;
		emitted.push(polled.items.map(({ id }) => id));
	}
	expect(emitted).toEqual([['2'], [], []]);
});

test('an item that cannot be read in full is emitted in short after five polls', async () => {
	const upstream = new Upstream();
	let { state } = await upstream.poll('new', undefined);
	upstream.rows.set(1, { id: 1, createdAt: START, status: 'saved' });
	upstream.readsFail = true;
	const emitted: Item[][] = [];
	for (let polls = 0; polls < 6; polls += 1) {
		const polled = await upstream.poll('new', state);
		state = polled.state;
		emitted.push(polled.items);
	}
	expect(emitted.map((items) => items.length)).toEqual([0, 0, 0, 0, 1, 0]);
	expect(emitted[4]).toMatchObject([{ id: '1' }]);
});

test('an item that is listed late and cannot be read yet brings nothing old back', async () => {
	const upstream = new Upstream();
	upstream.rows.set(2, { id: 2, createdAt: START - 15 * MINUTE, status: 'delivered' });
	upstream.rows.set(4, { id: 4, createdAt: START, status: 'delivered' });
	let { state } = await upstream.poll('new', undefined);
	upstream.rows.set(3, { id: 3, createdAt: START - 9 * MINUTE, status: 'saved' });
	const emitted: unknown[] = [];
	for (const readsFail of [true, true, false, false]) {
		upstream.readsFail = readsFail;
		const polled = await upstream.poll('new', state);
		state = polled.state;
		emitted.push(polled.items.map(({ id }) => id));
	}
	expect(emitted).toEqual([[], [], ['3'], []]);
});

test('a preview shows the newest and leaves no trace', async () => {
	const upstream = new Upstream();
	upstream.rows.set(1, { id: 1, createdAt: START - MINUTE, status: 'delivered' });
	upstream.rows.set(2, { id: 2, createdAt: START, status: 'saved' });
	expect(await preview(upstream.work('new'), upstream.ports)).toMatchObject({
		ok: true,
		value: [{ id: '2', full: true }],
	});
});

test('10,000 deliveries with ten open make a small state', async () => {
	const upstream = new Upstream();
	for (let id = 1; id <= 10_000; id += 1)
		upstream.rows.set(id, {
			id,
			createdAt: START - (10_001 - id) * 5 * MINUTE,
			status: id > 9_990 ? 'saved' : 'delivered',
		});
	const { state } = await upstream.poll('changed', undefined);
	expect(Object.keys(state.seen)).toHaveLength(10);
	expect(JSON.stringify(state).length).toBeLessThan(1_000);
});

test('one empty list does not forget what is open, however old', async () => {
	const upstream = new Upstream();
	upstream.rows.set(1, { id: 1, createdAt: START - 40 * 24 * 60 * MINUTE, status: 'saved' });
	upstream.rows.set(2, { id: 2, createdAt: START - MINUTE, status: 'saved' });
	const first = await upstream.poll('changed', undefined);
	upstream.hides = () => true;
	const empty = await upstream.poll('changed', first.state);
	expect(empty.state).toMatchObject({ from: first.state.from, seen: first.state.seen });
	upstream.hides = () => false;
	upstream.rows.set(1, { id: 1, createdAt: START - 40 * 24 * 60 * MINUTE, status: 'delivered' });
	expect((await upstream.poll('changed', empty.state)).items).toMatchObject([{ id: '1', status: 'delivered' }]);
});

test('what stays away is forgotten in the end', async () => {
	const upstream = new Upstream();
	upstream.rows.set(1, { id: 1, createdAt: START, status: 'saved' });
	let { state } = await upstream.poll('changed', undefined);
	upstream.rows.clear();
	for (let polls = 0; polls <= 60; polls += 1) state = (await upstream.poll('changed', state)).state;
	expect(state).toEqual({ since: START, from: null, seen: {} });
});

test('one that is dated far ahead hides nothing that comes after it', async () => {
	const upstream = new Upstream();
	upstream.rows.set(1, { id: 1, createdAt: START + 365 * 24 * 60 * MINUTE, status: 'saved' });
	const { state } = await upstream.poll('new', undefined);
	upstream.ports.moveTo(START + 60 * MINUTE);
	upstream.rows.set(2, { id: 2, createdAt: START + 59 * MINUTE, status: 'saved' });
	const second = await upstream.poll('new', state);
	expect(second.items).toMatchObject([{ id: '2' }]);
	expect((await upstream.poll('new', second.state)).items).toEqual([]);
});

test('a clock that is put back emits nothing twice', async () => {
	const upstream = new Upstream();
	for (let id = 1; id <= 3; id += 1)
		upstream.rows.set(id, { id, createdAt: START - id * 24 * 60 * MINUTE, status: 'delivered' });
	const { state } = await upstream.poll('new', undefined);
	upstream.ports.moveTo(0);
	const reset = await upstream.poll('new', state);
	upstream.ports.moveTo(START + MINUTE);
	expect([...reset.items, ...(await upstream.poll('new', reset.state)).items]).toEqual([]);
});

test('a poll without time for an item does not count as a failed read', async () => {
	const upstream = new Upstream();
	upstream.listTakesMs = 1_000;
	let { state } = await upstream.poll('new', undefined);
	upstream.rows.set(1, { id: 1, createdAt: START, status: 'saved' });
	for (let polls = 0; polls < 10; polls += 1) {
		const polled = await poll(upstream.work('new'), state, upstream.ports.now() + 1_000, upstream.ports);
		if (!polled.ok) throw new Error(polled.failure.message);
		state = polled.value.state;
	}
	upstream.readsFail = true;
	expect((await upstream.poll('new', state)).items).toEqual([]);
});

test('a poll that has no time left for its list fails and says so', async () => {
	const upstream = new Upstream();
	const { state } = await upstream.poll('new', undefined);
	expect(await poll(upstream.work('new'), state, upstream.ports.now(), upstream.ports)).toMatchObject({
		ok: false,
		failure: { code: 'unavailable', message: expect.stringContaining('in the time that a poll may take') },
	});
});

test('a list of any length can be polled', () => {
	const items = Array.from(
		{ length: 200_000 },
		(_, at): Item => ({ id: String(at), createdAt: START - at, status: 'delivered' }),
	);
	expect(stateAfter(triggerOf('changed'), rowsOf(triggerOf('changed'), items), undefined, new Set(), START).since).toBe(
		START,
	);
});
