import { inOrder } from '../../nodes/adapter/pool';
import { createSandbox, type Fault, type Sandbox } from '../../sandbox/carriers';
import type { Item } from '../../shared/declare/facts';
import type { Result } from '../../shared/declare/failure';
import { perform } from '../../shared/run/perform';
import { Dice } from './random';
import { accessFor } from './scenario';
import type { Subject } from './subjects';
import { Turns } from './turns';
import { processOn, wireTo } from './world';

/** How the n8n adapter lets a batch go: in order, so many at once. */
const AT_ONCE = 5;
const LONGEST_WAY_MS = 120;

/** Everything the carrier does to a request at that moment. */
export type Weather = (at: number, request: { effect?: 'read' | 'write' }) => Fault | undefined;

export interface Batch {
	sandbox: Sandbox;
	/** Books these references, in one process of a host, and gives the results in their order. */
	book(references: readonly string[]): Promise<Result<Item[]>[]>;
	/** Requests so far. */
	requests(): number;
	/** The reference of every live booking. */
	live(): string[];
	change(weather: Weather): void;
}

/** One host, one carrier, and whatever the weather brings, on virtual time. */
export function batchOf(seed: number, subject: Subject, weather: Weather): Batch {
	const dice = new Dice(seed);
	const sandbox = createSandbox({ seed });
	subject.unhurried?.allow(sandbox);
	const { carrier } = subject.unhurried ?? subject;
	let now = weather;
	sandbox.faults.use({ next: (request) => now(request.at, request) });
	const access = accessFor(subject);
	const turns = new Turns(sandbox.clock);
	const wire = wireTo(sandbox);
	const ports = processOn(
		turns,
		{
			...wire,
			send: async (request, way, timeoutMs) => {
				await turns.sleep(5 + dice.below(LONGEST_WAY_MS));
				return await wire.send(request, way, timeoutMs);
			},
		},
		dice,
	);
	const step = async (reference: string) =>
		await turns.take(async () => await perform({ carrier, action: subject.action, access, values: subject.input(reference) }, ports));
	return {
		sandbox,
		book: async (references) => {
			const results = await inOrder(references.length, AT_ONCE, async (index) => await step(references[index] ?? ''), () => true);
			return results.flatMap((result) => result ?? []);
		},
		requests: () => sandbox.journal.entries.length,
		live: () => subject.references(sandbox),
		change: (next) => {
			now = next;
		},
	};
}
