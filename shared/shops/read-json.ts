import { isJsonObject, type JsonObject } from '../json';
import { cleanShopText } from '../delivery/shop-text';

/** Where XML converters put the text of an element that has attributes. */
const TEXT_KEYS = ['_', '#text', '$t', '#cdata', '__cdata', 'value'];

/** XML converters make a list of each element, also of a single one. */
const only = (value: unknown): unknown => (Array.isArray(value) && value.length === 1 ? value[0] : value);

/** The value at a path; undefined where a step is missing. */
export function valueAt(json: unknown, ...path: readonly string[]): unknown {
	let value = json;
	for (const key of path) {
		value = only(value);
		if (!isJsonObject(value) || !Object.hasOwn(value, key)) return undefined;
		value = value[key];
	}
	return value;
}

/**
 * Shops send numbers for strings, and XML converters send objects for both. Null for an empty value or one that is not
 * text.
 */
export function toText(written: unknown): string | null {
	const value = only(written);
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	if (typeof value === 'string') return cleanShopText(value) || null;
	if (!isJsonObject(value)) return null;
	const key = TEXT_KEYS.find((candidate) => Object.hasOwn(value, candidate));
	const inner = key === undefined ? undefined : value[key];
	return typeof inner === 'string' || typeof inner === 'number' ? toText(inner) : null;
}

export const textAt = (json: unknown, ...path: readonly string[]): string | null => toText(valueAt(json, ...path));

export const firstText = (...candidates: readonly (string | null)[]): string | null =>
	candidates.find((text) => text !== null) ?? null;

export const objectAt = (json: unknown, ...path: readonly string[]): JsonObject => {
	const value = valueAt(json, ...path);
	return isJsonObject(value) ? value : {};
};

/** For a label, in one line. Where a checkout insists on a value, people type a dot or a dash. */
export const said = (text: string | null): string | null =>
	text !== null && /[\p{L}\p{N}\p{So}]/u.test(text)
		? text
				.split(/[\n\t]+/)
				.map((part) => part.trim())
				.join(' ')
		: null;

/** A list; a single object where a list belongs is a list of one, as PrestaShop's XML comes out. */
export function listAt(json: unknown, ...path: readonly string[]): readonly unknown[] {
	const value = valueAt(json, ...path);
	if (Array.isArray(value)) return value;
	return isJsonObject(value) ? [value] : [];
}

/** A number, also from text; a comma is a decimal point where there is no other. */
export function toNumber(value: unknown): number | null {
	const text = toText(value);
	if (text === null) return null;
	const plain = /^-?\d+,\d+$/.test(text) ? text.replace(',', '.') : text;
	return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

export const numberAt = (json: unknown, ...path: readonly string[]): number | null => toNumber(valueAt(json, ...path));

/** True, false, or undefined where the shop gives no value. */
export function flagAt(json: unknown, ...path: readonly string[]): boolean | undefined {
	const value = valueAt(json, ...path);
	if (typeof value === 'boolean') return value;
	const text = toText(value)?.toLowerCase();
	if (text === undefined) return undefined;
	if (['1', 'true', 'yes', 'on', 'oui', 'ja', 'si', 'sí'].includes(text)) return true;
	return ['0', 'false', 'no', 'off', 'non', 'nej', 'nein', 'nee'].includes(text) ? false : undefined;
}

const LONGEST_QUOTE = 80;

/** The order's value, for a message. */
export function quote(value: unknown): string {
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
	return `"${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1)}…` : text}"`;
}
