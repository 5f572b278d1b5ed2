import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import longest from '../longest.json';
import { root, runNode, type ProcessResult } from './run-node';
import { fakeProject, type FakeProject } from './fake-project';

/** Stubs for the compiler and for the test runner. The runner ends as `RESULTS` defines. */
const compiler = `
const { existsSync } = require('node:fs');
const ended = () => process.exit(Number(process.env.TYPES_FAIL ?? 0));
if (process.env.TYPES_WAIT_FOR === undefined) ended();
setInterval(() => existsSync(process.env.TYPES_WAIT_FOR) && ended(), 20);
`;
const testRunner = `
const file = process.argv.find((word) => word.startsWith('--outputFile=')).slice('--outputFile='.length);
const { code, ...results } = JSON.parse(process.env.RESULTS);
if (Object.keys(results).length > 0) require('node:fs').writeFileSync(file, JSON.stringify(results));
process.exitCode = code;
`;

let project: FakeProject;

beforeAll(async () => {
	project = await fakeProject();
	await project.add('node_modules/oxlint/bin/oxlint', compiler);
	await project.add('node_modules/jest/bin/jest.js', testRunner);
});

afterAll(async () => await rm(project.folder, { recursive: true, force: true }));

async function npmTest(results: Record<string, number>, env: Record<string, string> = {}): Promise<ProcessResult> {
	return await runNode([join(project.folder, 'scripts/test.mjs')], {
		cwd: project.folder,
		env: { ...project.env, RESULTS: JSON.stringify(results), ...env },
	});
}

const green = {
	code: 0,
	numTotalTests: 7,
	numPassedTests: 7,
	numFailedTests: 0,
	numRuntimeErrorTestSuites: 0,
	numPendingTests: 0,
	numTodoTests: 0,
};

interface Case {
	when: string;
	results: Record<string, number>;
	lastLine: string;
	code: number;
	env?: Record<string, string>;
}

const cases: Case[] = [
	{ when: 'all is well, the types counting as one', results: green, lastLine: '8 passed, 0 failed', code: 0 },
	{
		when: 'a test fails',
		results: { ...green, code: 1, numPassedTests: 6, numFailedTests: 1 },
		lastLine: '7 passed, 1 failed',
		code: 1,
	},
	{
		when: 'a file cannot be run',
		results: { ...green, code: 1, numRuntimeErrorTestSuites: 1 },
		lastLine: '8 passed, 1 failed',
		code: 1,
	},
	{ when: 'the types do not hold', results: green, lastLine: '7 passed, 1 failed', code: 1, env: { TYPES_FAIL: '1' } },
	{
		when: 'a test is skipped',
		results: { ...green, numPendingTests: 2 },
		lastLine: '8 passed, 0 failed, 2 skipped',
		code: 0,
	},
	{
		when: 'nothing ran',
		results: { ...green, numTotalTests: 0, numPassedTests: 0 },
		lastLine: '1 passed, 1 failed',
		code: 1,
	},
	{
		when: 'the tests broke down before they could report',
		results: { code: 1 },
		lastLine: '1 passed, 1 failed',
		code: 1,
	},
	{
		when: 'all tests were green and the run ended badly',
		results: { ...green, code: 1 },
		lastLine: '8 passed, 1 failed',
		code: 1,
	},
];

test.each(cases)('when $when', async ({ results, lastLine, code, env }) => {
	const result = await npmTest(results, env);
	expect(result.stdout.endsWith(`\n${lastLine}\n`)).toBe(true);
	expect(result.code).toBe(code);
});

test('types are checked while the tests run', async () => {
	// This compiler ends only when the tests have reported.
	const { code } = await npmTest(green, { TYPES_WAIT_FOR: join(project.folder, '.cache/jest.json') });
	expect(code).toBe(0);
});

test('every file that starts first is there', () => {
	expect(longest.filter((file) => !existsSync(join(root, 'test', file)))).toEqual([]);
	expect(longest.length).toBeGreaterThan(5);
});

test('when the set-up fails', async () => {
	await project.relock('.', '3.0.0');
	const { stdout, code } = await npmTest(green, { NPM_FAILS: 'yes' });
	expect(stdout.endsWith('\n0 passed, 1 failed\n')).toBe(true);
	expect(code).toBe(1);
});
