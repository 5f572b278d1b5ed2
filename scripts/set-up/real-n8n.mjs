import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pack, packAll } from '../lint/pack.mjs';
import { printFailure, setUp } from '../setup.mjs';
import { installN8n } from './n8n.mjs';
import { root } from './root.mjs';

const loader = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href;

/**
 * Runs a TypeScript file of the project; Ctrl-C reaches it, and we end with it. tsx's own command would not wait for
 * that end.
 */
async function runTypeScript(file, args, env) {
	const child = spawn(
		process.execPath,
		['--require', join(root, 'node_modules/tsx/dist/preflight.cjs'), '--import', loader, file, ...args],
		{ cwd: root, stdio: 'inherit', env: { ...process.env, ...env } },
	);
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
	return await new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => resolve(code ?? 1));
	});
}

/**
 * Sets up the project and n8n, packs the package or all packages, and passes all of it to `file`
 * (sandbox/hosts/n8n-server/installation.ts reads it). `before` checks the other requirements before the long steps,
 * and returns them as environment variables.
 */
export async function onRealN8n(
	file,
	{ args = process.argv.slice(2), before = () => ({}), packages = 'pack of all' } = {},
) {
	try {
		const found = before();
		await setUp();
		const n8n = await installN8n();
		const packed = packages === 'all' ? await packAll() : [await pack()];
		const tarballs = packed.map(({ folder, filename }) => join(folder, filename));
		process.exitCode = await runTypeScript(file, args, {
			...found,
			WAYBILL_N8N: JSON.stringify({ ...n8n, tarballs }),
		});
	} catch (error) {
		printFailure(error);
		process.exitCode = 1;
	}
}
