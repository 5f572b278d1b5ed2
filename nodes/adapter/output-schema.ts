import { z } from 'zod/v4';

import type { Carrier } from '../../shared/declare/carrier';
import { inViewOrder } from '../../shared/delivery/item-view';

/** n8n's editor knows these types and no unions, formats or limits. */
interface FieldSchema {
	type: string;
	properties?: Record<string, FieldSchema>;
	items?: FieldSchema;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function simple(schema: unknown): FieldSchema {
	if (!isRecord(schema)) return { type: 'string' };
	if (Array.isArray(schema.anyOf)) return simple(schema.anyOf.find((each) => isRecord(each) && each.type !== 'null'));
	if (isRecord(schema.properties)) {
		return {
			type: 'object',
			properties: propertiesOf(schema.properties),
		};
	}
	if (schema.type === 'array') return { type: 'array', items: simple(schema.items) };
	return { type: typeof schema.type === 'string' ? schema.type : 'string' };
}

function propertiesOf(properties: Record<string, unknown>): Record<string, FieldSchema> {
	const keys = inViewOrder(Object.keys(properties));
	return Object.fromEntries(keys.map((key) => [key, simple(properties[key])]));
}

/**
 * The output of each action, which n8n shows before the first run: one file per operation, at its place in the package.
 */
export function outputSchemas(carrier: Carrier): { path: string; schema: object }[] {
	return carrier.actions.map((action) => ({
		path: `nodes/${carrier.title}/__schema__/v1.0.0/${action.resource}/${action.verb}.json`,
		schema: { ...simple(z.toJSONSchema(action.output, { target: 'draft-7', unrepresentable: 'any' })), version: 1 },
	}));
}
