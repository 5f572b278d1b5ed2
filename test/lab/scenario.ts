import type { Sandbox } from '../../sandbox/carriers';
import type { Item } from '../../shared/declare/facts';
import type { Access } from '../../shared/declare/connection';
import type { Result } from '../../shared/declare/failure';
import { connect } from '../../shared/run/connect';
import { perform } from '../../shared/run/perform';
import type { Ports, Transport } from '../../shared/run/ports';
import { judge, type Finding } from './judge';
import type { Plan } from './plan';
import { Dice } from './random';
import type { Subject } from './subjects';
import { dyingPorts, processOn } from './world';

/** What one step of one run came to. */
export interface Ending {
	run: number;
	result: Result<Item[]> | 'died';
	/** Milliseconds from its start. */
	took: number;
	/** Requests of this run, by their number among the calls. */
	from: number;
	to: number;
}

/** A request as a story tells it. */
export interface Call {
	at: number;
	method: string;
	path: string;
	route?: string;
	/** As the client saw it. */
	status?: number;
	lost?: { code: string };
	/** Whether the carrier booked, changed or cancelled something, whatever the client saw. */
	committed: boolean;
	fault?: object;
}

export interface Story {
	plan: Plan<unknown>;
	subject: Subject;
	reference: string;
	endings: readonly Ending[];
	calls: readonly Call[];
	/** Ids of live bookings at the end, and the most there ever were. */
	live: readonly string[];
	most: number;
	findings: readonly Finding[];
}

/** Where a story is played: the carriers, the way to them, and the time. */
export interface Stage {
	sandbox: Sandbox;
	clock: Pick<Ports, 'now' | 'sleep'>;
	access: Access;
	/** The wire of one process of the host; `cut` is what the process's death does to requests under way. */
	openWire(): { transport: Transport; cut(): void };
	calls(): readonly Call[];
	close(): Promise<void>;
}

/** A way to spoil the road, so that the lab can show that it would notice. */
export type Breaking = (ports: Ports, sandbox: Sandbox) => Ports;

export const intact: Breaking = (ports) => ports;

export function accessFor(subject: Subject, more: Parameters<typeof connect>[1] = {}): Access {
	const access = connect(subject.carrier, { ...subject.connection, ...more });
	if (!access.ok) throw new Error(access.failure.message);
	return access.value;
}

export function subjectOf(plan: Plan<unknown>, subjects: readonly Subject[]): Subject {
	const subject = subjects[plan.subject];
	if (!subject) throw new Error('There is nothing to try');
	return subject;
}

/** Plays the runs of one plan and judges what came of them. */
export async function play(plan: Plan<unknown>, subject: Subject, stage: Stage, breaking: Breaking): Promise<Story> {
	const { sandbox, clock, access } = stage;
	const reference = subject.prepare?.(sandbox) ?? `WC-${plan.seed}`;
	// What it is about was there long before.
	if (subject.prepare) await clock.sleep(10_000);
	// Whoever has doubles undone waits longer, and could undo what is none.
	const booking = { onDouble: plan.seed % 4 === 0 ? ('undo' as const) : ('report' as const) };
	sandbox.cyke.settings.lookUpLag = plan.lag;
	sandbox.cubyn.settings.lookUpLag = plan.lag;
	sandbox.cubyn.settings.cancellationMs = 1_000;
	sandbox.deliverit.settings.lookUpLag = plan.lag;
	const dice = new Dice(plan.seed ^ 0x5eed);
	const open = () => {
		const { transport, cut } = stage.openWire();
		return { ports: breaking(processOn(clock, transport, dice), sandbox), cut };
	};
	let process = open();
	const endings: Ending[] = [];
	let most = 0;
	for (const [run, { together, diesAt, after }] of plan.runs.entries()) {
		await clock.sleep(after);
		const from = stage.calls().length;
		const began = clock.now();
		const dying = diesAt === undefined ? undefined : dyingPorts(process.ports, diesAt);
		const step = async (): Promise<Pick<Ending, 'result' | 'took'>> => {
			const order = { carrier: subject.carrier, action: subject.action, access, values: subject.input(reference), booking };
			const result = await Promise.race([perform(order, dying?.ports ?? process.ports), ...(dying ? [dying.died] : [])]);
			return { result, took: clock.now() - began };
		};
		const ended = await Promise.all(Array.from({ length: together }, step));
		const to = stage.calls().length;
		for (const each of ended) endings.push({ run, ...each, from, to });
		most = Math.max(most, subject.live(sandbox, reference).length);
		if (!ended.some(({ result }) => result === 'died')) continue;
		process.cut();
		process = open();
	}
	const story = { plan, subject, reference, endings, calls: stage.calls(), live: subject.live(sandbox, reference), most };
	await stage.close();
	return { ...story, findings: judge(story) };
}
