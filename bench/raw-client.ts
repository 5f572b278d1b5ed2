import { Agent, request } from 'node:http';

/** Node's own client with one connection, and nothing around it. */
export function rawClient(address: string) {
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	return async (method: string, path: string, body?: string): Promise<string> =>
		await new Promise((resolve, reject) => {
			const sent = request(
				`${address}${path}`,
				{ agent, method, headers: { 'content-type': 'application/json' } },
				(response) => {
					let text = '';
					response.setEncoding('utf8');
					response.on('data', (chunk: string) => (text += chunk));
					response.on('end', () => resolve(text));
				},
			);
			sent.on('error', reject);
			sent.end(body);
		});
}
