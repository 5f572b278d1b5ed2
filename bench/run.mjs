// npm run bench [-- --quick] [row …]: the table of docs/performance.md, measured on this machine.
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../scripts/set-up/root.mjs';

const compiled = join(root, '.cache/bench');
const folders = ['bench', 'credentials', 'nodes', 'sandbox', 'shared'];
/** What the nodes' shells stand on. */
const core = 'core.ts';

const filesOf = (folder) =>
	readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
		.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));

/** File by file, as the packages are built: what runs TypeScript directly adds work of its own to every function. */
async function compile() {
	rmSync(compiled, { recursive: true, force: true });
	const files = [core, ...folders.flatMap(filesOf)];
	await build({
		absWorkingDir: root,
		entryPoints: files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts')),
		outbase: '.',
		outdir: compiled,
		format: 'cjs',
		platform: 'node',
		target: 'node20',
		sourcemap: 'inline',
		logLevel: 'warning',
	});
	for (const file of ['package.json', ...files.filter((each) => each.endsWith('.json'))]) {
		mkdirSync(dirname(join(compiled, file)), { recursive: true });
		copyFileSync(join(root, file), join(compiled, file));
	}
}

await compile();
const main = spawn(process.execPath, [join(compiled, 'bench/main.js'), ...process.argv.slice(2)], {
	cwd: root,
	stdio: 'inherit',
});
main.on('close', (code) => {
	process.exitCode = code ?? 1;
});
