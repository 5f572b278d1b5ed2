import { createSandbox } from '../../sandbox/carriers';
import { perform } from '../../shared/run/perform';
import { processPorts, sandboxTransport } from './process-ports';
import { accessFor } from './scenario';
import { Dice } from './seeded-random';
import { allSubjects, setUpSandbox, type Subject } from './subjects';

const MINUTE = 60_000;

/** How often a booking is sent when two processes book the same, one shortly after the other. */
async function bookTwice(subject: Subject, lag: number): Promise<number> {
	const sandbox = createSandbox();
	const reference = subject.prepare?.(sandbox) ?? 'WC-1';
	await sandbox.clock.advanceOrSleep(2 * MINUTE);
	setUpSandbox(subject, sandbox, lag);
	const { carrier, action } = subject;
	const job = { carrier, action, access: accessFor(subject), values: subject.input(reference) };
	const clock = { now: sandbox.clock.now, sleep: sandbox.clock.advanceOrSleep };
	for (const seed of [1, 2]) await perform(job, processPorts(clock, sandboxTransport(sandbox), new Dice(seed)));
	const { create } = subject.routes;
	const sent = sandbox.journal.find({ route: create }).length;
	await sandbox.close();
	return sent;
}

const named = (list: readonly Subject[]) =>
	list.map((subject) => [`${subject.carrier.title}, ${subject.action.title}`, subject] as const);
const lagging = allSubjects.filter(({ lookUps }) => lookUps === 'lagging');
const upToDate = allSubjects.filter(({ lookUps }) => lookUps !== 'lagging');

test.each(named(lagging))(
	'%s: a look-up that is behind misses the booking, one that is up to date finds it',
	async (_, subject) => {
		expect(await bookTwice(subject, 0)).toBe(1);
		expect(await bookTwice(subject, MINUTE)).toBe(2);
	},
);

test.each(named(upToDate))('%s: is tried without lag, and says why', (name, { lookUps }) => {
	const reason = lookUps === 'lagging' ? '' : lookUps.upToDate;
	process.stdout.write(`without look-up lag: ${name}: ${reason}\n`);
	expect(reason.length).toBeGreaterThan(20);
});
