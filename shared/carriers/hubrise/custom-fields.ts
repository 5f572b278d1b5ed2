import { lines, text } from '../../declare/field';
import { isJsonObject, type JsonObject } from '../../json';

export interface CustomField {
	name: string;
	value?: string;
}

const nameField = () =>
	text({
		label: 'Name',
		placeholder: 'restaurant.table_name',
		help: 'A dot leads inside: "restaurant.table_name" is the table_name in restaurant.',
	});

export const customFieldsField = (help: string) =>
	lines(
		{ name: nameField(), value: text({ label: 'Value' }) },
		{ label: 'Custom Fields', line: 'Custom Field', rare: true, help },
	).optional();

/** For existing objects: HubRise merges by the first part of a name, and removes fields without a value. */
export const customFieldChanges = () =>
	lines(
		{ name: nameField(), value: text({ label: 'Value', help: 'Left empty, the field is removed.' }).optional() },
		{
			label: 'Custom Fields',
			line: 'Custom Field',
			rare: true,
			help: 'Others stay. Of fields with a dot, give all that have the same first part.',
		},
	).optional();

/** Every part of the path becomes an own property, even a name such as `constructor`. */
function setPath(object: JsonObject, [key = '', ...rest]: readonly string[], value: string | null): JsonObject {
	const existing = Object.hasOwn(object, key) ? object[key] : undefined;
	return { ...object, [key]: rest.length === 0 ? value : setPath(isJsonObject(existing) ? existing : {}, rest, value) };
}

/** HubRise's own form: objects within objects. */
export const customFieldsBody = (fields: readonly CustomField[] | undefined): JsonObject | undefined =>
	fields?.reduce<JsonObject>((body, { name, value }) => setPath(body, name.split('.'), value ?? null), {});
