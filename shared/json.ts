/** JSON values, as requests and hosts carry them. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
	[key: string]: Json | undefined;
}

export function isJsonObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy with every value changed. */
export const mapValues = (object: JsonObject, change: (value: Json | undefined) => Json | undefined): JsonObject =>
	Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

/** A parsed answer as the carrier's object whole: its schema lets every key through. */
export const asJsonObject = (response: object): JsonObject => (isJsonObject(response) ? response : {});

/** A copy that lacks these keys. */
export function without<T extends object, K extends keyof T>(value: T, ...keys: readonly K[]): Omit<T, K> {
	const copy = { ...value };
	for (const key of keys) Reflect.deleteProperty(copy, key);
	return copy;
}
