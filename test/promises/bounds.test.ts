import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createN8n, fillForm, PACKAGE } from '../../sandbox/hosts/n8n';
import { cyke } from '../../shared/carriers/cyke/carrier';
import { getDelivery } from '../../shared/carriers/cyke/actions/get';
import { deliveryV2 } from '../../shared/carriers/cyke/documented';
import { parcelV3 } from '../../shared/carriers/cubyn/parcels/documented';
import { credentialsAt } from '../n8n/run-on-n8n';
import { isJsonObject } from '../../shared/json';
import { allSubjects, type Subject } from '../lab/subjects';
import { startGateway, type Answer, type Gateway } from './gateway';
import { actionOf, promiseHosts, useHostClocks, type Connected } from './hosts';

useHostClocks();

let sandbox: Sandbox;
let gateway: Gateway;
let connected: Connected | undefined;
const byHost = promiseHosts.map((host) => ({ name: host.host, host }));
const json = { 'content-type': 'application/json' };

function subjectOf(carrier: string, action: string): Subject {
	const subject = allSubjects.find((each) => each.carrier.id === carrier && each.action.id === action);
	if (!subject) throw new Error(`The lab does not try ${carrier} ${action}`);
	return subject;
}

async function open(subject: Subject, host: (typeof promiseHosts)[number]): Promise<Connected> {
	sandbox = createSandbox({ startAt: Date.now() });
	gateway = await startGateway(sandbox, subject.carrier.id);
	connected = await host.connect(subject.carrier, subject.connection, gateway.url);
	return connected;
}
afterEach(async () => {
	await connected?.close();
	await gateway.close();
	await sandbox.close();
});

/** 300 MB of one letter, in 300 kB. */
let packed: Buffer | undefined;
const bomb = (): Answer => {
	packed ??= gzipSync(Buffer.alloc(300_000_000, 0x20), { level: 1 });
	return { status: 200, headers: { ...json, 'content-encoding': 'gzip' }, body: packed };
};

