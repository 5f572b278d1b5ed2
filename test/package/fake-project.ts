import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './run-node';

async function write(path: string, text: string): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, text);
}

/** Writes down how it was called; leaves behind what an npm would, or fails as the test wants. */
const npm = `
const { appendFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } = require('node:fs');
const { join, relative } = require('node:path');
const folder = process.cwd();
const words = process.argv.slice(2);
appendFileSync(process.env.CALLS, [relative(process.env.PROJECT, folder) || '.', ...words.slice(0, 2)].join(' ') + '\\n');
if (process.env.NPM_FAILS) {
	console.error('npm error code ENOTFOUND');
	process.exit(1);
}
mkdirSync(join(folder, 'node_modules/node/bin'), { recursive: true });
if (words[0] === 'rebuild') symlinkSync(process.execPath, join(folder, 'node_modules/node/bin/node'));
if (words[0] === 'ci') writeFileSync(join(folder, 'node_modules/.package-lock.json'), readFileSync(join(folder, 'package-lock.json')));
`;

const lock = (version: string) =>
	JSON.stringify({
		packages: { '': {}, 'node_modules/left': { version }, 'node_modules/other-system': { version, optional: true } },
	});

export interface FakeProject {
	folder: string;
	env: Record<string, string>;
	/** The npm commands that ran since the last call. */
	calls(): Promise<string[]>;
	/** The lockfile of one install asks for another version. */
	relock(install: string, version: string): Promise<void>;
	add(path: string, text: string): Promise<void>;
}

/** The project's scripts in an otherwise empty project, with an npm that only records its commands. */
export async function fakeProject(): Promise<FakeProject> {
	const folder = await mkdtemp(join(tmpdir(), 'waybill-stand-in-'));
	const calls = join(folder, 'calls.txt');
	await cp(join(root, 'scripts'), join(folder, 'scripts'), { recursive: true });
	for (const install of ['.', 'zapier', 'zapier/cli']) {
		await write(join(folder, install, 'package.json'), '{}');
		await write(join(folder, install, 'package-lock.json'), lock('1.0.0'));
	}
	await write(join(folder, 'npm.js'), npm);
	await write(calls, '');
	return {
		folder,
		env: { npm_execpath: join(folder, 'npm.js'), CALLS: calls, PROJECT: folder },
		calls: async () => {
			const lines = (await readFile(calls, 'utf8')).split('\n').filter((line) => line !== '');
			await writeFile(calls, '');
			return lines;
		},
		relock: async (install, version) => await writeFile(join(folder, install, 'package-lock.json'), lock(version)),
		add: async (path, text) => await write(join(folder, path), text),
	};
}
