import { createServer, get, type Server } from 'node:http';

import { createSandbox } from '../../sandbox/carriers';
import { inSwiftTime, STEP_MS, traffic } from './pace';

/** Not in swift time. */
const onTheWall = setTimeout;

const listening = async (server: Server): Promise<string> => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server has no port');
	return `http://127.0.0.1:${address.port}/`;
};

test('no time passes while a request is on the move, as long as the machine may take for it', async () => {
	const server = createServer((_, response) => void onTheWall(() => response.end('here'), 500));
	const url = await listening(server);
	const took = await inSwiftTime(async () => {
		const began = Date.now();
		await new Promise((resolve, reject) => get(url, { agent: false }, (answer) => answer.resume().on('end', resolve)).on('error', reject));
		return Date.now() - began;
	});
	// The steps in which it was sent and its end was seen.
	expect(took).toBeLessThanOrEqual(2 * STEP_MS);
	await new Promise((resolve) => server.close(resolve));
});

test('time passes while the carrier keeps a request hanging, or lets its answer drip', async () => {
	const sandbox = createSandbox();
	sandbox.faults.once({}, { kind: 'timeout', phase: 'before' });
	sandbox.faults.once({}, { kind: 'slow', totalMs: 4_000 });
	const { urls } = await sandbox.listen();
	await inSwiftTime(async () => {
		traffic.heed(sandbox.journal);
		const hanging = get(urls.cyke, { agent: false }).on('error', () => undefined);
		await new Promise((resolve) => setTimeout(resolve, 5_000));
		expect(hanging.destroyed).toBe(false);
		hanging.destroy();
		const began = Date.now();
		await new Promise((resolve, reject) => get(urls.cyke, { agent: false }, (answer) => answer.resume().on('end', resolve)).on('error', reject));
		expect(Date.now() - began).toBeGreaterThan(3_000);
	});
	await sandbox.close();
});
