import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder } from '../../scripts/generate/package-names';
import { carriers } from '../../shared/registry';
import { callScript, root, type LintResult } from './run-node';
import { carelessNode } from './careless-node';

const n8nLint = 'scripts/lint/n8n-lint.mjs';
const scanner = 'scripts/lint/scan.mjs';
/** A copy of the sources of the package with every carrier. */
let folder = '';
/** Where n8n's scan finds the sources of the packages with one carrier. */
const singles = carriers.map(packageFolder);

beforeAll(async () => {
	folder = (await callScript<{ folder: string }>(n8nLint, 'stageSources')).folder;
});

afterAll(async () => await rm(folder, { recursive: true, force: true }));

/** The template that n8n compares with, read where n8n reads it. */
const template = join(root, 'node_modules/@n8n/node-cli/dist/template/templates/shared/default/eslint.config.mjs');

test.each(['.', ...singles])('the lint configuration in %s is n8n’s own, as strict mode demands', async (path) => {
	expect(await readFile(join(root, path, 'eslint.config.mjs'), 'utf8')).toBe(await readFile(template, 'utf8'));
	expect(JSON.parse(await readFile(join(root, path, 'package.json'), 'utf8')).n8n.strict).toBe(true);
});

test('n8n’s strict lint finds nothing in the published sources of any package', async () => {
	const folders = [folder, ...singles.map((path) => join(root, path))];
	const results = await callScript<LintResult[]>(n8nLint, 'n8nLintAll', [folders]);
	expect(results.filter(({ clean }) => !clean).map(({ output }) => output)).toEqual([]);
	expect(results).toHaveLength(folders.length);
});

test('n8n’s package scan finds nothing in the sources of any package', async () => {
	const jobs = [folder, ...singles.map((path) => join(root, path))].map((path) => ['source', path]);
	const results = await callScript<LintResult[]>(scanner, 'scanAll', [jobs]);
	expect(results).toEqual(jobs.map(() => ({ clean: true, output: '' })));
});

describe('a careless node', () => {
	beforeAll(async () => {
		await mkdir(join(folder, 'nodes/Careless'), { recursive: true });
		await writeFile(join(folder, 'nodes/Careless/Careless.node.ts'), carelessNode);
		// What else is in the copy is clean, and linting it takes long.
		for (const path of ['shared', 'nodes/adapter']) await rm(join(folder, path), { recursive: true, force: true });
	});

	test('is found by the lint', async () => {
		const { clean, output } = await callScript<LintResult>(n8nLint, 'n8nLint', [folder]);
		expect(clean).toBe(false);
		expect(output).toMatch(/no-restricted-globals/);
		// A warning, which does not change the exit code of n8n's command.
		expect(output).toMatch(/node-registration-complete/);
	});

	test('is found by the scan of the sources, even if its comments switch rules off', async () => {
		const { clean, output } = await callScript<LintResult>(scanner, 'scan', ['source', folder]);
		expect(clean).toBe(false);
		expect(output).toMatch(/no-restricted-imports/);
		expect(output).toMatch(/no-restricted-globals/);
	});
});
