import { runWebhookScenario } from './webhook-scenario';
import { runPollingScenario } from './polling-scenario';
import type { EventPipeline } from './event-pipelines';

export const scenarios = { webhook: runWebhookScenario, polling: runPollingScenario };

/** The first failing scenarios out of so many, each with its failure. The same number gives the same scenario. */
export async function findFailures(
	scenario: keyof typeof scenarios,
	pipeline: EventPipeline,
	count: number,
	limit = 5,
): Promise<string[]> {
	const failures: string[] = [];
	for (let seed = 1; seed <= count && failures.length < limit; seed += 1) {
		const faults = await scenarios[scenario](seed, pipeline);
		if (faults.length > 0) failures.push(`${scenario} ${seed}: ${faults.join(', ')}`);
	}
	return failures;
}
