import { z } from 'zod/v4';

import { action, type Action } from '../../shared/declare/action';
import { flow } from '../../shared/declare/flow';
import { text } from '../../shared/declare/field';
import { success } from '../../shared/declare/failure';
import { itemReading, itemsReading } from '../../shared/declare/reading';
import { carrierById } from '../../shared/registry';
import { perform } from '../../shared/run/perform';
import { CALL_BUDGET_MS } from '../../shared/run/retry';
import { response, noResponse, scriptedPorts, type ScriptedPorts } from './scripted-ports';
import { accessOf, partsOf } from './samples';

const carrier = carrierById('cyke');
const thing = z.object({ id: z.number(), reference: z.string(), state: z.string() });
const base = { resource: 'delivery', description: 'Tries.', covers: [], output: thing, samples: [], antiSamples: [] };

const list = action({
	...base,
	verb: 'getAll',
	title: 'Get Many Things',
	effect: 'read',
	input: z.object({ reference: text({ label: 'Reference' }).optional() }),
	request: (input) => ({ method: 'GET', path: '/things', query: { reference: input.reference } }),
	readings: { 200: itemsReading(z.array(thing), (things) => things) },
});

const book = action({
	...base,
	verb: 'create',
	title: 'Create Thing',
	effect: 'booking',
	input: z.object({ reference: text({ label: 'Reference' }).optional() }),
	request: (input) => ({ method: 'POST', path: '/things', body: { reference: input.reference } }),
	readings: { 200: itemReading(thing, (created) => created) },
	booking: {
		foundBy: 'reference',
		reference: 'reference',
		action: list,
		input: (reference) => ({ reference }),
		isCandidate: () => true,
	},
});

const createAndWait = flow({
	...base,
	verb: 'createAndWait',
	title: 'Create Thing and Wait',
	effect: 'booking',
	bookingAction: book,
	reference: 'reference',
	input: z.object({ reference: text({ label: 'Reference' }).optional() }),
	example: { id: 1, reference: 'A', state: 'done' },
	run: async (input, _facts, steps) => {
		const created = await steps.call(book, { reference: input.reference });
		if (!created.ok) return created;
		const settled = await steps.until(list, { reference: input.reference }, (items) => items[0]?.state === 'done');
		return settled.ok ? success([{ ...settled.value[0], outcome: created.value[0]?.outcome ?? null }]) : created;
	},
});

/** Things that are done some time after they were booked. */
function createCarrier(doneAfterMs: number, lostResponses = 0) {
	const things: { id: number; reference: string; createdAt: number }[] = [];
	let remainingLosses = lostResponses;
	const ports: ScriptedPorts = scriptedPorts((request) => {
		const { method, query, body } = partsOf(request);
		const view = (each: (typeof things)[number]) => ({
			id: each.id,
			reference: each.reference,
			state: ports.now() >= each.createdAt + doneAfterMs ? 'done' : 'waiting',
		});
		if (method === 'GET')
			return response(200, things.filter(({ reference }) => reference === query.reference).map(view));
		const created = {
			id: things.length + 1,
			reference: String((body as { reference: string }).reference),
			createdAt: ports.now(),
		};
		things.push(created);
		return (remainingLosses -= 1) >= 0 ? noResponse('maybe') : response(200, view(created));
	});
	return { things, ports };
}

const run = async (ports: ScriptedPorts, step: Action, reference?: string) =>
	await perform(
		{
			carrier,
			action: step,
			access: accessOf(carrier),
			values: reference === undefined ? {} : { reference },
			booking: { runReference: 'run-1' },
		},
		ports,
	);

test('a flow waits for what the carrier settles later', async () => {
	const { ports, things } = createCarrier(5_000);
	expect(await run(ports, createAndWait, 'A')).toEqual({
		ok: true,
		value: [{ id: 1, reference: 'A', state: 'done', outcome: 'created' }],
	});
	expect(things).toHaveLength(1);
});

test('a flow hands on what there is when the time is up, within the budget', async () => {
	const { ports } = createCarrier(CALL_BUDGET_MS * 2);
	const startedAt = ports.now();
	expect(await run(ports, createAndWait, 'A')).toMatchObject({ ok: true, value: [{ state: 'waiting' }] });
	expect(ports.now() - startedAt).toBeLessThan(CALL_BUDGET_MS);
});

test('a flow run again finds its booking, also by the reference of the run', async () => {
	const { ports, things } = createCarrier(0, 1);
	expect(await run(ports, createAndWait)).toMatchObject({
		ok: true,
		value: [{ reference: 'run-1', outcome: 'created' }],
	});
	expect(await run(ports, createAndWait)).toMatchObject({
		ok: true,
		value: [{ reference: 'run-1', outcome: 'found' }],
	});
	expect(things).toHaveLength(1);
});

const restock = action({
	...base,
	verb: 'restock',
	title: 'Create Restock',
	effect: 'booking',
	input: z.object({ what: text({ label: 'What' }) }),
	request: (input) => ({ method: 'POST', path: '/things', body: { reference: input.what } }),
	readings: { 200: itemReading(thing, (created) => created) },
	booking: {
		foundBy: 'identity',
		identity: (input) => `restock of ${input.what}`,
		action: list,
		input: (_identity, input) => ({ reference: input.what }),
		isCandidate: (candidate, _identity, input) => candidate.reference === input.what,
	},
});

test('a booking without a reference is found by what it is', async () => {
	const { ports, things } = createCarrier(0, 1);
	const job = { carrier, action: restock, access: accessOf(carrier), values: { what: 'tea' } };
	expect(await perform(job, ports)).toMatchObject({ ok: true, value: [{ id: 1, outcome: 'created' }] });
	expect(await perform(job, ports)).toMatchObject({ ok: true, value: [{ id: 1, outcome: 'found' }] });
	expect(await perform({ ...job, values: { what: 'cake' } }, ports)).toMatchObject({
		ok: true,
		value: [{ id: 2, outcome: 'created' }],
	});
	expect(await perform({ ...job, booking: { ifExists: 'fail' } }, ports)).toMatchObject({
		ok: false,
		failure: { code: 'already_exists', reference: 'restock of tea' },
	});
	expect(things).toHaveLength(2);
});
