import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { callScript, root } from './run-node';
import { badExamples, badTypes, goodExamples } from './lint-rule-examples';

const projectFindings = async (folder?: string) =>
	await callScript<string[]>('scripts/lint/project-rules.mjs', 'projectFindings', [], folder);

test('the whole repository keeps the project rules', async () => {
	expect(await projectFindings()).toEqual([]);
});

describe('each rule finds what it is for', () => {
	let folder = '';
	let findings: string[] = [];
	let typeFindings: string[] = [];

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'waybill-rules-'));
		await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
		const { compilerOptions } = JSON.parse(await readFile(join(root, 'tsconfig.json'), 'utf8'));
		await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['**/*.ts'] }));
		for (const [path, text] of [...badExamples, ...badTypes, ...goodExamples]) {
			await mkdir(dirname(join(folder, path)), { recursive: true });
			await writeFile(join(folder, path), `${text}\n`);
		}
		findings = await projectFindings(folder);
		typeFindings = await callScript<string[]>('scripts/lint/types.mjs', 'typeFindings', [], folder);
	});

	afterAll(async () => await rm(folder, { recursive: true, force: true }));

	test.each(badExamples)('%s', (path, _text, rule) => {
		expect(findings.filter((finding) => finding.startsWith(`${path}:`))).toEqual([expect.stringContaining(rule)]);
	});

	test.each(badTypes)('%s', (path, _text, rule) => {
		expect(typeFindings.filter((finding) => finding.startsWith(`${path}:`))).toEqual([expect.stringContaining(rule)]);
	});

	test.each(goodExamples)('nothing is found in %s', (path) => {
		// Their imports lead nowhere, which only the compiler minds.
		const byRules = [...findings, ...typeFindings.filter((finding) => !/\(TS\d+\)/.test(finding))];
		expect(byRules.filter((finding) => finding.startsWith(`${path}:`))).toEqual([]);
	});
});
