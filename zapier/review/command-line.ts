import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const home = join(__dirname, '..');
/** The command line wants a newer Node than the project does; both live in zapier/cli. */
export const newerNode = join(home, 'cli', 'node_modules', 'node', 'bin', 'node');
const commandLine = join(home, 'cli', 'node_modules', 'zapier-platform-cli', 'src', 'bin', 'run');
export const appFolder = (app: string): string => join(home, 'apps', app);
export const zipFile = (app: string): string => join(appFolder(app), 'build', 'build.zip');

export interface CommandResult {
	code: number;
	output: string;
}

export async function run(
	command: string,
	args: readonly string[],
	cwd: string,
	env: NodeJS.ProcessEnv,
): Promise<CommandResult> {
	const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
	const output: string[] = [];
	child.stdout.on('data', (part: Buffer) => output.push(part.toString('utf8')));
	child.stderr.on('data', (part: Buffer) => output.push(part.toString('utf8')));
	const code = await new Promise<number>((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (status) => resolve(status ?? 1));
	});
	return { code, output: output.join('') };
}

/**
 * Runs the platform's own command line on an app, offline: no sign-in, no telemetry, and the style check is `endpoint`.
 */
export async function zapierPlatform(app: string, args: readonly string[], endpoint: string): Promise<CommandResult> {
	const tempHome = await mkdtemp(join(tmpdir(), 'waybill-'));
	try {
		return await run(newerNode, [commandLine, ...args], appFolder(app), {
			PATH: [dirname(newerNode), process.env.PATH ?? ''].join(delimiter),
			HOME: tempHome,
			TMPDIR: tempHome,
			DISABLE_ZAPIER_ANALYTICS: '1',
			NO_UPDATE_NOTIFIER: '1',
			npm_config_update_notifier: 'false',
			ZAPIER_BASE_ENDPOINT: endpoint,
		});
	} finally {
		await Promise.all(
			['zapierwrapper.js', 'definition.json'].map(
				async (leftover) => await rm(join(appFolder(app), leftover), { force: true }),
			),
		);
		await rm(tempHome, { recursive: true, force: true });
	}
}
