import { createSandbox, type JournalEntry, type Sandbox } from '../../sandbox/carriers';
import type { Item } from '../../shared/declare/action';
import type { Result } from '../../shared/declare/failure';
import { connect } from '../../shared/run/connect';
import { perform } from '../../shared/run/perform';
import type { Ports } from '../../shared/run/ports';
import { judge, type Finding } from './judge';
import { planOf, type Plan } from './plan';
import { Dice } from './random';
import { subjects, type Subject } from './subjects';
import { dyingPorts, processOn, wireTo, type Wire } from './world';

/** What one step of one run came to. */
export interface Ending {
	run: number;
	result: Result<Item[]> | 'died';
	/** Requests of this run, by their number in the journal. */
	from: number;
	to: number;
}

export interface Story {
	plan: Plan;
	subject: Subject;
	reference: string;
	endings: readonly Ending[];
	journal: readonly JournalEntry[];
	/** Ids of live bookings at the end, and the most there ever were. */
	live: readonly string[];
	most: number;
	findings: readonly Finding[];
}

/** A way to spoil the road, so that the lab can show that it would notice. */
export type Breaking = (ports: Ports, sandbox: Sandbox) => Ports;

const intact: Breaking = (ports) => ports;

function scheduleFaults(sandbox: Sandbox, plan: Plan, subject: Subject, wire: Wire): void {
	const counts: Record<string, number> = {};
	const planned: Readonly<Record<string, Plan['creates']>> = { [subject.routes.create]: plan.creates, [subject.routes.lookUp]: plan.lookUps };
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

/** Tells one story from its seed. */
export async function tell(seed: number, breaking: Breaking = intact): Promise<Story> {
	const plan = planOf(seed, subjects.length);
	const subject = subjects[plan.subject];
	if (!subject) throw new Error('There is nothing to try');
	const reference = `WC-${seed}`;
	const sandbox = createSandbox({ seed });
	sandbox.cyke.settings.lookUpLag = plan.lag;
	sandbox.deliverit.settings.lookUpLag = plan.lag;
	const wire = wireTo(sandbox);
	scheduleFaults(sandbox, plan, subject, wire);
	const access = connect(subject.carrier, subject.connection);
	if (!access.ok) throw new Error(access.failure.message);

	const dice = new Dice(seed ^ 0x5eed);
	const clock = { now: sandbox.clock.now, sleep: sandbox.clock.pass };
	let process = breaking(processOn(clock, wire, dice), sandbox);
	const endings: Ending[] = [];
	let most = 0;
	for (const [run, { together, diesAt, after }] of plan.runs.entries()) {
		await sandbox.clock.pass(after);
		const from = sandbox.journal.entries.length;
		const dying = diesAt === undefined ? undefined : dyingPorts(process, diesAt);
		const ports = dying?.ports ?? process;
		const step = async () => await perform({ carrier: subject.carrier, action: subject.action, access: access.value, values: subject.input(reference) }, ports);
		const steps = Array.from({ length: together }, step);
		const results = await Promise.all(steps.map(async (each) => await Promise.race([each, ...(dying ? [dying.died] : [])])));
		const to = sandbox.journal.entries.length;
		for (const result of results) endings.push({ run, result, from, to });
		most = Math.max(most, subject.live(sandbox, reference).length);
		if (results.includes('died')) process = breaking(processOn(clock, wire, dice), sandbox);
	}
	const story = { plan, subject, reference, endings, journal: sandbox.journal.entries, live: subject.live(sandbox, reference), most };
	await sandbox.close();
	return { ...story, findings: judge(story) };
}
