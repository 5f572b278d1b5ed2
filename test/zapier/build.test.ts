import { readFileSync } from 'node:fs';

import { bundleOf, startWorker } from '../../sandbox/hosts/zapier';
import { carriers } from '../../shared/registry';
import { appNames, goldenFile, loadApp } from '../../zapier/review/apps';
import { startCommandLine, type CommandLine } from '../../zapier/review/command-line';
import { startStyleCheck, type StyleCheck } from '../../zapier/review/style-check';
import { createKey } from '../../zapier/src/app-context';
import { flat } from '../../zapier/src/input-values';
import { referenceOf } from '../../shared/run/booking-settings';
import { callScript } from '../package/run-node';
import { authDataFor } from './run-on-zapier';
import { sampleCarrier } from './scripted-carrier';
import { unpack } from './unpacked';

const CLOCK = '2020-11-09T09:00:00+01:00';

let style: StyleCheck;
let commandLine: CommandLine;

beforeAll(async () => {
	// What it has built from the same sources is not built again before it is packed.
	await callScript('scripts/setup.mjs', 'setUp', [{ cli: true }]);
	style = await startStyleCheck();
	commandLine = await startCommandLine(style.address);
});
afterAll(async () => void (await Promise.all([commandLine.close(), style.close()])));

describe.each(appNames)('the app "%s"', (name) => {
	test('passes validate and build of the platform’s own command line, offline', async () => {
		style.reviewFor(name);
		const built = await commandLine.run(name, ['build', '--skip-dep-install']);
		expect({ code: built.code, output: built.code === 0 ? '' : built.output }).toEqual({ code: 0, output: '' });
		// Of what has just been built: either command would build it first.
		const validated = await commandLine.run(name, ['validate', '--skip-build']);
		expect(validated).toMatchObject({
			code: 0,
			output: expect.stringContaining('This project is structurally sound!'),
		});
		expect(validated.output).toContain(' 0 checks failed');
		expect(style.requestCount()).toBe(2);
	});

	test('works from its unpacked build: definition, and a booking on loopback', async () => {
		const kind = name === 'all' ? 'all' : 'single';
		const carrier = carriers.find((each) => each.id === name) ?? carriers[0];
		const action = carrier?.actions.find((each) => each.effect === 'booking');
		const sample = action?.samples.find(
			(each) => each.connection === undefined && each.input[referenceOf(action) ?? ''] !== undefined,
		);
		if (!carrier || !action || !sample) throw new Error('There is no booking to try');
		const key = createKey({ carrier, shared: kind === 'all', download: async () => '' }, action);
		const fields =
			(await loadApp(name)).creates[key]?.operation.inputFields?.filter((field) => typeof field !== 'function') ?? [];

		const [scripted, worker, unpacked] = await Promise.all([sampleCarrier(sample), startWorker(), unpack(name)]);
		try {
			const zap = { id: '1', authData: authDataFor(carrier, kind, scripted.address), timezone: 'Europe/Paris' };
			const bundle = bundleOf(zap, fields, flat(action.form, sample.input));
			const [definition, booked] = await unpacked.call(
				[
					{ command: 'definition' },
					{ command: 'execute', method: `creates.${key}.operation.perform`, bundle, rpc_base: worker.address },
				],
				CLOCK,
			);
			expect(definition?.results).toEqual(JSON.parse(readFileSync(goldenFile(name), 'utf8')));
			expect(booked).toMatchObject({ results: { outcome: 'created' } });
			expect(scripted.requests).toContainEqual(expect.objectContaining({ query: {}, ...sample.request }));
			expect(unpacked.files.filter((file) => /^apps\/\w+\/(zapierwrapper|index|code)\.js$/.test(file))).toHaveLength(3);
			expect(unpacked.files).toEqual(
				expect.arrayContaining([`apps/${name}/app.json`, `apps/${name}/THIRD-PARTY-LICENSES.txt`]),
			);
			expect(
				unpacked.files.filter(
					(file) => /\.env|\.ts$|node_modules\/(zod|luxon|libphonenumber)/.test(file) && !file.endsWith('.d.ts'),
				),
			).toEqual([]);
		} finally {
			await Promise.all([scripted.close(), worker.close(), unpacked.remove()]);
		}
	});
});

test('the command line fails on what our rules find', async () => {
	// This name is not on the list of exceptions, so the static webhook is reported.
	style.reviewFor('unknown');
	const { output } = await commandLine.run('all', ['validate', '--skip-build']);
	expect(output).toMatch(/[1-9]\d* checks failed/);
	expect(output).toContain('D017');
});
