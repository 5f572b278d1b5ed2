import { sleep } from 'n8n-workflow';

import { createEventMemory } from '../../shared/events/event-memory';
import { createLimiter } from '../../shared/run/limiter';
import { createLocks } from '../../shared/run/locks';
import type { Failure } from '../../shared/declare/failure';
import { createMemory, createMemoryStore } from '../../shared/run/memory-store';
import { createSecretStore } from '../../shared/run/secret-store';

/**
 * Shared by all runs in one n8n process, so that together they respect the carrier's rate limit and never book the same
 * reference in parallel.
 */
const now = (): number => Date.now();

export const clock = { now, sleep: async (ms: number): Promise<void> => await sleep(ms) };
export const store = createMemoryStore(now);
/** Tokens are stored only here: anyone who can open a workflow can read n8n's static data. */
export const secrets = createSecretStore();
export const limiter = createLimiter(clock);
export const locks = createLocks();

/** Events that webhook triggers have emitted. */
export const emittedEvents = createEventMemory();

/** Bookings of runs that n8n may run again, by run key. */
export const finishedBookings = createMemoryStore(now, 2_000);

/** Definite refusals of runs that n8n may run again, by run key. */
export const definiteRefusals = createMemory<Failure>(now, 2_000);
