import { toText } from './read-json';

/** A field that shops and plug-ins add to an order: meta data, note attributes, line item properties. */
export interface Entry {
	key: string;
	value: unknown;
}

/**
 * "Delivery-Date:", "_delivery_date", "deliveryDate" and "Delivery date (dd/mm/yyyy)" are one key: shops relabel fields,
 * and WordPress hides them with an underscore.
 */
export const fieldKey = (key: string): string =>
	key
		.normalize('NFKC')
		.replace(/[’´`]/g, "'")
		.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1_$2')
		.toLowerCase()
		.replace(/(.)\s*\([^()]*\)[\s*:?]*$/, '$1')
		.replace(/^[^\p{L}\p{N}]+(?=[\p{L}\p{N}])|(?<![\s*:?\p{So}\ufe0f])[\s*:?\p{So}\ufe0f]+$/gu, '')
		.replace(/[\s\-_.]+/g, '_');

/** What may stand before the name of a field, by whose it is. */
export const ENDS = ['', 'shipping_', 'delivery_', 'dropoff_', 'billing_'];

/** The added fields of one order, by key. A key may occur more than once, because the lines of an order repeat it. */
export class OrderFields {
	private readonly byKey = new Map<string, unknown[]>();

	constructor(entries: readonly Entry[]) {
		for (const { key, value } of entries) {
			const name = fieldKey(key);
			const values = this.byKey.get(name);
			if (values === undefined) this.byKey.set(name, [value]);
			else values.push(value);
		}
	}

	keys(): string[] {
		return [...this.byKey.keys()];
	}

	/** Keys are as `fieldKey` writes them. */
	values(key: string): readonly unknown[] {
		return this.byKey.get(key) ?? [];
	}

	/** The first text under one of the keys, in their order. */
	text(...keys: readonly string[]): string | null {
		for (const key of keys) {
			for (const value of this.values(key)) {
				const text = toText(value);
				if (text !== null) return text;
			}
		}
		return null;
	}
}
