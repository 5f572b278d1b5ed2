import { cykeAccount, type DemoEnvironment } from '../environment';
import type { Reporter } from '../reporter';

const describeStatus = (item: { [key: string]: unknown }) => `delivery ${String(item.id)} is ${String(item.status)}`;
const MAX_ROUNDS = 12;

/** The sandbox's couriers carry the deliveries to the door. Each trigger reports what it sees. */
export async function followDeliveries(
	environment: DemoEnvironment,
	reporter: Reporter,
	numbers: readonly string[],
): Promise<void> {
	const poller = environment.n8n.poller({
		type: 'n8n-nodes-waybill.cykeTrigger',
		name: 'Status',
		parameters: { event: 'deliveryStatusChanged' },
	});
	const listener = environment.n8n.listener({
		type: 'n8n-nodes-waybill.cykeWebhookTrigger',
		name: 'Events',
		parameters: {},
	});
	await listener.activate();
	await poller.poll();
	await environment.zapier.cyke.poll('cyke_delivery_status_changed');
	reporter.line('n8n and Zapier have polled once, and emitted nothing old');

	const webhookEvents: string[] = [];
	environment.receive(async (request) => {
		const headers = Object.fromEntries(
			Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
		);
		const { status, items } = await listener.receive({ headers, body: Buffer.from(request.body) });
		webhookEvents.push(...items.map(({ json }) => describeStatus(json)));
		return { status };
	});
	const webhook = environment.sandbox.cyke.webhooks.register({
		url: 'https://n8n.example.com/webhook/cyke',
		secret: cykeAccount.webhook_secret,
	});
	reporter.line(`Cyke's webhook is set up and tested: ${(await webhook.test()) ? 'active' : 'refused'}`);

	const open = new Set(numbers);
	for (let round = 0; round < MAX_ROUNDS && open.size > 0; round += 1) {
		environment.sandbox.couriers.step('cyke');
		await environment.sandbox.clock.sleep(50);
		for (const event of webhookEvents.splice(0)) reporter.line(`webhook  n8n     ${event}`);
		for (const { json } of await poller.poll()) {
			reporter.line(`polling  n8n     ${describeStatus(json)}`);
			if (json.terminal === true) open.delete(String(json.id));
		}
		for (const item of await environment.zapier.cyke.poll('cyke_delivery_status_changed'))
			reporter.line(`polling  Zapier  ${describeStatus(item)}`);
	}
	environment.traffic();
	if (open.size > 0) throw new Error(`Never delivered: ${[...open].join(', ')}`);
}
