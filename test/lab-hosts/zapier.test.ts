import { brokenPipelines } from '../lab/broken-pipelines';
import { noDefect } from '../lab/scenario';
import { subjects } from '../lab/subjects';
import { countResults, summaryLine, runMany, failureReport } from './run-many';
import { withFastClock, realNow } from './fast-clock';
import { withDefect } from './defect-injection';
import { zapierHost } from './zapier-host';

/** The platform ends a process that has grown beyond its own; the one of the tests holds more than a step. */
beforeEach(
	() =>
		void jest
			.spyOn(process, 'memoryUsage')
			.mockReturnValue({ rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 }),
);

const SCENARIOS = 112;
const MAX_SCENARIOS = 250;
/** A defect is found soon. Scenarios that have begun by then run to their end. */
const LOW_CONCURRENCY = 4;

test(`${SCENARIOS} scenarios in Zapier's core: no duplicate, no lost booking, no leaked secret`, async () => {
	const startedAt = realNow();
	const scenarios = await withFastClock(async () => await runMany(zapierHost, SCENARIOS));
	expect(failureReport(scenarios)).toBe('');
	process.stdout.write(summaryLine(zapierHost, scenarios, (realNow() - startedAt) / 1_000));
	expect(new Set(scenarios.map(({ subject }) => subject))).toEqual(new Set(subjects));
	expect(Math.min(...Object.values(countResults(scenarios)))).toBeGreaterThan(2);
});

test.each([
	'takes a broken connection for an unsent request',
	'never looks anything up',
	'shows its credentials in an error',
])(`a pipeline that %s is caught in Zapier within ${MAX_SCENARIOS} scenarios`, async (name) => {
	const scenarios = await withFastClock(
		async () =>
			await withDefect(
				brokenPipelines[name] ?? noDefect,
				async () => await runMany(zapierHost, MAX_SCENARIOS, LOW_CONCURRENCY),
			),
	);
	expect(scenarios.flatMap(({ findings }) => findings).length).toBeGreaterThan(0);
});
