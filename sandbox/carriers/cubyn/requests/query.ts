import { badRequest, invalid } from './refusal';

/** `bit` is 1 or 0, as the legacy catalogue writes true and false. */
export type Kind = 'text' | 'number' | 'flag' | 'bit' | 'texts' | 'numbers';

export interface QueryRules {
	/** Written `filters[name]=`. */
	filters?: Record<string, Kind>;
	/** v3: what may be a filter may also stand alone. */
	filtersMayBeFlat?: boolean;
	/** Written `name=`, or `name[]=` for several. */
	plain?: Record<string, Kind>;
	includes?: readonly string[];
	sort?: readonly string[];
	page?: { usual: number; most: number };
	/** One sample ends in `&=`. */
	stray?: boolean;
}

export interface Query {
	values: ReadonlyMap<string, readonly string[]>;
	includes: readonly string[];
	sort: { field: string; descending: boolean } | undefined;
	limit: number;
	offset: number;
}

const NAME = /^(?:(filters|sort)\[(\w+)\]|(\w+))(\[\d*\])?$/;

/** A parameter that the call does not know is refused rather than ignored. */
export function readQuery(parameters: URLSearchParams, rules: QueryRules): Query {
	const values = new Map<string, string[]>();
	let sort: Query['sort'];
	for (const [name, value] of parameters) {
		if (name === '' && value === '' && rules.stray === true) continue;
		const [, group, inner, alone, several] = NAME.exec(name) ?? [];
		const key = inner ?? alone ?? '';
		if (group === 'sort' && rules.sort?.includes(key) === true && several === undefined) {
			if (value !== 'asc' && value !== 'desc') throw invalid({ field: name, rule: 'isIn' });
			sort = { field: key, descending: value === 'desc' };
			continue;
		}
		const kind = kindOf(rules, group, key);
		if (kind === undefined) throw badRequest(`Unknown parameter: ${name}`);
		if (value === '') throw badRequest(`Missing parameter: ${name} is empty`);
		const many = kind === 'texts' || kind === 'numbers';
		if (several !== undefined && !many) throw invalid({ field: name, rule: 'isScalar' });
		if (values.has(key) && !many) throw badRequest(`Parameter ${name} is given twice`);
		const words = many ? value.split(',') : [value];
		if (!words.every((word) => FITS[kind].test(word))) throw invalid({ field: name, rule: RULE[kind] });
		values.set(key, [...(values.get(key) ?? []), ...words]);
	}
	const includes = values.get('includes') ?? [];
	if (!includes.every((word) => rules.includes?.includes(word))) throw invalid({ field: 'includes', rule: 'isIn' });
	const { usual, most } = rules.page ?? { usual: Infinity, most: Infinity };
	const limit = Number(values.get('limit')?.[0] ?? usual);
	if (limit < 1) throw invalid({ field: 'limit', rule: 'min' });
	// More than the most is clamped, not refused.
	return { values, includes, sort, limit: Math.min(limit, most), offset: Number(values.get('offset')?.[0] ?? 0) };
}

const FITS: Record<Kind, RegExp> = {
	text: /./,
	texts: /./,
	number: /^\d+$/,
	numbers: /^\d+$/,
	flag: /^(true|false)$/,
	bit: /^[01]$/,
};

const RULE: Record<Kind, string> = {
	text: 'notEmpty',
	texts: 'notEmpty',
	number: 'isInt',
	numbers: 'isInt',
	flag: 'isBoolean',
	bit: 'isIn',
};

function kindOf(rules: QueryRules, group: string | undefined, key: string): Kind | undefined {
	if (group === 'sort') return undefined;
	const own = (kinds: Record<string, Kind> | undefined) =>
		kinds !== undefined && Object.hasOwn(kinds, key) ? kinds[key] : undefined;
	if (group === 'filters') return own(rules.filters);
	if (rules.page !== undefined && (key === 'limit' || key === 'offset')) return 'number';
	if (rules.includes !== undefined && key === 'includes') return 'texts';
	return own(rules.plain) ?? (rules.filtersMayBeFlat === true ? own(rules.filters) : undefined);
}

export function one(query: Query, name: string): string | undefined {
	return query.values.get(name)?.[0];
}

/** True where the parameter was not given. */
export function fits(query: Query, name: string, value: string | number | boolean): boolean {
	const wanted = query.values.get(name);
	return wanted === undefined || wanted.includes(String(value));
}
