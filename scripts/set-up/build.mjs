import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { root } from './root.mjs';
import { runStep } from './step.mjs';

/**
 * Builds what changed since the last build. The marker file is outside the output, because the output is published
 * whole.
 */
export async function build({ name, from, makes, script, args = [] }) {
	if (!existsSync(join(root, script))) return;
	const mark = join(root, '.cache', `${name.replace(/\W+/g, '-')}.built`);
	const wanted = fingerprint(root, [...from, script, 'package-lock.json', 'scripts/set-up']);
	const made = makes.every((path) => existsSync(join(root, path)));
	if (made && existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
	await runStep({
		doing: `Building ${name}`,
		ifItFails: `Building ${name} failed: "node ${[script, ...args].join(' ')}" did not succeed.`,
		command: process.execPath,
		args: [script, ...args],
		cwd: root,
	});
	mkdirSync(join(root, '.cache'), { recursive: true });
	writeFileSync(mark, wanted);
}
