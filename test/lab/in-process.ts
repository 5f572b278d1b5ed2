import { createSandbox, type Fault, type Sandbox } from '../../sandbox/carriers';
import { anyFault, planOf, type Plan } from './plan';
import { accessFor, intact, play, subjectOf, type Breaking, type Stage, type Story } from './scenario';
import { allSubjects, type Subject } from './subjects';
import { wireTo, type Wire } from './world';

function scheduleFaults(sandbox: Sandbox, plan: Plan<Fault>, subject: Subject, wire: Wire): void {
	const counts: Record<string, number> = {};
	const planned: Readonly<Record<string, Plan<Fault>['creates']>> = { [subject.routes.create]: plan.creates, [subject.routes.lookUp]: plan.lookUps };
	sandbox.faults.use({
		next: (request) => {
			const route = request.route ?? '';
			const at = counts[route] ?? 0;
			counts[route] = at + 1;
			const fault = planned[route]?.[at];
			// A client waits as long as it waits, not as long as the story was laid out for.
			return fault?.kind === 'timeout' ? { ...fault, takesMs: wire.patience } : fault;
		},
	});
}

/** The embedded carriers without sockets, on a clock that moves only when somebody sleeps. */
function stageFor(plan: Plan<Fault>, subject: Subject): Stage {
	const sandbox = createSandbox({ seed: plan.seed });
	const wire = wireTo(sandbox);
	scheduleFaults(sandbox, plan, subject, wire);
	return {
		sandbox,
		clock: { now: sandbox.clock.now, sleep: sandbox.clock.pass },
		access: accessFor(subject),
		openWire: () => ({ transport: wire, cut: () => undefined }),
		calls: () => sandbox.journal.entries,
		close: async () => await sandbox.close(),
	};
}

/** Tells one story from its seed. */
export async function tell(seed: number, breaking: Breaking = intact): Promise<Story> {
	const plan = planOf(seed, allSubjects.length, anyFault);
	const subject = subjectOf(plan, allSubjects);
	return await play(plan, subject, stageFor(plan, subject), breaking);
}
