import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { review } from './review';
import type { Finding } from './rule';

interface Category {
	total_failures: number;
	display_label: string;
	results: { type: string; violations: { type: string; results: { message: string; tag: string }[] }[] }[];
}

const typeOf = (where: string) =>
	where.startsWith('authentication')
		? 'auth'
		: where.startsWith('triggers') || where.startsWith('searches')
			? 'read'
			: 'write';

/** Findings as the platform's command line prints them. */
function category(label: string, findings: readonly Finding[]): Category {
	return {
		total_failures: findings.length,
		display_label: label,
		results: findings.map(({ rule, where, what }) => ({
			type: typeOf(where),
			violations: [{ type: where, results: [{ message: `${what} (${rule})`, tag: rule }] }],
		})),
	};
}

export interface StyleCheck {
	address: string;
	/** From now on definitions are those of this app, which has exceptions of its own. Requests are counted anew. */
	reviewFor(app: string): void;
	/** The number of requests received for this app. */
	requestCount(): number;
	close(): Promise<void>;
}

/** Replaces the platform's own style check, which needs its servers. Our rules give the answers. */
export async function startStyleCheck(): Promise<StyleCheck> {
	let app = '';
	let requestCount = 0;
	const server = createServer((request, response) => {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			if (request.url !== '/api/platform/cli/check') {
				response.writeHead(404, { 'content-type': 'application/json' }).end('{}');
				return;
			}
			requestCount += 1;
			const posted: { app_definition: unknown } = JSON.parse(Buffer.concat(parts).toString('utf8'));
			const { findings } = review(posted.app_definition, app);
			const report = {
				passes: [],
				errors: category('Error', findings),
				warnings: category('Warning', []),
				suggestions: category('Suggestion', []),
			};
			response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(report));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	// A server that listens on a port has an address of this kind.
	const { port } = server.address() as AddressInfo;
	return {
		address: `http://127.0.0.1:${port}`,
		reviewFor: (next) => {
			app = next;
			requestCount = 0;
		},
		requestCount: () => requestCount,
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}
