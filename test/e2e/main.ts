import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { createSandbox } from '../../sandbox/carriers';
import { given, N8nRest, startServer, storeSandboxCredentials } from '../../sandbox/hosts/n8n-server';
import { logProgress } from '../../sandbox/n8n/log-progress';
import { suites } from './suites';
import { Checks } from './checks';
import { openChromium } from './chromium';
import { Editor } from './editor';

const screenshotFolder = join(__dirname, '../../.cache/e2e');
const externalCallsFile = join(__dirname, '../../.cache/e2e-external-calls.txt');
const n8nEnv = {
	NODE_OPTIONS: `--require ${join(__dirname, 'record-external-calls.cjs')}`,
	WAYBILL_EXTERNAL_CALLS: externalCallsFile,
};
/** Chapters of every run. */
const alwaysRun = ['sign-in', 'external-calls'];

async function runSuites(requested: readonly string[]): Promise<number> {
	const unknown = requested.filter((name) => !(name in suites));
	if (unknown.length > 0)
		throw new Error(`There is no chapter ${unknown.join(', ')}; there are ${Object.keys(suites).join(', ')}`);
	const startedAt = Date.now();
	rmSync(externalCallsFile, { force: true });
	const cleanups: (() => Promise<void>)[] = [];
	try {
		const sandbox = createSandbox({ seed: 'e2e', startAt: Date.now() });
		cleanups.push(async () => await sandbox.close());
		const { urls } = await sandbox.listen();
		const installation = given();
		const server = await logProgress(
			`Starting n8n ${installation.version}`,
			async () => await startServer(installation, { env: n8nEnv }),
		);
		cleanups.push(server.stop);
		const browser = await openChromium();
		cleanups.push(async () => await browser.close());
		const context = await browser.newContext({
			viewport: { width: 1440, height: 1000 },
			locale: 'en-GB',
			timezoneId: 'Europe/Paris',
		});
		const page = await context.newPage();
		const rest = await N8nRest.connect(server.url);
		const credentials = await storeSandboxCredentials(rest, sandbox, urls);
		const checks = new Checks(page, screenshotFolder);
		const environment = {
			sandbox,
			urls,
			server,
			rest,
			editor: new Editor(page, server.url),
			checks,
			credentials,
			externalCallsFile,
		};
		for (const [name, suite] of Object.entries(suites)) {
			if (requested.length > 0 && !alwaysRun.includes(name) && !requested.includes(name)) continue;
			console.log(`\n${name}`);
			// A chapter that cannot even begin is one failed check, and the next one still runs.
			await suite(environment).catch(
				async (error: unknown) =>
					await checks.check(`the chapter "${name}" runs to its end`, async () => await Promise.reject(error)),
			);
		}
		console.log(
			`\n${checks.passed} passed, ${checks.failed} failed, in ${Math.round((Date.now() - startedAt) / 1_000)} s; pictures in ${screenshotFolder}`,
		);
		return checks.failed === 0 ? 0 : 1;
	} finally {
		for (const cleanup of cleanups.reverse()) await cleanup();
	}
}

async function main(): Promise<number> {
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
	return await runSuites(process.argv.slice(2));
}

void main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
