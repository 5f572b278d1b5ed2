import type { Sandbox } from '../../sandbox/carriers';
import type { Access } from '../../shared/declare/connection';
import { connect } from '../../shared/run/connect';
import { perform } from '../../shared/run/perform';
import type { Ports, Transport } from '../../shared/run/ports';
import { judge } from './judge';
import type { ScenarioPlan } from './scenario-plan';
import type { Call, ScenarioResult, StepRecord } from './scenario-result';
import { Dice } from './seeded-random';
import { setUpSandbox, type Subject } from './subjects';
import { dyingPorts, processPorts } from './process-ports';

/** Where a scenario runs: the carriers, the transport to them, and the time. */
export interface LabEnvironment {
	sandbox: Sandbox;
	clock: Pick<Ports, 'now' | 'sleep'>;
	access: Access;
	/** The transport of one process of the host. `cut` defines what the process's death does to requests under way. */
	openTransport(): { transport: Transport; abort(): void };
	calls(): readonly Call[];
	close(): Promise<void>;
}

/** A way to break the pipeline, so that the lab can show that it would notice. */
export type Defect = (ports: Ports, sandbox: Sandbox) => Ports;

export const noDefect: Defect = (ports) => ports;

export function accessFor(subject: Subject, overrides: Parameters<typeof connect>[1] = {}): Access {
	const access = connect(subject.carrier, { ...subject.connection, ...overrides });
	if (!access.ok) throw new Error(access.failure.message);
	return access.value;
}

/** Runs one plan and judges the results. */
export async function runScenario(
	plan: ScenarioPlan<unknown>,
	subject: Subject,
	environment: LabEnvironment,
	defect: Defect,
	performStep: typeof perform = perform,
): Promise<ScenarioResult> {
	const { sandbox, clock, access } = environment;
	const reference = subject.prepare?.(sandbox) ?? `WC-${plan.seed}`;
	// The subject of the booking exists long before.
	if (subject.prepare) await clock.sleep(10_000);
	// What every choice does to a booking that has no duplicate is of interest.
	const booking = { onDuplicate: (['wait', 'report', 'cancel_later', 'cancel_later'] as const)[plan.seed % 4] };
	setUpSandbox(subject, sandbox, plan.lag);
	const dice = new Dice(plan.seed ^ 0x5eed);
	const startProcess = () => {
		const { transport, abort } = environment.openTransport();
		return { ports: defect(processPorts(clock, transport, dice), sandbox), abort };
	};
	let hostProcess = startProcess();
	const steps: StepRecord[] = [];
	let maxActive = 0;
	for (const [run, { concurrentSteps, diesAt, delayMs }] of plan.runs.entries()) {
		await clock.sleep(delayMs);
		const from = environment.calls().length;
		const startedAt = clock.now();
		const dying = diesAt === undefined ? undefined : dyingPorts(hostProcess.ports, diesAt);
		const runStep = async (): Promise<Pick<StepRecord, 'result' | 'durationMs'>> => {
			const job = {
				carrier: subject.carrier,
				action: subject.action,
				access,
				values: subject.input(reference),
				booking,
			};
			const result = await Promise.race([
				performStep(job, dying?.ports ?? hostProcess.ports),
				...(dying ? [dying.died] : []),
			]);
			return { result, durationMs: clock.now() - startedAt };
		};
		const finished = await Promise.all(Array.from({ length: concurrentSteps }, runStep));
		const to = environment.calls().length;
		for (const record of finished) steps.push({ run, ...record, from, to });
		maxActive = Math.max(maxActive, subject.activeIds(sandbox, reference).length);
		if (!finished.some(({ result }) => result === 'died')) continue;
		hostProcess.abort();
		hostProcess = startProcess();
	}
	const scenario = {
		plan,
		subject,
		reference,
		steps,
		calls: environment.calls(),
		activeIds: subject.activeIds(sandbox, reference),
		maxActive,
	};
	await environment.close();
	return { ...scenario, findings: judge(scenario) };
}
