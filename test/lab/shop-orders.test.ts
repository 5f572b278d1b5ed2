import { createSandbox } from '../../sandbox/carriers';
import { perform } from '../../shared/run/perform';
import { orderFor, rulesFor } from '../shops/order-steps/orders';
import { processPorts, sandboxTransport } from './process-ports';
import { runMany } from './run-many';
import { anyFault } from './scenario-plan';
import { accessFor } from './scenario';
import { Dice } from './seeded-random';
import { orderSubjects, setUpSandbox } from './subjects';

test('every carrier that books shop orders is tried', () => {
	expect(orderSubjects.map(({ carrier }) => carrier.id).sort()).toEqual(['cubyn', 'cyke', 'deliverit', 'hubrise']);
});

test('60 rounds of Book Shop Order at every carrier: no duplicate, no lost booking, no leaked secret', async () =>
	await runMany(0, 60, orderSubjects));

/** By each of the shops' own words for it. */
const notOurs = [
	{ status: 'cancelled', cancelled_at: '2026-11-24T09:00:00+01:00' },
	{ status: 'refunded', financial_status: 'refunded' },
	{ status: 'pending', financial_status: 'pending' },
	{ shipping_lines: [{ method_id: 'local_pickup', code: 'pickup', title: 'Store Pickup' }] },
];

test.each(orderSubjects)('$carrier.title: under faults, an order that is not ours is never sent', async (subject) => {
	for (let seed = 0; seed < 40; seed += 1) {
		const dice = new Dice(seed);
		const sandbox = createSandbox({ seed });
		setUpSandbox(subject, sandbox, { from: 0, to: 0 });
		sandbox.faults.use({ next: () => (dice.chance(0.7) ? anyFault(dice) : undefined) });
		const ports = processPorts(
			{ now: sandbox.clock.now, sleep: sandbox.clock.advanceOrSleep },
			sandboxTransport(sandbox),
			dice,
		);
		const change = notOurs[seed % notOurs.length] ?? {};
		const order = orderFor(subject.carrier.id)(change);
		const { carrier, action } = subject;
		const values = { order, ...rulesFor(carrier.id) };
		const result = await perform({ carrier, action, access: accessFor(subject), values, booking: {} }, ports);
		expect(result).toMatchObject({ ok: true, value: [{ outcome: 'left_out' }] });
		expect(sandbox.journal.entries).toEqual([]);
		await sandbox.close();
	}
});
