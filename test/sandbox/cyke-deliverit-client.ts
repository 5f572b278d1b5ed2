import type { Sandbox } from '../../sandbox/carriers';
import { bodyOf, type CykeBody, type DeliveritBody } from './response-bodies';

export interface ParsedResponse<Body> {
	status: number;
	text: string;
	json: Body;
}

export const CYKE = 'https://www.cyke.io';
export const DELIVERIT = 'https://butik.deliverit.dk';
export const CYKE_HEADERS = { 'x-user-email': 'shop@sandbox.example', 'x-user-token': 'CykeSandboxToken0001' };
export const OTHER_CYKE_HEADERS = { 'x-user-email': 'other@sandbox.example', 'x-user-token': 'CykeSandboxToken0002' };
export const SHOP_AUTH = basic('shop@sandbox.example', 'deliverit-sandbox-1');
export const OTHER_SHOP_AUTH = basic('other@sandbox.example', 'deliverit-sandbox-2');
export const MINUTE = 60_000;

export function basic(username: string, password: string): string {
	return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

export async function parseResponse<Body>(response: Response): Promise<ParsedResponse<Body>> {
	const text = await response.text();
	return { status: response.status, text, json: bodyOf<Body>(text) };
}

export async function cyke(
	sandbox: Pick<Sandbox, 'fetch'>,
	method: string,
	path: string,
	body?: unknown,
	headers: Record<string, string> = CYKE_HEADERS,
): Promise<ParsedResponse<CykeBody>> {
	const contentHeaders: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
	const init = {
		method,
		headers: { ...headers, ...contentHeaders },
		...(body !== undefined && { body: JSON.stringify(body) }),
	};
	return parseResponse(await sandbox.fetch(`${CYKE}${path}`, init));
}

export const place = {
	recipient_name: 'Cercei Lannister',
	recipient_phone: '+33670707070',
	address: '1 place du Palais Royal',
	postal_code: '75001',
	city: 'Paris',
};

export const dropoff = {
	slot_starting_at: '2026-11-23T16:00:00.000+01:00',
	slot_ending_at: '2026-11-23T18:00:00.000+01:00',
	place,
};

export const pickup = {
	slot_starting_at: '2026-11-23T12:00:00.000+01:00',
	slot_ending_at: '2026-11-23T14:00:00.000+01:00',
	place: { ...place, recipient_name: 'Tyrion Lannister', address: '5 rue de Rivoli' },
};

export const packages = [{ type: 'Bouquet', amount: 1 }];

export const delivery = { dropoff, packages };

export async function createCykeDelivery(sandbox: Pick<Sandbox, 'fetch'>, change: object = {}): Promise<number> {
	const response = await cyke(sandbox, 'POST', '/api/v2/deliveries', { ...delivery, ...change });
	if (response.status !== 201) throw new Error(response.text);
	return response.json.id;
}

export async function deliverit(
	sandbox: Pick<Sandbox, 'fetch'>,
	method: string,
	path: string,
	fields?: Record<string, string>,
	authorization: string = SHOP_AUTH,
): Promise<ParsedResponse<DeliveritBody>> {
	const init = {
		method,
		headers: { authorization },
		...(fields !== undefined && { body: new URLSearchParams(fields) }),
	};
	const url = path.startsWith('http') ? path.replace('http://butik', 'https://butik') : `${DELIVERIT}${path}`;
	return parseResponse(await sandbox.fetch(url, init));
}

export const trip = {
	firstname: 'Freja',
	lastname: 'Holm',
	street: 'Vestergade 12',
	zip: '5000',
	city: 'Odense C',
	time: '18:30',
	telephone: '12345678',
	latitude: '55.3957969',
	longitude: '10.3912053',
};

export const info = {
	ordernumber: 'WEB-1001',
	name: 'Freja Holm',
	telephone: '12345678',
	street: 'Vestergade 12',
	city: 'Odense C',
	zip: '5000',
	paid: '1',
};

export async function bookDeliveritTrip(
	sandbox: Pick<Sandbox, 'fetch'>,
	change: Record<string, string> = {},
): Promise<DeliveritBody> {
	const response = await deliverit(sandbox, 'POST', '/api/v1/orderdriver/create', { ...trip, ...change });
	if (response.status !== 201) throw new Error(response.text);
	return response.json;
}

/** The random end of a link. */
export function tokenOf(url: string): string {
	return url.split('/').at(-1) ?? '';
}
