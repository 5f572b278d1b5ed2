// npm test [-- jest's own options]: set-up, types, every test. The last line is the sum.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { nodeForN8n } from './set-up/node-version.mjs';
import { root } from './set-up/root.mjs';
import { printFailure, setUp } from './setup.mjs';
import { summarise } from './test/summary.mjs';

const report = join(root, '.cache/jest.json');

/** A run takes up to 15 minutes on two slow cores; one that hangs ends early enough for its output to be read. */
const LONGEST_RUN_MS = 60 * 60_000;

/** The tests run n8n's engine. Where this machine's Node is older than n8n asks for, the set-up brings one. */
const testNode = nodeForN8n(join(root, 'zapier/cli/node_modules/node/bin/node'));

function run(node, script, args) {
	return new Promise((resolve, reject) => {
		const child = spawn(node, [join(root, script), ...args], {
			cwd: root,
			stdio: 'inherit',
			env: { ...process.env, WAYBILL_MACHINE_NODE: process.execPath },
			timeout: LONGEST_RUN_MS,
		});
		child.on('error', reject);
		child.on('close', (code) => resolve(code === 0));
	});
}

async function check() {
	await setUp({ cli: true });
	mkdirSync(join(root, '.cache'), { recursive: true });
	rmSync(report, { force: true });

	// Side by side: suites that wait for a child process leave some room.
	console.log('· Checking types …');
	const typing = run(process.execPath, 'scripts/lint/types.mjs', []).then((typed) => {
		console.log(typed ? '✓ Types hold' : '✗ Types do not hold');
		return typed;
	});
	const testing = run(testNode, 'node_modules/jest/bin/jest.js', [
		'--json',
		`--outputFile=${report}`,
		...process.argv.slice(2),
	]);
	const [typed, ran] = await Promise.all([typing, testing]);
	return summarise({ typed, ran, results: existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined });
}

const { line, good } = await check().catch((error) => {
	printFailure(error);
	return { line: '0 passed, 1 failed', good: false };
});
process.exitCode = good ? 0 : 1;
console.log(line);
