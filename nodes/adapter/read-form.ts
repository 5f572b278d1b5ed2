import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import type { ShowWhen } from '../../shared/declare/field';
import { isJsonObject, type Json, type JsonObject } from '../../shared/declare/json';
import { pagePattern } from './control';
import { layoutOf, type Place } from './layout';
import { readTable, type Read } from './read-table';

/** A picked value: by list or ID as it is, by address its ID. An address of another page is left for the core to refuse. */
function picked(value: Json | undefined, page: string | undefined): Json | undefined {
	if (!isJsonObject(value) || value.mode === undefined) return value;
	const text = value.value;
	if (value.mode !== 'url' || page === undefined || typeof text !== 'string') return text;
	return new RegExp(pagePattern(page)).exec(text)?.[1] ?? text;
}

function put(into: JsonObject, path: readonly string[], value: Json | undefined): void {
	const [key, ...rest] = path;
	if (key === undefined || value === undefined) return;
	if (rest.length === 0) {
		into[key] = value;
		return;
	}
	const there = into[key];
	const next: JsonObject = isJsonObject(there) ? there : {};
	into[key] = next;
	put(next, rest, value);
}

const isEmpty = (value: Json | undefined) => value === undefined || value === null || value === '';

/** The parameters of one item as the nested input that the action declares. What the form hides is not read. */
export function readForm(carrier: Carrier, action: Action, read: Read): JsonObject {
	const input: JsonObject = {};
	const seen = new Map<string, Json | undefined>();
	const isShown = (conditions: readonly ShowWhen[]) => conditions.every(({ field, is }) => is.includes(String(seen.get(field))));

	const readPlace = (place: Place): void => {
		if (!isShown(place.show)) return;
		if (place.kind === 'single') {
			const { leaf } = place;
			const value = leaf.choices === undefined ? read(leaf.name) : picked(read(leaf.name), carrier.choices[leaf.choices]?.page);
			seen.set(leaf.name, value);
			if (!isEmpty(value)) put(input, leaf.path, value);
		} else if (place.kind === 'drawer') {
			const values = read(place.name);
			if (!isJsonObject(values)) return;
			for (const leaf of place.leaves) put(input, leaf.path, values[leaf.key]);
		} else {
			put(input, place.field.path, readTable(place, read));
		}
	};
	layoutOf(action).forEach(readPlace);
	return input;
}
