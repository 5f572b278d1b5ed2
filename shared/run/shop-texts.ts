import type { Form, FormField, LeafField } from '../declare/form';
import { isJsonObject, mapValues, type Json, type JsonObject } from '../json';
import { decodeEntities } from '../delivery/html-entities';

/** Kinds whose text may come from a shop's order. A link keeps its "&amp;", and a secret every character. */
const isShopText = ({ kind, secret }: LeafField): boolean =>
	!secret && (kind === 'text' || kind === 'longText' || kind === 'phone' || kind === 'postalCode');

const decoded = (value: Json | undefined): Json | undefined => {
	if (typeof value === 'string') return decodeEntities(value);
	if (Array.isArray(value)) return value.map((each) => decoded(each) ?? null);
	return isJsonObject(value) ? mapValues(value, decoded) : value;
};

function decodedField(field: FormField, value: Json | undefined): Json | undefined {
	if (field.kind === 'group') return isJsonObject(value) ? decodedForm(field.fields, value) : value;
	if (field.kind !== 'lines') return isShopText(field) ? decoded(value) : value;
	if (Array.isArray(value)) return value.map((row) => (isJsonObject(row) ? decodedForm(field.fields, row) : row));
	// Columns instead of rows.
	return isJsonObject(value) ? decodedForm(field.fields, value) : value;
}

function decodedForm(form: Form, values: JsonObject): JsonObject {
	const known = form.flatMap((field): [string, Json | undefined][] =>
		field.key in values ? [[field.key, decodedField(field, values[field.key])]] : [],
	);
	return { ...values, ...Object.fromEntries(known) };
}

/**
 * The form's texts without HTML entities, once: shops hand out "O&#039;Neill", and a form on either host mostly takes
 * its values from a shop's order.
 */
export const withShopTexts = (form: Form, values: JsonObject): JsonObject => decodedForm(form, values);
