import type { Clock, Moment } from './clock.types';
import type { Faults } from './faults.types';
import type { WritableJournal } from './journal';
import type { JournalEntry } from './journal.types';
import type { Post } from './post';
import type { LookUpLag } from './look-up-lag';
import { randomStream, type Random } from './random';
import type { Body } from './request-body';

/** One request on its way through a carrier. */
export interface Exchange {
	context: SandboxContext;
	entry: JournalEntry;
	request: Request;
	url: URL;
	/** Scheme and host the carrier was reached on. */
	origin: string;
	body: Body;
	/** Look-ups see the carrier as it was at that moment. */
	asOf: Moment;
	/** Waits on the socket's real time or lets simulated time pass. */
	wait(ms: number): Promise<void>;
}

/** The carrier's screen for webhook addresses that a person pastes. */
export interface PastedWebhooks {
	urls(): string[];
	/** Resolves to false when the carrier tests the address and gets no answer. */
	add(url: string, secret: string): Promise<boolean>;
	remove(url: string): void;
}

/** A carrier as the frame runs it. */
export interface HostedCarrier {
	name: string;
	/** Host names it answers for in process; the first is its home. */
	hosts: readonly string[];
	routes: readonly { name: string; method: string; path: string; effect: 'read' | 'write' }[];
	account(): Record<string, unknown>;
	showcase(): void;
	pastedWebhooks?: PastedWebhooks;
	serve(exchange: Exchange): Promise<Response>;
	/** Ids of the bookings that a courier still has to do with; with when the next step falls due. */
	activeBookings(): { id: string; dueAt: number }[];
	step(id: string): void;
}

/** What all carriers of one sandbox share. */
export interface SandboxContext {
	clock: Clock;
	faults: Faults;
	journal: WritableJournal;
	post: Post;
	random(purpose: string): Random;
	carriers: Map<string, HostedCarrier>;
	/** How far the look-ups of every carrier lag behind. */
	lookUpLag: LookUpLag;
	lagRandom: Random;
	/** How far the clocks differ that date new bookings. */
	clockSkewMs: number;
	skewRandom: Random;
	/** Where each carrier is served on loopback, once it is. */
	loopbackUrls: Map<string, string>;
	/** Address of a carrier for what it sends by itself, such as links in a webhook. */
	baseUrl(name: string): string;
}

export function createContext(
	parts: Pick<SandboxContext, 'clock' | 'faults' | 'journal' | 'post'> & { seed: number | string },
): SandboxContext {
	const carriers = new Map<string, HostedCarrier>();
	const loopbackUrls = new Map<string, string>();
	return {
		...parts,
		carriers,
		lookUpLag: 0,
		lagRandom: randomStream(parts.seed, 'lag'),
		clockSkewMs: 0,
		skewRandom: randomStream(parts.seed, 'skew'),
		loopbackUrls,
		random: (purpose) => randomStream(parts.seed, purpose),
		baseUrl: (name) => loopbackUrls.get(name) ?? `https://${carriers.get(name)?.hosts[0] ?? 'localhost'}`,
	};
}
