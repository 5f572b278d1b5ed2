import { createSandbox, type Fault, type Sandbox } from '../../sandbox/carriers';
import type { Item } from '../../shared/declare/facts';
import { lookUpOf } from '../../shared/run/booking-settings';
import { perform } from '../../shared/run/perform';
import { processPorts, sandboxTransport } from './process-ports';
import { accessFor } from './scenario';
import { Dice } from './seeded-random';
import { allSubjects, setUpSandbox, type Subject } from './subjects';

const MINUTE = 60_000;
/** Shows the carrier as it was before any booking: an empty list in the carrier's own form. */
const EMPTY: Fault = { kind: 'lag', ms: 9 * MINUTE };

const lagging = allSubjects
	.filter(({ lookUps }) => lookUps === 'lagging')
	.map((subject) => [`${subject.carrier.title}, ${subject.action.title}`, subject] as const);

/** A carrier whose nth look-ups from now on are empty although the booking is there. */
function openCarrier(subject: Subject) {
	const sandbox = createSandbox();
	const reference = subject.prepare?.(sandbox) ?? 'WC-1';
	setUpSandbox(subject, sandbox, 0);
	const { carrier, action, routes } = subject;
	const clock = { now: sandbox.clock.now, sleep: sandbox.clock.advanceOrSleep };
	const book = async (): Promise<Item> => {
		const job = { carrier, action, access: accessFor(subject), values: subject.input(reference) };
		const result = await perform(job, processPorts(clock, sandboxTransport(sandbox), new Dice(1)));
		if (!result.ok || !result.value[0]) throw new Error(JSON.stringify(result));
		return result.value[0];
	};
	const committed = (route: string) => sandbox.journal.entries.filter((each) => each.route === route && each.committed);
	return {
		sandbox,
		book,
		emptyLookUps: (nth: number[]) => void sandbox.faults.add({ route: routes.lookUp, fault: EMPTY, nth }),
		loseAnswer: () => void sandbox.faults.once({ route: routes.create }, { kind: 'reset', phase: 'after' }),
		bookings: () => committed(routes.create).length,
		activeIds: () => subject.activeIds(sandbox, reference),
	};
}

/** What was there before any booking stays visible. */
const settle = async (sandbox: Sandbox) => await sandbox.clock.advanceOrSleep(10 * MINUTE);

test.each(lagging)('%s: one empty list after a lost answer does not book again', async (_name, subject) => {
	const carrier = openCarrier(subject);
	await settle(carrier.sandbox);
	carrier.loseAnswer();
	carrier.emptyLookUps([2]);
	const item = await carrier.book();
	expect(carrier.bookings()).toBe(1);
	expect(carrier.activeIds()).toEqual([item.id]);
	await carrier.sandbox.close();
});

test.each(lagging)('%s: an empty list before a second run is noticed after it has booked', async (_name, subject) => {
	const carrier = openCarrier(subject);
	await settle(carrier.sandbox);
	await carrier.book();
	await carrier.sandbox.clock.advanceOrSleep(20_000);
	carrier.emptyLookUps([1]);
	const again = await carrier.book();
	expect(carrier.activeIds()).toContain(again.id);
	const hasBoth = carrier.activeIds().length > 1;
	// What the carrier refuses by itself, or takes back, is not there twice.
	if (lookUpOf(subject.action)?.cancel) expect(hasBoth).toBe(false);
	if (carrier.bookings() > 1) expect(JSON.stringify(again.warnings)).toMatch(/in the same moment/);
	await carrier.sandbox.close();
});
