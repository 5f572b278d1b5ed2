import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the platform's servers do for a step that runs: a cache, a cursor for each step, a place for files. */
export interface PlatformWorker {
	address: string;
	files: ReadonlyMap<string, Buffer>;
	close(): Promise<void>;
}

interface CacheEntry {
	value: string;
	expiresAt: number;
}

interface RpcCall {
	id: string;
	storeKey?: string;
	method: string;
	params: unknown[];
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(Buffer.from(part));
	return Buffer.concat(parts);
}

/** The one file of an upload form, between the last empty line of its head and the closing boundary. */
function readUpload(form: Buffer): { key: string; bytes: Buffer } {
	const text = form.toString('latin1');
	const boundary = text.slice(0, text.indexOf('\r\n'));
	const parts = text.split(`${boundary}`).map((part) => ({
		head: part.slice(0, part.indexOf('\r\n\r\n')),
		body: part.slice(part.indexOf('\r\n\r\n') + 4, -2),
	}));
	const partNamed = (name: string) => parts.find(({ head }) => head.includes(`name="${name}"`))?.body ?? '';
	return { key: partNamed('key'), bytes: Buffer.from(partNamed('file'), 'latin1') };
}

export async function startWorker(): Promise<PlatformWorker> {
	const cache = new Map<string, CacheEntry>();
	const cursors = new Map<string, unknown>();
	const files = new Map<string, Buffer>();
	let address = '';

	const freshEntry = (key: string) => {
		const entry = cache.get(key);
		return entry && entry.expiresAt > Date.now() ? entry : undefined;
	};
	const methods: Record<string, (call: RpcCall) => unknown> = {
		zcache_get: ({ params: [key] }) => freshEntry(String(key))?.value ?? null,
		zcache_set: ({ params: [key, value, ttl, , onlyIfAbsent] }) => {
			if (onlyIfAbsent === true && freshEntry(String(key))) return false;
			cache.set(String(key), {
				value: String(value),
				expiresAt: typeof ttl === 'number' ? Date.now() + ttl * 1_000 : Infinity,
			});
			return true;
		},
		zcache_delete: ({ params: [key] }) => cache.delete(String(key)),
		get_cursor: ({ storeKey }) => cursors.get(storeKey ?? '') ?? null,
		set_cursor: ({ storeKey, params: [cursor] }) => {
			cursors.set(storeKey ?? '', cursor);
			return null;
		},
		get_presigned_upload_post_data: () => ({ url: `${address}/upload/`, fields: { key: `file-${files.size + 1}` } }),
	};

	async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const body = await bodyOf(request);
		if (request.url === '/upload/') {
			const { key, bytes } = readUpload(body);
			files.set(`${address}/upload/${key}`, bytes);
			response.writeHead(204).end();
			return;
		}
		const call: RpcCall = JSON.parse(body.toString('utf8'));
		const method = methods[call.method];
		const reply = method ? { id: call.id, result: method(call) } : { id: call.id, error: `No method ${call.method}` };
		response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
	}

	const server = createServer((request, response) => {
		serve(request, response).catch(() => response.writeHead(500).end());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	// A server that listens on a port has an address of this kind.
	address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		address,
		files,
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}
