import type { Visit } from '../frame/visit';
import { Refusal } from './refusal';

export type Parameter = string | number | boolean | null;

/** "Request parameters" are read from a form, from multipart and from JSON alike, as PHP would. */
export async function readParameters(visit: Visit): Promise<Map<string, Parameter>> {
	const type = visit.request.headers.get('content-type') ?? '';
	const media = type.split(';')[0]?.trim().toLowerCase();
	switch (media) {
		case 'application/x-www-form-urlencoded':
			return collect([...new URLSearchParams(visit.body.text)]);
		case 'multipart/form-data':
			return collect(await readMultipart(visit.body.bytes, type));
		case 'application/json':
			return collect(readJsonObject(visit.body.text));
		default:
			throw new Refusal(400, media === '' ? 'Content-Type is missing' : `Content-Type ${media} is not understood`);
	}
}

async function readMultipart(bytes: ArrayBuffer, type: string): Promise<[string, unknown][]> {
	try {
		const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
		return [...form];
	} catch {
		throw new Refusal(400, 'The body is not multipart');
	}
}

function readJsonObject(text: string): [string, unknown][] {
	try {
		const body: unknown = JSON.parse(text);
		if (typeof body === 'object' && body !== null && !Array.isArray(body)) return Object.entries(body);
	} catch {
		// said below, as for JSON that is no object
	}
	throw new Refusal(400, 'The body is not a JSON object');
}

function collect(entries: [string, unknown][]): Map<string, Parameter> {
	const parameters = new Map<string, Parameter>();
	for (const [name, value] of entries) {
		if (parameters.has(name)) throw new Refusal(400, `Variable '${name}' is given twice`);
		if (value !== null && typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
			throw new Refusal(400, `Variable '${name}' must be a single value`);
		}
		parameters.set(name, value);
	}
	return parameters;
}
