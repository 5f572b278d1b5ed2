// Installs and builds what is missing or out of date: node scripts/setup.mjs [--cli]
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './set-up/build.mjs';
import { install } from './set-up/install.mjs';
import { root } from './set-up/root.mjs';
import { StepFailed } from './set-up/step.mjs';
import { inTurn } from './set-up/turn.mjs';

const oldest = 20;

const installs = {
	root: { name: 'the packages of the project', path: '.' },
	zapier: { name: "Zapier's platform core", path: 'zapier' },
	cli: {
		name: "Zapier's command line",
		path: 'zapier/cli',
		brings: 'node_modules/node/bin/node',
		// The package `node` fetches its binary in an install script, and those are off.
		then: { doing: "Fetching Node 24 for Zapier's command line", args: ['rebuild', 'node', '--ignore-scripts=false'] },
	},
};

/** Every folder of zapier/apps is an app. */
const zapierApps = existsSync(join(root, 'zapier/apps')) ? readdirSync(join(root, 'zapier/apps')) : [];

const builds = [
	{
		name: 'the n8n package',
		from: ['nodes', 'credentials', 'shared', 'icons', 'package.json', 'tsconfig.json', 'tsconfig.build.json', 'gulpfile.js'],
		makes: ['dist/known/nodes.json'],
		script: 'node_modules/gulp/bin/gulp.js',
		args: ['build'],
	},
	{
		name: 'the Zapier apps',
		from: [...zapierApps.map((app) => `zapier/apps/${app}/index.ts`), 'zapier/src', 'zapier/scripts', 'shared'],
		makes: zapierApps.map((app) => `zapier/apps/${app}/index.js`),
		script: 'zapier/scripts/build.mjs',
	},
];

/** `cli` also brings Zapier's command line and the Node it needs: tests use them, the demo does not. */
export async function setUp({ cli = false } = {}) {
	if (Number(process.versions.node.split('.')[0]) < oldest) {
		throw new StepFailed(`This project needs Node ${oldest} or newer; this is Node ${process.versions.node}.`, '');
	}
	await inTurn(async () => {
		await install(installs.root);
		await install(installs.zapier);
		if (cli) await install(installs.cli);
		for (const one of builds) await build(one);
	});
}

/** Says what went wrong in one sentence, after what the command had printed. */
export function sayFailure(error) {
	if (!(error instanceof StepFailed)) throw error;
	if (error.output !== '') console.error(error.output);
	console.error(`\n${error.message}`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
	await setUp({ cli: process.argv.includes('--cli') }).catch((error) => {
		sayFailure(error);
		process.exitCode = 1;
	});
}
