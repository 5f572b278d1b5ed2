import { isJsonObject } from '../../json';
import { fieldKey, OrderFields, type Entry } from '../order-fields';
import { fieldOfHeader } from './header-words';
import { firstText, toText, valueAt } from '../read-json';

/** Deeper than any form; JSON made to be deep is cut. */
const DEEPEST = 6;

/** A list, or a column that Zapier joined with bare commas. */
const listOf = (value: unknown): readonly unknown[] =>
	Array.isArray(value) ? value : (toText(value)?.split(/,(?!\s)/) ?? []);

/** Fields by flat names: {shipping: {city}}, "Shipping City" and shippingCity are all shipping_city. Lists stay lists. */
export class FlatFields {
	private readonly values = new Map<string, unknown>();

	constructor(json: unknown) {
		this.add(json, '', 0);
	}

	private add(value: unknown, prefix: string, depth: number): void {
		if (!isJsonObject(value) || depth > DEEPEST) return;
		for (const [key, inner] of Object.entries(value)) {
			const name = fieldKey(prefix === '' ? key : `${prefix}_${key}`);
			if (isJsonObject(inner)) {
				this.add(inner, name, depth + 1);
				continue;
			}
			// Magento's street is a list of its lines.
			if (name.endsWith('street') && Array.isArray(inner))
				inner.forEach((line: unknown, index) => this.set(index === 0 ? name : `${name}_${index + 1}`, line));
			this.set(name, inner);
			const meant = fieldOfHeader(name);
			if (meant !== undefined) this.set(meant, inner);
		}
	}

	private set(name: string, value: unknown): void {
		if (toText(this.values.get(name)) === null) this.values.set(name, value);
	}

	value(...names: readonly string[]): unknown {
		const name = names.find(
			(one) => this.values.has(one) && this.values.get(one) !== null && this.values.get(one) !== '',
		);
		return name === undefined ? undefined : this.values.get(name);
	}

	/** The first text under one of the names. */
	text(...names: readonly string[]): string | null {
		return firstText(...names.map((name) => toText(this.values.get(name))));
	}

	has(...names: readonly string[]): boolean {
		return names.some((name) => toText(this.values.get(name)) !== null);
	}

	/** The fields as a shop's plug-ins would have written them, with the pairs of meta lists. */
	added(): OrderFields {
		return new OrderFields([...[...this.values].map(([key, value]) => ({ key, value })), ...this.pairs()]);
	}

	/** Meta data comes as a list of pairs, or on Zapier as a list of keys and a list of values. */
	private pairs(): Entry[] {
		const lists = ['meta_data', 'meta', 'note_attributes', 'custom_fields', 'properties'].flatMap((name) => {
			const list = this.values.get(name);
			return Array.isArray(list) ? list : [];
		});
		const paired = lists.flatMap((item: unknown) => {
			const key = firstText(toText(valueAt(item, 'key')), toText(valueAt(item, 'name')));
			return key === null ? [] : [{ key, value: valueAt(item, 'value') }];
		});
		const list = (...names: readonly string[]) => listOf(this.value(...names));
		const keys = list('meta_data_key', 'meta_keys', 'note_attributes_name');
		const values = list('meta_data_value', 'meta_values', 'note_attributes_value');
		if (keys.length !== values.length) return paired;
		return [...paired, ...keys.flatMap((key: unknown, index) => ({ key: toText(key) ?? '', value: values[index] }))];
	}
}
