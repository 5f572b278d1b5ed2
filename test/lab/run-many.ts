import { runInProcess } from './run-in-process';
import { formatScenario } from './format-scenario';
import { allSubjects, scenarioAt, type Subject } from './subjects';

const PRINT_EVERY = 500;

/** Runs these rounds of every booking, expects no findings, and prints the results. */
export async function runMany(
	firstRound: number,
	rounds: number,
	subjects: readonly Subject[] = allSubjects,
): Promise<void> {
	const count = rounds * subjects.length;
	const counts: Record<string, number> = {};
	const resultCounts = { success: 0, failure: 0, unknown: 0, died: 0 };
	const startedAt = performance.now();
	for (let at = 0; at < count; at += 1) {
		const scenario = await runInProcess(scenarioAt(at + firstRound * subjects.length, subjects));
		if (at % PRINT_EVERY === PRINT_EVERY - 1) process.stdout.write(`fault lab: ${at + 1} of ${count} scenarios\n`);
		expect(scenario.findings.length > 0 ? formatScenario(scenario) : '').toBe('');
		const subject = `${scenario.subject.carrier.title}, ${scenario.subject.action.title}`;
		counts[subject] = (counts[subject] ?? 0) + 1;
		for (const { result } of scenario.steps)
			resultCounts[
				result === 'died'
					? 'died'
					: result.ok
						? 'success'
						: result.failure.code === 'outcome_unknown'
							? 'unknown'
							: 'failure'
			] += 1;
	}
	const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
	const steps = Object.entries(resultCounts).map(([outcome, amount]) => `${amount} ${outcome}`);
	process.stdout.write(
		`fault lab: ${count} scenarios from round ${firstRound} in ${seconds} s, 0 doubled, 0 lost, 0 secrets; steps: ${steps.join(', ')}; ${JSON.stringify(counts)}\n`,
	);
	expect(Object.keys(counts)).toHaveLength(subjects.length);
	// A lab in which nothing ever goes wrong, or nothing ever goes right, has tried nothing.
	expect(Math.min(...Object.values(resultCounts))).toBeGreaterThan(Math.min(50, count / 25));
}
