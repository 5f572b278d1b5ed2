import { cykeAccount, type Stage } from '../stage';
import type { Teller } from '../tell';

const at = (item: { [key: string]: unknown }) => `delivery ${String(item.id)} is ${String(item.status)}`;
const LOOKS = 12;

/** The sandbox's couriers carry the deliveries to the door; each trigger tells what it sees. */
export async function follow(stage: Stage, teller: Teller, numbers: readonly string[]): Promise<void> {
	const poller = stage.n8n.poller({ type: 'n8n-nodes-waybill.cykeTrigger', name: 'Status', parameters: { event: 'deliveryStatusChanged' } });
	const listener = stage.n8n.listener({ type: 'n8n-nodes-waybill.cykeWebhookTrigger', name: 'Events', parameters: {} });
	await listener.activate();
	await poller.poll();
	await stage.zapier.cyke.poll('cyke_delivery_status_changed');
	teller.line('n8n and Zapier have taken their first look, which tells nothing old');

	const heard: string[] = [];
	stage.receive(async (call) => {
		const headers = Object.fromEntries(Object.entries(call.headers).map(([name, value]) => [name.toLowerCase(), value]));
		const { status, items } = await listener.receive({ headers, body: Buffer.from(call.body) });
		heard.push(...items.map(({ json }) => at(json)));
		return { status };
	});
	const webhook = stage.sandbox.cyke.webhooks.register({ url: 'https://n8n.example.com/webhook/cyke', secret: cykeAccount.webhook_secret });
	teller.line(`Cyke's webhook is set up and tested: ${(await webhook.test()) ? 'active' : 'refused'}`);

	const open = new Set(numbers);
	for (let look = 0; look < LOOKS && open.size > 0; look += 1) {
		stage.sandbox.couriers.step('cyke');
		await stage.sandbox.clock.sleep(50);
		for (const event of heard.splice(0)) teller.line(`webhook  n8n     ${event}`);
		for (const { json } of await poller.poll()) {
			teller.line(`polling  n8n     ${at(json)}`);
			if (json.terminal === true) open.delete(String(json.id));
		}
		for (const item of await stage.zapier.cyke.poll('cyke_delivery_status_changed')) teller.line(`polling  Zapier  ${at(item)}`);
	}
	stage.traffic();
	if (open.size > 0) throw new Error(`Never delivered: ${[...open].join(', ')}`);
}
