import { mapInOrder } from '../../nodes/adapter/map-in-order';
import { createSandbox, type Fault, type Sandbox } from '../../sandbox/carriers';
import type { Item } from '../../shared/declare/facts';
import type { Result } from '../../shared/declare/failure';
import { createSharedLists } from '../../shared/run/shared-lists';
import type { SharedLists } from '../../shared/run/ports';
import { perform } from '../../shared/run/perform';
import { Dice } from './seeded-random';
import { accessFor } from './scenario';
import type { Subject } from './subjects';
import { VirtualScheduler } from './virtual-scheduler';
import { processPorts, sandboxTransport } from './process-ports';

/** How the n8n adapter lets a batch go: in order, so many at once. */
const CONCURRENCY = 5;
const MAX_LATENCY_MS = 120;

/** Everything the carrier does to a request at that moment. */
export type FaultPlan = (at: number, request: { effect?: 'read' | 'write' }) => Fault | undefined;

export interface Batch {
	sandbox: Sandbox;
	/** Books these references, in one process of a host, and gives the results in their order. */
	book(references: readonly string[]): Promise<Result<Item[]>[]>;
	/** Requests so far. */
	requestCount(): number;
	/** The reference of every live booking. */
	activeReferences(): string[];
	setFaultPlan(faultPlan: FaultPlan): void;
}

/** One host, one carrier, and the faults of the weather, on virtual time. */
export function createBatch(seed: number, subject: Subject, faultPlan: FaultPlan): Batch {
	const dice = new Dice(seed);
	const sandbox = createSandbox({ seed });
	subject.withoutRateLimits?.liftLimits(sandbox);
	const { carrier } = subject.withoutRateLimits ?? subject;
	let current = faultPlan;
	sandbox.faults.use({ next: (request) => current(request.at, request) });
	const access = accessFor(subject);
	const turns = new VirtualScheduler(sandbox.clock);
	const transport = sandboxTransport(sandbox);
	const ports = turns.seesLocks(
		processPorts(
			turns,
			{
				...transport,
				send: async (request, access, timeoutMs) => {
					await turns.sleep(5 + dice.below(MAX_LATENCY_MS));
					return await transport.send(request, access, timeoutMs);
				},
			},
			dice,
		),
	);
	const step = async (reference: string, lists: SharedLists) =>
		await turns.run(
			async () =>
				await perform(
					{ carrier, action: subject.action, access, values: subject.input(reference) },
					{ ...ports, lists },
				),
		);
	return {
		sandbox,
		book: async (references) => {
			const lists = turns.seesLists(createSharedLists(references.length));
			const results = await mapInOrder(
				references.length,
				() => CONCURRENCY + lists.waiting,
				async (index, { startMore }) =>
					await lists.track(async () => await step(references[index] ?? '', lists), startMore),
				() => true,
			);
			return results.flatMap((result) => result ?? []);
		},
		requestCount: () => sandbox.journal.entries.length,
		activeReferences: () => subject.activeReferences(sandbox),
		setFaultPlan: (next) => {
			current = next;
		},
	};
}
