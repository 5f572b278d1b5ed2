import type { IDataObject, INode } from 'n8n-workflow';

import { shopify } from '../../scripts/generate/workflows/shopify';
import { tomorrow } from '../../sandbox/demo/orders/order';

interface Order extends IDataObject {
	id: number;
	name: string;
}

interface Fulfilment extends IDataObject {
	id: string;
	trackingInfo: IDataObject[];
	events: { nodes: { status: string }[] };
}

/** As much of Shopify's Admin API as the steps of a ready workflow request, after its public documentation. */
export class ShopifyShop {
	readonly orders = new Map<string, Order>();
	readonly notes: { order: string; note: string }[] = [];
	readonly fulfilments = new Map<string, Fulfilment[]>();
	readonly mails: string[] = [];
	/** What the next request with such a query is refused with, in an answer of 200. */
	readonly refusals = new Map<string, IDataObject>();

	add(order: Order): void {
		this.orders.set(String(order.id), structuredClone(order));
	}

	place(id: string, changes: IDataObject = {}): IDataObject {
		const whole = {
			...shopify.sample,
			admin_graphql_api_id: `gid://shopify/Order/${id}`,
			note_attributes: [
				{ name: 'Delivery Date', value: tomorrow().toFormat('yyyy-MM-dd') },
				{ name: 'Delivery Time', value: '14:00 - 16:00' },
			],
			created_at: new Date().toISOString(),
			...changes,
			id: Number(id),
			name: `#${id}`,
		};
		this.add(whole);
		return whole;
	}

	remove(id: string): void {
		this.orders.delete(id);
	}

	isAside = (id: string) => String(this.orders.get(id)?.tags).includes('courier trouble');

	eventsOf = (id: string) =>
		(this.fulfilments.get(id) ?? []).flatMap(({ events }) => events.nodes.map(({ status }) => status));

	private node(id: string): IDataObject {
		const order = this.orders.get(id);
		if (!order) throw new Error('The order does not exist');
		const made = this.fulfilments.get(id) ?? [];
		const note = this.notes.filter((each) => each.order === id).at(-1)?.note;
		return {
			id: `gid://shopify/Order/${id}`,
			name: order.name,
			cancelledAt: order.cancelled_at,
			displayFinancialStatus: String(order.financial_status).toUpperCase(),
			fulfillmentOrders: {
				nodes: [{ id: `gid://shopify/FulfillmentOrder/${id}`, status: made.length > 0 ? 'CLOSED' : 'OPEN' }],
			},
			fulfillments: made,
			metafield: note === undefined ? null : { value: note },
		};
	}

	private graphql(query: string, variables: IDataObject): IDataObject {
		const idIn = (gid: unknown) => String(gid).split('/').at(-1) ?? '';
		if (query.includes('OrderForDelivery')) return { order: this.node(idIn(variables.id)) };
		if (query.includes('OrderByName')) {
			const name = `#${String(variables.name).replace(/^name:#?/, '')}`;
			const found = [...this.orders.values()].filter((order) => order.name === name);
			return { orders: { nodes: found.map(({ id }) => this.node(String(id))) } };
		}
		if (query.includes('metafieldsSet')) {
			const [field] = variables.metafields as IDataObject[];
			this.notes.push({ order: idIn(variables.id), note: String(field?.value) });
			const order = this.orders.get(idIn(variables.id));
			const tags = new Set([...String(order?.tags ?? '').split(', '), ...(variables.tags as string[])]);
			if (order) order.tags = [...tags].filter((tag) => tag !== '').join(', ');
			return { tagsAdd: { userErrors: [] }, metafieldsSet: { userErrors: [] } };
		}
		if (query.includes('fulfillmentCreate')) {
			const fulfillment = variables.fulfillment as IDataObject;
			const [line] = fulfillment.lineItemsByFulfillmentOrder as IDataObject[];
			const id = idIn(line?.fulfillmentOrderId);
			const trackingInfo = [fulfillment.trackingInfo as IDataObject];
			const made = { id: `gid://shopify/Fulfillment/${id}`, trackingInfo, events: { nodes: [] } };
			this.fulfilments.set(id, [...(this.fulfilments.get(id) ?? []), made]);
			return { fulfillmentCreate: { fulfillment: made, userErrors: [] } };
		}
		if (!query.includes('fulfillmentEventCreate')) throw new Error(`Shopify has no such query: ${query}`);
		const event = variables.fulfillmentEvent as IDataObject;
		const made = this.fulfilments.get(idIn(event.fulfillmentId))?.[0];
		made?.events.nodes.push({ status: String(event.status) });
		return { fulfillmentEventCreate: { fulfillmentEvent: event, userErrors: [] } };
	}

	answer(node: INode, fields: IDataObject): IDataObject[] | undefined {
		if (node.type === 'n8n-nodes-base.emailSend') {
			this.mails.push(String(fields.text));
			return [{ accepted: [fields.toEmail] }];
		}
		if (node.type === 'n8n-nodes-base.httpRequest') {
			return [this.request(String(fields.method), new URL(String(fields.url)).pathname, String(fields.body))];
		}
		if (node.type !== 'n8n-nodes-base.shopify') return undefined;
		const { status } = (fields.options ?? {}) as IDataObject;
		const found = fields.operation === 'get' ? [this.orders.get(String(fields.orderId))] : this.listed(status === 'any');
		return found.map((order) => structuredClone(order) ?? {});
	}

	/** Orders as n8n's own step for Shopify gives them: all, or those without a fulfilment. */
	listed(all: boolean): IDataObject[] {
		return [...this.orders.values()].filter(({ id }) => all || !this.fulfilments.has(String(id)));
	}

	/** What the Admin API answers to a request of a workflow. */
	request(method: string, pathname: string, body: string): IDataObject {
		if (!/^\/admin\/api\/\d{4}-\d{2}\/graphql\.json$/.test(pathname) || method !== 'POST')
			throw new Error(`${method} ${pathname} is no request of the shop`);
		const { query, variables } = JSON.parse(body) as { query: string; variables: IDataObject };
		const refused = [...this.refusals].find(([part]) => query.includes(part));
		if (refused && this.refusals.delete(refused[0])) return refused[1];
		return { data: this.graphql(query, variables) };
	}
}
