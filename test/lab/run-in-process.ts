import { createSandbox, type Fault, type Sandbox } from '../../sandbox/carriers';
import type { perform } from '../../shared/run/perform';
import { plannedFaults } from './planned-faults';
import { anyFault, planScenario, type ScenarioPlan } from './scenario-plan';
import { accessFor, noDefect, runScenario, type Defect, type LabEnvironment } from './scenario';
import type { ScenarioResult } from './scenario-result';
import { seedOf, type ScenarioKey, type Subject } from './subjects';
import { sandboxTransport, type SandboxTransport } from './process-ports';

function scheduleFaults(
	sandbox: Sandbox,
	plan: ScenarioPlan<Fault>,
	subject: Subject,
	transport: SandboxTransport,
): void {
	const nextFault = plannedFaults(plan, subject);
	sandbox.faults.use({
		next: (request) => {
			const fault = nextFault(request);
			// A client's own time-out sets its wait, not the planned length of the scenario.
			return fault?.kind === 'timeout' ? { ...fault, delayMs: transport.timeoutMs } : fault;
		},
	});
}

/** The embedded carriers without sockets, on a clock that moves only during sleeps. */
function createEnvironment(plan: ScenarioPlan<Fault>, subject: Subject): LabEnvironment {
	const sandbox = createSandbox({ seed: plan.seed });
	const transport = sandboxTransport(sandbox);
	scheduleFaults(sandbox, plan, subject, transport);
	return {
		sandbox,
		clock: { now: sandbox.clock.now, sleep: sandbox.clock.advanceOrSleep },
		access: accessFor(subject),
		openTransport: () => ({ transport, abort: () => undefined }),
		calls: () => sandbox.journal.entries,
		close: async () => await sandbox.close(),
	};
}

/** Runs a plan as it stands. */
export const runPlan = async (
	plan: ScenarioPlan<Fault>,
	subject: Subject,
	defect: Defect = noDefect,
	performStep?: typeof perform,
): Promise<ScenarioResult> => await runScenario(plan, subject, createEnvironment(plan, subject), defect, performStep);

/** Runs the scenario of a seed. */
export async function runInProcess(
	key: ScenarioKey,
	defect: Defect = noDefect,
	performStep?: typeof perform,
): Promise<ScenarioResult> {
	return await runPlan(planScenario(seedOf(key), anyFault), key.subject, defect, performStep);
}
