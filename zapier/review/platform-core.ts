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

/** The real platform core, from the packages installed in zapier/. */
const requireCore = createRequire(join(__dirname, '..', 'package.json'));
const core: Core = requireCore('zapier-platform-core');

/** The core ends its process once its memory has grown, and expects a restart. Here the process also runs the tests. */
const limits: { KILL_MAX_LIMIT: number } = requireCore('zapier-platform-core/src/constants');
limits.KILL_MAX_LIMIT = Infinity;

/**
 * The core copies, compiles and freezes the whole app twice in each call, because on the platform a process has few
 * calls. A frozen copy stays as it is, so here it is made once for each app.
 */
const schema: { prepareApp(app: object): object } = requireCore('zapier-platform-core/src/tools/schema');
const { prepareApp } = schema;
const prepared = new WeakMap<object, object>();
schema.prepareApp = (app) => {
	const known = prepared.get(app) ?? prepareApp(app);
	prepared.set(app, known);
	return known;
};

/**
 * Runs an app as the CLI runs it: same code, stricter checks, no memory report on the screen. The platform's own
 * servers also replace http.request, for the whole process and permanently, by one that drops a third argument.
 */
export function createAppHandler(app: object): (event: CoreEvent) => Promise<{ results: unknown }> {
	const handler = core.createAppHandler(app);
	return async (event) => await handler({ ...event, calledFromCli: true });
}
