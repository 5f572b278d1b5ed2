import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { given } from '../../sandbox/hosts/n8n-server';
import { logProgress } from '../../sandbox/n8n/log-progress';
import type { Check } from './check';
import { bothWorkersBook } from './checks/both-workers';
import { decision } from './checks/decision';
import { killedAfterBooking, killedBeforeBooking, retried, retriedWithoutReference } from './checks/killed-worker';
import { races } from './checks/races';
import { fromWooCommerce } from './checks/ready-workflow';
import { startedTwice, redelivered } from './checks/redelivery';
import { eventsOnce, pollsOnce, survivesPowerCut, survivesRestart } from './checks/triggers';
import { startCluster } from './cluster';
import { startPostgres } from './postgres';
import { startRedis } from './redis';
import { openSandbox, openEnvironment } from './environment';

const all: readonly Check[] = [
	bothWorkersBook,
	fromWooCommerce,
	decision,
	redelivered,
	startedTwice,
	...races,
	killedBeforeBooking,
	killedAfterBooking,
	retried,
	retriedWithoutReference,
	pollsOnce,
	eventsOnce,
	survivesRestart,
	survivesPowerCut,
];

const print = (line: string) => process.stdout.write(`${line}\n`);
const seconds = (checkStartedAt: number) => `${((Date.now() - checkStartedAt) / 1_000).toFixed(1)} s`;

const LINES_SHOWN = 12;
const shortMessage = (error: unknown) =>
	(error instanceof Error ? error.message : String(error)).split('\n').slice(0, LINES_SHOWN).join('\n  ');

async function main(): Promise<number> {
	const installation = given();
	const words = process.argv.slice(2).map((word) => word.toLowerCase());
	const checks = all.filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)));
	if (checks.length === 0)
		throw new Error(
			`no check has all of these words: ${words.join(', ')}. There are:\n${all.map(({ title }) => `  ${title}`).join('\n')}`,
		);
	const startedAt = Date.now();
	const home = await mkdtemp(join(tmpdir(), 'waybill-queue-'));
	// For a run that is broken off; what still writes there is being ended.
	process.once('exit', () => rmSync(home, { recursive: true, force: true, maxRetries: 20 }));
	const cleanups: (() => Promise<void>)[] = [async () => await rm(home, { recursive: true, force: true })];
	let failed = 0;
	try {
		const redis = await startRedis(home);
		cleanups.push(redis.stop);
		const postgres = await startPostgres(home);
		cleanups.push(postgres.stop);
		const sandbox = openSandbox();
		cleanups.push(async () => await sandbox.close());
		const cluster = await logProgress(
			`Starting n8n ${installation.version} in queue mode: main, two workers, Redis, PostgreSQL`,
			async () => await startCluster(installation, home, redis.port, postgres.env),
		);
		cleanups.push(async () => await logProgress('Ending them', cluster.stop));
		const environment = await openEnvironment(cluster, sandbox);
		for (const { title, run } of checks) {
			const checkStartedAt = Date.now();
			try {
				print(`✓ ${title}: ${await run(environment)} (${seconds(checkStartedAt)})`);
			} catch (error) {
				failed += 1;
				print(`✗ ${title}: ${shortMessage(error)} (${seconds(checkStartedAt)})`);
			}
			sandbox.faults.clear();
		}
	} finally {
		for (const cleanup of cleanups.reverse()) await cleanup();
	}
	print(`${checks.length - failed} passed, ${failed} failed, in ${seconds(startedAt)}`);
	return failed === 0 ? 0 : 1;
}

const interrupted = new Promise<number>((resolve) => {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(130));
});

// What still runs when a person breaks off is ended with us: each part sees to that itself.
void Promise.race([main(), interrupted])
	.catch((error: unknown) => {
		print(`\nQueue mode stopped: ${error instanceof Error ? error.message : String(error)}`);
		return 1;
	})
	.then((code) => process.exit(code));
