import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const home = join(__dirname, '..');
/** The command line wants a newer Node than the project does; both live in zapier/cli. */
export const newerNode = join(home, 'cli', 'node_modules', 'node', 'bin', 'node');
export const appFolder = (app: string): string => join(home, 'apps', app);
export const zipFile = (app: string): string => join(appFolder(app), 'build', 'build.zip');

export interface CommandResult {
	code: number;
	output: string;
}

export interface CommandLine {
	/** Runs a command on an app, after the one before has ended. */
	run(app: string, args: readonly string[]): Promise<CommandResult>;
	close(): Promise<void>;
}

const resultFrom = async (child: ChildProcess): Promise<CommandResult> =>
	await new Promise((resolve) => child.once('message', (result: CommandResult) => resolve(result)));

/**
 * The platform's own command line in a process of its own, offline: no sign-in, no telemetry, and the style check is
 * `endpoint`.
 */
export async function startCommandLine(endpoint: string): Promise<CommandLine> {
	const tempHome = await mkdtemp(join(tmpdir(), 'waybill-'));
	const child = fork(join(__dirname, 'command-process.cjs'), [], {
		execPath: newerNode,
		execArgv: [],
		env: {
			PATH: [dirname(newerNode), process.env.PATH ?? ''].join(delimiter),
			HOME: tempHome,
			TMPDIR: tempHome,
			DISABLE_ZAPIER_ANALYTICS: '1',
			NO_UPDATE_NOTIFIER: '1',
			npm_config_update_notifier: 'false',
			ZAPIER_BASE_ENDPOINT: endpoint,
		},
	});
	const ended = once(child, 'exit').then(() => {
		throw new Error('The command line has ended');
	});
	// A command that runs meanwhile reports it.
	ended.catch(() => undefined);
	return {
		run: async (app, args) => {
			try {
				child.send({ folder: appFolder(app), args });
				return await Promise.race([resultFrom(child), ended]);
			} finally {
				await Promise.all(
					['zapierwrapper.js', 'definition.json'].map(
						async (leftover) => await rm(join(appFolder(app), leftover), { force: true }),
					),
				);
			}
		},
		close: async () => {
			child.kill();
			await ended.catch(() => undefined);
			await rm(tempHome, { recursive: true, force: true });
		},
	};
}
