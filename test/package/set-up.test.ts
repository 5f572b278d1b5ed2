import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root, runNode, type ProcessResult } from './run-node';
import { fakeProject, type FakeProject } from './fake-project';

let project: FakeProject;

beforeEach(async () => {
	project = await fakeProject();
});

afterEach(async () => await rm(project.folder, { recursive: true, force: true }));

async function setUp(args: string[] = [], env: Record<string, string> = {}): Promise<ProcessResult> {
	return await runNode([join(project.folder, 'scripts/setup.mjs'), ...args], {
		cwd: project.folder,
		env: { ...project.env, ...env },
	});
}

test('a fresh clone is installed from its lockfiles, without the command line of Zapier', async () => {
	const { code, stdout } = await setUp();
	expect(code).toBe(0);
	expect((await project.calls()).sort()).toEqual(['. ci --ignore-scripts', 'zapier ci --ignore-scripts']);
	expect(stdout).toMatch(/^· Installing the packages of the project …$/m);
	expect(stdout).toMatch(/^✓ Installing the packages of the project \(\d+ s\)$/m);
});

test('the command line of Zapier comes with its Node when it is wanted, and only once', async () => {
	await setUp();
	await project.calls();
	await setUp(['--cli']);
	expect(await project.calls()).toEqual(['zapier/cli ci --ignore-scripts', 'zapier/cli rebuild node']);
	const { code, stdout } = await setUp(['--cli']);
	expect({ code, stdout, calls: await project.calls() }).toEqual({ code: 0, stdout: '', calls: [] });
});

test('a changed lockfile is installed again, and only that one', async () => {
	await setUp(['--cli']);
	await project.calls();
	await project.relock('zapier', '2.0.0');
	await setUp(['--cli']);
	expect(await project.calls()).toEqual(['zapier ci --ignore-scripts']);
});

test('what was installed by hand is not installed again', async () => {
	await setUp(['--cli']);
	await project.calls();
	for (const install of ['.', 'zapier', 'zapier/cli'])
		await rm(join(project.folder, install, 'node_modules/.waybill-setup'));
	await rm(join(project.folder, 'zapier/cli/node_modules/node/bin/node'));
	await setUp(['--cli']);
	expect(await project.calls()).toEqual(['zapier/cli rebuild node']);
});

test('an install from another machine is made again', async () => {
	await setUp();
	await project.calls();
	await project.add('node_modules/.waybill-setup', 'other-system arm\nhash');
	await setUp();
	expect(await project.calls()).toEqual(['. ci --ignore-scripts']);
});

test('an install by hand of other versions does not count', async () => {
	await setUp();
	await project.calls();
	await rm(join(project.folder, 'node_modules/.waybill-setup'));
	await project.relock('.', '2.0.0');
	await setUp();
	expect(await project.calls()).toEqual(['. ci --ignore-scripts']);
});

test('a failed install is reported in one sentence, and is tried again the next time', async () => {
	const { code, stderr } = await setUp([], { NPM_FAILS: 'yes' });
	expect(code).toBe(1);
	expect(stderr).toMatch(/npm error code ENOTFOUND/);
	expect(stderr.trim().split('\n').at(-1)).toMatch(
		/^Setting up failed: "npm ci .*" in .* did not succeed\. It needs the npm registry; check the network/,
	);
	await project.calls();
	expect((await setUp()).code).toBe(0);
	expect((await project.calls()).sort()).toEqual(['. ci --ignore-scripts', 'zapier ci --ignore-scripts']);
});

test('two set-ups at once install once', async () => {
	const both = await Promise.all([setUp(), setUp()]);
	expect(both.map((result) => result.code)).toEqual([0, 0]);
	expect((await project.calls()).sort()).toEqual(['. ci --ignore-scripts', 'zapier ci --ignore-scripts']);
});

test('a set-up that was killed does not stop the next one', async () => {
	await project.add('.cache/set-up.pid', '999999999');
	expect((await setUp()).code).toBe(0);
	expect(await project.calls()).toHaveLength(2);
});

describe('the build', () => {
	const builder =
		"const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs'); appendFileSync(process.env.CALLS, 'build\\n'); mkdirSync('dist/known', { recursive: true }); writeFileSync('dist/known/nodes.json', '{}');";

	beforeEach(async () => {
		await project.add('node_modules/gulp/bin/gulp.js', builder);
		await project.add('nodes/one.ts', 'one');
		await setUp();
		await project.calls();
	});

	test('is left alone while its sources are the same', async () => {
		await setUp();
		expect(await project.calls()).toEqual([]);
	});

	test('is made again when a source changed, came or went', async () => {
		await project.add('nodes/one.ts', 'other');
		await setUp();
		await project.add('shared/two.ts', 'two');
		await setUp();
		await rm(join(project.folder, 'nodes/one.ts'));
		await setUp();
		expect(await project.calls()).toEqual(['build', 'build', 'build']);
	});

	test('is made again when it is gone', async () => {
		await rm(join(project.folder, 'dist'), { recursive: true });
		await setUp();
		expect(await project.calls()).toEqual(['build']);
	});
});

test('an app for Zapier is packed as the set-up has built it, and built again when a source changed', async () => {
	const writer = `import { appendFileSync, writeFileSync } from 'node:fs';
export async function writeApp(app) {
	appendFileSync(process.env.CALLS, app + '\\n');
	for (const file of ['index.js', 'code.js', 'app.json', 'THIRD-PARTY-LICENSES.txt'])
		writeFileSync(new URL('../../apps/' + app + '/' + file, import.meta.url), '');
}`;
	for (const file of ['build.mjs', 'apps.mjs'])
		await project.add(`zapier/scripts/${file}`, await readFile(join(root, 'zapier/scripts', file), 'utf8'));
	await project.add('zapier/scripts/bundle/app-files.mjs', writer);
	await project.add('zapier/apps/bike/index.ts', 'one');
	// As the platform's command line does before it packs an app.
	const { scripts } = JSON.parse(await readFile(join(root, 'zapier/apps/all/package.json'), 'utf8'));
	const [, script = '', , ...flags] = String(scripts['_zapier-build']).split(' ');
	const cwd = join(project.folder, 'zapier/apps/bike');
	const beforePacking = async () => await runNode([script, 'bike', ...flags], { cwd, env: project.env });

	await setUp();
	expect((await project.calls()).slice(2)).toEqual(['bike']);
	expect((await beforePacking()).code).toBe(0);
	expect(await project.calls()).toEqual([]);
	await project.add('shared/one.ts', 'other');
	expect((await beforePacking()).code).toBe(0);
	expect(await project.calls()).toEqual(['bike']);
});
