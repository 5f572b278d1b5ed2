import { existsSync, readFileSync } from 'node:fs';

import { expect } from '../checks';
import type { World } from '../world';

/** Last, so that everything before it has had its chance. */
export async function nobodyOutside({ checks: { check }, outside }: World): Promise<void> {
	await check('n8n has called nobody outside this machine', async () => {
		const calls = existsSync(outside) ? [...new Set(readFileSync(outside, 'utf8').trim().split('\n'))] : [];
		expect(calls.length === 0, `It ${calls.join(', ')}`);
		await Promise.resolve();
	});
}
