import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../set-up/root.mjs';

const folder = join(root, 'packages');

/** The folders of the n8n packages: the root with every carrier, then the packages with one. */
export const packageFolders = [
	'.',
	...(existsSync(folder) ? readdirSync(folder) : []).sort().map((name) => `packages/${name}`),
];

export const manifestOf = (path) => JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));

/** The folder of the package with this name. */
export function folderOf(name) {
	const found = packageFolders.find((path) => manifestOf(path).name === name);
	if (!found) throw new Error(`There is no package ${name}: ${packageFolders.map((path) => manifestOf(path).name)}`);
	return found;
}
