import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ignoredFolders = new Set(['node_modules', 'build', 'dist', '.cache']);

function filesUnder(path) {
	if (!existsSync(path)) return [];
	if (statSync(path).isFile()) return [path];
	return readdirSync(path, { withFileTypes: true })
		.filter((entry) => !ignoredFolders.has(entry.name))
		.sort((a, b) => (a.name < b.name ? -1 : 1))
		.flatMap((entry) => filesUnder(join(path, entry.name)));
}

/** One hash of files and whole folders: names and contents. */
export function fingerprint(folder, paths, extra = []) {
	const hash = createHash('sha256');
	for (const word of extra) hash.update(`${word}\0`);
	for (const path of paths) {
		for (const file of filesUnder(join(folder, path))) {
			hash
				.update(`${file.slice(folder.length)}\0`)
				.update(readFileSync(file))
				.update('\0');
		}
	}
	return hash.digest('hex');
}
