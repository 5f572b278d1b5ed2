import fc from '../fast-check';
import { z } from 'zod/v4';

import { action } from '../../shared/declare/action';
import type { Item } from '../../shared/declare/facts';
import type { Carrier } from '../../shared/declare/carrier';
import { integer } from '../../shared/declare/field';
import { itemReading, itemsReading } from '../../shared/declare/reading';
import type { JsonObject } from '../../shared/json';
import type { PollTrigger } from '../../shared/declare/trigger';
import { poll } from '../../shared/events/poll';
import type { PollState } from '../../shared/events/poll-state';
import { cyke } from '../../shared/carriers/cyke/carrier';
import { response, noResponse, scriptedPorts, type ScriptedPorts } from './scripted-ports';
import { accessOf } from './samples';

export const MINUTE = 60_000;
export const START = Date.parse('2030-05-20T09:00:00Z');

export type Row = { id: number; createdAt: number; status: string };

export const rowSchema = z.object({ id: z.int(), createdAt: z.number(), status: z.string() });
export const toItem = (row: Row): Item => ({ id: String(row.id), createdAt: row.createdAt, status: row.status });

export const list = action({
	resource: 'delivery',
	verb: 'getAll',
	title: 'Get Many',
	description: 'Lists.',
	covers: [],
	effect: 'read',
	input: z.object({}),
	output: z.looseObject({}),
	request: () => ({ method: 'GET', path: '/rows' }),
	readings: { 200: itemsReading(z.array(rowSchema), (rows) => rows.map(toItem)) },
	samples: [],
	antiSamples: [],
});
export const get = action({
	resource: 'delivery',
	verb: 'get',
	title: 'Get',
	description: 'Reads.',
	covers: [],
	effect: 'read',
	input: z.object({ id: integer({ label: 'ID' }) }),
	output: z.looseObject({}),
	request: ({ id }) => ({ method: 'GET', path: `/rows/${id}` }),
	readings: { 200: itemReading(rowSchema, (row) => ({ ...toItem(row), full: true })) },
	samples: [],
	antiSamples: [],
});

export const triggerOf = (emits: 'new' | 'changed'): PollTrigger => ({
	kind: 'poll',
	id: 't',
	title: 'T',
	when: 'x',
	noun: 'Delivery',
	covers: [],
	output: z.looseObject({}),
	sample: {},
	emits,
	reads: 'whole',
	list,
	listInput: () => ({}),
	key: (item) => String(item.id),
	createdAt: (item) => Number(item.createdAt),
	fingerprint: (item) => String(item.status),
	isClosed: (item) => item.status === 'delivered' || item.status === 'cancelled',
	readFull: { action: get, input: (item) => ({ id: item.id }) },
	primaryFields: ['id'],
});

/** A carrier whose list may lag, reorder, and whose single reads may fail. */
export class Upstream {
	readonly rows = new Map<number, Row>();
	readsFail = false;
	/** What the list leaves out for once. */
	hides: (row: Row) => boolean = () => false;
	listTakesMs = 0;
	ports: ScriptedPorts = scriptedPorts((request) => {
		const id = /\/rows\/(\d+)$/.exec(request.url)?.[1];
		if (id === undefined) {
			this.ports.moveTo(this.ports.now() + this.listTakesMs);
			return response(
				200,
				this.listed()
					.reverse()
					.map((row): JsonObject => ({ ...row })),
			);
		}
		const row = this.rows.get(Number(id));
		return !row || this.fails(row) ? noResponse('maybe') : response(200, { ...row });
	}, START);
	listed(): Row[] {
		return [...this.rows.values()].filter((row) => !this.hides(row));
	}
	/** While single reads fail, they fail for every other delivery. */
	fails(row: Row): boolean {
		return this.readsFail && row.id % 2 === 1;
	}
	carrier: Carrier = { ...cyke, readings: {}, limit: { requests: 1_000, perMs: 1 } };
	work(reports: 'new' | 'changed') {
		return { carrier: this.carrier, trigger: triggerOf(reports), access: accessOf(cyke) };
	}
	async poll(reports: 'new' | 'changed', state: PollState | undefined) {
		const polled = await poll(this.work(reports), state, Infinity, this.ports);
		if (!polled.ok) throw new Error(polled.failure.message);
		return polled.value;
	}
}

export const steps = ['saved', 'scheduled', 'picked_up', 'delivered'];

