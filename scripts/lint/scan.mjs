import { SOURCE_FILE_PATTERNS, analyzePackage } from '@n8n/scan-community-package/scanner/scanner.mjs';
import { unlessKnownClean } from './known-clean.mjs';

const legs = {
	source: { patterns: SOURCE_FILE_PATTERNS, reads: ['package.json', 'nodes', 'credentials'] },
	tarball: { patterns: ['**/*.js', 'package.json'], reads: ['package.json', 'dist'] },
};

/** The checks of n8n's package scan on a folder: the sources it fetches, or the tarball it unpacks. */
export async function scan(leg, folder) {
	const { patterns, reads } = legs[leg];
	return await unlessKnownClean(`scan of the ${leg}`, folder, reads, async () => {
		const { passed, message = '', details = '' } = await analyzePackage(folder, patterns);
		return { clean: passed, output: [message, details].filter((part) => part !== '').join('\n') };
	});
}

/** Several scans in one process, which loads the scanner once. */
export async function scanAll(jobs) {
	const results = [];
	for (const [leg, folder] of jobs) results.push(await scan(leg, folder));
	return results;
}
