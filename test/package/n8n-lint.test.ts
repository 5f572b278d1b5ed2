import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callScript, root, type Verdict } from './child';
import { carelessNode } from './careless-node';

const staged = 'scripts/lint/staged.mjs';
const scanner = 'scripts/lint/scan.mjs';
let folder = '';

beforeAll(async () => {
	folder = (await callScript<{ folder: string }>(staged, 'stage')).folder;
});

afterAll(async () => await rm(folder, { recursive: true, force: true }));

/** The template that n8n compares with, read where n8n reads it. */
const template = join(root, 'node_modules/@n8n/node-cli/dist/template/templates/shared/default/eslint.config.mjs');

test('the lint configuration is n8n’s own, as strict mode demands', async () => {
	expect(await readFile(join(root, 'eslint.config.mjs'), 'utf8')).toBe(await readFile(template, 'utf8'));
});

test('n8n’s strict lint finds nothing in the published sources', async () => {
	const { clean, said } = await callScript<Verdict>(staged, 'n8nLint', [folder]);
	expect(said).not.toMatch(/✖/);
	expect(clean).toBe(true);
});

test('n8n’s package scan finds nothing in the sources', async () => {
	expect(await callScript<Verdict>(scanner, 'scan', ['source', folder])).toEqual({ clean: true, said: '' });
});

describe('a careless node', () => {
	beforeAll(async () => {
		await mkdir(join(folder, 'nodes/Careless'), { recursive: true });
		await writeFile(join(folder, 'nodes/Careless/Careless.node.ts'), carelessNode);
	});

	test('is found by the lint', async () => {
		const { clean, said } = await callScript<Verdict>(staged, 'n8nLint', [folder]);
		expect(clean).toBe(false);
		expect(said).toMatch(/no-restricted-globals/);
		// A warning, which does not change the exit code of n8n's command.
		expect(said).toMatch(/node-registration-complete/);
	});

	test('is found by the scan of the sources, whatever its comments switch off', async () => {
		const { clean, said } = await callScript<Verdict>(scanner, 'scan', ['source', folder]);
		expect(clean).toBe(false);
		expect(said).toMatch(/no-restricted-imports/);
		expect(said).toMatch(/no-restricted-globals/);
	});
});