export type Step =
	| { kind: 'create'; sameMoment: boolean }
	| { kind: 'move'; pick: number }
	| { kind: 'delete'; pick: number }
	| { kind: 'wait'; minutes: number }
	| { kind: 'poll'; crash: boolean }
	| { kind: 'reads'; fail: boolean }
	| { kind: 'list'; hides: 'nothing' | 'all' | 'some' };

export const history = fc.array(
	fc.oneof(
		{ weight: 4, arbitrary: fc.record({ kind: fc.constant('create' as const), sameMoment: fc.boolean() }) },
		{ weight: 4, arbitrary: fc.record({ kind: fc.constant('move' as const), pick: fc.nat() }) },
		{ weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), pick: fc.nat() }) },
		{
			weight: 3,
			arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 2_000 }) }),
		},
		{ weight: 5, arbitrary: fc.record({ kind: fc.constant('poll' as const), crash: fc.boolean() }) },
		{ weight: 1, arbitrary: fc.record({ kind: fc.constant('reads' as const), fail: fc.boolean() }) },
		{
			weight: 1,
			arbitrary: fc.record({
				kind: fc.constant('list' as const),
				hides: fc.constantFrom('nothing' as const, 'all' as const, 'some' as const),
			}),
		},
	),
	{ minLength: 5, maxLength: 60 },
);

/** Runs a history; returns every (id, status) that was handed over, and what had to be. */
export async function runHistory(reports: 'new' | 'changed', script: readonly Step[], savesEarly = false) {
	const upstream = new Upstream();
	upstream.rows.set(1, { id: 1, createdAt: START - 90 * MINUTE, status: 'delivered' });
	upstream.rows.set(2, { id: 2, createdAt: START - 80 * MINUTE, status: 'saved' });
	let { state } = await upstream.poll(reports, undefined);
	const emitted: string[] = [];
	const expected = new Set<string>();
	let nextId = 3;
	let lastCreatedAt = START;
	/** What the trigger may know: it cannot report a state that no poll has seen. */
	const known = new Map<number, string>([[2, 'saved']]);
	const pollOnce = async (crash: boolean) => {
		const visible = upstream.listed();
		const polled = await upstream.poll(reports, state);
		if (crash) {
			if (savesEarly) state = polled.state;
			return;
		}
		const readable = (row: Row) => !upstream.fails(row);
		const changed = visible.filter((row) =>
			reports === 'new' ? !known.has(row.id) && row.id >= 3 : known.get(row.id) !== row.status && row.id >= 2,
		);
		for (const row of changed.filter(readable)) expected.add(`${row.id}:${reports === 'new' ? 'new' : row.status}`);
		emitted.push(
			...polled.items.map((item) => `${String(item.id)}:${reports === 'new' ? 'new' : String(item.status)}`),
		);
		for (const row of visible.filter((each) => each.id >= 2 && readable(each))) known.set(row.id, row.status);
		for (const item of polled.items) known.set(Number(item.id), String(item.status));
		state = polled.state;
	};
	for (const step of script) {
		const alive = [...upstream.rows.values()].filter((row) => row.status !== 'delivered' && row.id >= 2);
		if (step.kind === 'create') {
			lastCreatedAt = step.sameMoment ? lastCreatedAt : upstream.ports.now();
			upstream.rows.set(nextId, { id: nextId, createdAt: lastCreatedAt, status: 'saved' });
			nextId += 1;
		} else if (step.kind === 'move') {
			const row = alive[step.pick % Math.max(1, alive.length)];
			if (row) row.status = steps[steps.indexOf(row.status) + 1] ?? row.status;
		} else if (step.kind === 'delete') {
			const ids = [...upstream.rows.keys()];
			const id = ids[step.pick % Math.max(1, ids.length)];
			// The trigger can no longer report an item that was deleted before its first report.
			if (id !== undefined) {
				upstream.rows.delete(id);
				known.delete(id);
			}
		} else if (step.kind === 'wait') {
			upstream.ports.moveTo(upstream.ports.now() + step.minutes * MINUTE);
			lastCreatedAt = upstream.ports.now();
		} else if (step.kind === 'reads') upstream.readsFail = step.fail;
		else if (step.kind === 'list')
			upstream.hides = (row) =>
				step.hides === 'all' || (step.hides === 'some' && row.id % 3 === 0 && known.has(row.id));
		else await pollOnce(step.crash);
	}
	upstream.readsFail = false;
	upstream.hides = () => false;
	await pollOnce(false);
	await pollOnce(false);
	return { emitted, expected };
}
