import fc from 'fast-check';
import { z } from 'zod/v4';

import { action } from '../../shared/declare/action';
import type { Item } from '../../shared/declare/facts';
import type { Carrier } from '../../shared/declare/carrier';
import { integer } from '../../shared/declare/field';
import { gives, givesMany } from '../../shared/declare/reading';
import type { JsonObject } from '../../shared/declare/json';
import type { PollTrigger } from '../../shared/declare/trigger';
import { glance, look, stateAfter, type PollState } from '../../shared/events/poll';
import { cyke } from '../../shared/carriers/cyke/carrier';
import { answer, lost, scriptedPorts, type Scripted } from './ports';
import { accessOf } from './samples';

const MINUTE = 60_000;
const START = Date.parse('2030-05-20T09:00:00Z');

type Row = { id: number; born: number; status: string };

const rowAnswer = z.object({ id: z.int(), born: z.number(), status: z.string() });
const toItem = (row: Row): Item => ({ id: String(row.id), born: row.born, status: row.status });

const list = action({
	resource: 'delivery', verb: 'getAll', title: 'Get Many', does: 'Lists.', covers: [], effect: 'read',
	input: z.object({}), output: z.looseObject({}),
	request: () => ({ method: 'GET', path: '/rows' }),
	readings: { 200: givesMany(z.array(rowAnswer), (rows) => rows.map(toItem)) },
	samples: [], antiSamples: [],
});
const get = action({
	resource: 'delivery', verb: 'get', title: 'Get', does: 'Reads.', covers: [], effect: 'read',
	input: z.object({ id: integer({ label: 'ID' }) }), output: z.looseObject({}),
	request: ({ id }) => ({ method: 'GET', path: `/rows/${id}` }),
	readings: { 200: gives(rowAnswer, (row) => ({ ...toItem(row), whole: true })) },
	samples: [], antiSamples: [],
});

const triggerOf = (reports: 'new' | 'changed'): PollTrigger => ({
	kind: 'poll', id: 't', title: 'T', when: 'x', noun: 'Delivery', covers: [], output: z.looseObject({}), sample: {}, reports,
	list, listInput: () => ({}), key: (item) => String(item.id), bornAt: (item) => Number(item.born), mark: (item) => String(item.status),
	closed: (item) => item.status === 'delivered' || item.status === 'cancelled',
	whole: { action: get, input: (item) => ({ id: item.id }) }, primary: ['id'],
});

/** A carrier whose list may lag, reorder, and whose single reads may fail. */
class Upstream {
	readonly rows = new Map<number, Row>();
	readsFail = false;
	/** What the list leaves out for once. */
	leavesOut: (row: Row) => boolean = () => false;
	ports: Scripted = scriptedPorts((request) => {
		const id = /\/rows\/(\d+)$/.exec(request.url)?.[1];
		if (id === undefined) return answer(200, this.listed().reverse().map((row): JsonObject => ({ ...row })));
		const row = this.rows.get(Number(id));
		return !row || this.fails(row) ? lost('maybe') : answer(200, { ...row });
	}, START);
	listed(): Row[] {
		return [...this.rows.values()].filter((row) => !this.leavesOut(row));
	}
	/** While single reads fail, they fail for every other delivery. */
	fails(row: Row): boolean {
		return this.readsFail && row.id % 2 === 1;
	}
	carrier: Carrier = { ...cyke, readings: {}, limit: { requests: 1_000, perMs: 1 } };
	work(reports: 'new' | 'changed') {
		return { carrier: this.carrier, trigger: triggerOf(reports), access: accessOf(cyke) };
	}
	async look(reports: 'new' | 'changed', state: PollState | undefined) {
		const seen = await look(this.work(reports), state, Infinity, this.ports);
		if (!seen.ok) throw new Error(seen.failure.message);
		return seen.value;
	}
}

const steps = ['saved', 'scheduled', 'picked_up', 'delivered'];

type Step = { kind: 'birth'; sameMoment: boolean } | { kind: 'move'; pick: number } | { kind: 'delete'; pick: number } | { kind: 'wait'; minutes: number } | { kind: 'look'; crash: boolean } | { kind: 'reads'; fail: boolean } | { kind: 'list'; leavesOut: 'nothing' | 'all' | 'some' };

const history = fc.array(
	fc.oneof(
		{ weight: 4, arbitrary: fc.record({ kind: fc.constant('birth' as const), sameMoment: fc.boolean() }) },
		{ weight: 4, arbitrary: fc.record({ kind: fc.constant('move' as const), pick: fc.nat() }) },
		{ weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), pick: fc.nat() }) },
		{ weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 2_000 }) }) },
		{ weight: 5, arbitrary: fc.record({ kind: fc.constant('look' as const), crash: fc.boolean() }) },
		{ weight: 1, arbitrary: fc.record({ kind: fc.constant('reads' as const), fail: fc.boolean() }) },
		{ weight: 1, arbitrary: fc.record({ kind: fc.constant('list' as const), leavesOut: fc.constantFrom('nothing' as const, 'all' as const, 'some' as const) }) },
	),
	{ minLength: 5, maxLength: 60 },
);

