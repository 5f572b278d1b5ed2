import { isDefaultedNumber, type Form, type FormField, type LinesField } from '../../shared/declare/form';
import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import { withShopTexts } from '../../shared/run/shop-texts';
import { fromTexts } from './line-items';

/** The platform hands over parsed JSON, but its types do not show that. */
export function jsonOf(value: unknown): Json | undefined {
	if (value === undefined || value === null) return undefined;
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
	if (Array.isArray(value)) return value.map((each) => jsonOf(each) ?? null);
	return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, jsonOf(each)]));
}

/** One value of the form, for any step. */
export const valueAt = (inputData: object, key: string): Json | undefined =>
	jsonOf(Object.entries(inputData).find(([name]) => name === key)?.[1]);

/** The values of a multiple-choice field: a list, or one text with commas if another step filled it in. */
export function picked(inputData: object, key: string, options: readonly { value: string; label: string }[]): string[] {
	const value = valueAt(inputData, key);
	if (value === undefined || isJsonObject(value)) return [];
	const words = [value].flat().flatMap((each) => String(each ?? '').split(','));
	return words
		.map((word) => word.trim())
		.filter((word) => word !== '')
		.map((word) => options.find((option) => option.label === word)?.value ?? word);
}

const isBlank = (value: Json | undefined) => value === undefined || value === null || value === '';

/** Fields of our own that are no input, and the platform's own ("_zap_search_success_on_miss"). */
const isInternalField = (name: string) => name === NOTICE_FIELD || name.startsWith('_zap');

/** Shows a text on the form. */
export const NOTICE_FIELD = 'notice';

/**
 * Line items arrive as rows, and once more as one comma-separated text a column. The rows are used;
 * where only texts came, or one row of such texts, they are taken apart.
 */
function linesOf(field: LinesField, flat: JsonObject): Json | undefined {
	const rows = flat[field.name];
	const renamed = (row: JsonObject): JsonObject => {
		const known = Object.fromEntries(
			field.fields.map((child) => [
				child.key,
				row[child.name] ?? row[child.key] ?? (isDefaultedNumber(child) ? null : undefined),
			]),
		);
		const names = new Set(field.fields.flatMap((child) => [child.name, child.key]));
		return { ...known, ...Object.fromEntries(Object.entries(row).filter(([key]) => !names.has(key))) };
	};
	// The form fills these in from the start: one that is not there was mapped to nothing.
	const unmapped: JsonObject = Object.fromEntries(field.fields.filter(isDefaultedNumber).map(({ key }) => [key, null]));
	const columnsOf = (row: JsonObject) =>
		Object.entries(row).filter((each): each is [string, Json] => !isBlank(each[1]));
	const fromColumns = (columns: readonly (readonly [string, Json])[]) => ({
		...unmapped,
		...fromTexts(field, columns),
	});
	if (Array.isArray(rows)) {
		const named = rows.map((row) => (isJsonObject(row) ? renamed(row) : row));
		const [only] = named;
		const columns = named.length === 1 && isJsonObject(only) ? fromColumns(columnsOf(only)) : {};
		return Object.values(columns).some(Array.isArray) ? columns : named;
	}
	if (isJsonObject(rows)) return fromColumns(columnsOf(renamed(rows)));
	if (!isBlank(rows)) return rows;
	const columns = field.fields.flatMap((child): [string, Json][] => {
		const value = flat[child.name];
		return value === undefined || isBlank(value) ? [] : [[child.key, value]];
	});
	return columns.length === 0 ? undefined : fromColumns(columns);
}

function valueOf(field: FormField, flat: JsonObject): Json | undefined {
	if (field.kind === 'lines') return linesOf(field, flat);
	if (field.kind !== 'group') return flat[field.name];
	const inside = Object.fromEntries(field.fields.map((each) => [each.key, valueOf(each, flat)]));
	return Object.values(inside).every(isBlank) ? undefined : inside;
}

function namesOf(form: Form): string[] {
	return form.flatMap((field) => {
		if (field.kind === 'group') return namesOf(field.fields);
		return field.kind === 'lines' ? [field.name, ...field.fields.map((child) => child.name)] : [field.name];
	});
}

/**
 * Flat keys of the host's form, nested as the action declares them. Unknown keys stay, so that they are refused by
 * name.
 */
export function nested(form: Form, inputData: Record<string, unknown>): JsonObject {
	const flat: JsonObject = Object.fromEntries(Object.entries(inputData).map(([key, value]) => [key, jsonOf(value)]));
	const names = new Set(namesOf(form));
	const unknown = Object.entries(flat).filter(
		([key, value]) => !names.has(key) && !isInternalField(key) && !isBlank(value),
	);
	return withShopTexts(form, {
		...Object.fromEntries(form.map((field) => [field.key, valueOf(field, flat)])),
		...Object.fromEntries(unknown),
	});
}

function flatten(field: FormField, value: Json | undefined): [string, Json][] {
	if (value === undefined) return [];
	if (field.kind === 'group') {
		if (!isJsonObject(value)) return [[field.name, value]];
		return field.fields.flatMap((each) => flatten(each, value[each.key]));
	}
	if (field.kind === 'lines' && Array.isArray(value)) {
		const names = new Map(field.fields.map((child) => [child.key, child.name]));
		return [
			[
				field.name,
				value.map((row) =>
					isJsonObject(row)
						? Object.fromEntries(Object.entries(row).map(([key, cell]) => [names.get(key) ?? key, cell]))
						: row,
				),
			],
		];
	}
	return [[field.name, value]];
}

/** The reverse: an action's input as a user of this host would fill it in. */
export function flat(form: Form, values: JsonObject): JsonObject {
	const known = form.flatMap((field) => flatten(field, values[field.key]));
	const unknown = Object.entries(values).filter(([key]) => !form.some((field) => field.key === key));
	return Object.fromEntries([...known, ...unknown]);
}
