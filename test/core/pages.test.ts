import { z } from 'zod/v4';

import { action, type Action } from '../../shared/declare/action';
import { cursorPages, offsetPages, type Pages } from '../../shared/declare/pages';
import { givesMany } from '../../shared/declare/reading';
import { carrierNamed } from '../../shared/registry';
import { perform } from '../../shared/run/perform';
import { CALL_BUDGET_MS } from '../../shared/run/retry';
import { answer, scriptedPorts, type Answering } from './ports';
import { accessOf, partsOf } from './samples';

const carrier = carrierNamed('cyke');

const list = (pages: Pages): Action =>
	action({
		resource: 'delivery',
		verb: 'getAll',
		title: 'Get Many',
		does: 'Lists.',
		covers: [],
		effect: 'read',
		many: true,
		input: z.object({}),
		output: z.object({ id: z.number() }),
		pages,
		request: () => ({ method: 'GET', path: '/things' }),
		readings: { 200: givesMany(z.array(z.object({ id: z.number() })), (things) => things.map(({ id }) => ({ id }))) },
		samples: [],
		antiSamples: [],
	});

const numbers = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, at) => ({ id: from + at }));

/** A list of so many things in pages of at most `size`, as limit and offset ask. */
const byOffset = (length: number, size: number, tells: boolean): Answering => (request) => {
	const { query } = partsOf(request);
	const from = Number(query.offset ?? 0);
	const to = Math.min(length, from + Math.min(size, Number(query.limit ?? size)));
	return answer(200, numbers(from, to), tells ? { 'x-total-count': String(length) } : {});
};

async function walk(pages: Pages, answering: Answering, most?: number) {
	const ports = scriptedPorts(answering);
	const result = await perform({ carrier, action: list(pages), access: accessOf(carrier), values: {}, most }, ports);
	return { ids: result.ok ? result.value.map(({ id }) => id) : result.failure.code, requests: ports.sent.map((request) => partsOf(request).query) };
}

test.each([
	[0, true, 1],
	[1, true, 1],
	[1_000, true, 1],
	[1_001, true, 2],
	[10_500, true, 11],
	[999, false, 1],
	[2_000, false, 3],
])('a list of %i, its length told: %p, is read whole in %i requests', async (length, tells, requests) => {
	const walked = await walk(offsetPages(1_000, 'x-total-count'), byOffset(length, 1_000, tells));
	expect(walked.ids).toEqual(numbers(0, length).map(({ id }) => id));
	expect(walked.requests).toHaveLength(requests);
});

test('no more is asked for than is wanted', async () => {
	const walked = await walk(offsetPages(1_000, 'x-total-count'), byOffset(10_000, 1_000, true), 30);
	expect(walked.ids).toHaveLength(30);
	expect(walked.requests).toEqual([{ limit: '30' }]);
});

test('a cursor leads on until there is none', async () => {
	const answering: Answering = (request) => {
		const from = Number(partsOf(request).query.cursor ?? 0);
		return answer(200, numbers(from, from + 2), from < 6 ? { 'x-cursor-next': String(from + 2) } : {});
	};
	const walked = await walk(cursorPages(100, 'x-cursor-next'), answering);
	expect(walked.ids).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
	expect(walked.requests).toEqual([{}, { cursor: '2' }, { cursor: '4' }, { cursor: '6' }]);
});

test('a list that shrinks to nothing on the way ends', async () => {
	let asked = 0;
	const walked = await walk(offsetPages(2, 'x-total-count'), () => answer(200, (asked += 1) === 1 ? numbers(0, 2) : [], { 'x-total-count': '9' }));
	expect(walked.ids).toEqual([0, 1]);
	expect(walked.requests).toHaveLength(2);
});

test('a page that fails fails the list, which is never handed over in part', async () => {
	let asked = 0;
	const walked = await walk(offsetPages(2), () => ((asked += 1) === 1 ? answer(200, numbers(0, 2)) : answer(404, {})));
	expect(walked.ids).toBe('not_found');
});

test('each page has a time of its own, unless the whole has one', async () => {
	const slow = (length: number) => {
		const answering = byOffset(length, 1, true);
		const ports = scriptedPorts(async (request, nth) => {
			await ports.sleep(CALL_BUDGET_MS / 4);
			return await answering(request, nth);
		});
		return ports;
	};
	const order = { carrier, action: list(offsetPages(1, 'x-total-count')), access: accessOf(carrier), values: {} };
	expect(await perform(order, slow(10))).toMatchObject({ ok: true });
	const ports = slow(10);
	expect(await perform({ ...order, deadline: ports.now() + CALL_BUDGET_MS }, ports)).toMatchObject({ ok: false });
});

test('a carrier that knows no pages, and gives its whole list each time, is asked twice and no more', async () => {
	const walked = await walk(offsetPages(500), () => answer(200, numbers(0, 600)));
	expect(walked.ids).toEqual(numbers(0, 600).map(({ id }) => id));
	expect(walked.requests).toHaveLength(2);
});

test('a cursor that leads in a circle ends', async () => {
	const answering: Answering = (request) => {
		const from = Number(partsOf(request).query.cursor ?? 0);
		return answer(200, numbers(from, from + 2), { 'x-cursor-next': from === 4 ? '2' : String(from + 2) });
	};
	const walked = await walk(cursorPages(100, 'x-cursor-next'), answering);
	expect(walked.ids).toEqual([0, 1, 2, 3, 4, 5]);
});

test('a kept list that was cut short does not stand for the whole one', async () => {
	const ports = scriptedPorts(byOffset(100, 10, true));
	const order = { carrier, action: { ...list(offsetPages(10, 'x-total-count')), keepFor: 60_000 }, access: accessOf(carrier), values: {} };
	const lengths: number[] = [];
	for (const limits of [{ most: 5 }, { enough: () => true }, {}, {}]) {
		const read = await perform({ ...order, ...limits }, ports);
		lengths.push(read.ok ? read.value.length : -1);
	}
	expect(lengths).toEqual([5, 10, 100, 100]);
	expect(ports.sent).toHaveLength(12);
});
