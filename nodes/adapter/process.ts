import { sleep } from 'n8n-workflow';

import { createLimiter } from '../../shared/run/limiter';
import { createLocks } from '../../shared/run/locks';
import { createMemory } from '../../shared/run/memory';

/** What all runs in one n8n process share, so that they keep the carrier's pace together and never book the same reference side by side. */
const now = (): number => Date.now();

export const clock = { now, sleep: async (ms: number): Promise<void> => await sleep(ms) };
export const memory = createMemory(now);
export const limiter = createLimiter(clock);
export const locks = createLocks();

/** Bookings of runs that n8n may run again, by run key. */
export const finished = createMemory(now, 2_000);
