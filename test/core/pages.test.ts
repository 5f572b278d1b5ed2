import { z } from 'zod/v4';

import { action, type Action } from '../../shared/declare/action';
import { cursorPages, numberedPages, offsetPages, type Pages } from '../../shared/declare/pages';
import { itemsReading } from '../../shared/declare/reading';
import { carrierById } from '../../shared/registry';
import { perform } from '../../shared/run/perform';
import { CALL_BUDGET_MS } from '../../shared/run/retry';
import { response, scriptedPorts, type Responder } from './scripted-ports';
import { accessOf, partsOf } from './samples';

const carrier = carrierById('cyke');

const list = (pages: Pages): Action =>
	action({
		resource: 'delivery',
		verb: 'getAll',
		title: 'Get Many',
		description: 'Lists.',
		covers: [],
		effect: 'read',
		isList: true,
		input: z.object({}),
		output: z.object({ id: z.number() }),
		pages,
		request: () => ({ method: 'GET', path: '/things' }),
		readings: {
			200: itemsReading(z.array(z.object({ id: z.number() })), (things) => things.map(({ id }) => ({ id }))),
		},
		samples: [],
		antiSamples: [],
	});

const numbers = (from: number, to: number) =>
	Array.from({ length: Math.max(0, to - from) }, (_, at) => ({ id: from + at }));

/** A list of so many things in pages of at most `size`, as limit and offset ask. */
const byOffset =
	(length: number, size: number, hasTotal: boolean): Responder =>
	(request) => {
		const { query } = partsOf(request);
		const from = Number(query.offset ?? 0);
		const to = Math.min(length, from + Math.min(size, Number(query.limit ?? size)));
		return response(200, numbers(from, to), hasTotal ? { 'x-total-count': String(length) } : {});
	};

async function readAll(pages: Pages, respond: Responder, maxItems?: number) {
	const ports = scriptedPorts(respond);
	const result = await perform(
		{ carrier, action: list(pages), access: accessOf(carrier), values: {}, maxItems },
		ports,
	);
	return {
		ids: result.ok ? result.value.map(({ id }) => id) : result.failure.code,
		requests: ports.sent.map((request) => partsOf(request).query),
	};
}

test.each([
	[0, true, 1],
	[1, true, 1],
	[1_000, true, 1],
	[1_001, true, 2],
	[10_500, true, 11],
	[999, false, 1],
	[2_000, false, 3],
])('a list of %i, with its length: %p, is read in full in %i requests', async (length, hasTotal, requests) => {
	const result = await readAll(offsetPages(1_000, 'x-total-count'), byOffset(length, 1_000, hasTotal));
	expect(result.ids).toEqual(numbers(0, length).map(({ id }) => id));
	expect(result.requests).toHaveLength(requests);
});

test('no more is requested than is needed', async () => {
	const result = await readAll(offsetPages(1_000, 'x-total-count'), byOffset(10_000, 1_000, true), 30);
	expect(result.ids).toHaveLength(30);
	expect(result.requests).toEqual([{ limit: '30' }]);
});

test('a cursor leads to the last page', async () => {
	const respond: Responder = (request) => {
		const from = Number(partsOf(request).query.cursor ?? 0);
		return response(200, numbers(from, from + 2), from < 6 ? { 'x-cursor-next': String(from + 2) } : {});
	};
	const result = await readAll(cursorPages(100, 'x-cursor-next'), respond);
	expect(result.ids).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
	expect(result.requests).toEqual([{}, { cursor: '2' }, { cursor: '4' }, { cursor: '6' }]);
});

test('a list that shrinks to nothing on the way ends', async () => {
	let requestCount = 0;
	const result = await readAll(offsetPages(2, 'x-total-count'), () =>
		response(200, (requestCount += 1) === 1 ? numbers(0, 2) : [], { 'x-total-count': '9' }),
	);
	expect(result.ids).toEqual([0, 1]);
	expect(result.requests).toHaveLength(2);
});

test('a page that fails fails the list, which is never handed over in part', async () => {
	let requestCount = 0;
	const result = await readAll(offsetPages(2), () =>
		(requestCount += 1) === 1 ? response(200, numbers(0, 2)) : response(404, {}),
	);
	expect(result.ids).toBe('unreadable_answer');
});

test('each page has a time limit of its own, unless the call has one', async () => {
	const slow = (length: number) => {
		const respond = byOffset(length, 1, true);
		const ports = scriptedPorts(async (request, nth) => {
			await ports.sleep(CALL_BUDGET_MS / 4);
			return await respond(request, nth);
		});
		return ports;
	};
	const job = { carrier, action: list(offsetPages(1, 'x-total-count')), access: accessOf(carrier), values: {} };
	expect(await perform(job, slow(10))).toMatchObject({ ok: true });
	const ports = slow(10);
	expect(await perform({ ...job, deadline: ports.now() + CALL_BUDGET_MS }, ports)).toMatchObject({ ok: false });
});

test('a carrier without pages, which returns its full list each time, gets two requests and no more', async () => {
	const result = await readAll(offsetPages(500), () => response(200, numbers(0, 600)));
	expect(result.ids).toEqual(numbers(0, 600).map(({ id }) => id));
	expect(result.requests).toHaveLength(2);
});

test('a cursor that leads in a circle is a failure', async () => {
	const respond: Responder = (request) => {
		const from = Number(partsOf(request).query.cursor ?? 0);
		return response(200, numbers(from, from + 2), { 'x-cursor-next': from === 4 ? '2' : String(from + 2) });
	};
	const result = await readAll(cursorPages(100, 'x-cursor-next'), respond);
	expect(result.ids).toBe('unreadable_answer');
	expect(result.requests).toHaveLength(3);
});

