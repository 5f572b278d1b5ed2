import { lines, text } from '../../declare/field';
import { isJsonObject, type JsonObject } from '../../declare/json';

export interface CustomField {
	name: string;
	value: string;
}

export const customFieldsField = (help: string) =>
	lines(
		{
			name: text({ label: 'Name', placeholder: 'delivery.tracking_url', help: 'A dot leads inside: "delivery.tracking_url" is the tracking_url in delivery.' }),
			value: text({ label: 'Value' }),
		},
		{ label: 'Custom Fields', line: 'Custom Field', help },
	).optional();

/** Whatever a step may be called, it becomes a field of the object's own. */
function within(object: JsonObject, [step = '', ...rest]: readonly string[], value: string): JsonObject {
	const there = Object.hasOwn(object, step) ? object[step] : undefined;
	return { ...object, [step]: rest.length === 0 ? value : within(isJsonObject(there) ? there : {}, rest, value) };
}

/** HubRise's own form: objects within objects. */
export const customFieldsBody = (given: readonly CustomField[] | undefined): JsonObject | undefined => given?.reduce<JsonObject>((body, { name, value }) => within(body, name.split('.'), value), {});
