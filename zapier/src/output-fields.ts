import { z } from 'zod/v4';

import { outputLabels } from '../../shared/delivery/delivery';
import type { PlainOutputField } from './platform';
import { titled } from './words';

interface Peeled {
	schema: z.core.$ZodType;
	label?: string;
}

function peel(schema: z.core.$ZodType): Peeled {
	let current = schema;
	let label: string | undefined;
	for (;;) {
		label ??= current instanceof z.ZodType ? outputLabels.get(current)?.label : undefined;
		if (current instanceof z.ZodOptional || current instanceof z.ZodNullable || current instanceof z.ZodDefault) current = current._zod.def.innerType;
		else return { schema: current, label };
	}
}

function typeOf(schema: z.core.$ZodType): PlainOutputField['type'] {
	if (schema instanceof z.ZodISODateTime) return 'datetime';
	if (schema instanceof z.ZodNumber) return schema.isInt ? 'integer' : 'number';
	return schema instanceof z.ZodBoolean ? 'boolean' : 'string';
}

/** "slotStart" where nobody gave it a label. */
const spoken = (key: string) => titled(key.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll('_', ' '));

/** The platform turns an address into a download where the field says that it is a file. */
const FILE_LISTS: ReadonlySet<string> = new Set(['files']);

function children(schema: z.ZodObject, above: string, list: string): PlainOutputField[] {
	return Object.entries(schema.shape).map(([key, inner]) => {
		const { schema: bare, label } = peel(inner);
		const type = FILE_LISTS.has(list) && key === 'url' ? 'file' : typeOf(bare);
		return { key, label: label ?? `${above} ${spoken(key)}`, type };
	});
}

/** Free-form objects, such as the carrier's own answer, are left to the sample: their keys cannot be known. */
function field(key: string, schema: z.core.$ZodType, path: string, above: string): PlainOutputField[] {
	const { schema: bare, label: given } = peel(schema);
	const label = [above, given ?? spoken(key)].filter((word) => word !== '').join(' ');
	if (bare instanceof z.ZodObject) {
		// "Price" over "Price Amount" would say it twice.
		return Object.entries(bare.shape).flatMap(([inner, each]) => {
			const words = peel(each).label ?? spoken(inner);
			return field(inner, each, `${path}${key}__`, words.startsWith(label) ? '' : label);
		});
	}
	if (bare instanceof z.ZodRecord || bare instanceof z.ZodUnknown) return [];
	if (!(bare instanceof z.ZodArray)) return [{ key: `${path}${key}`, label, type: typeOf(bare) }];
	const element = peel(bare.element).schema;
	if (element instanceof z.ZodObject) return [{ key: `${path}${key}`, label, children: children(element, label, key) }];
	return [{ key: `${path}${key}`, label, list: true, type: typeOf(element) }];
}

/** What comes out of a step, from the schema of its items and the labels beside it. */
export function outputFields(output: z.ZodObject, primary: readonly string[] = []): PlainOutputField[] {
	return Object.entries(output.shape)
		.flatMap(([key, schema]) => field(key, schema, '', ''))
		.map((each) => (primary.includes(each.key) ? { ...each, primary: true } : each));
}
