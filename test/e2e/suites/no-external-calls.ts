import { existsSync, readFileSync } from 'node:fs';

import { expect } from '../checks';
import type { E2eEnvironment } from '../environment';

/** Last, so that everything before it has had its chance. */
export async function noExternalCalls({ checks: { check }, externalCallsFile }: E2eEnvironment): Promise<void> {
	await check('n8n has called nobody outside this machine', async () => {
		const calls = existsSync(externalCallsFile)
			? [...new Set(readFileSync(externalCallsFile, 'utf8').trim().split('\n'))]
			: [];
		expect(calls.length === 0, `It ${calls.join(', ')}`);
		await Promise.resolve();
	});
}
