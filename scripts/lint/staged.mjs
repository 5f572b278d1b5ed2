import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from '../set-up/root.mjs';

/** What the published package is made from. The rest of the repository lives under the house rules. */
const published = ['package.json', 'eslint.config.mjs', 'tsconfig.json', 'tsconfig.build.json', 'nodes', 'credentials', 'shared', 'icons', 'README.md', 'LICENSE'];

/** A copy of the published sources in a folder of their own; whoever asks for it removes it. */
export async function stage(from = root) {
	const folder = await mkdtemp(join(tmpdir(), 'waybill-staged-'));
	for (const path of published.filter((each) => existsSync(join(from, each)))) await cp(join(from, path), join(folder, path), { recursive: true });
	await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
	return { folder, remove: async () => await rm(folder, { recursive: true, force: true }) };
}

/** n8n's strict lint as its own command runs it. Warnings do not change its exit code, so its words are read too. */
export async function n8nLint(folder) {
	return await new Promise((resolve) => {
		const command = join(folder, 'node_modules/@n8n/node-cli/bin/n8n-node.mjs');
		execFile(process.execPath, [command, 'lint'], { cwd: folder, maxBuffer: 1e8, env: { ...process.env, FORCE_COLOR: '0' } }, (error, stdout, stderr) => {
			const said = stripVTControlCharacters(`${stdout}${stderr}`);
			resolve({ clean: error === null && !/✖|\bwarning\b|\berror\b|violation/i.test(said), said });
		});
	});
}
