import type { World } from '../world';
import { makeCredentials } from './credential';
import { seeErrors } from './errors';
import { sendFile } from './file';
import { fillForms } from './fill';
import { findNodes } from './find';
import { openForms } from './forms';
import { nobodyOutside } from './outside';
import { runReadyWorkflows } from './ready';
import { signIn } from './sign-in';
import { useAsTool } from './tool';
import { fireTriggers } from './triggers';

/** In the order in which a new user meets them. */
export const chapters: Readonly<Record<string, (world: World) => Promise<void>>> = {
	'sign-in': signIn,
	find: findNodes,
	credential: makeCredentials,
	fill: fillForms,
	file: sendFile,
	errors: seeErrors,
	// Before the couriers ride ahead of n8n's own clock.
	ready: runReadyWorkflows,
	triggers: fireTriggers,
	tool: useAsTool,
	forms: openForms,
	outside: nobodyOutside,
};
