import { SOURCE_FILE_PATTERNS, analyzePackage } from '@n8n/scan-community-package/scanner/scanner.mjs';

const legs = { source: SOURCE_FILE_PATTERNS, tarball: ['**/*.js', 'package.json'] };

/** The checks of n8n's package scan on a folder: the sources it fetches, or the tarball it unpacks. */
export async function scan(leg, folder) {
	const { passed, message = '', details = '' } = await analyzePackage(folder, legs[leg]);
	return { clean: passed, said: [message, details].filter((part) => part !== '').join('\n') };
}
