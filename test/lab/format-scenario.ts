import type { ScenarioResult } from './scenario-result';

const clock = (ms: number) => new Date(ms).toISOString().slice(11, 23);

/** A scenario for people: every call, its fault, and how each run ended. */
export function formatScenario(scenario: ScenarioResult): string {
	const { plan, subject, calls, steps } = scenario;
	const head = `seed ${plan.seed}: ${subject.carrier.title}, ${subject.action.title}, reference ${scenario.reference}, look-ups ${plan.lag.from}-${plan.lag.to} ms behind`;
	const runs = plan.runs.map((run, at) => {
		const ownSteps = steps.filter((step) => step.run === at);
		const callLines = calls.slice(ownSteps[0]?.from, ownSteps[0]?.to).map((entry) => {
			const fault = entry.fault ? `, ${JSON.stringify(entry.fault)}` : '';
			return `    ${clock(entry.at)} ${entry.method} ${entry.path} -> ${entry.status ?? entry.noResponse?.code ?? '?'}${entry.committed ? ', booked' : ''}${fault}`;
		});
		const resultLines = ownSteps.map(({ result }) => {
			if (result === 'died') return '    the process died';
			return result.ok
				? `    success: ${String(result.value[0]?.id)} (${String(result.value[0]?.outcome)})`
				: `    failure: ${result.failure.code}: ${result.failure.message}`;
		});
		return [
			`  run ${at}, ${run.concurrentSteps} at once, ${run.delayMs} ms later${run.diesAt === undefined ? '' : `, dies at call ${run.diesAt}`}`,
			...callLines,
			...resultLines,
		].join('\n');
	});
	const findings = scenario.findings.map(({ kind, detail }) => `  ${kind.toUpperCase()}: ${detail}`);
	return [head, ...runs, `  live at the carrier: [${scenario.activeIds.join(', ')}]`, ...findings].join('\n');
}
