import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../set-up/fingerprint.mjs';
import { root } from '../set-up/root.mjs';

const cache = join(root, '.cache/clean');
/** The tools have the versions of the lockfile; how they are called is in this folder. */
const tools = fingerprint(root, ['package-lock.json', 'scripts/lint']);

/**
 * Runs a check, unless it has found nothing in the very same files before: `npm test`, `npm run lint` and `npm run
 * ready` all make the same slow checks. Findings are never remembered.
 */
export async function unlessKnownClean(check, folder, paths, run) {
	const mark = join(cache, fingerprint(folder, paths, [check, tools]));
	if (existsSync(mark)) return { clean: true, output: '' };
	const result = await run();
	if (result.clean) {
		mkdirSync(cache, { recursive: true });
		writeFileSync(mark, '');
	}
	return result;
}