describe.each(byHost)('$name', ({ host }) => {
	test.each([
		{ what: 'a page that repeats', subject: subjectOf('cubyn', 'parcel.create'), path: '/v3/parcels' },
		{ what: 'always a new page', subject: subjectOf('cubyn', 'claim.create'), path: '/v1/claims' },
	])('$what: the look-up before a booking ends, and nothing is booked', async ({ what, subject, path: list }) => {
		const { run } = await open(subject, host);
		const reference = subject.prepare?.(sandbox) ?? 'WC-1';
		gateway.interfere({
			answer: ({ method, path }, nth) => {
				if (method !== 'GET' || !path.startsWith(list)) return undefined;
				const rows =
					what === 'always a new page'
						? [{ id: `claim-${nth}` }]
						: Array.from({ length: 500 }, (_, at) => ({ ...parcelV3, id: at + 1, orderRef: `other ${at}` }));
				return { status: 200, headers: json, body: JSON.stringify(rows) };
			},
		});
		const { error = '' } = await run(subject.action, subject.input(reference));
		expect(error).toContain('cannot be read to its end');
		expect(error).toContain('booked nothing');
		expect(gateway.requests.some(({ method }) => method === 'POST')).toBe(false);
		expect(gateway.requests.length).toBeLessThanOrEqual(1_001);
	});

	test('an answer of 300 MB, packed, is not read to its end: before a booking, and in place of its answer', async () => {
		const subject = subjectOf('cyke', 'delivery.create');
		const { run } = await open(subject, host);
		const peak = { bytes: 0 };
		const watch = setInterval(() => (peak.bytes = Math.max(peak.bytes, process.memoryUsage().rss)), 5);
		bomb();
		const before = process.memoryUsage().rss;
		gateway.interfere({ answer: ({ method }) => (method === 'GET' ? bomb() : undefined) });
		expect((await run(subject.action, subject.input('WC-1'))).error).toContain('booked nothing');
		expect(sandbox.cyke.deliveries).toHaveLength(0);
		let bombed = false;
		gateway.interfere({
			reply: (answer, { method }) => {
				if (method !== 'POST' || bombed) return answer;
				bombed = true;
				return bomb();
			},
		});
		expect(await run(subject.action, subject.input('WC-2'))).toMatchObject({ item: { outcome: 'created' } });
		clearInterval(watch);
		expect(sandbox.cyke.deliveries).toHaveLength(1);
		expect(peak.bytes - before).toBeLessThan(290_000_000);
	});

	test('a 503 that asks for a day shuts a healthy carrier for five minutes, and says what it is', async () => {
		const subject = subjectOf('cyke', 'delivery.create');
		const { run } = await open(subject, host);
		let down = true;
		gateway.interfere({
			answer: () => (down ? { status: 503, headers: { ...json, 'retry-after': '86400' }, body: '{}' } : undefined),
		});
		const { error = '' } = await run(subject.action, subject.input('WC-1'));
		expect(error).toContain('asks for a pause of 24 hours');
		expect(error).toContain('booked nothing');
		down = false;
		jest.setSystemTime(Date.now() + 5 * 60_000 + 1_000);
		expect(await run(subject.action, subject.input('WC-1'))).toMatchObject({ item: { outcome: 'created' } });
	});

	test.each([
		[
			'an nginx page',
			{ status: 404, headers: { 'content-type': 'text/html' }, body: '<html>404 Not Found nginx</html>' },
		],
		["a gateway's JSON", { status: 404, headers: json, body: '{"status":404,"error":"Not Found","path":"/"}' }],
		['nothing', { status: 404, body: '' }],
	])('%s on every third read: one booking each, and no cancel is believed', async (_what, page: Answer) => {
		for (const name of [
			'cyke delivery.create',
			'cubyn parcel.create',
			'hubrise order.create',
			'deliverit driver.create',
		]) {
			const [carrier = '', action = ''] = name.split(' ');
			const subject = subjectOf(carrier, action);
			const { run } = await open(subject, host);
			let reads = 0;
			gateway.interfere({
				answer: ({ method, path }) =>
					method === 'GET' && !path.includes('login') && (reads += 1) % 3 === 0 ? page : undefined,
			});
			const outcomes: unknown[] = [];
			for (let round = 0; round < 12; round += 1)
				outcomes.push((await run(subject.action, subject.input(`WC-${round % 4}`))).item?.outcome);
			expect(outcomes.filter((outcome) => outcome === 'created').length).toBeLessThanOrEqual(4);
			const references = subject.activeReferences(sandbox);
			expect(references).toHaveLength(new Set(references).size);
			await connected?.close();
			connected = undefined;
			await gateway.close();
			await sandbox.close();
		}
		await open(subjectOf('cyke', 'delivery.create'), host);
	});

	test.each([
		['cyke', 'delivery.cancel', 'delivery.create', 'id'],
		['cubyn', 'parcel.cancel', 'parcel.create', 'id'],
		['deliverit', 'driver.cancel', 'driver.create', 'booking'],
	])(
		'%s %s: a gateway in place of each answer, and nothing is called cancelled',
		async (carrierId, cancel, create, key) => {
			const subject = subjectOf(carrierId, create);
			const { run } = await open(subject, host);
			const booked = await run(subject.action, subject.input('WC-1'));
			const { action } = actionOf(carrierId, cancel);
			for (const page of [
				{ status: 404, headers: { 'content-type': 'text/html' }, body: '<html>404 Not Found nginx</html>' },
				{ status: 404, headers: json, body: '{"message":"no Route matched with those values"}' },
				{ status: 404, headers: json, body: '{"timestamp":1,"status":404,"error":"Not Found","path":"/"}' },
				{ status: 404, headers: json, body: '{"fault":{"faultstring":"Unable to identify proxy"}}' },
				{ status: 410, body: '' },
			]) {
				gateway.interfere({ answer: ({ path }) => (path.includes('login') ? undefined : page) });
				const { item, error } = await run(action, { [key]: String(booked.item?.id) });
				expect({ page, item }).toEqual({ page, item: undefined });
				expect(error).not.toMatch(/cancelled already|already cancelled/);
			}
			expect(subject.activeReferences(sandbox)).toEqual(['WC-1']);
		},
	);
});

test('n8n: a link to a file leads to no private address, directly or by a redirect', async () => {
	await open(
		subjectOf('cyke', 'delivery.create'),
		promiseHosts[0] ?? { host: 'n8n', connect: async () => await Promise.reject(new Error()) },
	);
	const touched: string[] = [];
	const inside = createServer((request, response) => {
		touched.push(request.url ?? '');
		response.end('secret');
	});
	await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve));
	// A server that listens on a port has an address of this kind.
	const { port } = inside.address() as AddressInfo;
	const links = [
		'https://10.0.0.1/a',
		'https://192.168.1.1/a',
		'http://169.254.169.254/latest/meta-data',
		'https://[fd00::1]/a',
		'https://metadata.google.internal/a',
		`https://localhost:${port}/a`,
		`${gateway.url}/redirects`,
	];
	gateway.interfere({
		answer: ({ path }) => {
			if (path === '/redirects') return { status: 302, headers: { location: 'http://169.254.169.254/b' }, body: '' };
			if (!/deliveries\/\d+$/.test(path)) return undefined;
			const dropoff = { ...(isJsonObject(deliveryV2.dropoff) ? deliveryV2.dropoff : {}), completion_pictures: links };
			return { status: 200, headers: json, body: JSON.stringify({ ...deliveryV2, dropoff }) };
		},
	});
	const n8n = await createN8n({ credentials: credentialsAt(cyke, gateway.url) });
	const run = await n8n.run([{}], {
		type: `${PACKAGE}.cyke`,
		parameters: { ...fillForm(getDelivery, { id: 4711 }), options: { downloadFiles: true } },
	});
	expect(Object.keys(run.items[0]?.binary ?? {})).toEqual([]);
	expect(touched).toEqual([]);
	await new Promise<void>((resolve) => inside.close(() => resolve()));
});
