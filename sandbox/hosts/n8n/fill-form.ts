import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';

import { layoutOf, LINE_COLLECTION, type FormElement } from '../../../nodes/adapter/layout';
import type { Action } from '../../../shared/declare/action';
import type { LeafField } from '../../../shared/declare/form';
import { isJsonObject, type Json, type JsonObject } from '../../../shared/json';

function valueAt(input: JsonObject, path: readonly string[]): Json | undefined {
	let value: Json | undefined = input;
	for (const key of path) value = isJsonObject(value) ? value[key] : undefined;
	return value;
}

/** JSON is what n8n stores; its type for parameters names the same values one by one. */
const asParameter = (value: Json | undefined): NodeParameterValueType => value as NodeParameterValueType;

const filledFields = (leaves: readonly LeafField[], valueOf: (leaf: LeafField) => Json | undefined): INodeParameters =>
	Object.fromEntries(
		leaves
			.map((leaf) => [leaf.key, valueOf(leaf)] as const)
			.filter(([, value]) => value !== undefined)
			.map(([key, value]) => [key, asParameter(value)]),
	);

function lineOf(line: Json, place: FormElement & { kind: 'lines' }): NodeParameterValueType {
	if (!isJsonObject(line)) return asParameter(line);
	const more = filledFields(place.more, (leaf) => line[leaf.key]);
	return {
		...filledFields(place.visible, (leaf) => line[leaf.key]),
		...(Object.keys(more).length > 0 ? { [LINE_COLLECTION]: more } : {}),
	};
}

/** Lines are what n8n stores: JSON again. */
const linesOf = (value: Json | undefined, place: FormElement & { kind: 'lines' }): INodeParameters | undefined =>
	Array.isArray(value) ? ({ line: value.map((line) => lineOf(line, place)) } as INodeParameters) : undefined;

/** Fills a node's form as a person would who wants this input. Values may be n8n expressions ("={{ $json.id }}"). */
export function fillForm(action: Action, input: JsonObject): INodeParameters {
	const filled: INodeParameters = {
		resource: action.resource,
		operation: action.verb,
		...(action.isList ? { returnAll: true } : {}),
	};
	for (const place of layoutOf(action)) {
		if (place.kind === 'single') {
			const value = valueAt(input, place.leaf.path);
			if (value === undefined) continue;
			filled[place.leaf.name] =
				place.leaf.choices === undefined ? asParameter(value) : { __rl: true, mode: 'id', value: String(value) };
		} else if (place.kind === 'collection') {
			const values = filledFields(place.leaves, (leaf) => valueAt(input, leaf.path));
			for (const table of place.tables) {
				const lines = linesOf(valueAt(input, table.field.path), table);
				if (lines) values[table.field.name] = lines;
			}
			if (Object.keys(values).length > 0) filled[place.name] = values;
		} else {
			const lines = linesOf(valueAt(input, place.field.path), place);
			if (lines) filled[place.field.name] = lines;
		}
	}
	return filled;
}
