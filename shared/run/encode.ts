import type { Access } from '../declare/connection';
import { credentialFields } from '../declare/credentials';
import { isJsonObject, type Json, type JsonObject } from '../json';
import type { CallRequest, WireRequest } from '../declare/wire';
import { multipart } from './multipart';

/** Drops fields without a value, at every depth, so that they are absent from the request. */
export function compact(value: Json): Json {
	if (Array.isArray(value)) return value.map(compact);
	if (!isJsonObject(value)) return value;
	const present: JsonObject = {};
	for (const [key, each] of Object.entries(value)) if (each !== undefined) present[key] = compact(each);
	return present;
}

function formBody(body: JsonObject): string {
	const pairs = Object.entries(body).filter(([, value]) => value !== undefined && value !== null);
	return new URLSearchParams(pairs.map(([key, value]): [string, string] => [key, formValue(value)])).toString();
}

function formValue(value: Json | undefined): string {
	if (typeof value === 'boolean') return value ? '1' : '0';
	return String(value);
}

function queryOf(query: CallRequest['query']): string {
	const pairs = Object.entries(query ?? {}).flatMap(([key, value]): [string, string][] => {
		if (value === undefined) return [];
		return typeof value === 'object' ? value.map((each): [string, string] => [key, each]) : [[key, String(value)]];
	});
	return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}

/** `.` and `..` pass every escaping, and lead to another place at the carrier. */
export const hasPathTraversal = ({ path }: Pick<CallRequest, 'path'>): boolean =>
	(path.split(/[?#]/)[0] ?? '').split('/').some((step) => /^(\.|%2e){1,2}$/i.test(step));

/** The encoded request, without the credentials that every request carries. */
export function encode(call: CallRequest, access: Access): WireRequest {
	const url = `${access.base}${call.path}${queryOf(call.query)}`;
	const headers = { accept: 'application/json' };
	if (call.parts) {
		const { contentType, body } = multipart(call.parts);
		return { method: call.method, url, headers: { ...headers, 'content-type': contentType }, body };
	}
	const body = call.credentialsInBody ? { ...credentialFields(access.credentials), ...call.body } : call.body;
	if (body === undefined) return { method: call.method, url, headers };
	const form = access.encoding === 'form';
	return {
		method: call.method,
		url,
		headers: { ...headers, 'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json' },
		body: form ? formBody(body) : JSON.stringify(compact(body)),
	};
}
