import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../set-up/root.mjs';

const code = `
const [core, folder] = process.argv.slice(1);
require('reflect-metadata');
const { PackageDirectoryLoader } = require(core);
for (const shared of ['n8n-workflow', 'zod/v4', 'luxon']) require(shared);
const startedAt = performance.now();
new PackageDirectoryLoader(folder).loadAll().then(() => console.log(performance.now() - startedAt));
`;

/** Milliseconds in which n8n's loader loads every node of a package, in a Node of its own. The least of three. */
export function loadTime(folder) {
	const once = () =>
		Number(
			execFileSync(process.execPath, ['-e', code, join(root, 'node_modules/n8n-core'), join(root, folder)], {
				cwd: root,
				encoding: 'utf8',
			}),
		);
	return Math.round(Math.min(once(), once(), once()));
}
