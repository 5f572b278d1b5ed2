import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';

import { z } from 'zod/v4';

/** What a program has written to an order. */
export interface OrderUpdate {
	order: string;
	status?: string;
	note?: string;
}

/** As much of a WooCommerce shop as n8n's own nodes for it need. */
export interface WooCommerce {
	url: string;
	/** What a person types into n8n's credential of the type `wooCommerceApi`. */
	credential: Readonly<Record<string, unknown>>;
	updates: readonly OrderUpdate[];
	/** Calls the webhook that n8n has registered, signed as WooCommerce signs. */
	sendOrderWebhook(order: object): Promise<number>;
	close(): void;
}

const webhookSchema = z.looseObject({ delivery_url: z.string(), secret: z.string() });
const updateSchema = z.looseObject({ status: z.string().optional(), note: z.string().optional() });

async function bodyOf(request: IncomingMessage): Promise<unknown> {
	let text = '';
	for await (const chunk of request) text += String(chunk);
	return text === '' ? {} : JSON.parse(text);
}

export async function startWooCommerce(): Promise<WooCommerce> {
	const updates: OrderUpdate[] = [];
	let registered: z.output<typeof webhookSchema> | undefined;
	let url = '';
	const handleRequest = async (request: IncomingMessage): Promise<unknown> => {
		const { pathname } = new URL(request.url ?? '/', 'http://shop');
		const [, order, notes] = /\/wp-json\/wc\/v3\/orders\/(\d+)(\/notes)?$/.exec(pathname) ?? [];
		const body = await bodyOf(request);
		if (order !== undefined) {
			const { status, note } = updateSchema.parse(body);
			updates.push({ order, ...(notes === undefined ? { status } : { note }) });
			return { id: Number(order), _links: { self: [{ href: `${url}/wp-json/wc/v3/orders/${order}` }] } };
		}
		if (request.method === 'POST') registered = webhookSchema.parse(body);
		return request.method === 'GET' ? [] : { id: 1 };
	};
	const server = createServer((request, response) => {
		void handleRequest(request).then(
			(result) => response.setHeader('content-type', 'application/json').end(JSON.stringify(result)),
			() => response.writeHead(400).end(),
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
	return {
		url,
		credential: { url, consumerKey: 'ck_sandbox', consumerSecret: 'cs_sandbox', includeCredentialsInQuery: false },
		updates,
		sendOrderWebhook: async (order) => {
			if (!registered) throw new Error('n8n has registered no webhook at the shop');
			const body = JSON.stringify(order);
			const signature = createHmac('sha256', registered.secret).update(body).digest('base64');
			const headers = {
				'content-type': 'application/json',
				'x-wc-webhook-id': '1',
				'x-wc-webhook-signature': signature,
			};
			return (await fetch(registered.delivery_url, { method: 'POST', headers, body })).status;
		},
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}
