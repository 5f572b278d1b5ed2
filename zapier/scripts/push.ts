// npm run zapier -- push <app> [--no-promote] [--dry-run]: puts an app into your own Zapier account, with Zapier's
// command line, and says how to share it. `--dry-run` only prints the commands.
// npm run zapier -- <command> <app> [arguments]: any other command of it, for that app.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

import { carriers } from '../../shared/registry';
import { appNames } from '../review/apps';
import { appFolder, newerNode } from '../review/command-line';
import { pushPlan, sharing, type PushState } from './push-plan';

const root = join(__dirname, '../..');
const commandLine = join(root, 'zapier/cli/node_modules/zapier-platform-cli/src/bin/run');

const readJson = (file: string): Record<string, unknown> =>
	existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};

function stateOf(app: string, promote: boolean): PushState {
	const single = carriers.filter(({ id }) => id === app);
	return {
		app,
		carriers: (single.length > 0 ? single : carriers).map(({ title }) => title),
		version: String(readJson(join(appFolder(app), 'package.json')).version),
		isLoggedIn:
			process.env.ZAPIER_DEPLOY_KEY !== undefined ||
			existsSync(process.env.ZAPIER_AUTH_LOCATION ?? join(homedir(), '.zapierrc')),
		isRegistered: readJson(join(appFolder(app), '.zapierapprc')).id !== undefined,
		promote,
	};
}

function runOrExit(command: string, args: readonly string[], cwd: string): void {
	const { status } = spawnSync(command, args, {
		cwd,
		stdio: 'inherit',
		env: { ...process.env, PATH: [dirname(newerNode), process.env.PATH ?? ''].join(delimiter) },
	});
	if (status !== 0) process.exit(status ?? 1);
}

/** Installs the platform's command line and the Node it needs. */
const setUp = () => runOrExit(process.execPath, [join(root, 'scripts/setup.mjs'), '--cli'], root);

const zapierPlatform = (app: string, args: readonly string[]) =>
	runOrExit(newerNode, [commandLine, ...args], appFolder(app));

function push(app: string, options: readonly string[]): void {
	const state = stateOf(app, !options.includes('--no-promote'));
	const isDryRun = options.includes('--dry-run');
	if (!isDryRun) setUp();
	for (const { doing, args } of pushPlan(state)) {
		console.log(`\n${doing}: zapier-platform ${args.map((arg) => (/\s/.test(arg) ? `"${arg}"` : arg)).join(' ')}`);
		if (!isDryRun) zapierPlatform(app, args);
	}
	console.log(`\n${sharing(state)}`);
}

const [command, app, ...options] = process.argv.slice(2);
if (command === undefined || app === undefined || !appNames.includes(app)) {
	console.error('Usage: npm run zapier -- push <app> [--no-promote] [--dry-run]');
	console.error(`       npm run zapier -- <another command of Zapier's> <app> [arguments]`);
	console.error(`Apps: ${appNames.join(', ')}`);
	process.exitCode = 1;
} else if (command === 'push') push(app, options);
else {
	setUp();
	zapierPlatform(app, [command, ...options]);
}
