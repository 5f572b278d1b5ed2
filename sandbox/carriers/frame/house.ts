import type { Clock } from './clock.types';
import type { Faults } from './faults.types';
import type { KeptJournal } from './journal';
import type { Post } from './post.types';
import { randomStream, type Random } from './random';
import type { Visit } from './visit';

/** A carrier as the frame runs it, whatever is inside. */
export interface Resident {
	name: string;
	/** Host names it answers for in process; the first is its home. */
	hosts: readonly string[];
	serve(visit: Visit): Promise<Response>;
	/** Ids of the bookings that a courier still has to do with; with when the next step falls due. */
	live(): { id: string; dueAt: number }[];
	step(id: string): void;
}

/** What all carriers of one sandbox share. */
export interface House {
	clock: Clock;
	faults: Faults;
	journal: KeptJournal;
	post: Post;
	random(purpose: string): Random;
	residents: Map<string, Resident>;
	/** Where each carrier is served on loopback, once it is. */
	loopback: Map<string, string>;
	/** Address of a carrier for what it sends by itself, such as links in a webhook. */
	home(name: string): string;
}

export function makeHouse(
	parts: Pick<House, 'clock' | 'faults' | 'journal' | 'post'> & { seed: number | string },
): House {
	const residents = new Map<string, Resident>();
	const loopback = new Map<string, string>();
	return {
		...parts,
		residents,
		loopback,
		random: (purpose) => randomStream(parts.seed, purpose),
		home: (name) => loopback.get(name) ?? `https://${residents.get(name)?.hosts[0] ?? 'localhost'}`,
	};
}
