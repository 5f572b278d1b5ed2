import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, runNode } from './run-node';

const tests = `
const compute = () => { const end = Date.now() + 200; while (Date.now() < end); };
describe('a suite', () => {
	test('that waits for ever', () => new Promise(() => undefined));
	test('that computes for long', async () => {
		for (let round = 0; round < 15; round += 1) { compute(); await new Promise(setImmediate); }
	});
	test('that prints', async () => {
		for (let round = 0; round < 12; round += 1) {
			await new Promise((resolve) => setTimeout(resolve, 200));
			process.stdout.write('.');
		}
	});
});
`;

test('a test that prints and does nothing fails with its name; one that computes or prints does not', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'waybill-stuck-'));
	const config = { rootDir: folder, testEnvironment: join(root, 'test/environment.cjs'), testTimeout: 60_000 };
	await writeFile(join(folder, 'jest.config.json'), JSON.stringify(config));
	await writeFile(join(folder, 'stuck.test.js'), tests);
	const args = [join(root, 'node_modules/jest/bin/jest.js'), '--config', join(folder, 'jest.config.json'), '-i'];
	const { code, stdout, stderr } = await runNode(args, { cwd: folder, env: { WAYBILL_QUIET_MS: '1000' } });
	await rm(folder, { recursive: true, force: true });
	expect(code).toBe(1);
	expect(stderr).toContain('"a suite that waits for ever" is stuck');
	expect(stderr).toMatch(/1 failed, 2 passed/);
	expect(stdout).toMatch(/still running after \d+ s: a suite that computes for long/);
});
