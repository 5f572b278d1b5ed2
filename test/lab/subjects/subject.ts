import type { Sandbox } from '../../../sandbox/carriers';
import type { Action } from '../../../shared/declare/action';
import type { Carrier } from '../../../shared/declare/carrier';
import type { JsonObject } from '../../../shared/declare/json';

/** A booking action as the lab tries it: how to ask, and what the carrier then holds. */
export interface Subject {
	carrier: Carrier;
	action: Action;
	connection: JsonObject;
	/** For what cannot have any text as its reference: makes what the booking is about, and gives the reference that it has. */
	prepare?(sandbox: Sandbox): string;
	/** Names of the sandbox's routes. */
	routes: { create: string; lookUp: string };
	input(reference: string): JsonObject;
	/** Ids of the live bookings under a reference, as the carrier sees them. */
	live(sandbox: Sandbox, reference: string): string[];
	/** The reference of every live booking. */
	references(sandbox: Sandbox): string[];
	/** Whether a booking can be looked up; without, the carrier itself refuses doubles. */
	looksUp: boolean;
	secrets: readonly string[];
	/** What tells its bookings apart stands in more places than the reference alone, so it is always given. */
	alwaysNamed?: boolean;
	/** For storms, of a carrier that allows little by itself: the same carrier without its windows, which have tests of their own. */
	unhurried?: { carrier: Carrier; allow(sandbox: Sandbox): void };
}

/** What is told of a carrier's bookings, keyed by the action. */
export type Words = Readonly<Record<string, Omit<Subject, 'carrier' | 'action' | 'looksUp'>>>;
