/** A response of n8n's helper with `returnFullResponse`. */
export interface HttpResponse {
	status: number;
	/** Lower-case names; a header that came several times is joined. */
	headers: Record<string, string>;
	body: unknown;
}

function headersOf(raw: unknown): Record<string, string> {
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(typeof raw === 'object' && raw !== null ? raw : {})) {
		if (value !== undefined && value !== null)
			headers[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : String(value);
	}
	return headers;
}

/** The helper's result has no type of its own. */
export function toHttpResponse(result: unknown): HttpResponse {
	if (
		typeof result !== 'object' ||
		result === null ||
		!('statusCode' in result) ||
		typeof result.statusCode !== 'number'
	)
		throw new Error('That is no answer');
	return {
		status: result.statusCode,
		headers: headersOf('headers' in result ? result.headers : undefined),
		body: 'body' in result ? result.body : undefined,
	};
}

const isStream = (body: unknown): body is AsyncIterable<Uint8Array | string> =>
	typeof body === 'object' && body !== null && Symbol.asyncIterator in body;

const toBytes = (chunk: unknown): Uint8Array => {
	if (chunk instanceof Uint8Array) return chunk;
	if (chunk instanceof ArrayBuffer) return new Uint8Array(chunk);
	return Buffer.from(typeof chunk === 'string' ? chunk : '');
};

/**
 * The unpacked body, or undefined where it is larger than the limit. It is read as a stream, because a packed body of
 * some kilobytes may unpack to gigabytes; leaving the loop ends the connection. An abort that came while the request was
 * being made ends it here: n8n's client does not see that one.
 */
export async function bytesOf(
	{ body }: HttpResponse,
	limit: number,
	signal: AbortSignal,
): Promise<Uint8Array | undefined> {
	if (!isStream(body)) {
		const bytes = toBytes(body);
		return bytes.length > limit ? undefined : bytes;
	}
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of body) {
		const bytes = toBytes(chunk);
		size += bytes.length;
		if (size > limit || signal.aborted) return undefined;
		chunks.push(bytes);
	}
	return Buffer.concat(chunks);
}

export async function textOf(response: HttpResponse, limit: number, signal: AbortSignal): Promise<string | undefined> {
	const bytes = await bytesOf(response, limit, signal);
	return bytes && new TextDecoder().decode(bytes);
}
