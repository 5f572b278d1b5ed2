import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

import { PrestaShop } from '../../templates/prestashop-shop';

const KEY = 'PRESTASANDBOXKEY';

export interface OpenPrestaShop {
	shop: PrestaShop;
	url: string;
	/** What a person types into n8n's credential of the type `httpBasicAuth`: the key is the user. */
	credential: Readonly<Record<string, unknown>>;
	/** While it is down, it answers 503. */
	setDown(isDown: boolean): void;
	close(): void;
}

/** The webservice reads the key alone. */
const userIn = (authorization = '') =>
	Buffer.from(authorization.replace('Basic ', ''), 'base64').toString().split(':')[0];

/** The webservice of a shop behind an address of its own. */
export async function openPrestaShop(): Promise<OpenPrestaShop> {
	const shop = new PrestaShop();
	let isDown = false;
	const server = createServer((request, response) => {
		if (isDown || userIn(request.headers.authorization) !== KEY)
			return void response.writeHead(isDown ? 503 : 401).end();
		const { pathname, searchParams } = new URL(request.url ?? '/', 'http://shop');
		void text(request)
			.then((body) => shop.request(request.method ?? '', pathname, searchParams, body))
			.then(
				(answer) => response.setHeader('content-type', 'application/json').end(JSON.stringify(answer)),
				(error: unknown) => response.writeHead(400).end(String(error)),
			);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	return {
		shop,
		url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
		credential: { user: KEY, password: '' },
		setDown: (down) => {
			isDown = down;
		},
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}
