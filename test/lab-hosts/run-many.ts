import { mapInOrder } from '../../nodes/adapter/map-in-order';
import type { Host } from './host';
import type { HostScenario } from './judge';
import { scenarioAt, subjects } from '../lab/subjects';
import { runOnHost } from './run-on-host';

/** A scenario spends most of its time waiting. */
const CONCURRENCY = 16;

/** Runs scenarios until one finds something. */
export async function runMany(host: Host, count: number, concurrency = CONCURRENCY): Promise<HostScenario[]> {
	let found = false;
	const scenarios = await mapInOrder(
		count,
		() => concurrency,
		async (index) => {
			const scenario = await runOnHost(host, scenarioAt(index, subjects));
			found ||= scenario.findings.length > 0;
			return scenario;
		},
		() => !found,
	);
	return scenarios.flatMap((scenario) => scenario ?? []);
}

export const failureReport = (scenarios: readonly HostScenario[]): string =>
	scenarios
		.filter(({ findings }) => findings.length > 0)
		.map(({ report }) => report)
		.join('\n\n');

/** How the steps of all scenarios ended. */
export function countResults(scenarios: readonly HostScenario[]): Record<'success' | 'failure' | 'unknown', number> {
	const results = scenarios.flatMap(({ rounds }) => rounds.flatMap(({ steps }) => steps.map(({ result }) => result)));
	const unknown = results.filter((result) => !result.ok && result.failure.code === 'outcome_unknown').length;
	const success = results.filter(({ ok }) => ok).length;
	return { success, failure: results.length - success - unknown, unknown };
}

/** One line for people. */
export function summaryLine(host: Host, scenarios: readonly HostScenario[], seconds: number): string {
	const calls = scenarios.flatMap((scenario) => scenario.calls);
	const subjects: Record<string, number> = {};
	for (const { subject } of scenarios) subjects[subject.action.title] = (subjects[subject.action.title] ?? 0) + 1;
	const faulted = calls.filter(({ fault }) => fault !== undefined).length;
	const resultCounts = Object.entries(countResults(scenarios)).map(([outcome, count]) => `${count} ${outcome}`);
	return `fault lab on ${host.name}: ${scenarios.length} scenarios in ${seconds.toFixed(1)} s, 0 doubled, 0 lost, 0 secrets; ${calls.length} requests, ${faulted} of them struck; steps: ${resultCounts.join(', ')}; ${JSON.stringify(subjects)}\n`;
}
