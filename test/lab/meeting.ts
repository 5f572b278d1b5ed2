import { createSandbox } from '../../sandbox/carriers';
import type { Item } from '../../shared/declare/facts';
import type { Result } from '../../shared/declare/failure';
import type { BookingSettings } from '../../shared/run/booking-settings';
import { perform } from '../../shared/run/perform';
import type { Transport } from '../../shared/run/ports';
import { Dice } from './random';
import { isBooking } from './requests';
import { accessFor } from './scenario';
import type { Subject } from './subjects';
import { Turns } from './turns';
import { processOn, wireTo } from './world';

/** How two or three processes of hosts meet at one reference. */
export interface Circumstances {
	onDouble: BookingSettings['onDouble'];
	/** How far look-ups stand behind, in milliseconds. */
	lag: number | { from: number; to: number };
}

export interface Meeting {
	seed: number;
	results: readonly Result<Item[]>[];
	/** How often the carrier booked, and what is live in the end. */
	booked: number;
	live: readonly string[];
	calls: readonly string[];
}

/** Milliseconds within which all of them start, and the longest way to the carrier or back. */
export const WITHIN_MS = 1_000;
const LONGEST_WAY_MS = 400;

/** A process's wire, with a length of its own each time, on which the answer to the first booking may be lost. */
function unsteady(wire: Transport, turns: Turns, dice: Dice): Transport {
	let losing = dice.chance(0.1);
	return {
		...wire,
		send: async (request, access, timeoutMs) => {
			await turns.sleep(10 + dice.below(LONGEST_WAY_MS));
			const sent = await wire.send(request, access, timeoutMs);
			await turns.sleep(10 + dice.below(LONGEST_WAY_MS));
			if (!losing || !isBooking(request)) return sent;
			losing = false;
			return { lost: { sent: 'maybe', why: 'the connection was closed' } };
		},
	};
}

/** Two or three processes, each with its own memory, locks and limiter, book one reference at once. */
export async function meet(seed: number, subject: Subject, { onDouble, lag }: Circumstances): Promise<Meeting> {
	const dice = new Dice(seed);
	const sandbox = createSandbox({ seed });
	sandbox.cubyn.settings.cancellationMs = 1_000;
	sandbox.cyke.settings.lookUpLag = lag;
	sandbox.cubyn.settings.lookUpLag = lag;
	sandbox.deliverit.settings.lookUpLag = lag;
	const access = accessFor(subject);
	const turns = new Turns(sandbox.clock);
	const wire = wireTo(sandbox);
	const reference = `WC-${seed}`;
	const order = { carrier: subject.carrier, action: subject.action, access, values: subject.input(reference), booking: { onDouble } };
	const runs = Array.from({ length: dice.chance(0.2) ? 3 : 2 }, async () =>
		await turns.take(async () => {
			await turns.sleep(dice.below(WITHIN_MS));
			return await perform(order, processOn(turns, unsteady(wire, turns, dice), dice));
		}),
	);
	const results = await Promise.all(runs);
	const entries = sandbox.journal.entries;
	await sandbox.close();
	return {
		seed,
		results,
		booked: entries.filter((entry) => entry.route === subject.routes.create && entry.committed).length,
		live: subject.live(sandbox, reference),
		calls: entries.map((entry) => `${new Date(entry.at).toISOString().slice(14, 23)} ${entry.method} ${entry.path} -> ${entry.status ?? '?'}${entry.committed ? ', done' : ''}`),
	};
}
