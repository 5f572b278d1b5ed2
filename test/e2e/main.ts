import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { createSandbox } from '../../sandbox/carriers';
import { given, N8nRest, startServer, storeSandboxCredentials } from '../../sandbox/hosts/n8n-server';
import { timed } from '../../sandbox/n8n/timed';
import { chapters } from './chapters';
import { Checks } from './checks';
import { openChromium } from './chromium';
import { Editor } from './editor';

const pictures = join(__dirname, '../../.cache/e2e');
const outside = join(__dirname, '../../.cache/e2e-outside.txt');
const watched = { NODE_OPTIONS: `--require ${join(__dirname, 'outside.cjs')}`, WAYBILL_OUTSIDE: outside };
/** Chapters that every run has, whichever it is asked for. */
const always = ['sign-in', 'outside'];

async function play(wanted: readonly string[]): Promise<number> {
	const unknown = wanted.filter((name) => !(name in chapters));
	if (unknown.length > 0) throw new Error(`There is no chapter ${unknown.join(', ')}; there are ${Object.keys(chapters).join(', ')}`);
	const began = Date.now();
	rmSync(outside, { force: true });
	const ends: (() => Promise<void>)[] = [];
	try {
		const sandbox = createSandbox({ seed: 'e2e', startAt: Date.now() });
		ends.push(async () => await sandbox.close());
		const { urls } = await sandbox.listen();
		const installed = given();
		const server = await timed(`Starting n8n ${installed.version}`, async () => await startServer(installed, { env: watched }));
		ends.push(server.stop);
		const browser = await openChromium();
		ends.push(async () => await browser.close());
		const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB', timezoneId: 'Europe/Paris' });
		const page = await context.newPage();
		const rest = await N8nRest.open(server.url);
		const credentials = await storeSandboxCredentials(rest, sandbox, urls);
		const checks = new Checks(page, pictures);
		const world = { sandbox, urls, server, rest, editor: new Editor(page, server.url), checks, credentials, outside };
		for (const [name, chapter] of Object.entries(chapters)) {
			if (wanted.length > 0 && !always.includes(name) && !wanted.includes(name)) continue;
			console.log(`\n${name}`);
			// A chapter that cannot even begin is one failed check, and the next one still runs.
			await chapter(world).catch(async (error: unknown) => await checks.check(`the chapter "${name}" runs to its end`, async () => await Promise.reject(error)));
		}
		console.log(`\n${checks.passed} passed, ${checks.failed} failed, in ${Math.round((Date.now() - began) / 1_000)} s; pictures in ${pictures}`);
		return checks.failed === 0 ? 0 : 1;
	} finally {
		for (const end of ends.reverse()) await end();
	}
}

async function main(): Promise<number> {
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
	return await play(process.argv.slice(2));
}

void main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
