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

export interface Ended {
	code: number;
	said: string;
}

export async function run(command: string, words: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Ended> {
	const child = spawn(command, words, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
	const said: string[] = [];
	child.stdout.on('data', (part: Buffer) => said.push(part.toString('utf8')));
	child.stderr.on('data', (part: Buffer) => said.push(part.toString('utf8')));
	const code = await new Promise<number>((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (status) => resolve(status ?? 1));
	});
	return { code, said: said.join('') };
}

/** Runs the platform's own command line on an app, offline: nobody is signed in, nothing is reported, the style check is `endpoint`. */
export async function zapierPlatform(app: string, words: readonly string[], endpoint: string): Promise<Ended> {
	const nobody = await mkdtemp(join(tmpdir(), 'waybill-'));
	try {
		return await run(newerNode, [commandLine, ...words], appFolder(app), {
			PATH: [dirname(newerNode), process.env.PATH ?? ''].join(delimiter),
			HOME: nobody,
			TMPDIR: nobody,
			DISABLE_ZAPIER_ANALYTICS: '1',
			NO_UPDATE_NOTIFIER: '1',
			npm_config_update_notifier: 'false',
			ZAPIER_BASE_ENDPOINT: endpoint,
		});
	} finally {
		await Promise.all(['zapierwrapper.js', 'definition.json'].map(async (left) => await rm(join(appFolder(app), left), { force: true })));
		await rm(nobody, { recursive: true, force: true });
	}
}
