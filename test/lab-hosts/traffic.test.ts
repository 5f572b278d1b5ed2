import { Agent, createServer, get, type RequestOptions, type Server } from 'node:http';

import { createSandbox } from '../../sandbox/carriers';
import { withFastClock, STEP_MS, traffic } from './fast-clock';

/** Not in fast time. */
const realSetTimeout = setTimeout;

/** A request that hangs needs no patience here: nothing else is on the move. */
const FEW_LOOKS = 500;

const startServer = async (server: Server): Promise<string> => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server has no port');
	return `http://127.0.0.1:${address.port}/`;
};

test('no time passes while a request is on the move, as long as the machine may take for it', async () => {
	const server = createServer((_, response) => void realSetTimeout(() => response.end('here'), 500));
	const url = await startServer(server);
	const durationMs = await withFastClock(async () => {
		const startedAt = Date.now();
		await new Promise((resolve, reject) =>
			get(url, { agent: false }, (response) => response.resume().on('end', resolve)).on('error', reject),
		);
		return Date.now() - startedAt;
	});
	// The steps in which it was sent and its end was seen.
	expect(durationMs).toBeLessThanOrEqual(2 * STEP_MS);
	await new Promise((resolve) => server.close(resolve));
});

test('time passes while the carrier leaves a request hanging, or drips its response', async () => {
	const sandbox = createSandbox();
	sandbox.faults.once({}, { kind: 'timeout', phase: 'before' });
	sandbox.faults.once({}, { kind: 'slow', totalMs: 4_000 });
	const { urls } = await sandbox.listen();
	await withFastClock(async () => {
		traffic.watch(sandbox.journal);
		const hanging = get(urls.cyke, { agent: false }).on('error', () => undefined);
		await new Promise((resolve) => setTimeout(resolve, 5_000));
		expect(hanging.destroyed).toBe(false);
		hanging.destroy();
		const startedAt = Date.now();
		await new Promise((resolve, reject) =>
			get(urls.cyke, { agent: false }, (response) => response.resume().on('end', resolve)).on('error', reject),
		);
		expect(Date.now() - startedAt).toBeGreaterThan(3_000);
	});
	await sandbox.close();
});

test('two connections may have the same port at this end: the one that hangs still lets time pass', async () => {
	const sandbox = createSandbox();
	sandbox.faults.once({ carrier: 'cyke' }, { kind: 'timeout', phase: 'before' });
	const { urls } = await sandbox.listen();
	const load = async (url: string, options: RequestOptions): Promise<number | undefined> =>
		await new Promise((resolve, reject) =>
			get(url, options, (response) => {
				const { localPort } = response.socket;
				response.resume().on('end', () => resolve(localPort));
			}).on('error', reject),
		);
	// Two connections share a port only if both were bound to their address.
	const localAddress = '127.0.0.1';
	const agent = new Agent({ keepAlive: true, maxSockets: 1, localAddress });
	await withFastClock(async () => {
		traffic.watch(sandbox.journal);
		const localPort = await load(urls.cubyn, { agent });
		const hanging = get(urls.cyke, { agent: false, localAddress, localPort }).on('error', () => undefined);
		while (!sandbox.journal.entries.some(({ noResponse }) => noResponse))
			await new Promise((resolve) => realSetTimeout(resolve, 5));
		// Its connection is used again, and only its own request rests no longer.
		expect(await load(urls.cubyn, { agent })).toBe(localPort);
		await new Promise((resolve) => setTimeout(resolve, 5_000));
		expect(hanging.destroyed).toBe(false);
		hanging.destroy();
	});
	agent.destroy();
	await sandbox.close();
});

test('a request that nobody knows to rest stops the clock for some seconds, not for good', async () => {
	const server = createServer(() => undefined);
	const url = await startServer(server);
	const printed = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
	await withFastClock(async () => {
		const hanging = get(url, { agent: false }).on('error', () => undefined);
		await new Promise((resolve) => hanging.once('socket', resolve));
		await new Promise((resolve) => setTimeout(resolve, 5_000));
		hanging.destroy();
	}, FEW_LOOKS);
	expect(printed.mock.calls.join('')).toMatch(/^GET \/ .* got no response, and the clock stood still$/m);
	printed.mockRestore();
	await new Promise((resolve) => server.close(resolve));
});
