import type { HubriseDelivery, PostInit, Sandbox } from '../../sandbox/carriers';
import { bodyOf } from './response-bodies';

export const API = 'https://api.hubrise.com/v1';
export const OAUTH = 'https://manager.hubrise.com/oauth2/v1';
export const TILL = 'HubriseSandboxTill0001';
export const BRIDGE = 'HubriseSandboxBridge0001';
export const ACCOUNT = 'HubriseSandboxBridge0002';
export const OTHER_ACCOUNT = 'HubriseSandboxOther0001';

/** The fields of HubRise's responses that the tests check, one at a time. */
export interface HubriseBody extends HubriseDelivery {
	message: string;
	error_type: string;
	errors: { field: string; message: string }[];
	accepted_at: string | null;
	access_token: string;
	location_name: string | null;
	total: string;
	private_ref: string | null;
	created_by: string;
	items: { id: string; product_name: string; deleted?: boolean }[];
	charges: { id: string }[];
	customer: { id: string };
	custom_fields: Record<string, unknown>;
	delivery: Partial<HubriseDelivery> | null;
	resource_type: string;
	event_type: string;
}

export interface HubriseResponse<Body = HubriseBody> {
	status: number;
	text: string;
	headers: Headers;
	json: Body;
}

export async function hubrise<Body = HubriseBody>(
	sandbox: Pick<Sandbox, 'fetch'>,
	method: string,
	path: string,
	body?: unknown,
	token = BRIDGE,
	headers: Record<string, string> = {},
): Promise<HubriseResponse<Body>> {
	const contentHeaders: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
	const response = await sandbox.fetch(`${API}${path}`, {
		method,
		headers: { 'x-access-token': token, ...contentHeaders, ...headers },
		...(body !== undefined && { body: JSON.stringify(body) }),
	});
	const text = await response.text();
	return { status: response.status, text, headers: response.headers, json: bodyOf<Body>(text) };
}

/** Body of the documented create. */
export const documented = {
	carrier: 'UPS',
	carrier_ref: 'ups',
	ref: '1Z12345E0291980793',
	status: 'pending',
	fee: '4.50 EUR',
	estimated_pickup_at: '2023-01-01T12:00:00+01:00',
	estimated_dropoff_at: '2023-01-01T12:30:00+01:00',
	tracking_url: 'https://www.ups.com/track?tracknum=1Z12345E0291980793',
	driver_name: 'John',
	driver_phone: '+33612345678',
	driver_phone_access_code: '1234',
	driver_latitude: '48.856614',
	driver_longitude: '2.3522219',
};

export const DELIVERY = '/location/orders/5dpm9/delivery';

export const errorFields = (response: HubriseResponse): string[] => response.json.errors.map(({ field }) => field);

export interface CapturedPost {
	url: string;
	init: PostInit;
	at: number;
}

/** Resource and type of an event, such as `order.update`. */
export const kindOf = (event: { resource_type: string; event_type: string }): string =>
	`${event.resource_type}.${event.event_type}`;
