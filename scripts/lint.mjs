// npm run lint: formatting, types, the project rules on everything, n8n's strict lint on the sources of
// every package, and its package scan on sources and tarballs.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './set-up/root.mjs';
import { projectFindings } from './lint/project-rules.mjs';
import { typeFindings } from './lint/types.mjs';
import { packageFolders } from './lint/packages.mjs';
import { packAll } from './lint/pack.mjs';
import { scanAll } from './lint/scan.mjs';
import { n8nLintAll, stageSources } from './lint/n8n-lint.mjs';

const listed = (findings) => ({ clean: findings.length === 0, output: findings.join('\n') });

/** One answer for several packages. */
const together = (results) => ({
	clean: results.every(({ clean }) => clean),
	output: results.map(({ output }) => output).join('\n'),
});

/** The sources of every n8n package; those of the root are a copy without what is not published. */
async function withSources(use) {
	const { folder, remove } = await stageSources();
	try {
		return together(await use([folder, ...packageFolders.slice(1).map((path) => join(root, path))]));
	} finally {
		await remove();
	}
}

/** Every source is formatted as `npm run format` does. */
async function formatting() {
	const prettier = join(root, 'node_modules/prettier/bin/prettier.cjs');
	const { status, stdout, stderr } = spawnSync(process.execPath, [prettier, '--log-level', 'warn', '--check', '.'], {
		cwd: root,
		encoding: 'utf8',
	});
	return { clean: status === 0, output: `${stdout}${stderr}`.trim() };
}

const checks = {
	Format: formatting,
	Types: async () => listed(await typeFindings()),
	'Project rules': async () => listed(await projectFindings()),
	"n8n's strict lint": async () => await withSources(n8nLintAll),
	"n8n's scan of the sources": async () =>
		await withSources(async (folders) => await scanAll(folders.map((folder) => ['source', folder]))),
	"n8n's scan of the tarballs": async () =>
		together(await scanAll((await packAll()).map(({ unpacked }) => ['tarball', unpacked]))),
};

for (const [name, check] of Object.entries(checks)) {
	const { clean, output } = await check();
	console.log(clean ? `✓ ${name}` : `✗ ${name}\n${output}\n`);
	if (!clean) process.exitCode = 1;
}
