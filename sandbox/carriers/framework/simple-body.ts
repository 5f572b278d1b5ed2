import type { ZodType, core } from 'zod/v4';

import type { Call } from './carrier';
import { CarrierError } from './carrier-error';
import { readJson } from './request-body';

/** How a carrier reads bodies, and how it refuses what it cannot read. */
export interface BodyRules {
	/** Only JSON is read: no form. */
	jsonOnly?: boolean;
	/** Statuses of refusals. Default: 415 for the type, 400 for the syntax, 422 for a field. */
	statuses?: { type: number; syntax: number; field: number };
	/** A blank value counts as missing, and blanks around a value as nothing: how forms are read by PHP. */
	trims?: boolean;
	/** The message for a wrong field. */
	fieldMessage?(issue: core.$ZodIssue, route: string): string;
}

/** A form, multipart or JSON: its fields, whichever it is. */
async function fieldsOf(
	{ exchange }: Call<unknown>,
	statuses: { type: number; syntax: number },
	jsonOnly: boolean,
): Promise<unknown> {
	const header = exchange.request.headers.get('content-type') ?? '';
	const type = header.split(';')[0]?.trim().toLowerCase();
	if (jsonOnly || type === 'application/json')
		return readJson(exchange, (reason, message) => new CarrierError(statuses[reason], message));
	const { bytes, text } = exchange.body;
	const once = (entries: Iterable<[string, unknown]>) => recordOf([...entries], statuses.syntax);
	if (type === 'application/x-www-form-urlencoded') return once(new URLSearchParams(text));
	const message = header === '' ? 'Content-Type is missing' : `Content-Type ${header} is not understood`;
	if (type !== 'multipart/form-data') throw new CarrierError(statuses.type, message);
	try {
		return once(await new Response(bytes, { headers: { 'content-type': header } }).formData());
	} catch (error) {
		throw error instanceof CarrierError ? error : new CarrierError(statuses.syntax, 'The body cannot be read');
	}
}

/** Refuses a name that is given twice: readers differ in which of two values they take. */
export function recordOf<T>(entries: readonly [string, T][], status: number): Record<string, T> {
	const names = entries.map(([name]) => name);
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice !== undefined) throw new CarrierError(status, `${twice} is given twice`);
	return Object.fromEntries(entries);
}

function trimmed(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).map(([name, each]) => [name, typeof each === 'string' ? each.trim() : each]);
	return Object.fromEntries(entries.filter(([, each]) => each !== '' && each !== null));
}

const defaultMessage = ({ path, message }: core.$ZodIssue): string => `${path.join('.') || 'The body'}: ${message}`;

export async function readFields(
	call: Call<unknown>,
	route: { name: string; body?: ZodType },
	{
		statuses = { type: 415, syntax: 400, field: 422 },
		jsonOnly = false,
		trims,
		fieldMessage = defaultMessage,
	}: BodyRules,
): Promise<unknown> {
	if (!route.body) {
		if (call.exchange.body.text !== '') throw new CarrierError(400, 'This call takes no body');
		return undefined;
	}
	const fields = await fieldsOf(call, statuses, jsonOnly);
	const parsed = route.body.safeParse(trims === true ? trimmed(fields) : fields, { reportInput: true });
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new CarrierError(statuses.field, issue ? fieldMessage(issue, route.name) : 'The body is not valid');
}
