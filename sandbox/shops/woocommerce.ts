import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';

import { z } from 'zod/v4';

/** What a program has written on an order. */
export interface OrderNote {
	order: string;
	note: string;
}

/** As much of a WooCommerce shop as the steps of the ready workflows request, after its public API documentation. */
export interface WooCommerce {
	url: string;
	/** What a person types into n8n's credential of the type `wooCommerceApi`. */
	credential: Readonly<Record<string, unknown>>;
	notes: readonly OrderNote[];
	statusOf(order: string): string | undefined;
	/** A new order, or a changed one. Nobody hears of it. */
	put(order: ShopOrder): void;
	change(order: string, fields: Partial<ShopOrder>): void;
	/** As if the order was never there. */
	remove(order: string): void;
	/** Calls the webhook that n8n has registered with the order as it stands, signed as WooCommerce signs. */
	callWebhook(order: string): Promise<number>;
	/** While it is down, it answers 503 and calls nobody. */
	setDown(isDown: boolean): void;
	close(): void;
}

const orderSchema = z.looseObject({
	id: z.number(),
	status: z.string(),
	meta_data: z.array(z.looseObject({ key: z.string() })),
});
export type ShopOrder = z.output<typeof orderSchema>;

const webhookSchema = z.looseObject({ delivery_url: z.string(), secret: z.string() });
const noteSchema = z.looseObject({ note: z.string() });
const changeSchema = orderSchema.pick({ status: true, meta_data: true }).partial();

type Webhook = z.output<typeof webhookSchema>;

const NO_SUCH_ORDER = 'woocommerce_rest_shop_order_invalid_id';

/** How the shop's answer shows that it refused. */
function refusalOf(error: unknown): { status: number; body: { code: string; message: string } } {
	return error instanceof Error && error.message === NO_SUCH_ORDER
		? { status: 404, body: { code: NO_SUCH_ORDER, message: 'Invalid ID.' } }
		: { status: 400, body: { code: 'rest_error', message: String(error) } };
}

class Shop {
	readonly orders = new Map<string, ShopOrder>();
	readonly notes: OrderNote[] = [];
	webhook: Webhook | undefined;
	isDown = false;

	order(id: string): ShopOrder {
		const found = this.orders.get(id);
		if (!found) throw new Error(NO_SUCH_ORDER);
		return found;
	}

	private webhooks(method: string, body: unknown): unknown {
		if (method === 'POST') this.webhook = webhookSchema.parse(body);
		if (method === 'DELETE') this.webhook = undefined;
		return method === 'GET' ? [] : { id: 1 };
	}

	private list(query: URLSearchParams): ShopOrder[] {
		const status = query.get('status');
		return [...this.orders.values()].filter((order) => status === null || order.status === status);
	}

	/** A change replaces the fields of plug-ins that it names, and leaves the others. */
	private update(id: string, body: unknown): ShopOrder {
		const { status, meta_data: written = [] } = changeSchema.parse(body);
		const order = this.order(id);
		const others = order.meta_data.filter((field) => !written.some(({ key }) => key === field.key));
		const changed = { ...order, status: status ?? order.status, meta_data: [...others, ...written] };
		this.orders.set(id, changed);
		return changed;
	}

	answer(method: string, { pathname, searchParams }: URL, body: unknown): unknown {
		const [, resource, id, notes] = /^\/wp-json\/wc\/v3\/(orders|webhooks)(?:\/(\d+)(\/notes)?)?$/.exec(pathname) ?? [];
		if (resource === 'webhooks') return this.webhooks(method, body);
		if (resource === 'orders' && id === undefined && method === 'GET') return this.list(searchParams);
		if (id !== undefined && notes !== undefined && method === 'POST') {
			this.notes.push({ order: id, note: noteSchema.parse(body).note });
			return { id: this.notes.length };
		}
		if (id === undefined || notes !== undefined || (method !== 'GET' && method !== 'PUT'))
			throw new Error(`${method} ${pathname} is no request of the shop`);
		return method === 'GET' ? this.order(id) : this.update(id, body);
	}

	async callWebhook(id: string): Promise<number> {
		if (!this.webhook) throw new Error('n8n has registered no webhook at the shop');
		const body = JSON.stringify(this.order(id));
		const signature = createHmac('sha256', this.webhook.secret).update(body).digest('base64');
		const headers = {
			'content-type': 'application/json',
			'x-wc-webhook-id': '1',
			'x-wc-webhook-signature': signature,
		};
		return (await fetch(this.webhook.delivery_url, { method: 'POST', headers, body })).status;
	}
}

async function handle(shop: Shop, url: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
	if (shop.isDown) return void response.writeHead(503).end('Briefly unavailable for scheduled maintenance.');
	// WordPress names its API in each answer, and n8n reads the pages of a list there.
	response
		.setHeader('link', `<${url}/wp-json/>; rel="https://api.w.org/"`)
		.setHeader('content-type', 'application/json');
	const hasBody = Number(request.headers['content-length'] ?? 0) > 0;
	const body = hasBody ? await json(request) : undefined;
	const answer = shop.answer(request.method ?? '', new URL(request.url ?? '/', url), body);
	response.end(JSON.stringify(answer));
}

export async function startWooCommerce(): Promise<WooCommerce> {
	const shop = new Shop();
	let url = '';
	const server = createServer((request, response) => {
		handle(shop, url, request, response).catch((error: unknown) => {
			const { status, body } = refusalOf(error);
			response.writeHead(status).end(JSON.stringify(body));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
	return {
		url,
		credential: { url, consumerKey: 'ck_sandbox', consumerSecret: 'cs_sandbox', includeCredentialsInQuery: false },
		notes: shop.notes,
		statusOf: (order) => shop.orders.get(order)?.status,
		put: (order) => void shop.orders.set(String(order.id), structuredClone(order)),
		change: (order, fields) => void shop.orders.set(order, { ...shop.order(order), ...fields }),
		remove: (order) => void shop.orders.delete(order),
		callWebhook: async (order) => await shop.callWebhook(order),
		setDown: (isDown) => {
			shop.isDown = isDown;
		},
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}
