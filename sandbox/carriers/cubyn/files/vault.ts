import { createHmac } from 'node:crypto';
import type { Route } from '../../framework/carrier';
import type { Exchange } from '../../framework/context';
import { isAt, isLoopback, VAULT_HOST } from '../requests/hosts';
import type { CubynState } from '../state';

const SECRET = 'cubyn-sandbox-vault';
const KEY_ID = 'AKIASANDBOX';

/** A link that works without a key, for a while. */
export function signedLink(state: CubynState, exchange: Pick<Exchange, 'url' | 'origin'>, path: string): string {
	const origin = isLoopback(exchange.url) ? exchange.origin : `https://${VAULT_HOST}`;
	const expires = Math.floor((state.context.clock.now() + state.settings.linkMs) / 1000);
	const query = new URLSearchParams({
		AWSAccessKeyId: KEY_ID,
		Expires: String(expires),
		Signature: signatureOf(path, String(expires)),
	});
	return `${origin}${path}?${query}`;
}

function read(state: CubynState, exchange: Exchange): Response {
	const { url, request } = exchange;
	if (!isAt(exchange, VAULT_HOST)) return storageError('NoSuchKey', 404);
	// The store would not mind, but a key that gets here has leaked: that must show.
	if (request.headers.has('x-application')) return storageError('LeakedApplicationKey', 400);
	const expires = url.searchParams.get('Expires') ?? '';
	if (url.searchParams.get('Signature') !== signatureOf(url.pathname, expires))
		return storageError('SignatureDoesNotMatch', 403);
	if (Number(expires) * 1000 < state.context.clock.now())
		return storageError('AccessDenied', 403, 'Request has expired');
	const file = state.files.get(url.pathname);
	if (file === undefined) return storageError('NoSuchKey', 404);
	// Bytes on loan to a Response must be of a buffer of their own.
	return new Response(new Uint8Array(file.bytes), { headers: { 'content-type': file.contentType } });
}

function signatureOf(path: string, expires: string): string {
	return createHmac('sha1', SECRET).update(`${path}\n${expires}`).digest('base64');
}

function storageError(code: string, status: number, message: string = code): Response {
	const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
	return new Response(body, { status, headers: { 'content-type': 'application/xml' } });
}

export const vaultRoutes: Route<CubynState>[] = ['/cubyn.staging.default/:file', '/cubyn.staging.vault/*'].map(
	(path) => ({
		name: 'vault.read',
		method: 'GET',
		path,
		effect: 'read',
		handler: ({ state, exchange }) => read(state, exchange),
	}),
);
