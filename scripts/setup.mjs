// Installs and builds what is missing or out of date: node scripts/setup.mjs [--cli]
import { pathToFileURL } from 'node:url';
import { build } from './set-up/build.mjs';
import { builds } from './set-up/builds.mjs';
import { install } from './set-up/install.mjs';
import { thisNode } from './set-up/node-version.mjs';
import { StepFailed } from './set-up/step.mjs';
import { withLock } from './set-up/lock.mjs';

const minimumNode = 20;

const installs = {
	root: { name: 'the packages of the project', path: '.' },
	zapier: { name: "Zapier's platform core", path: 'zapier' },
	cli: {
		name: "Zapier's command line",
		path: 'zapier/cli',
		brings: 'node_modules/node/bin/node',
		// The package `node` fetches its binary in an install script, and those are off.
		then: { doing: 'Fetching Node 24', args: ['rebuild', 'node', '--ignore-scripts=false'] },
	},
};

/** Steps that run side by side. The lock must be held until the last has ended, also when one fails. */
async function allOf(steps) {
	for (const { status, reason } of await Promise.allSettled(steps)) if (status === 'rejected') throw reason;
}

/** `cli` also brings Zapier's command line and Node 24: tests use both, the demo does not. */
export async function setUp({ cli = false } = {}) {
	if (thisNode < minimumNode) {
		throw new StepFailed(`This project needs Node ${minimumNode} or newer; this is Node ${process.versions.node}.`, '');
	}
	await withLock(async () => {
		await allOf([installs.root, installs.zapier, ...(cli ? [installs.cli] : [])].map(install));
		await allOf(Object.values(builds).map(build));
	});
}

/** Prints the error in one sentence, after the command's own output. */
export function printFailure(error) {
	if (!(error instanceof StepFailed)) throw error;
	if (error.output !== '') console.error(error.output);
	console.error(`\n${error.message}`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
	await setUp({ cli: process.argv.includes('--cli') }).catch((error) => {
		printFailure(error);
		process.exitCode = 1;
	});
}
