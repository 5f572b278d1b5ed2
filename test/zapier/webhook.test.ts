import { carriers } from '../../shared/registry';
import { documentedDelivery } from '../../shared/carriers/cyke/documented';
import { authDataFor, appFor } from './run-on-zapier';
import { cyke, errorOf, withCyke, type CykeSetup } from './with-cyke';
import { createZapier } from '../../sandbox/hosts/zapier';

const KEY = 'cyke_webhook_event';
const event = (id: string, type: string, delivery: object = documentedDelivery) => ({
	headers: { 'X-Cyke-Token': 'wh-sample', 'Content-Type': 'application/json' },
	body: JSON.stringify({ event_id: id, event_type: type, payload: { delivery } }),
});

const withHook = async (work: (setup: CykeSetup) => Promise<void>) =>
	await withCyke(() => ({ status: 200, body: [] }), work);

describe('the webhook trigger', () => {
	test('returns the delivery of an event whose token is right, without a request to the carrier', async () => {
		await withHook(async ({ host, carrier }) => {
			const items = await host.hook(
				KEY,
				event('e-1', 'delivery_scheduled', { ...documentedDelivery, status: 'scheduled' }),
			);
			expect(items).toMatchObject([{ id: '86', status: 'scheduled', eventId: 'e-1', eventType: 'delivery_scheduled' }]);
			expect(carrier.requests).toEqual([]);
		});
	});

	test.each([
		['a wrong token', { 'X-Cyke-Token': 'guessed' }],
		['no token', {}],
	])('refuses an event with %s and emits nothing', async (_name, headers) => {
		await withHook(async ({ host }) => {
			const error = await errorOf(host.hook(KEY, { ...event('e-1', 'delivery_scheduled'), headers }));
			expect(error).toMatchObject({
				name: 'HaltedError',
				message: expect.stringContaining('does not carry the Webhook Secret'),
			});
			expect(error.message).not.toContain('Lannister');
		});
	});

	test('refuses every event while the connection has no secret', async () => {
		const authData = { ...authDataFor(cyke(), 'all', 'http://127.0.0.1:9'), cyke_webhook_secret: '' };
		const host = await createZapier(appFor(cyke(), 'all'), { authData });
		try {
			expect((await errorOf(host.hook(KEY, event('e-1', 'delivery_scheduled')))).message).toContain(
				'has no Webhook Secret',
			);
		} finally {
			await host.close();
		}
	});

	test('lets a repeated event and a late one through once', async () => {
		await withHook(async ({ host }) => {
			expect(
				await host.hook(KEY, event('e-1', 'delivery_picked_up', { ...documentedDelivery, status: 'picked_up' })),
			).toHaveLength(1);
			expect(
				await host.hook(KEY, event('e-1', 'delivery_picked_up', { ...documentedDelivery, status: 'picked_up' })),
			).toEqual([]);
			expect(
				await host.hook(KEY, event('e-0', 'delivery_scheduled', { ...documentedDelivery, status: 'scheduled' })),
			).toEqual([]);
			expect(
				await host.hook(KEY, event('e-2', 'delivery_delivered', { ...documentedDelivery, status: 'delivered' })),
			).toHaveLength(1);
		});
	});

	test('passes what was chosen alone, and a test event not at all', async () => {
		await withHook(async ({ host }) => {
			expect(await host.hook(KEY, event('e-1', 'delivery_scheduled'), { events: ['delivery_delivered'] })).toEqual([]);
			expect(await host.hook(KEY, event('e-2', 'delivery_delivered'), { events: ['delivery_delivered'] })).toHaveLength(
				1,
			);
			expect(
				await host.hook(KEY, {
					headers: { 'x-cyke-token': 'wh-sample' },
					body: JSON.stringify({ event_id: 't', event_type: 'test' }),
				}),
			).toEqual([]);
		});
	});

	test('hands on as it came a body that it does not understand', async () => {
		await withHook(async ({ host }) => {
			const items = await host.hook(KEY, { headers: { 'x-cyke-token': 'wh-sample' }, body: '<html>' });
			expect(items).toMatchObject([
				{ status: 'unknown', warnings: [expect.stringContaining('could not be understood')] },
			]);
		});
	});

	test('is in the app of all carriers alone, unless it registers its address with the carrier itself', () => {
		const hooks = (kind: 'all' | 'single', carrier = cyke()) =>
			Object.values(appFor(carrier, kind).triggers).filter((trigger) => trigger.operation.type === 'hook');
		expect(hooks('all')).toHaveLength(carriers.flatMap((carrier) => carrier.webhookTriggers).length);
		for (const carrier of carriers)
			expect(hooks('single', carrier)).toHaveLength(
				carrier.webhookTriggers.filter(({ subscription }) => subscription).length,
			);
	});
});
