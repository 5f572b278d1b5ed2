import { createRequire } from 'node:module';
import { join } from 'node:path';

/** One call of the platform, as its own servers make it. */
export interface CoreEvent {
	command: 'execute' | 'validate' | 'definition';
	method?: string;
	bundle?: object;
	storeKey?: string;
	rpc_base?: string;
	customLogger?(message: string, data: object): void;
}

interface Core {
	createAppHandler(app: object): (event: CoreEvent & { calledFromCli: boolean }) => Promise<{ results: unknown }>;
}

/** The real platform core lives in zapier/, with an install of its own. */
const requireCore = createRequire(join(__dirname, '..', '..', '..', 'zapier', 'package.json'));
const core: Core = requireCore('zapier-platform-core');

/** The core ends its process when that has grown, and expects to be started anew. Here the process is a test's, with much else in it. */
const limits: { KILL_MAX_LIMIT: number } = requireCore('zapier-platform-core/src/constants');
limits.KILL_MAX_LIMIT = Infinity;

/**
 * Runs an app as the CLI runs it: same code, stricter checks, no memory report on the screen. Above all, the platform's own
 * servers replace http.request by one that loses a third argument, for all that runs in the process, and for good.
 */
export function createAppHandler(app: object): (event: CoreEvent) => Promise<{ results: unknown }> {
	const handler = core.createAppHandler(app);
	return async (event) => await handler({ ...event, calledFromCli: true });
}
