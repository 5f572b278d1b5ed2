import { cyke } from '../../shared/carriers/cyke/carrier';
import { deliveryV2 } from '../../shared/carriers/cyke/documented';
import type { JsonObject } from '../../shared/json';
import { PACKAGE, type N8n, type NodeSpec } from '../../sandbox/hosts/n8n';
import { useInstantClock } from './instant-clock';
import { n8nWithCarrier } from './run-on-n8n';
import type { Script, ScriptedCarrier, StubResponse } from './scripted-carrier';

useInstantClock();

const PICTURE = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
let deliveries: JsonObject[];
let errorResponse: StubResponse | undefined;
let server: ScriptedCarrier;
let n8n: N8n;

const script: Script = ({ path }) => {
	if (errorResponse) return errorResponse;
	if (path.startsWith('/files/')) return { status: 200, body: PICTURE };
	const id = /\/deliveries\/(\d+)$/.exec(path)?.[1];
	if (id !== undefined) return { status: 200, body: deliveries.find((each) => String(each.id) === id) ?? null };
	return {
		status: 200,
		body: deliveries.map(({ id: number, created_at, status }) => ({ id: number, created_at, status })),
	};
};

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const delivery = (id: number, status = 'saved', createdAt = minutesAgo(1)): JsonObject => ({
	...deliveryV2,
	id,
	status,
	created_at: createdAt,
});
const trigger = (event: string, more: NodeSpec['parameters'] = {}): NodeSpec => ({
	type: `${PACKAGE}.cykeTrigger`,
	parameters: { event, ...more },
});
const setStatus = (id: number, status: string) => {
	deliveries = deliveries.map((each) => (each.id === id ? { ...each, status } : each));
};

beforeEach(async () => {
	deliveries = [delivery(1, 'saved', minutesAgo(60))];
	errorResponse = undefined;
	({ server, n8n } = await n8nWithCarrier(cyke, script));
});
afterEach(async () => await server.close());

describe('Cyke Trigger', () => {
	test('emits nothing old when it is activated, then each new delivery once', async () => {
		const poller = n8n.poller(trigger('newDelivery'));
		expect(await poller.poll()).toEqual([]);
		deliveries.push(delivery(2), delivery(3));
		expect((await poller.poll()).map(({ json }) => json.id)).toEqual(['2', '3']);
		expect(await poller.poll()).toEqual([]);
	});

	test('emits each change of a status once, in full', async () => {
		const poller = n8n.poller(trigger('deliveryStatusChanged'));
		await poller.poll();
		setStatus(1, 'scheduled');
		const [item, ...others] = await poller.poll();
		expect(item?.json).toMatchObject({
			id: '1',
			status: 'scheduled',
			carrier: 'cyke',
			dropoff: { city: 'Paris' },
			carrierData: { id: 1 },
		});
		expect(others).toEqual([]);
		expect(await poller.poll()).toEqual([]);
		setStatus(1, 'delivered');
		expect((await poller.poll()).map(({ json }) => json.status)).toEqual(['delivered']);
	});

	test('emits each delivery once where a poll lasts until after the next has begun', async () => {
		const poller = n8n.poller(trigger('newDelivery'));
		await poller.poll();
		deliveries.push(delivery(2));
		const polls = await Promise.all([poller.poll(), poller.poll()]);
		expect(polls.flat().map(({ json }) => json.id)).toEqual(['2']);
		expect(await poller.poll()).toEqual([]);
		errorResponse = { status: 401, body: {} };
		await expect(poller.poll()).rejects.toThrow();
		errorResponse = undefined;
		deliveries.push(delivery(3));
		expect((await poller.poll()).map(({ json }) => json.id)).toEqual(['3']);
	});

	test('emits only the chosen statuses', async () => {
		const poller = n8n.poller(trigger('deliveryStatusChanged', { only: ['delivered'] }));
		await poller.poll();
		setStatus(1, 'scheduled');
		expect(await poller.poll()).toEqual([]);
		setStatus(1, 'delivered');
		expect((await poller.poll()).map(({ json }) => json.status)).toEqual(['delivered']);
	});

	test('shows one sample in the editor and moves nothing', async () => {
		const poller = n8n.poller(trigger('deliveryStatusChanged'));
		expect((await poller.test()).map(({ json }) => json.id)).toEqual(['1']);
		expect(poller.state()).toEqual({});
		await poller.poll();
		const before = structuredClone(poller.state());
		setStatus(1, 'scheduled');
		expect((await poller.test()).map(({ json }) => json.status)).toEqual(['scheduled']);
		expect(poller.state()).toEqual(before);
		expect(await poller.poll()).toHaveLength(1);
	});

	test('says what to do where there is nothing to show', async () => {
		deliveries = [];
		const poller = n8n.poller(trigger('newDelivery'));
		await expect(poller.test()).rejects.toMatchObject({
			message: 'Cyke has no delivery to show yet',
			description: expect.stringContaining('fetch again'),
		});
		// A published workflow waits in silence.
		expect(await poller.poll()).toEqual([]);
	});

	test('forgets nothing when a poll fails', async () => {
		const poller = n8n.poller(trigger('deliveryStatusChanged'));
		await poller.poll();
		setStatus(1, 'scheduled');
		errorResponse = { status: 401, body: { error: 'no' } };
		await expect(poller.poll()).rejects.toMatchObject({
			name: 'NodeApiError',
			httpCode: '401',
			failure: { cause: 'credential-invalid' },
			description: expect.stringContaining('connection'),
		});
		errorResponse = undefined;
		expect((await poller.poll()).map(({ json }) => json.status)).toEqual(['scheduled']);
	});

	test('makes n8n wait as long as the carrier requires', async () => {
		errorResponse = { status: 429, body: {}, headers: { 'retry-after': '120' } };
		await expect(n8n.poller(trigger('newDelivery')).poll()).rejects.toMatchObject({
			httpCode: '429',
			failure: { cause: 'rate-limited', retryAfterMs: 120_000 },
		});
	});

	test('starts afresh for another event', async () => {
		const poller = n8n.poller(trigger('newDelivery'));
		await poller.poll();
		const other = n8n.poller(trigger('deliveryStatusChanged'), poller.state());
		setStatus(1, 'scheduled');
		expect(await other.poll()).toEqual([]);
	});

	test('fetches files, and reports one that cannot be fetched', async () => {
		const poller = n8n.poller(trigger('deliveryStatusChanged', { options: { downloadFiles: true } }));
		await poller.poll();
		const dropoff = { ...(deliveryV2.dropoff as JsonObject), completion_pictures: [`${server.address}/files/a.png`] };
		deliveries = [{ ...delivery(1, 'scheduled', minutesAgo(60)), dropoff }];
		const [item] = await poller.poll();
		expect(item?.binary?.dropoff_picture_1).toMatchObject({
			mimeType: 'image/png',
			fileName: 'dropoff-picture-1.png',
			fileExtension: 'png',
		});

		deliveries = [
			{
				...delivery(1, 'delivered', minutesAgo(60)),
				dropoff: { ...dropoff, completion_pictures: ['http://127.0.0.1:1/a.png'] },
			},
		];
		const [next] = await poller.poll();
		expect(next?.binary).toBeUndefined();
		expect(next?.json.warnings).toEqual([expect.stringContaining('dropoff-picture-1')]);
	});
});
