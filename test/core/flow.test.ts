import { z } from 'zod/v4';

import { action, type Action } from '../../shared/declare/action';
import { flow } from '../../shared/declare/flow';
import { text } from '../../shared/declare/field';
import { success } from '../../shared/declare/failure';
import { gives, givesMany } from '../../shared/declare/reading';
import { carrierNamed } from '../../shared/registry';
import { perform } from '../../shared/run/perform';
import { CALL_BUDGET_MS } from '../../shared/run/retry';
import { answer, lost, scriptedPorts, type Scripted } from './ports';
import { accessOf, partsOf } from './samples';

const carrier = carrierNamed('cyke');
const thing = z.object({ id: z.number(), reference: z.string(), state: z.string() });
const plain = { resource: 'delivery', does: 'Tries.', covers: [], output: thing, samples: [], antiSamples: [] };

const list = action({
	...plain,
	verb: 'getAll',
	title: 'Get Many Things',
	effect: 'read',
	input: z.object({ reference: text({ label: 'Reference' }).optional() }),
	request: (given) => ({ method: 'GET', path: '/things', query: { reference: given.reference } }),
	readings: { 200: givesMany(z.array(thing), (things) => things) },
});

const book = action({
	...plain,
	verb: 'create',
	title: 'Create Thing',
	effect: 'booking',
	input: z.object({ reference: text({ label: 'Reference' }).optional() }),
	request: (given) => ({ method: 'POST', path: '/things', body: { reference: given.reference } }),
	readings: { 200: gives(thing, (made) => made) },
	find: { reference: 'reference', action: list, input: (reference) => ({ reference }), matches: () => true },
});

const whole = flow({
	...plain,
	verb: 'createAndWait',
	title: 'Create Thing and Wait',
	effect: 'booking',
	books: book,
	reference: 'reference',
	input: z.object({ reference: text({ label: 'Reference' }).optional() }),
	example: { id: 1, reference: 'A', state: 'done' },
	run: async (given, _facts, steps) => {
		const made = await steps.call(book, { reference: given.reference });
		if (!made.ok) return made;
		const settled = await steps.until(list, { reference: given.reference }, (items) => items[0]?.state === 'done');
		return settled.ok ? success([{ ...settled.value[0], outcome: made.value[0]?.outcome ?? null }]) : made;
	},
});

/** Things that are done some time after they were booked. */
function carrierOf(doneAfterMs: number, lose = 0) {
	const things: { id: number; reference: string; born: number }[] = [];
	let toLose = lose;
	const ports: Scripted = scriptedPorts((request) => {
		const { method, query, body } = partsOf(request);
		const shown = (each: (typeof things)[number]) => ({ id: each.id, reference: each.reference, state: ports.now() >= each.born + doneAfterMs ? 'done' : 'waiting' });
		if (method === 'GET') return answer(200, things.filter(({ reference }) => reference === query.reference).map(shown));
		const made = { id: things.length + 1, reference: String((body as { reference: string }).reference), born: ports.now() };
		things.push(made);
		return (toLose -= 1) >= 0 ? lost('maybe') : answer(200, shown(made));
	});
	return { things, ports };
}

const run = async (ports: Scripted, step: Action, reference?: string) =>
	await perform({ carrier, action: step, access: accessOf(carrier), values: reference === undefined ? {} : { reference }, booking: { runReference: 'run-1' } }, ports);

test('a flow waits for what the carrier settles later', async () => {
	const { ports, things } = carrierOf(5_000);
	expect(await run(ports, whole, 'A')).toEqual({ ok: true, value: [{ id: 1, reference: 'A', state: 'done', outcome: 'created' }] });
	expect(things).toHaveLength(1);
});

test('a flow hands on what there is when the time is up, within the budget', async () => {
	const { ports } = carrierOf(CALL_BUDGET_MS * 2);
	const began = ports.now();
	expect(await run(ports, whole, 'A')).toMatchObject({ ok: true, value: [{ state: 'waiting' }] });
	expect(ports.now() - began).toBeLessThan(CALL_BUDGET_MS);
});

test('a flow run again finds its booking, also by the reference of the run', async () => {
	const { ports, things } = carrierOf(0, 1);
	expect(await run(ports, whole)).toMatchObject({ ok: true, value: [{ reference: 'run-1', outcome: 'created' }] });
	expect(await run(ports, whole)).toMatchObject({ ok: true, value: [{ reference: 'run-1', outcome: 'found' }] });
	expect(things).toHaveLength(1);
});

const restock = action({
	...plain,
	verb: 'restock',
	title: 'Create Restock',
	effect: 'booking',
	input: z.object({ what: text({ label: 'What' }) }),
	request: (given) => ({ method: 'POST', path: '/things', body: { reference: given.what } }),
	readings: { 200: gives(thing, (made) => made) },
	find: {
		identity: (given) => `restock of ${given.what}`,
		action: list,
		input: (_identity, given) => ({ reference: given.what }),
		matches: (candidate, _identity, given) => candidate.reference === given.what,
	},
});

test('a booking without a reference is found by what it is', async () => {
	const { ports, things } = carrierOf(0, 1);
	const order = { carrier, action: restock, access: accessOf(carrier), values: { what: 'tea' } };
	expect(await perform(order, ports)).toMatchObject({ ok: true, value: [{ id: 1, outcome: 'created' }] });
	expect(await perform(order, ports)).toMatchObject({ ok: true, value: [{ id: 1, outcome: 'found' }] });
	expect(await perform({ ...order, values: { what: 'cake' } }, ports)).toMatchObject({ ok: true, value: [{ id: 2, outcome: 'created' }] });
	expect(await perform({ ...order, booking: { ifExists: 'fail' } }, ports)).toMatchObject({ ok: false, failure: { code: 'already_exists', reference: 'restock of tea' } });
	expect(things).toHaveLength(2);
});
