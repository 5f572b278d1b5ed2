import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../set-up/root.mjs';

const code = `
const [core, folder, wanted] = process.argv.slice(1);
require('reflect-metadata');
const { LazyPackageDirectoryLoader } = require(core);
for (const shared of ['n8n-workflow', 'zod/v4', 'luxon']) require(shared);
async function load() {
	const loader = new LazyPackageDirectoryLoader(folder);
	await loader.loadAll();
	const names = Object.keys(loader.known.nodes);
	const startedAt = performance.now();
	for (const name of wanted === 'first' ? names.slice(0, 1) : names) loader.getNode(name);
	console.log(performance.now() - startedAt);
}
void load();
`;

function milliseconds(folder, wanted) {
	const args = ['-e', code, join(root, 'node_modules/n8n-core'), join(root, folder), wanted];
	return Number(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }));
}

const least = (folder, wanted) => Math.round(Math.min(...[1, 2, 3].map(() => milliseconds(folder, wanted))));

/**
 * Milliseconds in which n8n's loader loads a node of a package when a workflow first needs one, and all nodes. Each time
 * in a Node of its own, the least of three.
 */
export const loadTimes = (folder) => ({ first: least(folder, 'first'), all: least(folder, 'all') });