/** Runs a history; returns every (id, status) that was handed over, and what had to be. */
async function run(reports: 'new' | 'changed', script: readonly Step[], savesEarly = false) {
	const upstream = new Upstream();
	upstream.rows.set(1, { id: 1, born: START - 90 * MINUTE, status: 'delivered' });
	upstream.rows.set(2, { id: 2, born: START - 80 * MINUTE, status: 'saved' });
	let { state } = await upstream.look(reports, undefined);
	const told: string[] = [];
	const due = new Set<string>();
	let nextId = 3;
	let lastBorn = START;
	/** What the trigger may know: a state that no look has seen cannot be told. */
	const open = new Map<number, string>([[2, 'saved']]);
	const tell = async (crash: boolean) => {
		const visible = upstream.listed();
		const seen = await upstream.look(reports, state);
		if (crash) {
			if (savesEarly) state = seen.state;
			return;
		}
		const readable = (row: Row) => !upstream.fails(row);
		const changed = visible.filter((row) => (reports === 'new' ? !open.has(row.id) && row.id >= 3 : open.get(row.id) !== row.status && row.id >= 2));
		for (const row of changed.filter(readable)) due.add(`${row.id}:${reports === 'new' ? 'new' : row.status}`);
		told.push(...seen.items.map((item) => `${String(item.id)}:${reports === 'new' ? 'new' : String(item.status)}`));
		for (const row of visible.filter((each) => each.id >= 2 && readable(each))) open.set(row.id, row.status);
		for (const item of seen.items) open.set(Number(item.id), String(item.status));
		state = seen.state;
	};
	for (const step of script) {
		const alive = [...upstream.rows.values()].filter((row) => row.status !== 'delivered' && row.id >= 2);
		if (step.kind === 'birth') {
			lastBorn = step.sameMoment ? lastBorn : upstream.ports.now();
			upstream.rows.set(nextId, { id: nextId, born: lastBorn, status: 'saved' });
			nextId += 1;
		} else if (step.kind === 'move') {
			const row = alive[step.pick % Math.max(1, alive.length)];
			if (row) row.status = steps[steps.indexOf(row.status) + 1] ?? row.status;
		} else if (step.kind === 'delete') {
			const ids = [...upstream.rows.keys()];
			const id = ids[step.pick % Math.max(1, ids.length)];
			// A deleted one that nobody was told of cannot be told any more.
			if (id !== undefined) {
				upstream.rows.delete(id);
				open.delete(id);
			}
		} else if (step.kind === 'wait') {
			upstream.ports.moveTo(upstream.ports.now() + step.minutes * MINUTE);
			lastBorn = upstream.ports.now();
		} else if (step.kind === 'reads') upstream.readsFail = step.fail;
		else if (step.kind === 'list') upstream.leavesOut = (row) => step.leavesOut === 'all' || (step.leavesOut === 'some' && row.id % 3 === 0 && open.has(row.id));
		else await tell(step.crash);
	}
	upstream.readsFail = false;
	upstream.leavesOut = () => false;
	await tell(false);
	await tell(false);
	return { told, due };
}

describe.each(['new', 'changed'] as const)('a trigger that reports what is %s', (reports) => {
	test('tells everything once, over random histories', async () => {
		await fc.assert(
			fc.asyncProperty(history, async (script) => {
				const { told, due } = await run(reports, script);
				const missed = [...due].filter((each) => !told.includes(each));
				const repeated = told.filter((each, at) => told.indexOf(each) !== at);
				expect({ missed, repeated }).toEqual({ missed: [], repeated: [] });
			}),
			{ numRuns: 1_000 },
		);
	});
});

test('a trigger that saved its state before handing over would be noticed', async () => {
	const outcome = await fc.check(
		fc.asyncProperty(history, async (script) => {
			const { told, due } = await run('changed', script, true);
			return [...due].every((each) => told.includes(each));
		}),
		{ numRuns: 200 },
	);
	expect(outcome.failed).toBe(true);
});

test('the first look is silent, whatever is there', async () => {
	const upstream = new Upstream();
	for (let id = 1; id <= 20; id += 1) upstream.rows.set(id, { id, born: START - id * MINUTE, status: 'saved' });
	expect((await upstream.look('changed', undefined)).items).toEqual([]);
});

test('an account that was empty tells its first delivery', async () => {
	const upstream = new Upstream();
	const { state } = await upstream.look('new', undefined);
	upstream.rows.set(1, { id: 1, born: START - 30 * 24 * 60 * MINUTE, status: 'saved' });
	expect((await upstream.look('new', state)).items).toMatchObject([{ id: '1', whole: true }]);
});

test('an item that cannot be read is told in short after five looks', async () => {
	const upstream = new Upstream();
	let { state } = await upstream.look('new', undefined);
	upstream.rows.set(1, { id: 1, born: START, status: 'saved' });
	upstream.readsFail = true;
	const told: Item[][] = [];
	for (let looks = 0; looks < 6; looks += 1) {
		const seen = await upstream.look('new', state);
		state = seen.state;
		told.push(seen.items);
	}
	expect(told.map((items) => items.length)).toEqual([0, 0, 0, 0, 1, 0]);
	expect(told[4]).toMatchObject([{ id: '1' }]);
});

