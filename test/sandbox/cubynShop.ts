import type { Sandbox } from '../../sandbox/carriers';
import { bodyOf } from './bodies';

export const API = 'https://api.cubyn.com';
export const KEY = 'CubynSandboxKey0001';
export const SECOND_KEY = 'CubynSandboxKey0002';
export const FOREIGN_KEY = 'CubynSandboxKey0003';

/** What the tests look at in Cubyn's answers, one field at a time. */
export interface CubynBody {
	id: number;
	status: string;
	message: string;
	type: string;
	errors: { field: string; message: string }[];
}

export interface CubynAnswer<Body> {
	status: number;
	text: string;
	json: Body;
	total: string | null;
}

export async function cubyn<Body = CubynBody>(
	sandbox: Pick<Sandbox, 'fetch'>,
	method: string,
	path: string,
	body?: unknown,
	headers: Record<string, string> = { 'x-application': KEY },
): Promise<CubynAnswer<Body>> {
	const written: Record<string, string> =
		body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' };
	const init = {
		method,
		headers: { ...headers, ...written },
		...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
	};
	const response = await sandbox.fetch(path.startsWith('https:') ? path : `${API}${path}`, init);
	const text = await response.text();
	return { status: response.status, text, json: bodyOf<Body>(text), total: response.headers.get('x-total-count') };
}

export const address = {
	line1: '3 place de la Republique',
	zip: '69002',
	city: 'Lyon',
	country: 'France',
	additionalInformation: 'code 9898',
};

/** The create of the current documentation. */
export const parcel = {
	firstName: 'Sophie',
	lastName: 'Martin',
	items: [
		{ reference: 'product_name', count: 1 },
		{ reference: 'product_name_2', count: 2 },
	],
	orderRef: 'my_order_reference',
	address,
	objectCount: 2,
};

export async function made(sandbox: Pick<Sandbox, 'fetch'>, change: object = {}, headers?: Record<string, string>): Promise<number> {
	const answer = await cubyn(sandbox, 'POST', '/v2/parcels', { ...parcel, ...change }, headers);
	if (answer.status !== 200) throw new Error(answer.text);
	return answer.json.id;
}

/** Made, validated, and brought to the door. */
export async function delivered(sandbox: Sandbox, change: object = {}): Promise<number> {
	const id = await made(sandbox, change);
	await sandbox.clock.advance(5_000);
	while (sandbox.cubyn.step(id));
	return id;
}

export function pdf(size = 0): Blob {
	return new Blob([`%PDF-1.4\n1 0 obj << /Type /Page >> endobj\n${' '.repeat(size)}`], { type: 'application/pdf' });
}

export function form(fields: Record<string, string | Blob>): FormData {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) {
		if (typeof value === 'string') body.set(name, value);
		else body.set(name, value, 'my-file.pdf');
	}
	return body;
}

export async function uploaded(sandbox: Pick<Sandbox, 'fetch'>): Promise<string> {
	const answer = await cubyn<{ key: string }>(sandbox, 'POST', '/v1/files', form({ file: pdf() }));
	return answer.json.key;
}
