import type { WorkflowBody, WorkflowNode } from '../../../sandbox/hosts/n8n-server';
import { ShopifyShop } from '../../templates/shopify-shop';
import { openShop, type OpenShop } from './open-shop';

const TOKEN = 'shpat_sandbox';
const WEBHOOK = 'Call of the shop';
const API = '/admin/api/2026-01';

export interface OpenShopify extends OpenShop {
	shop: ShopifyShop;
	/** What a person types into n8n's credential of the type `shopifyAccessTokenApi`. */
	credential: Readonly<Record<string, unknown>>;
}

/** The Admin API of a shop behind an address of its own. */
export async function openShopify(): Promise<OpenShopify> {
	const shop = new ShopifyShop();
	const open = await openShop(
		(headers) => headers['x-shopify-access-token'] === TOKEN,
		(method, { pathname, searchParams: query }, body) => {
			const [, id] = new RegExp(`^${API}/orders(?:/(\\d+))?\\.json$`).exec(pathname) ?? [];
			if (method === 'GET' && id !== undefined) return shop.orders.get(id) ?? {};
			return method === 'GET' ? shop.listed(query.get('status') === 'any') : shop.request(method, pathname, body);
		},
	);
	return { ...open, shop, credential: { shopSubdomain: 'sandbox', accessToken: TOKEN, appSecretKey: 'sandbox' } };
}

const isAny = ({ options }: WorkflowNode['parameters']) => JSON.stringify(options).includes('"status":"any"');

/** The same order or orders by a request to the stand-in. */
const readBy = (node: WorkflowNode, url: string): WorkflowNode => ({
	...node,
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		url:
			node.parameters.operation === 'get'
				? `=${url}${API}/orders/{{ $json.orderKey }}.json`
				: `${url}${API}/orders.json${isAny(node.parameters) ? '?status=any' : ''}`,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'shopifyAccessTokenApi',
		options: {},
	},
});

/** n8n's own Shopify steps read only from myshopify.com. */
export const withShopifyReads = (url: string, body: WorkflowBody): WorkflowBody => ({
	...body,
	nodes: body.nodes.map((node) => (node.type === 'n8n-nodes-base.shopify' ? readBy(node, url) : node)),
	pinData: {},
});

/** Its trigger too has another place: a webhook, which the stand-in can call. */
export function withoutShopifySteps(path: string, url: string, body: WorkflowBody): WorkflowBody {
	const trigger = body.nodes.find(({ type }) => type === 'n8n-nodes-base.shopifyTrigger');
	if (!trigger) throw new Error(`"${body.name}" has no Shopify Trigger`);
	const webhook: WorkflowNode = {
		name: WEBHOOK,
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		position: [trigger.position[0] - 200, trigger.position[1]],
		webhookId: crypto.randomUUID(),
		parameters: { httpMethod: 'POST', path, options: {} },
	};
	// The steps behind read the order by the trigger's name.
	const unwrapped: WorkflowNode = {
		name: trigger.name,
		position: trigger.position,
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: { mode: 'raw', jsonOutput: '={{ $json.body }}', options: {} },
	};
	const nodes = body.nodes.map((node) => (node === trigger ? unwrapped : node));
	return withShopifyReads(url, {
		...body,
		nodes: [webhook, ...nodes],
		connections: { ...body.connections, [WEBHOOK]: { main: [[{ node: trigger.name, type: 'main', index: 0 }]] } },
	});
}
