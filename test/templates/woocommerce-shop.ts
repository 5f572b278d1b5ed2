import type { IDataObject, INode } from 'n8n-workflow';

import { order } from '../../sandbox/demo/orders/order';

interface Order extends IDataObject {
	id: number;
	status: string;
	meta_data: IDataObject[];
}

/** HTTP Request's *Never Error*: a refusal is an answer as well. */
function wholeResponse(send: () => IDataObject): IDataObject {
	try {
		return { statusCode: 200, headers: {}, body: send() };
	} catch (error) {
		const code = error instanceof Error ? error.message : '';
		return { statusCode: 404, headers: {}, body: { code, message: 'Invalid ID.', data: { status: 404 } } };
	}
}

/** As much of a WooCommerce shop as the steps of a ready workflow request, after its public API documentation. */
export class WooCommerceShop {
	readonly orders = new Map<string, Order>();
	readonly notes: { order: string; note: string; customer: boolean }[] = [];
	/** The next answer is a page of something before the shop. */
	isGatewayNext = false;
	/** What shop owners get by mail. */
	readonly mails: string[] = [];

	add(order: Order): void {
		this.orders.set(String(order.id), structuredClone(order));
	}

	place(id: string, changes: IDataObject = {}): IDataObject {
		const whole = {
			...order(id),
			status: 'processing',
			date_created_gmt: new Date().toISOString().slice(0, 19),
			...changes,
		};
		this.orders.set(id, structuredClone(whole) as Order);
		return whole;
	}

	remove(id: string): void {
		this.orders.delete(id);
	}

	isAside = (id: string) => this.order(id).status === 'on-hold';

	private order(id: string): Order {
		const found = this.orders.get(id);
		if (!found) throw new Error('woocommerce_rest_shop_order_invalid_id');
		return found;
	}

	private request(method: string, url: string, text: string): IDataObject {
		const [, id = '', notes] = /\/wp-json\/wc\/v3\/orders\/(\d+)(\/notes)?$/.exec(new URL(url).pathname) ?? [];
		const order = this.order(id);
		const body: IDataObject = text === '' ? {} : JSON.parse(text);
		if (notes !== undefined && method === 'POST') {
			this.notes.push({ order: id, note: String(body.note), customer: body.customer_note === true });
			return { id: this.notes.length };
		}
		if (method === 'PUT') {
			if (typeof body.status === 'string') order.status = body.status;
			if (Array.isArray(body.meta_data)) {
				// Of one name there is one field.
				const written = body.meta_data as IDataObject[];
				const others = order.meta_data.filter((field) => !written.some(({ key }) => key === field.key));
				order.meta_data = [...others, ...written];
			}
		} else if (method !== 'GET') throw new Error(`${method} ${url} is no request of the shop`);
		return structuredClone(order);
	}

	/** What a step of n8n's own gives: the shop's nodes, HTTP Request and mail. */
	answer(node: INode, fields: IDataObject): IDataObject[] | undefined {
		if (node.type === 'n8n-nodes-base.httpRequest') {
			const send = () => this.request(String(fields.method), String(fields.url), String(fields.body ?? ''));
			if (this.isGatewayNext) {
				this.isGatewayNext = false;
				return [{ statusCode: 404, headers: {}, body: '<html>Not found</html>' }];
			}
			return [JSON.stringify(fields.options).includes('"neverError":true') ? wholeResponse(send) : send()];
		}
		if (node.type === 'n8n-nodes-base.emailSend') {
			this.mails.push(String(fields.text));
			return [{ accepted: [fields.toEmail] }];
		}
		if (node.type !== 'n8n-nodes-base.wooCommerce') return undefined;
		if (fields.operation === 'get') return [structuredClone(this.order(String(fields.orderId)))];
		const { status } = fields.options as IDataObject;
		return [...this.orders.values()].filter((order) => status === undefined || order.status === status).map((order) => structuredClone(order));
	}
}
