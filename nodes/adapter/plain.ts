import { DateTime } from 'luxon';

import type { Json, JsonObject } from '../../shared/declare/json';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * What an expression may yield, as plain JSON. Points in time become ISO 8601: n8n hands over luxon's own objects,
 * perhaps of another copy of luxon. Anything else stays as it is; the core reads and judges it.
 */
export function plain(value: unknown): Json | undefined {
	if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? String(value) : value.toISOString();
	if (DateTime.isDateTime(value)) return value.toISO();
	if (Array.isArray(value)) return value.map((each) => plain(each) ?? null);
	if (!isRecord(value)) return value === undefined ? undefined : String(value);
	const object: JsonObject = {};
	for (const [key, each] of Object.entries(value)) object[key] = plain(each);
	return object;
}
