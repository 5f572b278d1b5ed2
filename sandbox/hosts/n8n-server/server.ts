import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { addressOf } from './environment';
import { freePort } from './free-port';
import type { Given } from './given';
import { installPackage } from './package';
import { launch, type N8nProcess } from './process';
import { until } from './until';

export interface ServerOptions {
	/** Where n8n keeps its data. Default: a temporary folder that goes with the server. */
	home?: string;
	/** The wished port; the system picks one where it is taken. */
	port?: number;
	env?: Readonly<Record<string, string>>;
}

export interface N8nServer {
	/** Without a slash at the end. */
	url: string;
	home: string;
	process: N8nProcess;
	stop(): Promise<void>;
}

async function answers(address: string, kind: string): Promise<boolean> {
	const response = await fetch(address).catch(() => undefined);
	await response?.arrayBuffer();
	return response?.status === 200 && (response.headers.get('content-type') ?? '').includes(kind);
}

/** n8n says "starting up" with a 200 long before it is up; its interface and its pages then come one by one, in no fixed order. */
async function isUp(url: string, running: N8nProcess): Promise<boolean> {
	if (running.ended() !== undefined) throw new Error(`n8n ended with ${running.ended()} while it started:\n${running.said()}`);
	return (await answers(`${url}/rest/settings`, 'json')) && (await answers(`${url}/signin`, 'html'));
}

export async function startServer(installed: Given, options: ServerOptions = {}): Promise<N8nServer> {
	const home = options.home ?? (await mkdtemp(join(tmpdir(), 'waybill-n8n-')));
	const place = { home, port: await freePort(options.port), brokerPort: await freePort() };
	await installPackage(home, installed.tarball);
	const running = launch(installed, ['start'], place, options.env);
	const url = addressOf(place.port);
	const stop = async () => {
		await running.stop();
		if (options.home === undefined) await rm(home, { recursive: true, force: true });
	};
	try {
		await until("n8n's pages", async () => await isUp(url, running), 300_000);
	} catch (error) {
		await stop();
		throw error;
	}
	return { url, home, process: running, stop };
}