test('a cursor that does not move is a failure, even over empty pages', async () => {
	const result = await readAll(cursorPages(100, 'x-cursor-next'), (request) =>
		response(200, partsOf(request).query.cursor === undefined ? numbers(0, 2) : [], { 'x-cursor-next': 'same' }),
	);
	expect(result.ids).toBe('unreadable_answer');
	expect(result.requests).toHaveLength(2);
});

test('a full page that repeats is a failure, not a list that is taken for whole', async () => {
	const result = await readAll(offsetPages(500), () => response(200, numbers(0, 500)));
	expect(result.ids).toBe('unreadable_answer');
	expect(result.requests).toHaveLength(2);
});

test('a page that repeats later is known again, though one of its items has changed since', async () => {
	const respond: Responder = (request, nth) => {
		const from = Number(partsOf(request).query.cursor ?? 0) % 4;
		const things = numbers(from, from + 2).map((thing) => ({ ...thing, state: nth }));
		return response(200, things, { 'x-cursor-next': String(Number(partsOf(request).query.cursor ?? 0) + 2) });
	};
	const result = await readAll(cursorPages(2, 'x-cursor-next'), respond);
	expect(result.ids).toBe('unreadable_answer');
	expect(result.requests).toHaveLength(3);
});

/** A list that always has one page more. */
const withoutEnd: Responder = (request) => {
	const from = Number(partsOf(request).query.cursor ?? 0);
	return response(200, numbers(from, from + 1), { 'x-cursor-next': String(from + 1) });
};

test('a list without end is given up after so many pages', async () => {
	const result = await readAll(cursorPages(1, 'x-cursor-next', { pages: 7, ms: 60_000 }), withoutEnd);
	expect(result.ids).toBe('unreadable_answer');
	expect(result.requests).toHaveLength(7);
	expect((await readAll(cursorPages(1, 'x-cursor-next'), withoutEnd)).requests).toHaveLength(1_000);
});

test('a list without end is given up after so long', async () => {
	const ports = scriptedPorts(async (request, nth) => {
		await ports.sleep(5_000);
		return await withoutEnd(request, nth);
	});
	const pages = cursorPages(1, 'x-cursor-next', { pages: 1_000, ms: 60_000 });
	const read = await perform({ carrier, action: list(pages), access: accessOf(carrier), values: {} }, ports);
	expect(read).toMatchObject({
		ok: false,
		failure: { code: 'unreadable_answer', message: expect.stringContaining('longer than 1 minute') },
	});
	expect(ports.sent).toHaveLength(12);
});

/** A list in numbered pages, as the number and the size ask. */
const byNumber =
	(length: number, wrap: (things: { id: number }[], pageCount: number) => ReturnType<typeof response>): Responder =>
	(request) => {
		const { query } = partsOf(request);
		const size = Number(query.per_page ?? 10);
		const from = (Number(query.page ?? 1) - 1) * size;
		return wrap(numbers(from, Math.min(length, from + size)), Math.ceil(length / size));
	};

test.each([
	['pages, in a header', { pages: { header: 'x-total-pages' } }],
	['items, in a header', { items: { header: 'x-total' } }],
	['nothing', undefined],
] as const)('numbered pages of a carrier that counts %s', async (_what, total) => {
	for (const [length, requests] of [
		[0, 1],
		[10, total ? 1 : 2],
		[25, 3],
	] as const) {
		const respond = byNumber(length, (things, pageCount) =>
			response(200, things, { 'x-total-pages': String(pageCount), 'x-total': String(length) }),
		);
		const result = await readAll(numberedPages({ size: 10, total }), respond);
		expect(result.ids).toEqual(numbers(0, length).map(({ id }) => id));
		expect(result.requests).toEqual(
			Array.from({ length: requests }, (_, at) => (at === 0 ? {} : { page: String(at + 1) })),
		);
	}
});

test('numbered pages of a carrier that counts in its body, with words of its own', () => {
	const pages = numberedPages({
		size: 10,
		page: 'p',
		perPage: 'limit',
		first: 0,
		total: { pages: { body: ['meta', 'total_pages'] } },
	});
	const answer = (count: unknown) => ({
		status: 200,
		headers: {},
		text: JSON.stringify({ meta: { total_pages: count } }),
	});
	const call = pages.withPageSize({ method: 'GET', path: '/things' }, 500);
	expect(call.query).toEqual({ limit: 10 });
	const second = pages.next(call, answer(2), 10, 0);
	expect(second?.query).toEqual({ limit: 10, p: 1 });
	expect(second && pages.next(second, answer('2'), 10, 10)).toBeUndefined();
	// Without a count, a page that is not full is the last one.
	expect(second && pages.next(second, answer(null), 10, 10)?.query).toEqual({ limit: 10, p: 2 });
	expect(second && pages.next(second, answer(null), 9, 10)).toBeUndefined();
});

test('numbered pages that repeat are a failure', async () => {
	const result = await readAll(numberedPages({ size: 10 }), () => response(200, numbers(0, 10)));
	expect(result.ids).toBe('unreadable_answer');
	expect(result.requests).toHaveLength(2);
});

test('a list that was cut short is not cached as the full one', async () => {
	const ports = scriptedPorts(byOffset(100, 10, true));
	const job = {
		carrier,
		action: { ...list(offsetPages(10, 'x-total-count')), cacheFor: 60_000 },
		access: accessOf(carrier),
		values: {},
	};
	const lengths: number[] = [];
	for (const limits of [{ maxItems: 5 }, { stopWhen: () => true }, {}, {}]) {
		const read = await perform({ ...job, ...limits }, ports);
		lengths.push(read.ok ? read.value.length : -1);
	}
	expect(lengths).toEqual([5, 10, 100, 100]);
	expect(ports.sent).toHaveLength(12);
});
