import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

export interface OpenShop {
	url: string;
	/** While it is down, it answers 503. */
	setDown(isDown: boolean): void;
	close(): void;
}

/** A shop's API behind an address of its own, in JSON. */
export async function openShop(
	isSignedIn: (headers: IncomingMessage['headers']) => boolean,
	answer: (method: string, url: URL, body: string) => unknown,
): Promise<OpenShop> {
	let isDown = false;
	const server = createServer((request, response) => {
		if (isDown || !isSignedIn(request.headers)) return void response.writeHead(isDown ? 503 : 401).end();
		void text(request)
			.then((body) => answer(request.method ?? '', new URL(request.url ?? '/', 'http://shop'), body))
			.then(
				(body) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body)),
				(error: unknown) => response.writeHead(400).end(String(error)),
			);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	return {
		url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
		setDown: (down) => {
			isDown = down;
		},
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}
