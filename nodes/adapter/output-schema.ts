import { z } from 'zod/v4';

import type { Carrier } from '../../shared/declare/carrier';

/** n8n's editor knows these types and no unions, formats or limits. */
interface FieldSchema {
	type: string;
	properties?: Record<string, FieldSchema>;
	items?: FieldSchema;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function simple(schema: unknown): FieldSchema {
	if (!isRecord(schema)) return { type: 'string' };
	if (Array.isArray(schema.anyOf)) return simple(schema.anyOf.find((each) => isRecord(each) && each.type !== 'null'));
	if (isRecord(schema.properties)) {
		return { type: 'object', properties: Object.fromEntries(Object.entries(schema.properties).map(([key, each]) => [key, simple(each)])) };
	}
	if (schema.type === 'array') return { type: 'array', items: simple(schema.items) };
	return { type: typeof schema.type === 'string' ? schema.type : 'string' };
}

/** What each action gives, for n8n to show before it has run: one file an operation, at its place in the package. */
export function outputSchemas(carrier: Carrier): { path: string; schema: object }[] {
	return carrier.actions.map((action) => ({
		path: `nodes/${carrier.title}/__schema__/v1.0.0/${action.resource}/${action.verb}.json`,
		schema: { ...simple(z.toJSONSchema(action.output, { target: 'draft-7', unrepresentable: 'any' })), version: 1 },
	}));
}
