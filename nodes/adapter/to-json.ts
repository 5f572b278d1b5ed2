import { DateTime } from 'luxon';

import type { Json, JsonObject } from '../../shared/json';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * The value of an expression as plain JSON. Points in time become ISO 8601: n8n returns luxon objects, perhaps from
 * another copy of luxon. Other values stay unchanged for the core to check.
 */
export function toJson(value: unknown): Json | undefined {
	if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
		return value;
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? String(value) : value.toISOString();
	if (DateTime.isDateTime(value)) return value.toISO();
	if (Array.isArray(value)) return value.map((each) => toJson(each) ?? null);
	if (!isRecord(value)) return value === undefined ? undefined : String(value);
	const object: JsonObject = {};
	for (const [key, each] of Object.entries(value)) object[key] = toJson(each);
	return object;
}
