import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-node';

const installs = ['.', 'zapier', 'zapier/cli', 'sandbox/hosts/n8n-server/install'];
const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe.each(installs)('the install in %s', (install) => {
	test('names no registry, so that it works with any', () => {
		const lock = JSON.parse(read(`${install}/package-lock.json`));
		const entries = Object.entries<{ resolved?: string; link?: boolean }>(lock.packages);
		expect(entries.length).toBeGreaterThan(50);
		expect(entries.filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
		expect(read(`${install}/.npmrc`)).not.toMatch(/registry\s*=\s*https?:/);
	});

	test('requires exact versions, each checked by its hash', () => {
		const { dependencies = {}, devDependencies = {} } = JSON.parse(read(`${install}/package.json`));
		const required = Object.entries<string>({ ...dependencies, ...devDependencies });
		expect(required.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
		const entries = Object.entries<{ integrity?: string; inBundle?: boolean }>(
			JSON.parse(read(`${install}/package-lock.json`)).packages,
		);
		expect(entries.filter(([path, entry]) => path !== '' && !entry.integrity && !entry.inBundle)).toEqual([]);
	});

	test('runs no install script', () => {
		expect(read(`${install}/.npmrc`)).toMatch(/^ignore-scripts=true$/m);
	});
});

test('no command relies on scripts that npm would skip', () => {
	const { scripts } = JSON.parse(read('package.json'));
	expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'test', 'build', 'lint']));
	expect(Object.keys(scripts).filter((name) => /^(pre|post)/.test(name))).toEqual([]);
});

test('the Zapier side has the two versions that belong together', () => {
	const core = JSON.parse(read('zapier/package.json')).dependencies['zapier-platform-core'];
	expect(JSON.parse(read('zapier/cli/package.json')).dependencies['zapier-platform-cli']).toBe(core);
});
