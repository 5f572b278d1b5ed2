import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import type { ShowWhen } from '../../shared/declare/field';
import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import { pagePattern } from './control';
import { layoutOf, type FormElement } from './layout';
import { readAddedLines, readLines, type Read } from './read-lines';

/**
 * A picked value: unchanged if picked by list or ID, the ID in it if it is an address. The core refuses an address of
 * another page.
 */
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
	const existing = into[key];
	const next: JsonObject = isJsonObject(existing) ? existing : {};
	into[key] = next;
	put(next, rest, value);
}

const isEmpty = (value: Json | undefined) => value === undefined || value === null || value === '';

/** The parameters of one item as the nested input that the action declares. What the form hides is not read. */
export function readForm(carrier: Carrier, action: Action, read: Read): JsonObject {
	const input: JsonObject = {};
	const seen = new Map<string, Json | undefined>();
	const isShown = (conditions: readonly ShowWhen[]) =>
		conditions.every(({ field, is }) => is.includes(String(seen.get(field))));

	const readElement = (element: FormElement): void => {
		if (!isShown(element.show)) return;
		if (element.kind === 'single') {
			const { leaf } = element;
			const value =
				leaf.choices === undefined ? read(leaf.name) : picked(read(leaf.name), carrier.choices[leaf.choices]?.page);
			seen.set(leaf.name, isEmpty(value) ? leaf.default : value);
			if (!isEmpty(value)) put(input, leaf.path, value);
		} else if (element.kind === 'collection') {
			const values = read(element.name);
			if (!isJsonObject(values)) return;
			for (const leaf of element.leaves) put(input, leaf.path, values[leaf.key]);
			for (const table of element.tables) put(input, table.field.path, readAddedLines(table, values));
		} else {
			put(input, element.field.path, readLines(element, read));
		}
	};
	layoutOf(action).forEach(readElement);
	return input;
}
