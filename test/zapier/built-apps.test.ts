import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { createZapier } from '../../sandbox/hosts/zapier';
import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import { carriers } from '../../shared/registry';
import { appNames, goldenFile, schemaErrorsOf } from '../../zapier/review/apps';
import { appFolder } from '../../zapier/review/command-line';
import { createAppHandler } from '../../zapier/review/platform-core';
import type { AppKind, WaybillApp } from '../../zapier/src/app';
import { DOWNLOAD, stepOf, type AppData } from '../../zapier/src/start/app-data';
import type { Code } from '../../zapier/src/start/code';
import { narrowCarrier } from '../../zapier/src/start/narrow-carrier';
import { withFastClock } from '../lab-hosts/fast-clock';
import { callScript } from '../package/run-node';
import { appFor, authDataFor, runStep } from './run-on-zapier';
import { sampleCarrier } from './scripted-carrier';

// From the same sources it has been built before.
beforeAll(async () => await callScript('scripts/setup.mjs', 'setUp', [{ cli: true }]));

/** The sources of an app, and what the platform's command line writes. */
const besideABuild = [
	...['.gitignore', '.zapierapprc', 'index.ts', 'package.json'],
	...['.env', 'build', 'definition.json', 'zapierwrapper.js'],
];

const load = createRequire(__filename);
const builtApp = (app: string): WaybillApp => load(join(appFolder(app), 'index.js'));

describe.each(appNames)('the built app "%s"', (name) => {
	test('has the same definition, and no error by the platform’s schema', async () => {
		const handler = createAppHandler(builtApp(name));
		expect(JSON.parse(JSON.stringify((await handler({ command: 'definition' })).results))).toEqual(
			JSON.parse(readFileSync(goldenFile(name), 'utf8')),
		);
		expect((await handler({ command: 'validate' })).results).toEqual(await schemaErrorsOf(name));
	});

	test('has code for each of its functions', () => {
		const files = appFolder(name);
		const { functions, fields }: AppData = JSON.parse(readFileSync(join(files, 'app.json'), 'utf8'));
		const code: Code = load(join(files, 'code.js'));
		const functionAt = code(async () => '');
		const paths = [...functions, ...fields.filter((field) => typeof field === 'string')];
		expect(paths).toContain(DOWNLOAD);
		for (const path of paths) expect([path, functionAt(path).length]).toEqual([path, 2]);
		expect(new Set(paths.map(stepOf)).size).toBeGreaterThan(5);
	});

	test('loads neither code nor platform core until a step runs', () => {
		const script = 'require(process.argv[1]); console.log(JSON.stringify(Object.keys(require.cache)))';
		const { stdout } = spawnSync(process.execPath, ['-e', script, join(appFolder(name), 'index.js')], {
			encoding: 'utf8',
		});
		const loaded: string[] = JSON.parse(stdout);
		expect(loaded.sort()).toEqual(['app.json', 'index.js'].map((file) => join(appFolder(name), file)));
	});

	test('has the licences of what it carries, and no other file', () => {
		expect(readdirSync(appFolder(name)).filter((file) => !besideABuild.includes(file))).toEqual([
			'THIRD-PARTY-LICENSES.txt',
			'app.json',
			'code.js',
			'index.js',
		]);
		const text = readFileSync(join(appFolder(name), 'THIRD-PARTY-LICENSES.txt'), 'utf8');
		for (const name of ['zod', 'luxon', 'libphonenumber-js', 'zapier-platform-core', 'lodash'])
			expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+`, 'm'));
		expect(text).toContain('Copyright (c) 2025 Colin McDonnell');
	});
});

const actions = carriers.flatMap((carrier) =>
	carrier.actions.map((action) => ({ carrier, action, name: `${carrier.id} ${action.id}` })),
);

async function run(app: WaybillApp, carrier: Carrier, action: Action, kind: AppKind) {
	const sample = action.samples.find(({ files }) => files === undefined);
	if (!sample) return undefined;
	const scripted = await sampleCarrier(sample);
	const host = await createZapier(app, { authData: authDataFor(carrier, kind, scripted.address, sample.connection) });
	try {
		const items = await runStep(host, carrier, action, kind, sample.input).catch((error: Error) => error.message);
		return JSON.parse(
			JSON.stringify({ items, requests: scripted.requests }).replaceAll(new URL(scripted.address).host, 'carrier'),
		);
	} finally {
		await host.close();
		await scripted.close();
	}
}

test.each(actions)('$name does in a build what it does in its source', async ({ carrier, action }) => {
	// A build has a clock of its own, and many of these steps wait for the carrier.
	const runFast = async (app: WaybillApp) => await withFastClock(async () => await run(app, carrier, action, 'single'));
	const expected = await runFast(appFor(carrier, 'single'));
	const found = await runFast(builtApp(carrier.id));
	expect(found).toEqual(expected);
});

test('a carrier has single items while a step is built, and all of them when it runs', () => {
	const [whole] = carriers;
	const [first] = whole?.actions ?? [];
	if (!whole || !first) throw new Error('There is no carrier');
	const { title, connection } = whole;
	let loads = 0;
	const source = {
		data: { title },
		exported: { connection: () => connection },
		others: ['readings'],
		whole: () => {
			loads += 1;
			return whole;
		},
	};
	const { carrier, widen } = narrowCarrier(source, { actions: [first] });
	expect(carrier).toMatchObject({ title, actions: [first], triggers: [], choices: {} });
	expect(carrier.connection).toBe(connection);
	widen();
	expect(carrier.actions).toBe(whole.actions);
	expect(carrier.choices).toBe(whole.choices);
	loads = 0;
	expect(carrier.readings).toBe(whole.readings);
	expect(loads).toBe(1);
});
