import { brokenPipelines } from './broken-pipelines';
import { mutatedPerform, type Mutation } from './mutated-pipeline';
import { perform } from '../../shared/run/perform';
import { runInProcess } from './run-in-process';
import type { ScenarioResult } from './scenario-result';
import { formatScenario } from './format-scenario';
import { noDefect, type Defect } from './scenario';
import { allSubjects, scenarioAt, seedOf } from './subjects';

/** Rounds of every booking within which a mistake must show. */
const MAX_ROUNDS = 12;
const count = MAX_ROUNDS * allSubjects.length;

/** The first of so many scenarios in which something is found. */
async function firstFinding(defect: Defect, performStep = perform): Promise<ScenarioResult | undefined> {
	for (let at = 0; at < count; at += 1) {
		const scenario = await runInProcess(scenarioAt(at, allSubjects), defect, performStep);
		if (scenario.findings.length > 0) return scenario;
	}
	return undefined;
}

test('the scenarios of a booking do not move when another carrier comes', () => {
	const seedsOf = (subjects: typeof allSubjects) =>
		Array.from({ length: 3 * subjects.length }, (_, at) => scenarioAt(at, subjects))
			.filter(({ subject }) => subject === allSubjects[0])
			.map(seedOf);
	const [first, ...others] = allSubjects;
	if (!first) throw new Error('There is no booking');
	expect(seedsOf([...others, ...others, first])).toEqual(seedsOf([first]));
	expect(new Set(allSubjects.map((subject) => seedOf({ subject, round: 1 }))).size).toBe(allSubjects.length);
});

test('the same seed gives the same scenario', async () => {
	const key = scenarioAt(4_711, allSubjects);
	expect(formatScenario(await runInProcess(key))).toBe(formatScenario(await runInProcess(key)));
});

test.each(Object.entries(brokenPipelines))(
	`a pipeline that %s is caught within ${MAX_ROUNDS} rounds of every booking`,
	async (_name, defect) => {
		const scenario = await firstFinding(defect);
		expect(scenario?.findings.length ?? 0).toBeGreaterThan(0);
	},
);

/** Mistakes in the pipeline's own code. */
const shortcuts: Readonly<Record<string, Mutation>> = {
	'sends a booking a third time without a clear answer': {
		file: 'retry.ts',
		from: 'export const MAX_DOUBTS = 2;',
		to: 'export const MAX_DOUBTS = 4;',
	},
	'reports after two requests without a clear answer that nothing was booked': {
		file: 'book.ts',
		from: 'const lookup = await resolveUnknownOutcome(booking, existingIds, outcome);',
		to: 'if (doubts >= MAX_DOUBTS) return { ok: false, failure: outcome.result.failure };\nconst lookup = await resolveUnknownOutcome(booking, existingIds, outcome);',
	},
};

test.each(Object.entries(shortcuts))(`a pipeline that %s is caught, too`, async (_name, mutation) => {
	const scenario = await firstFinding(noDefect, mutatedPerform([mutation]));
	expect(scenario?.findings.length ?? 0).toBeGreaterThan(0);
});
