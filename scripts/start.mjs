// npm start [-- --keep]: sets up what is missing, then shows the main job on the embedded carriers.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './set-up/root.mjs';
import { printFailure, setUp } from './setup.mjs';

async function runDemo() {
	const child = spawn(
		process.execPath,
		[join(root, 'node_modules/tsx/dist/cli.mjs'), 'sandbox/demo/main.ts', ...process.argv.slice(2)],
		{
			cwd: root,
			stdio: 'inherit',
		},
	);
	// Ctrl+C reaches the demo too; it ends by itself, and we end with it.
	for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
	return await new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => resolve(code ?? 1));
	});
}

try {
	await setUp();
	process.exitCode = await runDemo();
} catch (error) {
	printFailure(error);
	process.exitCode = 1;
}
