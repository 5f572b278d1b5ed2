import { createSandbox, type JournalEntry } from '../../sandbox/carriers';
import { createCykeDelivery, cyke, CYKE, delivery, deliverit, info, trip } from './cyke-deliverit-client';

test('every request is noted: what came, what went back, whether it counted', async () => {
	const sandbox = createSandbox();
	const notified: JournalEntry[] = [];
	const stop = sandbox.journal.subscribe((entry) => notified.push(entry));
	await createCykeDelivery(sandbox, { client_order_reference: 'A' });
	await cyke(sandbox, 'POST', '/api/v2/deliveries', {});
	await cyke(sandbox, 'GET', '/api/v2/deliveries?client_order_reference=A');
	await sandbox.fetch(`${CYKE}/nowhere`);
	stop();
	await deliverit(sandbox, 'POST', '/api/v1/orderdriver/create', trip);

	expect(notified).toEqual(sandbox.journal.entries.slice(0, 4));
	expect(sandbox.journal.entries.map(({ seq: n, route, status, committed }) => [n, route, status, committed])).toEqual([
		[1, 'deliveries.create', 201, true],
		[2, 'deliveries.create', 422, false],
		[3, 'deliveries.list', 200, false],
		[4, undefined, 404, false],
		[5, 'orderdriver.create', 201, true],
	]);
	expect(sandbox.journal.entries[0]).toMatchObject({
		carrier: 'cyke',
		transport: 'process',
		method: 'POST',
		path: '/api/v2/deliveries',
		headers: { 'content-type': 'application/json', 'x-user-token': 'CykeSandboxToken0001' },
		body: JSON.stringify({ ...delivery, client_order_reference: 'A' }),
		responseBody: expect.stringContaining('"saved"'),
	});
	expect(sandbox.journal.entries[2]?.query).toEqual([['client_order_reference', 'A']]);
	expect(sandbox.journal.find({ carrier: 'deliverit' })).toHaveLength(1);
	expect(sandbox.journal.find({ committed: true, method: 'POST' })).toHaveLength(2);
	sandbox.journal.clear();
	expect(sandbox.journal.entries).toEqual([]);
});

test('committed is true for every write, and for no read', async () => {
	const sandbox = createSandbox();
	const id = await createCykeDelivery(sandbox);
	await cyke(sandbox, 'PATCH', `/api/v2/deliveries/${id}`, { comments: 'x' });
	await cyke(sandbox, 'PATCH', `/api/v2/deliveries/${id}/cancel`);
	sandbox.deliverit.settings.push = { kind: 'always', minutes: 10 };
	const offer = async () => (await deliverit(sandbox, 'POST', '/api/v1/orderdriver/create', trip)).json;
	const first = await offer();
	await deliverit(sandbox, 'POST', first.acceptUrl);
	await deliverit(sandbox, 'POST', first.cancelUrl);
	await deliverit(sandbox, 'POST', (await offer()).denyUrl);
	const { json } = await deliverit(sandbox, 'POST', '/api/v1/orderinfo/14/create', info);
	await deliverit(sandbox, 'POST', json.update_url, { ...info, delivery: '1' });
	await deliverit(sandbox, 'POST', json.cancel_url);
	expect(sandbox.journal.entries.every(({ effect, committed }) => effect === 'write' && committed)).toBe(true);
	expect(sandbox.journal.entries).toHaveLength(11);
});

test('two sandboxes know nothing of each other', async () => {
	const [one, two] = [createSandbox(), createSandbox()];
	await createCykeDelivery(one);
	expect(two.cyke.deliveries).toEqual([]);
	expect(two.journal.entries).toEqual([]);
	one.cyke.settings.servedArea = [];
	expect(await createCykeDelivery(two)).toEqual(expect.any(Number));
});