test('an item that is listed late and cannot be read yet brings nothing old back', async () => {
	const upstream = new Upstream();
	upstream.rows.set(2, { id: 2, born: START - 15 * MINUTE, status: 'delivered' });
	upstream.rows.set(4, { id: 4, born: START, status: 'delivered' });
	let { state } = await upstream.look('new', undefined);
	upstream.rows.set(3, { id: 3, born: START - 9 * MINUTE, status: 'saved' });
	const told: unknown[] = [];
	for (const readsFail of [true, true, false, false]) {
		upstream.readsFail = readsFail;
		const seen = await upstream.look('new', state);
		state = seen.state;
		told.push(seen.items.map(({ id }) => id));
	}
	expect(told).toEqual([[], [], ['3'], []]);
});

test('a glance shows the newest and leaves no trace', async () => {
	const upstream = new Upstream();
	upstream.rows.set(1, { id: 1, born: START - MINUTE, status: 'delivered' });
	upstream.rows.set(2, { id: 2, born: START, status: 'saved' });
	expect(await glance(upstream.work('new'), upstream.ports)).toMatchObject({ ok: true, value: [{ id: '2', whole: true }] });
});

test('10,000 deliveries of which ten are open make a small state', async () => {
	const upstream = new Upstream();
	for (let id = 1; id <= 10_000; id += 1) upstream.rows.set(id, { id, born: START - (10_001 - id) * 5 * MINUTE, status: id > 9_990 ? 'saved' : 'delivered' });
	const { state } = await upstream.look('changed', undefined);
	expect(Object.keys(state.seen)).toHaveLength(10);
	expect(JSON.stringify(state).length).toBeLessThan(1_000);
});

test('a list that says nothing for once makes nobody forget what is open, however old', async () => {
	const upstream = new Upstream();
	upstream.rows.set(1, { id: 1, born: START - 40 * 24 * 60 * MINUTE, status: 'saved' });
	upstream.rows.set(2, { id: 2, born: START - MINUTE, status: 'saved' });
	const first = await upstream.look('changed', undefined);
	upstream.leavesOut = () => true;
	const empty = await upstream.look('changed', first.state);
	expect(empty.state).toMatchObject({ from: first.state.from, seen: first.state.seen });
	upstream.leavesOut = () => false;
	upstream.rows.set(1, { id: 1, born: START - 40 * 24 * 60 * MINUTE, status: 'delivered' });
	expect((await upstream.look('changed', empty.state)).items).toMatchObject([{ id: '1', status: 'delivered' }]);
});

test('what stays away is forgotten in the end', async () => {
	const upstream = new Upstream();
	upstream.rows.set(1, { id: 1, born: START, status: 'saved' });
	let { state } = await upstream.look('changed', undefined);
	upstream.rows.clear();
	for (let looks = 0; looks <= 60; looks += 1) state = (await upstream.look('changed', state)).state;
	expect(state).toEqual({ since: START, from: null, seen: {} });
});

test('one that is dated far ahead hides nothing that comes after it', async () => {
	const upstream = new Upstream();
	upstream.rows.set(1, { id: 1, born: START + 365 * 24 * 60 * MINUTE, status: 'saved' });
	const { state } = await upstream.look('new', undefined);
	upstream.ports.moveTo(START + 60 * MINUTE);
	upstream.rows.set(2, { id: 2, born: START + 59 * MINUTE, status: 'saved' });
	const second = await upstream.look('new', state);
	expect(second.items).toMatchObject([{ id: '2' }]);
	expect((await upstream.look('new', second.state)).items).toEqual([]);
});

test('a clock that is put back tells nothing twice', async () => {
	const upstream = new Upstream();
	for (let id = 1; id <= 3; id += 1) upstream.rows.set(id, { id, born: START - id * 24 * 60 * MINUTE, status: 'delivered' });
	const { state } = await upstream.look('new', undefined);
	upstream.ports.moveTo(0);
	const put = await upstream.look('new', state);
	upstream.ports.moveTo(START + MINUTE);
	expect([...put.items, ...(await upstream.look('new', put.state)).items]).toEqual([]);
});

test('a look that had no time for an item has not looked at it in vain', async () => {
	const upstream = new Upstream();
	let { state } = await upstream.look('new', undefined);
	upstream.rows.set(1, { id: 1, born: START, status: 'saved' });
	for (let looks = 0; looks < 10; looks += 1) {
		const seen = await look(upstream.work('new'), state, upstream.ports.now(), upstream.ports);
		if (!seen.ok) throw new Error(seen.failure.message);
		state = seen.value.state;
	}
	upstream.readsFail = true;
	expect((await upstream.look('new', state)).items).toEqual([]);
});

test('a list of any length can be looked at', () => {
	const items = Array.from({ length: 200_000 }, (_, at): Item => ({ id: String(at), born: START - at, status: 'delivered' }));
	expect(stateAfter(triggerOf('changed'), items, undefined, new Set(), START).since).toBe(START);
});
