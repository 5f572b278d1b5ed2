import type { JsonObject } from '../../../shared/json';

/** What a build writes of an app: its definition, with the functions taken out and every field written once. */
export interface AppData {
	/** `null` stands for a function, a number in `inputFields` or `outputFields` for a list. */
	app: JsonObject;
	/** Lists of fields, by the numbers of their fields. Steps with the same fields share a list. */
	lists: readonly (readonly number[])[];
	/** A text is the path of a function that makes fields. */
	fields: readonly (JsonObject | string)[];
	/** Paths of the other functions: "creates.create_delivery.operation.perform". */
	functions: readonly string[];
}

export const stepKinds = ['triggers', 'searches', 'creates'] as const;
export const fieldLists = ['inputFields', 'outputFields'] as const;

/** The exported downloader, which the platform knows by identity. */
export const DOWNLOAD = 'hydrators.download';

/** "creates.create_delivery" of the path of one of its functions. Functions of no step have the empty text. */
export function stepOf(path: string): string {
	const [kind, key] = path.split('.');
	return stepKinds.some((each) => each === kind) ? `${kind}.${key}` : '';
}

/** The value at a path of object keys. */
export const valueAtPath = (root: unknown, path: string): unknown =>
	path
		.split('.')
		.reduce<unknown>(
			(value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
			root,
		);
