import type { Call } from '../framework/carrier';
import { assertQuery } from './guard';
import { invalidRequest, unauthorized, unsupportedMediaType } from './api-error';
import type { HubriseClient } from './backoffice.types';
import type { HubriseState } from './state';

export function readForm(call: Call<HubriseState>, allowed: readonly string[]): URLSearchParams {
	assertQuery(call, []);
	const type = call.exchange.request.headers.get('content-type') ?? '';
	if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) {
		throw unsupportedMediaType('application/x-www-form-urlencoded');
	}
	const fields = new URLSearchParams(call.exchange.body.text);
	assertAllowedFields(fields, allowed);
	return fields;
}

export function assertAllowedFields(fields: URLSearchParams, allowed: readonly string[]): void {
	for (const name of fields.keys()) {
		if (!allowed.includes(name)) throw invalidRequest(`Unknown parameter ${name}`);
		if (fields.getAll(name).length > 1) throw invalidRequest(`Parameter ${name} is given twice`);
	}
}

/** HTTP Basic; the older way, both in the body, is still taken. */
export function clientFrom({ state, exchange }: Call<HubriseState>, fields: URLSearchParams): HubriseClient {
	const [id, secret] = basicCredentials(exchange.request.headers.get('authorization')) ?? [
		fields.get('client_id'),
		fields.get('client_secret'),
	];
	const client = state.clients.find((other) => other.id === id && other.secret === secret);
	const isConflicting = fields.has('client_id') && fields.get('client_id') !== id;
	if (client === undefined || isConflicting) throw unauthorized('The client is unknown or its secret is wrong');
	return client;
}

function basicCredentials(header: string | null): [string, string] | undefined {
	const encoded = /^Basic ([A-Za-z0-9+/]+={0,2})$/.exec(header ?? '')?.[1];
	if (encoded === undefined) return undefined;
	const pair = Buffer.from(encoded, 'base64').toString('utf8');
	const colon = pair.indexOf(':');
	// Clients that keep to the standard to the letter have both parts percent-encoded.
	return [decodeSafely(pair.slice(0, colon)), decodeSafely(pair.slice(colon + 1))];
}

function decodeSafely(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
