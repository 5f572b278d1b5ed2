import { perform } from '../../shared/run/perform';
import type { FailureCode, Result } from '../../shared/declare/failure';
import type { Item } from '../../shared/declare/facts';
import type { SendResult } from '../../shared/run/ports';
import { cases, filesOf, partsOf, respondFromSample, type Case } from '../core/samples';
import { SAMPLE_NOW, scriptedPorts } from '../core/scripted-ports';

const STATUSES = [400, 401, 403, 404, 409, 410, 422, 502] as const;
const PAGES: readonly { type: string; text(status: number): string }[] = [
	{ type: 'text/html', text: (status) => `<html><head><title>${status}</title></head><body>nginx</body></html>` },
	{ type: '', text: () => '' },
	{ type: 'text/plain', text: (status) => `${status} page not found` },
	{ type: 'application/json', text: (status) => `{"status":${status},"path":"/"}` },
	{ type: 'application/xml', text: (status) => `<?xml version="1.0"?><Error><Code>${status}</Code></Error>` },
];

/** Each status with every other page. */
const gatewayPages = STATUSES.flatMap((status, index) =>
	PAGES.filter((_page, page) => page % 2 === index % 2).map(
		({ type, text }): SendResult => ({
			response: { status, headers: type === '' ? {} : { 'content-type': type }, text: text(status) },
		}),
	),
);

/** What a step may say of a gateway: that it does not know. A login may be refused by plain text. */
const UNDECIDED: ReadonlySet<FailureCode> = new Set([
	'unavailable',
	'unreadable_answer',
	'outcome_unknown',
	'partly_done',
	'rate_limited',
	'not_authorised',
]);

const routeOf = (request: Parameters<typeof partsOf>[0]) => {
	const { method, path } = partsOf(request);
	return `${method} ${path}`;
};

/** Runs a sample; every request to that route gets the page. */
async function run({ carrier, action, sample, access }: Case, route?: string, page?: SendResult) {
	const respond = respondFromSample(sample);
	const ports = scriptedPorts(
		(request, nth) => (page && routeOf(request) === route ? page : respond(request, nth)),
		SAMPLE_NOW,
		filesOf(sample.files),
	);
	const result = await perform({ carrier, action, access, values: sample.input }, ports);
	return { result, routes: ports.sent.map(routeOf) };
}

const itemOf = (result: Result<Item[]>): Item | undefined => (result.ok ? result.value[0] : undefined);

/** The first sample of every action that sends something. */
const firstCases = cases.filter(
	({ carrier, action, sample }, index) =>
		sample.request !== undefined &&
		cases.findIndex((each) => each.carrier === carrier && each.action === action && each.sample.request) === index,
);

test.each(firstCases)('$name: no page of a gateway passes for an answer', async (sampleCase) => {
	const { action, sample } = sampleCase;
	const ownRoute = `${sample.request?.method} ${sample.request?.path}`;
	const usual = await run(sampleCase);
	const wrong: string[] = [];
	for (const route of new Set(usual.routes)) {
		for (const page of gatewayPages) {
			const { result, routes } = await run(sampleCase, route, page);
			const seen = 'response' in page ? `${page.response.status} "${page.response.text}" at ${route}` : '';
			// DI5: a 401 without a body is DeliverIt's own form.
			const isOwnForm = 'response' in page && page.response.status === 401 && page.response.text === '';
			if (!result.ok && !UNDECIDED.has(result.failure.code) && !isOwnForm)
				wrong.push(`${seen}: ${result.failure.code}`);
			// A read after it may show that a change took effect.
			if (result.ok && route === ownRoute && routes.at(-1) === ownRoute) wrong.push(`${seen}: success`);
			if (result.ok && itemOf(result)?.outcome !== itemOf(usual.result)?.outcome)
				wrong.push(`${seen}: ${String(itemOf(result)?.outcome)}`);
			// What is read before a booking decides whether it goes out.
			const isReadBefore = usual.routes.indexOf(route) < usual.routes.indexOf(ownRoute);
			if (action.effect === 'booking' && isReadBefore && routes.includes(ownRoute)) wrong.push(`${seen}: booked`);
		}
	}
	expect(wrong).toEqual([]);
});
