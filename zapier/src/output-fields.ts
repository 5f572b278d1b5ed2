import { z } from 'zod/v4';

import { labelFromKey, outputLabels } from '../../shared/delivery/delivery';
import { inViewOrder } from '../../shared/delivery/item-view';
import type { PlainOutputField } from './platform';

interface Unwrapped {
	schema: z.core.$ZodType;
	label?: string;
}

function unwrap(schema: z.core.$ZodType): Unwrapped {
	let current = schema;
	let label: string | undefined;
	for (;;) {
		label ??= current instanceof z.ZodType ? outputLabels.get(current)?.label : undefined;
		if (current instanceof z.ZodOptional || current instanceof z.ZodNullable || current instanceof z.ZodDefault)
			current = current._zod.def.innerType;
		else return { schema: current, label };
	}
}

function typeOf(schema: z.core.$ZodType): PlainOutputField['type'] {
	if (schema instanceof z.ZodISODateTime) return 'datetime';
	if (schema instanceof z.ZodNumber) return schema.isInt ? 'integer' : 'number';
	return schema instanceof z.ZodBoolean ? 'boolean' : 'string';
}

/** The platform turns an address into a download if the field's type is file. */
const FILE_LISTS: ReadonlySet<string> = new Set(['files']);

function children(schema: z.ZodObject, parentLabel: string, list: string): PlainOutputField[] {
	return Object.entries(schema.shape).map(([key, inner]) => {
		const { schema: bare, label } = unwrap(inner);
		const type = FILE_LISTS.has(list) && key === 'url' ? 'file' : typeOf(bare);
		return { key, label: label ?? `${parentLabel} ${labelFromKey(key)}`, type };
	});
}

/** Free-form objects, such as the carrier's own response, use the sample, because their keys are unknown. */
function field(key: string, schema: z.core.$ZodType, path: string, parentLabel: string): PlainOutputField[] {
	const { schema: bare, label: ownLabel } = unwrap(schema);
	const label = [parentLabel, ownLabel ?? labelFromKey(key)].filter((word) => word !== '').join(' ');
	if (bare instanceof z.ZodObject) {
		// "Price" before "Price Amount" would repeat the word.
		return Object.entries(bare.shape).flatMap(([inner, each]) => {
			const words = unwrap(each).label ?? labelFromKey(inner);
			return field(inner, each, `${path}${key}__`, words.startsWith(label) ? '' : label);
		});
	}
	if (bare instanceof z.ZodRecord || bare instanceof z.ZodUnknown) return [];
	if (!(bare instanceof z.ZodArray)) return [{ key: `${path}${key}`, label, type: typeOf(bare) }];
	const element = unwrap(bare.element).schema;
	if (element instanceof z.ZodObject) return [{ key: `${path}${key}`, label, children: children(element, label, key) }];
	return [{ key: `${path}${key}`, label, list: true, type: typeOf(element) }];
}

/** The output fields of a step, from the schema of its items and the labels next to it. */
export function outputFields(output: z.ZodObject, primary: readonly string[] = []): PlainOutputField[] {
	return inViewOrder(Object.keys(output.shape))
		.flatMap((key) => field(key, output.shape[key], '', ''))
		.map((each) => (primary.includes(each.key) ? { ...each, primary: true } : each));
}
