import { createLimiter } from '../../shared/run/limiter';
import { createLocks } from '../../shared/run/locks';
import { createSecretStore } from '../../shared/run/secret-store';
import type { Access } from '../../shared/declare/connection';
import type { Ports } from '../../shared/run/ports';
import { inputFiles } from './input-files';
import { cacheStore } from './cache-store';
import type { ZObject } from './platform';
import { createTransport } from './transport';

/** One object, so that all that waits in this process waits by it. */
export const clock: Pick<Ports, 'now' | 'sleep'> = {
	now: () => Date.now(),
	sleep: async (ms) => await new Promise((resolve) => setTimeout(resolve, ms)),
};

/** For this process: the platform runs a few steps in each, one after the other. */
const limiter = createLimiter(clock);
const locks = createLocks();
/** For this process, too, because the platform's cache is one for all users of the app. */
const secrets = createSecretStore();

/** `base`: where the connection is, for the files that a form names. */
export const portsOf = (z: ZObject, { base }: Pick<Access, 'base'>): Ports => ({
	transport: createTransport(z),
	...clock,
	random: Math.random,
	store: cacheStore(z),
	secrets,
	limiter,
	locks,
	files: inputFiles(z, base),
});
