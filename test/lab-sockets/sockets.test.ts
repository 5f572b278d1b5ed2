import { mapInOrder } from '../../nodes/adapter/map-in-order';
import { brokenPipelines } from '../lab/broken-pipelines';
import type { Defect } from '../lab/scenario';
import type { ScenarioResult } from '../lab/scenario-result';
import { formatScenario } from '../lab/format-scenario';
import { allSubjects, scenarioAt } from '../lab/subjects';
import { runOverSockets } from './run-over-sockets';

const ROUNDS = 28;
const SCENARIOS = ROUNDS * allSubjects.length;
const MAX_ROUNDS = 12;
const CONCURRENCY = 24;

async function runMany(count: number, defect?: Defect): Promise<ScenarioResult[]> {
	let found = false;
	const scenarios = await mapInOrder(
		count,
		() => CONCURRENCY,
		async (index) => {
			const scenario = await runOverSockets(scenarioAt(index, allSubjects), defect);
			found ||= scenario.findings.length > 0;
			return scenario;
		},
		() => !found,
	);
	return scenarios.flatMap((scenario) => scenario ?? []);
}

function resultName(result: ScenarioResult['steps'][number]['result']): string {
	if (result === 'died') return 'died';
	if (result.ok) return 'success';
	return result.failure.code === 'outcome_unknown' ? 'unknown' : 'failure';
}

test(`${SCENARIOS} scenarios over sockets: no duplicate, no lost booking, no leaked secret`, async () => {
	const startedAt = performance.now();
	const scenarios = await runMany(SCENARIOS);
	const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
	expect(
		scenarios
			.filter(({ findings }) => findings.length > 0)
			.map(formatScenario)
			.join('\n'),
	).toBe('');
	const calls = scenarios.flatMap((scenario) => scenario.calls);
	const faulted = calls.filter(({ fault }) => fault !== undefined).length;
	const resultNames = scenarios.flatMap((scenario) => scenario.steps.map(({ result }) => resultName(result)));
	const count = (name: string) => resultNames.filter((each) => each === name).length;
	const steps = ['success', 'failure', 'unknown', 'died'].map((name) => `${count(name)} ${name}`).join(', ');
	const summary = `${scenarios.length} scenarios in ${seconds} s, 0 doubled, 0 lost, 0 secrets; ${calls.length} requests, ${faulted} of them struck; steps: ${steps}`;
	process.stdout.write(`fault lab over sockets: ${summary}\n`);
	expect(scenarios).toHaveLength(SCENARIOS);
	expect(faulted).toBeGreaterThan(SCENARIOS / 2);
	expect(Math.min(count('success'), count('failure'), count('unknown'), count('died'))).toBeGreaterThan(10);
});

test.each([
	'sends again after no response',
	'takes a broken connection for an unsent request',
	'looks up at once, without letting the carrier settle',
	'sends every booking twice',
])(`a pipeline that %s is caught over sockets within ${MAX_ROUNDS} rounds of scenarios`, async (name) => {
	const scenarios = await runMany(MAX_ROUNDS * allSubjects.length, brokenPipelines[name]);
	expect(scenarios.flatMap(({ findings }) => findings).length).toBeGreaterThan(0);
});
