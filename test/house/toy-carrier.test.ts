import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callScript, root, runNode } from '../package/run-node';

// A carrier is added to a temporary copy of the project as docs/adding-a-carrier.md says: by the command, its own
// folders (test/house/toy), the line in the registry, and what `npm run generate` writes. Everything must then hold for
// it. The copy's own suites take the toy from the registry; toy.test.ts.txt lists them.

const notCopied = /(^|\/)(node_modules|dist|\.git|\.cache|build)(\/|$)/;
const installs = ['node_modules', 'zapier/node_modules'];
const ownFiles = join(__dirname, 'toy');
const registry = 'shared/registry.ts';
const ownFolders = ['shared/carriers/toy', 'sandbox/carriers/toy', 'nodes/Toy', 'test/carriers/toy'];
const ownSources = [...ownFolders, 'credentials/ToyApi.credentials.ts', 'test/conformance/toy.test.ts', registry];

let folder = '';
/** Files whose content each step has changed, by the step. */
const changed: Record<'command' | 'ownFolders' | 'registry' | 'generate', string[]> = {
	command: [],
	ownFolders: [],
	registry: [],
	generate: [],
};
let generated: string[] = [];
/** The checks of the copy, which run side by side. */
let checks: { types: Promise<string[]>; rules: Promise<string[]>; format: Promise<string>; suites: Promise<string> };

let running: Promise<unknown> | undefined;

/** Digest of every file, by its path. */
async function digests(): Promise<Map<string, string>> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const paths = entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
		.filter((path) => !notCopied.test(path));
	const digestOf = async (path: string) =>
		createHash('sha256')
			.update(await readFile(join(folder, path)))
			.digest('hex');
	return new Map(await Promise.all(paths.map(async (path) => [path, await digestOf(path)] as const)));
}

let known = new Map<string, string>();

/** Files that were there the last time and have another content now. */
async function editedSince(): Promise<string[]> {
	const now = await digests();
	const edited = [...known.keys()].filter((path) => now.get(path) !== known.get(path));
	known = now;
	return edited;
}

async function run(script: string, ...args: string[]): Promise<string> {
	const { code, stdout, stderr } = await runNode([script, ...args], { cwd: folder });
	const output = `${stdout}${stderr}`;
	if (code !== 0) throw new Error(`${script} ${args.join(' ')} failed\n${output.slice(-8_000)}`);
	return output;
}
const tsx = async (...args: string[]) => await run('node_modules/tsx/dist/cli.mjs', ...args);

async function copyProject(): Promise<void> {
	await cp(root, folder, { recursive: true, filter: (path) => !notCopied.test(path.slice(root.length + 1)) });
	for (const install of installs.filter((each) => existsSync(join(root, each))))
		await symlink(join(root, install), join(folder, install), 'dir');
}

/** The files of test/house/toy, which end in .txt because their imports lead nowhere from there. */
async function copyOwnFolders(): Promise<void> {
	const entries = await readdir(ownFiles, { recursive: true, withFileTypes: true });
	for (const entry of entries.filter((each) => each.isFile())) {
		const from = join(entry.parentPath, entry.name);
		await cp(from, join(folder, from.slice(ownFiles.length + 1).replace(/\.txt$/, '')));
	}
	await rm(join(folder, 'shared/carriers/toy/list-deliveries.ts'));
}

async function register(): Promise<void> {
	const path = join(folder, registry);
	const text = await readFile(path, 'utf8');
	await writeFile(
		path,
		`import { toy } from './carriers/toy/carrier';\n${text.replace(/(export const carriers: readonly Carrier\[\] = \[[^\]]*)\]/, '$1, toy]')}`,
	);
}

/** What `npm run generate` runs. */
async function generate(): Promise<string[]> {
	const written = await tsx('scripts/generate.ts');
	await tsx('zapier/scripts/definitions.ts');
	return [...written.matchAll(/^written: (.*)$/gm)].map(([, path]) => path ?? '');
}

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'waybill-toy-'));
	await copyProject();
	known = await digests();
	const step = async (name: keyof typeof changed, work: () => Promise<unknown>) => {
		await work();
		changed[name] = await editedSince();
	};
	await step('command', async () => await tsx('scripts/new-carrier.ts', 'Toy'));
	await step('ownFolders', copyOwnFolders);
	await step('registry', register);
	await step('generate', async () => (generated = await generate()));
	checks = {
		types: callScript(join(folder, 'scripts/lint/types.mjs'), 'typeFindings', [], folder),
		rules: callScript(join(folder, 'scripts/lint/project-rules.mjs'), 'projectFindings', [ownSources], folder),
		format: run('node_modules/prettier/bin/prettier.cjs', '--check', ...ownSources),
		suites: run('node_modules/jest/bin/jest.js', 'test/conformance/toy.test.ts', '-t', '[Tt]oy', '-i'),
	};
	// Each test below awaits one of them. Until then a failure must not end the process.
	running = Promise.allSettled(Object.values(checks));
});

afterAll(async () => {
	await running;
	await rm(folder, { recursive: true, force: true });
});

test('nobody edits a file of the project but the registry', () => {
	const isOwn = (path: string) => ownFolders.some((own) => path.startsWith(`${own}/`));
	const isGenerated = (path: string) => generated.includes(path) || path === 'zapier/definitions/all.json';
	expect(changed.command).toEqual([]);
	expect(changed.ownFolders.filter((path) => !isOwn(path))).toEqual([]);
	expect(changed.registry).toEqual([registry]);
	expect(changed.generate.filter((path) => !isGenerated(path))).toEqual([]);
	expect(changed.generate).toContain('package.json');
});

test.each(['shared/run/book.ts', 'scripts/lint/import-boundaries.mjs', 'docs/adding-a-carrier.md'])(
	'an edit of %s would be found',
	async (path) => {
		await appendFile(join(folder, path), '\n');
		expect(await editedSince()).toEqual([path]);
	},
);

test('the conformance suites, the fault lab and both hosts hold for it', async () => {
	const passed = Number(/^Tests: .*?(\d+) passed/m.exec(await checks.suites)?.[1]);
	process.stdout.write(`toy carrier: ${passed} tests passed\n`);
	expect(passed).toBeGreaterThan(50);
});

test('the project rules find nothing in its files, which are formatted', async () => {
	expect(await checks.rules).toEqual([]);
	await checks.format;
});

test('types hold', async () => {
	expect(await checks.types).toEqual([]);
});
