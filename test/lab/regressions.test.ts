import { brokenPipelines } from './broken-pipelines';
import { formatScenario } from './format-scenario';
import { parseRegressions, regressionsOf, toRegression } from './regressions';
import { runInProcess, runPlan } from './run-in-process';
import type { ScenarioResult } from './scenario-result';
import { allSubjects, orderSubjects, scenarioAt } from './subjects';

const kept = [...allSubjects, ...orderSubjects].flatMap((subject) =>
	regressionsOf(subject).map((regression) => ({
		...regression,
		subject,
		name: `${subject.carrier.title}, ${subject.action.title}, seed ${regression.plan.seed}: ${regression.found}`,
	})),
);

test('some scenarios are kept', () => expect(kept.length).toBeGreaterThan(0));

test.each(kept)('$name', async ({ subject, plan }) => {
	const scenario = await runPlan(plan, subject);
	expect(scenario.findings.length > 0 ? formatScenario(scenario) : '').toBe('');
});

test('a scenario with a finding can be kept: its entry gives the same run and the same finding', async () => {
	const defect = brokenPipelines['sends again after no response'];
	let scenario: ScenarioResult | undefined;
	for (let at = 0; at < 12 * allSubjects.length && !scenario?.findings.length; at += 1)
		scenario = await runInProcess(scenarioAt(at, allSubjects), defect);
	if (!scenario?.findings.length) throw new Error('The broken pipeline was not caught');
	const [regression] = parseRegressions(JSON.stringify([toRegression(scenario)]));
	if (!regression) throw new Error('Nothing was kept');
	expect(formatScenario(await runPlan(regression.plan, scenario.subject, defect))).toBe(formatScenario(scenario));
	expect(regression.found).toContain(scenario.findings[0]?.kind);
});
