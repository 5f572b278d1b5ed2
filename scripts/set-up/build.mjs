import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { root } from './root.mjs';
import { runStep } from './step.mjs';

const markOf = ({ name }) => join(root, '.cache', `${name.replace(/\W+/g, '-')}.built`);
const fingerprintOf = ({ from, script }) => fingerprint(root, [...from, script, 'package-lock.json', 'scripts/set-up']);

function isMade(each, wanted) {
	const made = each.makes.every((path) => existsSync(join(root, path)));
	return made && existsSync(markOf(each)) && readFileSync(markOf(each), 'utf8') === wanted;
}

/** Whether the last build was made from the sources as they are now. */
export const isBuilt = (each) => isMade(each, fingerprintOf(each));

/**
 * Builds what changed since the last build. The marker file is outside the output, because the output is published
 * whole.
 */
export async function build(each) {
	const { name, script, args = [] } = each;
	if (!existsSync(join(root, script))) return;
	const wanted = fingerprintOf(each);
	if (isMade(each, wanted)) return;
	await runStep({
		doing: `Building ${name}`,
		ifItFails: `Building ${name} failed: "node ${[script, ...args].join(' ')}" did not succeed.`,
		command: process.execPath,
		args: [script, ...args],
		cwd: root,
	});
	mkdirSync(join(root, '.cache'), { recursive: true });
	writeFileSync(markOf(each), wanted);
}
