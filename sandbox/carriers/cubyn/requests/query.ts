import { badRequest, invalid } from './api-error';

/** `bit` is 1 or 0, as the legacy catalogue writes true and false. */
export type Kind = 'text' | 'number' | 'flag' | 'bit' | 'texts' | 'numbers';

export interface QueryRules {
	/** Written `filters[name]=`. */
	filters?: Record<string, Kind>;
	/** v3: a filter parameter may also appear alone. */
	allowFlatFilters?: boolean;
	/** Written `name=`, or `name[]=` for several. */
	flat?: Record<string, Kind>;
	includes?: readonly string[];
	sort?: readonly string[];
	page?: { defaultLimit: number; maxLimit: number };
	/** One sample ends in `&=`. */
	allowEmptyParameter?: boolean;
}

export interface Query {
	values: ReadonlyMap<string, readonly string[]>;
	includes: readonly string[];
	sort: { field: string; descending: boolean } | undefined;
	limit: number;
	offset: number;
}

const NAME = /^(?:(filters|sort)\[(\w+)\]|(\w+))(\[\d*\])?$/;

/** An unknown parameter is refused rather than ignored. */
export function readQuery(parameters: URLSearchParams, rules: QueryRules): Query {
	const values = new Map<string, string[]>();
	let sort: Query['sort'];
	for (const [name, value] of parameters) {
		if (name === '' && value === '' && rules.allowEmptyParameter === true) continue;
		const [, group, inner, flatName, arraySuffix] = NAME.exec(name) ?? [];
		const key = inner ?? flatName ?? '';
		if (group === 'sort' && rules.sort?.includes(key) === true && arraySuffix === undefined) {
			// The document writes lower case, an older client of Cubyn's upper case.
			const direction = value.toLowerCase();
			if (direction !== 'asc' && direction !== 'desc') throw invalid({ field: name, rule: 'isIn' });
			sort = { field: key, descending: direction === 'desc' };
			continue;
		}
		const kind = kindOf(rules, group, key);
		if (kind === undefined) throw badRequest(`Unknown parameter: ${name}`);
		if (value === '') throw badRequest(`Missing parameter: ${name} is empty`);
		const isList = kind === 'texts' || kind === 'numbers';
		if (arraySuffix !== undefined && !isList) throw invalid({ field: name, rule: 'isScalar' });
		if (values.has(key) && !isList) throw badRequest(`Parameter ${name} is given twice`);
		const items = isList ? value.split(',') : [value];
		if (!items.every((word) => PATTERNS[kind].test(word))) throw invalid({ field: name, rule: RULE[kind] });
		values.set(key, [...(values.get(key) ?? []), ...items]);
	}
	const includes = values.get('includes') ?? [];
	if (!includes.every((word) => rules.includes?.includes(word))) throw invalid({ field: 'includes', rule: 'isIn' });
	const { defaultLimit, maxLimit } = rules.page ?? { defaultLimit: Infinity, maxLimit: Infinity };
	const limit = Number(values.get('limit')?.[0] ?? defaultLimit);
	if (limit < 1) throw invalid({ field: 'limit', rule: 'min' });
	// More than the most is clamped, not refused.
	return { values, includes, sort, limit: Math.min(limit, maxLimit), offset: Number(values.get('offset')?.[0] ?? 0) };
}

const PATTERNS: Record<Kind, RegExp> = {
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
	const kindIn = (kinds: Record<string, Kind> | undefined) =>
		kinds !== undefined && Object.hasOwn(kinds, key) ? kinds[key] : undefined;
	if (group === 'filters') return kindIn(rules.filters);
	if (rules.page !== undefined && (key === 'limit' || key === 'offset')) return 'number';
	if (rules.includes !== undefined && key === 'includes') return 'texts';
	return kindIn(rules.flat) ?? (rules.allowFlatFilters === true ? kindIn(rules.filters) : undefined);
}

export function firstValue(query: Query, name: string): string | undefined {
	return query.values.get(name)?.[0];
}

/** True if the parameter is absent. */
export function matchesFilter(query: Query, name: string, value: string | number | boolean): boolean {
	const accepted = query.values.get(name);
	return accepted === undefined || accepted.includes(String(value));
}
