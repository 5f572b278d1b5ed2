/** An answer as n8n's helper gives it with `returnFullResponse`. */
export interface Received {
	status: number;
	/** Lower-case names; a header that came several times is joined. */
	headers: Record<string, string>;
	body: unknown;
}

function headersOf(given: unknown): Record<string, string> {
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(typeof given === 'object' && given !== null ? given : {})) {
		if (value !== undefined && value !== null) headers[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : String(value);
	}
	return headers;
}

/** The helper's result has no type of its own. */
export function receivedOf(response: unknown): Received {
	if (typeof response !== 'object' || response === null || !('statusCode' in response) || typeof response.statusCode !== 'number') throw new Error('That is no answer');
	return {
		status: response.statusCode,
		headers: headersOf('headers' in response ? response.headers : undefined),
		body: 'body' in response ? response.body : undefined,
	};
}

export function textOf({ body }: Received): string {
	if (typeof body === 'string') return body;
	if (Buffer.isBuffer(body)) return body.toString('utf8');
	return body === undefined || body === null ? '' : JSON.stringify(body);
}

export function bytesOf({ body }: Received): Uint8Array {
	if (body instanceof Uint8Array) return body;
	if (body instanceof ArrayBuffer) return new Uint8Array(body);
	return Buffer.from(typeof body === 'string' ? body : '');
}
