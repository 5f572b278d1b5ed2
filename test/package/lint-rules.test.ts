import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { callScript, root } from './run-node';
import { badExamples, goodExamples } from './lint-rule-examples';

const script = 'scripts/lint/project-rules.mjs';

test('the whole repository keeps the project rules', async () => {
	expect(await callScript<string[]>(script, 'projectFindings')).toEqual([]);
});

describe('each rule finds what it is for', () => {
	let folder = '';
	let findings: string[] = [];

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'waybill-rules-'));
		await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
		const compilerOptions = {
			strict: true,
			module: 'CommonJS',
			moduleResolution: 'node10',
			target: 'ES2022',
			skipLibCheck: true,
			types: ['node', 'jest'],
		};
		await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['**/*.ts'] }));
		for (const [path, text] of [...badExamples, ...goodExamples]) {
			await mkdir(dirname(join(folder, path)), { recursive: true });
			await writeFile(join(folder, path), `${text}\n`);
		}
		findings = await callScript<string[]>(script, 'projectFindings', [], folder);
	});

	afterAll(async () => await rm(folder, { recursive: true, force: true }));

	test.each(badExamples)('%s', (path, _text, rule) => {
		expect(findings.filter((finding) => finding.startsWith(`${path}:`))).toEqual([expect.stringContaining(rule)]);
	});

	test.each(goodExamples)('nothing is found in %s', (path) => {
		expect(findings.filter((finding) => finding.startsWith(`${path}:`))).toEqual([]);
	});
});
