import { createSandbox, type Fault, type Sandbox } from '../../sandbox/carriers';
import { plannedFaults } from '../lab/planned-faults';
import { anyFault, planScenario, type ScenarioPlan } from '../lab/scenario-plan';
import { Dice } from '../lab/seeded-random';
import { seedOf, setUpSandbox, type ScenarioKey, type Subject } from '../lab/subjects';
import type { Host } from './host';
import { judgeRounds, type HostScenario, type RecordedRound } from './judge';
import { traffic } from './fast-clock';

const sleep = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

/** A separate carrier for each scenario, on real sockets. */
function openCarrier(plan: ScenarioPlan<Fault>, subject: Subject): Sandbox {
	const sandbox = createSandbox({ seed: plan.seed, startAt: Date.now() });
	sandbox.clock.realTime(1);
	setUpSandbox(subject, sandbox, plan.lag);
	sandbox.faults.use({ next: plannedFaults(plan, subject) });
	traffic.watch(sandbox.journal);
	return sandbox;
}

/** Runs one scenario on a host. */
export async function runOnHost(host: Host, key: ScenarioKey): Promise<HostScenario> {
	const { subject } = key;
	const seed = seedOf(key);
	const plan = planScenario(seed, anyFault);
	const sandbox = openCarrier(plan, subject);
	const { urls } = await sandbox.listen();
	const url = Object.entries(urls).find(([carrier]) => carrier === subject.carrier.id)?.[1] ?? '';
	const generatedReference = (pattern: RegExp) =>
		pattern.exec(sandbox.journal.entries.map(({ body, query }) => JSON.stringify([body, query])).join('\n'))?.[0];
	const calls = sandbox.journal.entries;
	try {
		const session = await host.open({ seed, subject, dice: new Dice(seed ^ 0x5eed), url, generatedReference });
		const rounds: RecordedRound[] = [];
		for (const { delayMs } of plan.runs.slice(0, session.maxRuns)) {
			await sleep(delayMs);
			const from = calls.length;
			const startedAt = Date.now();
			const round = await session.run();
			rounds.push({
				...round,
				delayMs,
				from,
				to: calls.length,
				durationMs: host.hasStepTimeout ? Date.now() - startedAt : 0,
				activeReferences: subject.activeReferences(sandbox),
			});
		}
		await session.close();
		const record = {
			host: host.name,
			description: session.description,
			plan,
			subject,
			rounds,
			calls: [...calls],
			output: session.output(),
		};
		return judgeRounds(record, (reference) => subject.activeIds(sandbox, reference));
	} finally {
		await sandbox.close();
	}
}
