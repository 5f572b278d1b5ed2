import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';

import { layoutOf, LINE_DRAWER, type Place } from '../../../nodes/adapter/layout';
import type { Action } from '../../../shared/declare/action';
import type { LeafField } from '../../../shared/declare/form';
import { isJsonObject, type Json, type JsonObject } from '../../../shared/declare/json';

function at(input: JsonObject, path: readonly string[]): Json | undefined {
	let value: Json | undefined = input;
	for (const key of path) value = isJsonObject(value) ? value[key] : undefined;
	return value;
}

/** JSON is what n8n stores; its type for parameters names the same values one by one. */
const typed = (value: Json | undefined): NodeParameterValueType => value as NodeParameterValueType;

const given = (leaves: readonly LeafField[], valueOf: (leaf: LeafField) => Json | undefined): INodeParameters =>
	Object.fromEntries(leaves.map((leaf) => [leaf.key, valueOf(leaf)] as const).filter(([, value]) => value !== undefined).map(([key, value]) => [key, typed(value)]));

function lineOf(line: Json, place: Place & { kind: 'table' }): NodeParameterValueType {
	if (!isJsonObject(line)) return typed(line);
	const more = given(place.more, (leaf) => line[leaf.key]);
	return { ...given(place.open, (leaf) => line[leaf.key]), ...(Object.keys(more).length > 0 ? { [LINE_DRAWER]: more } : {}) };
}

/** Fills a node's form as a person would who wants this input. Values may be n8n expressions ("={{ $json.id }}"). */
export function fillForm(action: Action, input: JsonObject): INodeParameters {
	const filled: INodeParameters = { resource: action.resource, operation: action.verb, ...(action.many ? { returnAll: true } : {}) };
	for (const place of layoutOf(action)) {
		if (place.kind === 'single') {
			const value = at(input, place.leaf.path);
			if (value === undefined) continue;
			filled[place.leaf.name] = place.leaf.choices === undefined ? typed(value) : { __rl: true, mode: 'id', value: String(value) };
		} else if (place.kind === 'drawer') {
			const values = given(place.leaves, (leaf) => at(input, leaf.path));
			if (Object.keys(values).length > 0) filled[place.name] = values;
		} else {
			const lines = at(input, place.field.path);
			if (Array.isArray(lines)) filled[place.field.name] = { line: lines.map((line) => lineOf(line, place)) } as INodeParameters;
		}
	}
	return filled;
}
