import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createN8n, fillForm, PACKAGE, type N8n } from '../../sandbox/hosts/n8n';
import { createDelivery } from '../../shared/carriers/cyke/actions/create';
import { bookDriver } from '../../shared/carriers/deliverit/actions/book';
import type { JsonObject } from '../../shared/json';
import { useInstantClock } from './instant-clock';

useInstantClock();

const cykeAccount = {
	email: 'shop@sandbox.example',
	token: 'CykeSandboxToken0001',
	webhook_secret: 'sandbox-webhook-secret',
};
const deliveritAccount = { username: 'shop@sandbox.example', password: 'deliverit-sandbox-1' };
const MINUTE = 60_000;

let sandbox: Sandbox;
let n8n: N8n;
let called: { headers: Record<string, string>; body: string }[];

/** The carriers' clock and ours are one. */
async function wait(ms: number): Promise<void> {
	jest.setSystemTime(Date.now() + ms);
	await sandbox.clock.advance(Date.now() - sandbox.clock.now());
}

beforeEach(async () => {
	called = [];
	const post = async (_url: string, { headers, body }: { headers: Record<string, string>; body: string }) => {
		called.push({ headers, body });
		return { status: 200 };
	};
	sandbox = createSandbox({ seed: 'rides', startAt: Date.now(), post });
	const { urls } = await sandbox.listen();
	n8n = await createN8n({
		credentials: {
			cykeApi: { environment: 'other', base_url: urls.cyke, ...cykeAccount },
			deliverItApi: { environment: 'other', base_url: urls.deliverit, ...deliveritAccount },
		},
	});
});
afterEach(async () => await sandbox.close());

const emittedStatuses = async (poller: { poll(): Promise<{ json: { status?: unknown } }[]> }) =>
	(await poller.poll()).map(({ json }) => json.status);

test('a DeliverIt trip is emitted from its booking to its end, each step once', async () => {
	const newOrders = n8n.poller({ type: `${PACKAGE}.deliverItTrigger`, name: 'New', parameters: { event: 'newOrder' } });
	const statusChanges = n8n.poller({
		type: `${PACKAGE}.deliverItTrigger`,
		name: 'Moved',
		parameters: { event: 'orderStatusChanged' },
	});
	expect([await emittedStatuses(newOrders), await emittedStatuses(statusChanges)]).toEqual([[], []]);

	const trip: JsonObject = {
		reference: 'WC-1',
		time: '2020-11-09T12:00:00+01:00',
		firstname: 'Ada',
		telephone: '12345678',
		street: 'Hovedgaden 1',
		zip: '5000',
		latitude: 55.3957969,
		longitude: 10.3912053,
		when_pushed: 'accept',
	};
	const run = await n8n.run([{}], { type: `${PACKAGE}.deliverIt`, parameters: fillForm(bookDriver, trip) });
	expect(run.items[0]?.json).toMatchObject({ outcome: 'created', reference: 'WC-1', carrier: 'deliverit' });

	expect((await newOrders.poll()).map(({ json }) => json.reference)).toEqual(['WC-1']);
	expect(await emittedStatuses(statusChanges)).toEqual(['scheduled']);
	await wait(200 * MINUTE);
	const steps: unknown[] = [];
	for (let step = 0; step < 4; step += 1) {
		sandbox.couriers.step('deliverit');
		await wait(MINUTE);
		steps.push(...(await emittedStatuses(statusChanges)));
	}
	expect(steps).toEqual(['at_pickup', 'out_for_delivery', 'at_dropoff', 'delivered']);
	expect([await emittedStatuses(newOrders), await emittedStatuses(statusChanges)]).toEqual([[], []]);
});

test('a Cyke delivery is emitted alike by polling and by webhook', async () => {
	const statusChanges = n8n.poller({ type: `${PACKAGE}.cykeTrigger`, parameters: { event: 'deliveryStatusChanged' } });
	const hook = n8n.listener({ type: `${PACKAGE}.cykeWebhookTrigger` });
	await hook.activate();
	const webhook = sandbox.cyke.webhooks.register({
		url: `https://shop.example/${hook.path}`,
		secret: cykeAccount.webhook_secret,
	});
	expect(await webhook.test()).toBe(true);
	expect(await emittedStatuses(statusChanges)).toEqual([]);
	const delivery: JsonObject = {
		client_order_reference: 'WC-2',
		dropoff: {
			slot_starting_at: '2020-11-10T16:00:00+01:00',
			slot_ending_at: '2020-11-10T18:00:00+01:00',
			recipient_name: 'Ada',
			recipient_phone: '0612345678',
			address: '12 rue des Petits Champs',
			postal_code: '75002',
			city: 'Paris',
		},
		packages: [{ package_type: '3', amount: 1 }],
	};
	const run = await n8n.run([{}], { type: `${PACKAGE}.cyke`, parameters: fillForm(createDelivery, delivery) });
	expect(run.items[0]?.json).toMatchObject({ outcome: 'created', reference: 'WC-2' });
	await emittedStatuses(statusChanges);
	await wait(33 * 60 * MINUTE);
	called.length = 0;
	const polled: unknown[] = [];
	const received: unknown[] = [];
	for (let step = 0; step < 4; step += 1) {
		sandbox.couriers.step('cyke');
		await wait(MINUTE);
		polled.push(...(await emittedStatuses(statusChanges)));
		for (const { headers, body } of called.splice(0))
			received.push(...(await hook.receive({ headers, body: Buffer.from(body) })).items.map(({ json }) => json.status));
	}
	expect(polled.at(-1)).toBe('delivered');
	expect(received).toEqual(polled);
});
