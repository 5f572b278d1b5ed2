/** What travels on the wire and what hosts pass along. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
	[key: string]: Json | undefined;
}

export function isJsonObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A parsed answer as the carrier's object whole: its schema lets every key through. */
export const untouched = (answer: object): JsonObject => (isJsonObject(answer) ? answer : {});
