import type { Sandbox } from '../../sandbox/carriers';
import { bodyOf } from './response-bodies';

export const API = 'https://api.cubyn.com';
export const KEY = 'CubynSandboxKey0001';
export const SECOND_KEY = 'CubynSandboxKey0002';
export const OTHER_ACCOUNT_KEY = 'CubynSandboxKey0003';

/** The fields of Cubyn's responses that the tests check, one at a time. */
export interface CubynBody {
	id: number;
	status: string;
	message: string;
	type: string;
	errors: { field: string; message: string }[];
}

export interface CubynResponse<Body> {
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
): Promise<CubynResponse<Body>> {
	const contentHeaders: Record<string, string> =
		body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' };
	const init = {
		method,
		headers: { ...headers, ...contentHeaders },
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

export async function createCubynParcel(
	sandbox: Pick<Sandbox, 'fetch'>,
	change: object = {},
	headers?: Record<string, string>,
): Promise<number> {
	const response = await cubyn(sandbox, 'POST', '/v2/parcels', { ...parcel, ...change }, headers);
	if (response.status !== 200) throw new Error(response.text);
	return response.json.id;
}

/** Made, validated, and brought to the door. */
export async function createDeliveredParcel(sandbox: Sandbox, change: object = {}): Promise<number> {
	const id = await createCubynParcel(sandbox, change);
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

export async function uploadCubynFile(sandbox: Pick<Sandbox, 'fetch'>): Promise<string> {
	const response = await cubyn<{ key: string }>(sandbox, 'POST', '/v1/files', form({ file: pdf() }));
	return response.json.key;
}
