import { createRequire } from 'node:module';
import { join } from 'node:path';

/** One call of the platform, as its own servers make it. */
export interface CoreEvent {
	command: 'execute' | 'validate' | 'definition';
	method?: string;
	bundle?: object;
	storeKey?: string;
	rpc_base?: string;
	calledFromCli?: boolean;
	customLogger?(message: string, data: object): void;
}

interface Core {
	createAppHandler(app: object): (event: CoreEvent) => Promise<{ results: unknown }>;
}

/** The real platform core lives in zapier/, with an install of its own. */
const core: Core = createRequire(join(__dirname, '..', '..', '..', 'zapier', 'package.json'))('zapier-platform-core');

export const createAppHandler = core.createAppHandler;
