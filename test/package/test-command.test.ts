import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runNode, type Ran } from './child';
import { standIn, type StandIn } from './stand-in';

/** Stand-ins for the compiler and for the test runner, which ends as `RESULTS` says. */
const compiler = 'process.exitCode = Number(process.env.TYPES_FAIL ?? 0);';
const testRunner = `
const file = process.argv.find((word) => word.startsWith('--outputFile=')).slice('--outputFile='.length);
const { code, ...results } = JSON.parse(process.env.RESULTS);
if (Object.keys(results).length > 0) require('node:fs').writeFileSync(file, JSON.stringify(results));
process.exitCode = code;
`;

let project: StandIn;

beforeAll(async () => {
	project = await standIn();
	await project.add('node_modules/typescript/bin/tsc', compiler);
	await project.add('node_modules/jest/bin/jest.js', testRunner);
});

afterAll(async () => await rm(project.folder, { recursive: true, force: true }));

async function npmTest(results: Record<string, number>, env: Record<string, string> = {}): Promise<Ran> {
	return await runNode([join(project.folder, 'scripts/test.mjs')], { cwd: project.folder, env: { ...project.env, RESULTS: JSON.stringify(results), ...env } });
}

const green = { code: 0, numTotalTests: 7, numPassedTests: 7, numFailedTests: 0, numRuntimeErrorTestSuites: 0, numPendingTests: 0, numTodoTests: 0 };

interface Case {
	when: string;
	results: Record<string, number>;
	last: string;
	code: number;
	env?: Record<string, string>;
}

const cases: Case[] = [
	{ when: 'all is well, the types counting as one', results: green, last: '8 passed, 0 failed', code: 0 },
	{ when: 'a test fails', results: { ...green, code: 1, numPassedTests: 6, numFailedTests: 1 }, last: '7 passed, 1 failed', code: 1 },
	{ when: 'a file cannot be run', results: { ...green, code: 1, numRuntimeErrorTestSuites: 1 }, last: '8 passed, 1 failed', code: 1 },
	{ when: 'the types do not hold', results: green, last: '7 passed, 1 failed', code: 1, env: { TYPES_FAIL: '1' } },
	{ when: 'a test is skipped', results: { ...green, numPendingTests: 2 }, last: '8 passed, 0 failed, 2 skipped', code: 0 },
	{ when: 'nothing ran', results: { ...green, numTotalTests: 0, numPassedTests: 0 }, last: '1 passed, 1 failed', code: 1 },
	{ when: 'the tests broke down before they could report', results: { code: 1 }, last: '1 passed, 1 failed', code: 1 },
	{ when: 'all tests were green and the run ended badly', results: { ...green, code: 1 }, last: '8 passed, 1 failed', code: 1 },
];

test.each(cases)('when $when', async ({ results, last, code, env }) => {
	const ran = await npmTest(results, env);
	expect(ran.stdout.endsWith(`\n${last}\n`)).toBe(true);
	expect(ran.code).toBe(code);
});

test('when the set-up fails', async () => {
	await project.relock('.', '3.0.0');
	const { stdout, code } = await npmTest(green, { NPM_FAILS: 'yes' });
	expect(stdout.endsWith('\n0 passed, 1 failed\n')).toBe(true);
	expect(code).toBe(1);
});
