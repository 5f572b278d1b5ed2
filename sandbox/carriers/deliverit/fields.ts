import type { Visit } from '../frame/visit';
import { readParameters, type Parameter } from './parameters';
import { Refusal } from './refusal';

/** The documentation calls one field a string here and a number there: those take both. */
export type FieldKind = 'text' | 'zip' | 'telephone' | 'decimal' | 'flag';

export interface FieldList {
	fields: Record<string, { kind: FieldKind; required: boolean }>;
	/** How this call says that a field is missing. */
	missing(name: string): string;
}

export interface Fields {
	text(name: string): string;
	has(name: string): boolean;
	decimal(name: string): number;
	flag(name: string, byDefault: boolean): boolean;
}

export async function readFields(visit: Visit, list: FieldList): Promise<Fields> {
	const parameters = await readParameters(visit);
	for (const name of parameters.keys()) {
		if (!Object.hasOwn(list.fields, name)) throw new Refusal(400, `Unknown variable '${name}'`);
	}
	const values = new Map<string, string>();
	for (const [name, { kind, required }] of Object.entries(list.fields)) {
		const value = spell(name, kind, parameters.get(name));
		if (value !== '') values.set(name, value);
		else if (required) throw new Refusal(400, list.missing(name));
	}
	for (const [name, value] of values) assertForm(name, list.fields[name]?.kind ?? 'text', value);
	return {
		text: (name) => values.get(name) ?? '',
		has: (name) => values.has(name),
		decimal: (name) => Number(values.get(name)),
		flag: (name, byDefault) => (values.has(name) ? values.get(name) === '1' : byDefault),
	};
}

function spell(name: string, kind: FieldKind, value: Parameter | undefined): string {
	if (value === undefined || value === null) return '';
	if (typeof value === 'string') return value.trim();
	if (kind === 'flag' && typeof value === 'boolean') return value ? '1' : '0';
	if (kind !== 'text' && typeof value === 'number') return String(value);
	throw new Refusal(400, `Variable '${name}' must be a ${kind === 'text' ? 'string' : 'number'}`);
}

const FORMS: Record<FieldKind, { pattern: RegExp; words: string }> = {
	text: { pattern: /^/, words: 'any text' },
	zip: { pattern: /^\d{4}$/, words: 'a zip code of 4 digits' },
	telephone: { pattern: /^\d{8}$/, words: '8 digits without country code' },
	decimal: { pattern: /^-?\d{1,3}(\.\d+)?$/, words: 'a decimal number' },
	flag: { pattern: /^[01]$/, words: '1 or 0' },
};

function assertForm(name: string, kind: FieldKind, value: string): void {
	const { pattern, words } = FORMS[kind];
	if (!pattern.test(value)) throw new Refusal(400, `Variable '${name}' must be ${words}`);
}
