import { brokenPipelines } from '../lab/broken-pipelines';
import { noDefect } from '../lab/scenario';
import { subjects } from '../lab/subjects';
import { encodingsOf } from '../lab/judge';
import { countResults, summaryLine, runMany, failureReport } from './run-many';
import { createN8nHost } from './n8n-host';
import { withFastClock, realNow } from './fast-clock';
import { withDefect } from './defect-injection';

const SCENARIOS = 112;
const MAX_SCENARIOS = 250;
/** A defect is found soon. Scenarios that have begun by then run to their end. */
const LOW_CONCURRENCY = 4;

test(`${SCENARIOS} scenarios in n8n's engine: no duplicate, no lost booking, no leaked secret`, async () => {
	const host = await createN8nHost();
	const startedAt = realNow();
	const scenarios = await withFastClock(async () => await runMany(host, SCENARIOS));
	expect(failureReport(scenarios)).toBe('');
	process.stdout.write(summaryLine(host, scenarios, (realNow() - startedAt) / 1_000));
	const log = host.log.join('\n');
	expect(log).toContain('Start executing node');
	expect(
		subjects.flatMap(({ secrets }) => secrets.flatMap(encodingsOf)).filter((secret) => log.includes(secret)),
	).toEqual([]);
	expect(new Set(scenarios.map(({ subject }) => subject))).toEqual(new Set(subjects));
	expect(Math.min(...Object.values(countResults(scenarios)))).toBeGreaterThan(2);
});

test.each([
	'looks up at once, without letting the carrier settle',
	'lets equal references run side by side',
	'shows its credentials in an error',
])(`a pipeline that %s is caught in n8n within ${MAX_SCENARIOS} scenarios`, async (name) => {
	const host = await createN8nHost();
	const scenarios = await withFastClock(
		async () =>
			await withDefect(
				brokenPipelines[name] ?? noDefect,
				async () => await runMany(host, MAX_SCENARIOS, LOW_CONCURRENCY),
			),
	);
	expect(scenarios.flatMap(({ findings }) => findings).length).toBeGreaterThan(0);
});
