import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { given } from '../../sandbox/hosts/n8n-server';
import { timed } from '../../sandbox/n8n/timed';
import type { Check } from './check';
import { bothWork } from './checks/both-work';
import { decision } from './checks/decision';
import { lostAfter, lostBefore, retried, retriedUnnamed } from './checks/lost-worker';
import { meetings } from './checks/meetings';
import { fromWooCommerce } from './checks/ready-workflow';
import { byHand, toldAgain } from './checks/told-again';
import { eventsOnce, pollsOnce, survivesPowerCut, survivesRestart } from './checks/triggers';
import { startCluster } from './cluster';
import { startPostgres } from './postgres';
import { startRedis } from './redis';
import { openSandbox, openStage } from './stage';

const all: readonly Check[] = [bothWork, fromWooCommerce, decision, toldAgain, byHand, ...meetings, lostBefore, lostAfter, retried, retriedUnnamed, pollsOnce, eventsOnce, survivesRestart, survivesPowerCut];

const print = (line: string) => process.stdout.write(`${line}\n`);
const seconds = (since: number) => `${((Date.now() - since) / 1_000).toFixed(1)} s`;

const LINES_SHOWN = 12;
const said = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n').slice(0, LINES_SHOWN).join('\n  ');

async function main(): Promise<number> {
	const installed = given();
	const wanted = process.argv.slice(2).map((word) => word.toLowerCase());
	const checks = all.filter(({ title }) => wanted.every((word) => title.toLowerCase().includes(word)));
	if (checks.length === 0) throw new Error(`no check has all of these words: ${wanted.join(', ')}. There are:\n${all.map(({ title }) => `  ${title}`).join('\n')}`);
	const began = Date.now();
	const home = await mkdtemp(join(tmpdir(), 'waybill-queue-'));
	// For a run that is broken off; what still writes there is being ended.
	process.once('exit', () => rmSync(home, { recursive: true, force: true, maxRetries: 20 }));
	const ends: (() => Promise<void>)[] = [async () => await rm(home, { recursive: true, force: true })];
	let failed = 0;
	try {
		const redis = await startRedis(home);
		ends.push(redis.stop);
		const postgres = await startPostgres(home);
		ends.push(postgres.stop);
		const sandbox = openSandbox();
		ends.push(async () => await sandbox.close());
		const cluster = await timed(`Starting n8n ${installed.version} in queue mode: main, two workers, Redis, PostgreSQL`, async () => await startCluster(installed, home, redis.port, postgres.env));
		ends.push(async () => await timed('Ending them', cluster.stop));
		const stage = await openStage(cluster, sandbox);
		for (const { title, run } of checks) {
			const since = Date.now();
			try {
				print(`✓ ${title}: ${await run(stage)} (${seconds(since)})`);
			} catch (error) {
				failed += 1;
				print(`✗ ${title}: ${said(error)} (${seconds(since)})`);
			}
			sandbox.faults.clear();
		}
	} finally {
		for (const end of ends.reverse()) await end();
	}
	print(`${checks.length - failed} passed, ${failed} failed, in ${seconds(began)}`);
	return failed === 0 ? 0 : 1;
}

const stopped = new Promise<number>((resolve) => {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(130));
});

// What still runs when a person breaks off is ended with us: each part sees to that itself.
void Promise.race([main(), stopped])
	.catch((error: unknown) => {
		print(`\nQueue mode stopped: ${error instanceof Error ? error.message : String(error)}`);
		return 1;
	})
	.then((code) => process.exit(code));
