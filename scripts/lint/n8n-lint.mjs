import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from '../set-up/root.mjs';
import { unlessKnownClean } from './known-clean.mjs';

/** The sources of the package with every carrier. The project rules cover the rest of the repository. */
const published = [
	'package.json',
	'eslint.config.mjs',
	'tsconfig.json',
	'core.ts',
	'nodes',
	'credentials',
	'shared',
	'README.md',
	'LICENSE',
];

/** Copies the published sources into a separate folder. The caller removes it. */
export async function stageSources(from = root) {
	const folder = await mkdtemp(join(tmpdir(), 'waybill-staged-'));
	for (const path of published.filter((each) => existsSync(join(from, each))))
		await cp(join(from, path), join(folder, path), { recursive: true });
	await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
	return { folder, remove: async () => await rm(folder, { recursive: true, force: true }) };
}

/** n8n's strict lint as its own command runs it. Warnings do not change its exit code, so its words are read too. */
async function runCommand(folder) {
	return await new Promise((resolve) => {
		const command = join(root, 'node_modules/@n8n/node-cli/bin/n8n-node.mjs');
		execFile(
			process.execPath,
			[command, 'lint'],
			{ cwd: folder, maxBuffer: 1e8, env: { ...process.env, FORCE_COLOR: '0' } },
			(error, stdout, stderr) => {
				const output = stripVTControlCharacters(`${stdout}${stderr}`);
				resolve({ clean: error === null && !/✖|\bwarning\b|\berror\b|violation/i.test(output), output });
			},
		);
	});
}

export const n8nLint = async (folder) =>
	await unlessKnownClean("n8n's strict lint", folder, published, async () => await runCommand(folder));

/** Several packages, two at a time: beside the large one the others take their turns. */
export async function n8nLintAll(folders) {
	const results = [];
	let next = 0;
	const lintInTurn = async () => {
		while (next < folders.length) {
			const at = next;
			next += 1;
			results[at] = await n8nLint(folders[at]);
		}
	};
	await Promise.all([lintInTurn(), lintInTurn()]);
	return results;
}
