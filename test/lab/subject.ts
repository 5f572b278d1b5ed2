import type { Sandbox } from '../../sandbox/carriers';
import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import type { JsonObject } from '../../shared/json';

/** A booking action as the lab tries it: its request, and what the carrier then holds. */
export interface Subject {
	carrier: Carrier;
	action: Action;
	connection: JsonObject;
	/** For a reference that cannot be any text: creates the subject of the booking, and returns its reference. */
	prepare?(sandbox: Sandbox): string;
	/** Settings of the embedded carrier for every scenario. */
	setUp?(sandbox: Sandbox): void;
	/** Names of the sandbox's routes. */
	routes: { create: string; lookUp: string };
	input(reference: string): JsonObject;
	/** Ids of the live bookings under a reference, as the carrier sees them. */
	activeIds(sandbox: Sandbox, reference: string): string[];
	/** The reference of every live booking. */
	activeReferences(sandbox: Sandbox): string[];
	/** Whether a booking can be looked up. If not, the carrier itself refuses duplicates. */
	hasLookUp: boolean;
	/** Whether the carrier's look-ups may lag behind its bookings, or why they never do. */
	lookUps: 'lagging' | { upToDate: string };
	/** The carrier's response where a broken pipeline invents one. */
	responses?: { nothingFound?: { status: number; body: unknown }; booked?: unknown };
	/** A refusal in the carrier's own form. */
	refusal: { status: number; body: unknown };
	secrets: readonly string[];
	/** The value that distinguishes its bookings appears in more places than the reference, so it is always given. */
	requiresReference?: boolean;
	/** Bookings in one batch of the storms. A look-up that reads a whole list makes many take too long. */
	batchSize?: number;
	/**
	 * For storms, if the carrier has low limits: the same carrier without its windows. The windows have their own
	 * tests.
	 */
	withoutRateLimits?: { carrier: Carrier; liftLimits(sandbox: Sandbox): void };
}

/** A carrier's bookings, keyed by the action. */
export type SubjectDefinitions = Readonly<
	Record<string, Omit<Subject, 'carrier' | 'action' | 'hasLookUp' | 'setUp' | 'refusal'>>
>;

/** What test/carriers/<carrier>/lab.ts exports as `lab`. */
export interface CarrierLab {
	subjects: SubjectDefinitions;
	refusal: Subject['refusal'];
	/** Settings of the embedded carrier for every scenario. */
	setUp?(sandbox: Sandbox): void;
}
