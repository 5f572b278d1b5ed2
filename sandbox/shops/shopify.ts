import type { WorkflowBody, WorkflowNode } from '../hosts/n8n-server';

const WEBHOOK_NODE = 'Call of the shop';

/** The parts of Shopify's `orders/create` that a delivery needs. */
export const shopifyOrder = (id: number) => ({
	id,
	name: `#${id}`,
	created_at: new Date().toISOString(),
	note: '',
	shipping_lines: [{ title: 'Local delivery' }],
	shipping_address: {
		first_name: 'Freja',
		last_name: 'Holm',
		address1: 'Vestergade 10',
		zip: '5000',
		city: 'Odense C',
		phone: '12345678',
		latitude: 55.3957969,
		longitude: 10.3912053,
	},
});

/** n8n's Shopify Trigger accepts only myshopify.com shops. A webhook of n8n's own, under this path, replaces it. */
export function withWebhookTrigger(path: string, body: WorkflowBody): WorkflowBody {
	const trigger = body.nodes.find(({ type }) => type === 'n8n-nodes-base.shopifyTrigger');
	if (!trigger) throw new Error(`"${body.name}" has no Shopify Trigger`);
	const webhookNode: WorkflowNode = {
		name: WEBHOOK_NODE,
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		position: [trigger.position[0] - 200, trigger.position[1]],
		webhookId: crypto.randomUUID(),
		parameters: { httpMethod: 'POST', path, options: {} },
	};
	// The steps behind read the order by the trigger's name.
	const unwrapped: WorkflowNode = {
		...trigger,
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		credentials: {},
		parameters: { mode: 'raw', jsonOutput: '={{ $json.body }}', options: {} },
	};
	const nodes = body.nodes.map((node) => (node === trigger ? unwrapped : node));
	return {
		...body,
		nodes: [webhookNode, ...nodes],
		connections: { ...body.connections, [WEBHOOK_NODE]: { main: [[{ node: trigger.name, type: 'main', index: 0 }]] } },
	};
}
