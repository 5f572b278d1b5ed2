import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { addressOf } from './environment';
import { freePort } from './free-port';
import type { N8nInstallation } from './installation';
import { installPackage } from './package';
import { launch, type N8nProcess } from './process';
import { waitUntil } from './wait-until';

export interface ServerOptions {
	/** n8n's data folder. Default: a temporary folder that is deleted with the server. */
	home?: string;
	/** The preferred port. The system picks another if it is taken. */
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

async function isServing(address: string, contentType: string): Promise<boolean> {
	const response = await fetch(address).catch(() => undefined);
	await response?.arrayBuffer();
	return response?.status === 200 && (response.headers.get('content-type') ?? '').includes(contentType);
}

/**
 * n8n answers "starting up" with a 200 long before it is up. Its interface and pages then come one by one, in no fixed
 * order.
 */
async function isUp(url: string, running: N8nProcess): Promise<boolean> {
	if (running.exitStatus() !== undefined)
		throw new Error(`n8n ended with ${running.exitStatus()} while it started:\n${running.output()}`);
	return (await isServing(`${url}/rest/settings`, 'json')) && (await isServing(`${url}/signin`, 'html'));
}

export async function startServer(installed: N8nInstallation, options: ServerOptions = {}): Promise<N8nServer> {
	const home = options.home ?? (await mkdtemp(join(tmpdir(), 'waybill-n8n-')));
	const settings = { home, port: await freePort(options.port), brokerPort: await freePort() };
	for (const tarball of installed.tarballs) await installPackage(home, tarball);
	const running = launch(installed, ['start'], settings, options.env);
	const url = addressOf(settings.port);
	const stop = async () => {
		await running.stop();
		if (options.home === undefined) await rm(home, { recursive: true, force: true });
	};
	try {
		await waitUntil("n8n's pages", async () => await isUp(url, running), 300_000);
	} catch (error) {
		await stop();
		throw error;
	}
	return { url, home, process: running, stop };
}
