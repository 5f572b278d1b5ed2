import { cyke } from '../../shared/carriers/cyke/carrier';
import { deliveryV2 } from '../../shared/carriers/cyke/documented';
import { createN8n, PACKAGE, type Listener, type N8n, type NodeSpec } from '../../sandbox/hosts/n8n';
import { credentialsAt } from './run-on-n8n';

const SECRET = 'wh-sample';
const trigger = (parameters: NodeSpec['parameters'] = {}): NodeSpec => ({
	type: `${PACKAGE}.cykeWebhookTrigger`,
	parameters,
});

const event = (id: string, type: string, delivery = 4711) => ({
	event_id: id,
	event_type: type,
	payload: { delivery: { ...deliveryV2, id: delivery, status: type.replace('delivery_', '') } },
});
const call = (body: unknown, token: string | undefined = SECRET) => ({
	headers: { 'content-type': 'application/json', 'x-cyke-token': token },
	body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});

let n8n: N8n;
let named = 0;
/** A trigger of its own, which has seen nothing yet. */
const listen = (parameters?: NodeSpec['parameters']): Listener =>
	n8n.listener({ ...trigger(parameters), name: `Trigger ${(named += 1)}` });

beforeAll(async () => {
	n8n = await createN8n({ credentials: credentialsAt(cyke, 'http://127.0.0.1:1') });
});

describe('Cyke Webhook Trigger', () => {
	test('lets an event through, shaped as a poll would emit it', async () => {
		const { status, items } = await listen().receive(call(event('e-1', 'delivery_scheduled')));
		expect(status).toBe(200);
		expect(items).toHaveLength(1);
		expect(items[0]?.json).toMatchObject({
			id: '4711',
			carrier: 'cyke',
			status: 'scheduled',
			reference: 'WC-1042',
			eventId: 'e-1',
			eventType: 'delivery_scheduled',
			carrierData: { id: 4711 },
		});
	});

	test.each([
		['another secret', call(event('e-2', 'delivery_scheduled'), 'guess')],
		['no secret', { headers: {}, body: Buffer.from(JSON.stringify(event('e-2', 'delivery_scheduled'))) }],
	])('refuses an event with %s and starts nothing', async (_, forged) => {
		expect(await listen().receive(forged)).toEqual({ status: 401, items: [] });
	});

	test('hands on what it cannot read as it came, and takes what carries nothing', async () => {
		expect(await listen().receive(call('<html>'))).toMatchObject({
			status: 200,
			items: [{ json: { status: 'unknown', warnings: [expect.stringContaining('could not be understood')] } }],
		});
		expect(await listen().receive(call({ event_id: 'e-3', event_type: 'test' }))).toEqual({ status: 200, items: [] });
	});

	test('drops a repeated event and a late one', async () => {
		const trigger = listen();
		expect((await trigger.receive(call(event('e-4', 'delivery_picked_up')))).items).toHaveLength(1);
		expect(await trigger.receive(call(event('e-4', 'delivery_picked_up')))).toEqual({ status: 200, items: [] });
		expect(await trigger.receive(call(event('e-5', 'delivery_scheduled')))).toEqual({ status: 200, items: [] });
		expect((await trigger.receive(call(event('e-6', 'delivery_delivered')))).items).toHaveLength(1);
		expect((await trigger.receive(call(event('e-7', 'delivery_saved', 4712)))).items).toHaveLength(1);
	});

	test('emits an unknown status, and drops nothing for it', async () => {
		const trigger = listen();
		expect((await trigger.receive(call(event('e-20', 'delivery_picked_up')))).items).toHaveLength(1);
		const unknown = {
			event_id: 'e-21',
			event_type: 'delivery_parked',
			payload: { delivery: { ...deliveryV2, status: 'parked' } },
		};
		expect((await trigger.receive(call(unknown))).items).toMatchObject([
			{ json: { status: 'unknown', carrierStatus: 'parked' } },
		]);
		expect(await trigger.receive(call(event('e-22', 'delivery_scheduled')))).toEqual({ status: 200, items: [] });
	});

	test('lets one of two equal events through that come at the same moment', async () => {
		const trigger = listen();
		const responses = await Promise.all(
			[1, 2].map(async () => await trigger.receive(call(event('e-8', 'delivery_scheduled')))),
		);
		expect(responses.flatMap(({ items }) => items)).toHaveLength(1);
	});

	test('emits only the chosen events', async () => {
		const trigger = listen({ events: ['delivery_delivered'] });
		expect((await trigger.receive(call(event('e-9', 'delivery_scheduled')))).items).toEqual([]);
		expect((await trigger.receive(call(event('e-10', 'delivery_delivered')))).items).toHaveLength(1);
	});

	test('may be tried out in the editor with one event again and again', async () => {
		const trigger = listen();
		for (let round = 0; round < 2; round += 1)
			expect((await trigger.receiveTest(call(event('e-11', 'delivery_scheduled')))).items).toHaveLength(1);
		expect((await trigger.receive(call(event('e-11', 'delivery_scheduled')))).items).toHaveLength(1);
	});

	test('does not switch on without a secret', async () => {
		const fields = credentialsAt(cyke, 'http://127.0.0.1:1').cykeApi ?? {};
		const open = await createN8n({ credentials: { cykeApi: { ...fields, webhook_secret: '' } } });
		await expect(open.listener(trigger()).activate()).rejects.toMatchObject({
			message: expect.stringContaining('Webhook Secret'),
		});
		await expect(listen().activate()).resolves.toBeUndefined();
	});
});
