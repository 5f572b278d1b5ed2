import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import type { Item } from '../../shared/declare/facts';
import type { Result } from '../../shared/declare/failure';
import type { BookingSettings } from '../../shared/run/booking-settings';
import { lookUpOf } from '../../shared/run/booking-settings';
import { perform } from '../../shared/run/perform';
import type { Transport } from '../../shared/run/ports';
import { MeetingNetwork } from './meeting-network';
import { planMeeting, type MeetingPlan, type MeetingSettings } from './meeting-plan';
import { Dice } from './seeded-random';
import { accessFor } from './scenario';
import { setUpSandbox, type Subject } from './subjects';
import { VirtualScheduler } from './virtual-scheduler';
import { dyingPorts, processPorts, sandboxTransport } from './process-ports';

/** How one run of one machine ended. */
export interface MeetingRun {
	machine: number;
	result: Result<Item[]> | 'died';
	durationMs: number;
}

export interface Meeting {
	plan: MeetingPlan;
	subject: Subject;
	runs: readonly MeetingRun[];
	/** How often the carrier booked, and what is live when all have ended. */
	bookingCount: number;
	activeIds: readonly string[];
	/** Bookings that stood there before. */
	existingIds: readonly string[];
	/** Whose cancel it was at which a person cancelled the booking that was left. */
	personCancelledAt?: number;
	/** After a hard meeting: the run of another machine half a minute later, and what is live then. */
	later?: { result: Result<Item[]>; activeIds: readonly string[] };
	calls: readonly string[];
}

const LATER_MS = 30_000;
/** Longer than bookings of one moment are apart. */
const APART_MS = 180_000;

/** Ports, carrier and booking of one meeting. */
function openMeeting(plan: MeetingPlan, subject: Subject, performStep: typeof perform) {
	const sandbox = createSandbox({ seed: plan.seed });
	setUpSandbox(subject, sandbox, plan.lag);
	sandbox.clockSkewMs = plan.clockSkewMs;
	const dice = new Dice(plan.seed ^ 0x3ee7);
	const scheduler = new VirtualScheduler(sandbox.clock);
	const access = accessFor(subject);
	const reference = `WC-${plan.seed}`;
	const { carrier, action } = subject;
	const values = subject.input(reference);
	const book = async (transport: Transport, settings: Partial<BookingSettings> = {}, diesAt?: number) => {
		const ports = scheduler.seesLocks(processPorts(scheduler, transport, dice));
		const booking = { onDuplicate: plan.onDuplicate, ...settings };
		const job = { carrier, action, access, values, booking };
		if (diesAt === undefined) return await performStep(job, ports);
		const dying = dyingPorts(ports, diesAt);
		return await Promise.race([performStep(job, dying.ports), dying.died]);
	};
	/** As a person does at the carrier. */
	const cancelByHand = async (id: string) => {
		const cancel = lookUpOf(action)?.cancel;
		if (!cancel) return;
		const clock = { now: sandbox.clock.now, sleep: async () => undefined };
		const ports = processPorts(clock, sandboxTransport(sandbox), dice);
		await perform({ carrier, action: cancel.action, access, values: cancel.input({ id }) }, ports);
	};
	const activeIds = () => subject.activeIds(sandbox, reference);
	return { sandbox, dice, scheduler, book, cancelByHand, activeIds };
}

function callsOf(sandbox: Sandbox): string[] {
	return sandbox.journal.entries.map(
		(entry) =>
			`${new Date(entry.at).toISOString().slice(14, 23)} ${entry.method} ${entry.path} -> ${entry.status ?? '?'}${entry.committed ? ', done' : ''}`,
	);
}

/** Two or three machines, each with its own memory, locks and limiter, book one reference at once. */
export async function runMeeting(
	seed: number,
	subject: Subject,
	settings: MeetingSettings,
	performStep: typeof perform = perform,
): Promise<Meeting> {
	const plan = planMeeting(seed, settings);
	const { sandbox, dice, scheduler, book, cancelByHand, activeIds } = openMeeting(plan, subject, performStep);
	const transport = sandboxTransport(sandbox);
	if (plan.hasExisting)
		await scheduler.run(async () => {
			for (let made = 0; made < 2; made += 1) {
				await book(transport, { ifExists: 'another' });
				await scheduler.sleep(APART_MS);
			}
		});
	const existingIds = activeIds();
	// A read that lags, or no read of one booking, cannot show what a person has just done.
	const personCancels = plan.personCancels && plan.lag === 0 && lookUpOf(subject.action)?.readFull !== undefined;
	let personCancelledAt: number | undefined;
	const network = new MeetingNetwork(plan, subject, scheduler, dice, transport, async (machine) => {
		const [remaining, ...others] = activeIds();
		if (!personCancels || personCancelledAt !== undefined || remaining === undefined || others.length > 0) return;
		personCancelledAt = machine;
		await cancelByHand(remaining);
	});
	const runs: MeetingRun[] = [];
	const run = async (machine: number, losesAnswer: boolean, diesAt?: number) => {
		const startedAt = scheduler.now();
		const result = await book(network.transportOf(machine, losesAnswer), {}, diesAt);
		runs.push({ machine, result, durationMs: scheduler.now() - startedAt });
		return result;
	};
	await Promise.all(
		plan.fleet.map(
			async ({ startsAt, losesAnswer, diesAt, restartsAfter }, machine) =>
				await scheduler.run(async () => {
					await scheduler.sleep(startsAt);
					const result = await run(machine, losesAnswer, diesAt);
					if (result !== 'died' || restartsAfter === undefined) return;
					await scheduler.sleep(restartsAfter);
					await run(machine, false);
				}),
		),
	);
	await Promise.all(network.stragglers);
	const meeting = { plan, subject, runs, existingIds, personCancelledAt, activeIds: activeIds() };
	const bookingCount = sandbox.journal.entries.filter(
		({ route, committed }) => route === subject.routes.create && committed,
	).length;
	const later = plan.isHard
		? await scheduler.run(async () => {
				await scheduler.sleep(LATER_MS);
				const result = await book(transport);
				if (result === 'died') throw new Error('A machine without a planned death died');
				return { result, activeIds: activeIds() };
			})
		: undefined;
	const calls = callsOf(sandbox);
	await sandbox.close();
	return { ...meeting, bookingCount, later, calls };
}
