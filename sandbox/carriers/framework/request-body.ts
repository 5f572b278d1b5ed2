import { knownText } from './known-texts';

/** As it came, and as text. */
export interface Body {
	text: string;
	bytes: ArrayBuffer;
}

export async function readBody(request: Request): Promise<Body> {
	if (request.body === null) return { text: '', bytes: new ArrayBuffer(0) };
	const known = knownText(request);
	if (known !== undefined) return { text: known, bytes: new TextEncoder().encode(known).buffer };
	const bytes = await request.arrayBuffer();
	return { text: new TextDecoder().decode(bytes), bytes };
}

/** The JSON of a request. `refuse` makes the carrier's own error, for a wrong type or for text that is not JSON. */
export function readJson(
	{ request, body }: { request: Request; body: Body },
	refuse: (reason: 'type' | 'syntax', message: string) => Error,
): unknown {
	const type = request.headers.get('content-type') ?? '';
	if (!/^application\/json\s*(;|$)/i.test(type)) throw refuse('type', 'Content-Type must be application/json');
	try {
		const json: unknown = JSON.parse(body.text);
		return json;
	} catch {
		throw refuse('syntax', 'The body is not JSON');
	}
}
