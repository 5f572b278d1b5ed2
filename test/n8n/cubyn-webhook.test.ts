import { cubyn } from '../../shared/carriers/cubyn/carrier';
import { documentedStockEvent, documentedProduct } from '../../shared/carriers/cubyn/stock/samples';
import { documentedShipped, documentedTrials } from '../../shared/carriers/cubyn/events/webhook-samples';
import type { JsonObject } from '../../shared/json';
import { createN8n, PACKAGE, type Listener, type N8n, type NodeSpec } from '../../sandbox/hosts/n8n';
import { credentialsAt } from './run-on-n8n';

const trigger = (parameters: NodeSpec['parameters'] = {}): NodeSpec => ({
	type: `${PACKAGE}.cubynWebhookTrigger`,
	parameters,
});
const call = (body: unknown, query: Record<string, string | string[]> = {}) => ({
	headers: { 'content-type': 'application/json' },
	query,
	body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});
const known = { secret: 'wh-sample' };
const parcel = (status: string, minute: number): JsonObject => ({
	...documentedShipped,
	event: 'parcel:carrier-status:changed',
	parcel: {
		...(documentedShipped.parcel as JsonObject),
		status,
		updatedAt: `2030-05-20T09:${String(minute).padStart(2, '0')}:00.000Z`,
	},
});

let n8n: N8n;
let named = 0;
/** A trigger of its own, which has seen nothing yet. */
const listen = (parameters?: NodeSpec['parameters']): Listener =>
	n8n.listener({ ...trigger(parameters), name: `Cubyn ${(named += 1)}` });

beforeAll(async () => {
	n8n = await createN8n({ credentials: credentialsAt(cubyn, 'http://127.0.0.1:1') });
});

describe('Cubyn Webhook Trigger', () => {
	test('accepts parcels by the key in the body, and removes the key', async () => {
		const { status, items } = await listen().receive(call(documentedShipped));
		expect(status).toBe(200);
		expect(items[0]?.json).toMatchObject({
			id: '817427867',
			carrier: 'cubyn',
			status: 'in_transit',
			eventType: 'parcel:shipped',
		});
		expect(JSON.stringify(items)).not.toContain('my-app-key');
		for (const testEvent of documentedTrials) expect((await listen().receive(call(testEvent))).items).toHaveLength(1);
	});

	test('accepts stock by the secret in the address, in either form', async () => {
		expect((await listen().receive(call(documentedStockEvent, known))).items[0]?.json).toMatchObject({
			sku: 'product_2',
			available: 81,
		});
		expect((await listen().receive(call(documentedProduct, { secret: ['wh-sample', 'other'] }))).items).toHaveLength(1);
	});

	test.each([
		['a parcel with another key', call({ ...documentedShipped, key: 'guess' }, known)],
		['stock without the secret', call(documentedStockEvent)],
		['stock with another secret', call(documentedStockEvent, { secret: 'guess' })],
		['nothing that can be read', call('<html>')],
	])('refuses %s for good and starts nothing', async (_what, forged) => {
		expect(await listen().receive(forged)).toEqual({ status: 401, items: [] });
	});

	test('hands on as it came what it does not understand, also what came in pieces', async () => {
		expect(await listen().receive(call('{"sku": "a", ', known))).toMatchObject({
			status: 200,
			items: [{ json: { carrierData: { body: '{"sku": "a", ' } } }],
		});
		expect(await listen().receive(call({ event: 'parcel:picked', key: 'my-app-key', parcel: null }))).toMatchObject({
			status: 200,
			items: [{ json: { eventType: 'parcel:picked', warnings: [expect.stringContaining('unexpected form')] } }],
		});
	});

	test('takes a repeat, a late event and an unwanted one, and starts nothing', async () => {
		const all = listen();
		expect((await all.receive(call(parcel('CARRIER_IN_TRANSIT', 5)))).items).toHaveLength(1);
		expect(await all.receive(call(parcel('CARRIER_IN_TRANSIT', 5)))).toEqual({ status: 200, items: [] });
		expect(await all.receive(call(parcel('SHIPPED', 2)))).toEqual({ status: 200, items: [] });
		expect(await listen({ events: ['parcel:picked'] }).receive(call(parcel('SHIPPED', 2)))).toEqual({
			status: 200,
			items: [],
		});
	});

	test('emits stock by warehouse, and again when it returns to an earlier level', async () => {
		const all = listen();
		const rows = [{}, { warehouse: 'FR' }, { available: 80 }, {}, {}].map((more) =>
			call({ ...documentedStockEvent, ...more }, known),
		);
		const itemCounts: number[] = [];
		for (const row of rows) itemCounts.push((await all.receive(row)).items.length);
		expect(itemCounts).toEqual([1, 1, 1, 1, 0]);
	});

	test('switches on without a secret for parcels, and not for stock alone', async () => {
		const fields = credentialsAt(cubyn, 'http://127.0.0.1:1').cubynApi ?? {};
		const open = await createN8n({ credentials: { cubynApi: { ...fields, webhook_secret: '' } } });
		await expect(open.listener(trigger()).activate()).resolves.toBeUndefined();
		await expect(
			open.listener(trigger({ events: ['parcel:picked', 'stock:updated'] })).activate(),
		).resolves.toBeUndefined();
		await expect(
			open.listener(trigger({ events: ['stock:updated', 'product.stock.updated'] })).activate(),
		).rejects.toMatchObject({ message: expect.stringContaining('Webhook Secret') });
		expect(await open.listener(trigger()).receive(call(documentedStockEvent, known))).toEqual({
			status: 401,
			items: [],
		});
	});
});
