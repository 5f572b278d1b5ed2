import { createLimiter } from '../../shared/run/limiter';
import { createLocks } from '../../shared/run/locks';
import type { Ports } from '../../shared/run/ports';
import { givenFiles } from './given-files';
import { cacheMemory } from './memory';
import type { ZObject } from './platform';
import { createTransport } from './transport';

const now = (): number => Date.now();
const sleep = async (ms: number): Promise<void> => await new Promise((resolve) => setTimeout(resolve, ms));

/** Of this process: the platform runs a few steps in each, one after the other. */
const limiter = createLimiter({ now, sleep });
const locks = createLocks();

export const portsOf = (z: ZObject): Ports => ({ transport: createTransport(z), now, sleep, random: Math.random, memory: cacheMemory(z), limiter, locks, files: givenFiles(z) });
