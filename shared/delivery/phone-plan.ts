import metadata from './phone-metadata.json';
import type { CountryCode, MetadataJson } from './phone-library';

// JSON imports widen tuples to arrays; the file is cut from the library's own metadata by scripts/phone-metadata.
export const knownMetadata = metadata as unknown as MetadataJson;

/** Countries whose numbers are understood without a country code: those whose plan the metadata holds by type. */
const [PATTERN, LENGTHS, TYPES] = [2, 3, 11];
const entries: Readonly<Record<string, readonly unknown[]>> = metadata.countries;
const callingCodes: Readonly<Record<string, readonly string[]>> = metadata.country_calling_codes;

/** Are numbers of that country understood without a prefix? */
export function knowsNumbersOf(country: string): country is CountryCode {
	return Array.isArray(entries[country]?.[TYPES]);
}

/** The calling code that a number in international form begins with, without the plus. */
export function callingCodeOf(digits: string): string | undefined {
	return [1, 2, 3].map((length) => digits.slice(0, length)).find((code) => code in callingCodes);
}

const patterns = new Map<string, RegExp>();

function patternOf(callingCode: string): RegExp {
	const made = patterns.get(callingCode);
	if (made) return made;
	const plans = (callingCodes[callingCode] ?? []).map((country) => String(entries[country]?.[PATTERN]));
	const pattern = new RegExp(`^(?:${plans.join('|')})$`);
	patterns.set(callingCode, pattern);
	return pattern;
}

const typePatterns = new Map<string, RegExp>();

/** Fixed lines, mobiles and the like. */
function typedPatternOf(country: string): RegExp {
	const made = typePatterns.get(country);
	if (made) return made;
	const types: unknown = entries[country]?.[TYPES];
	const sources = (Array.isArray(types) ? types : []).flatMap((type: unknown) =>
		Array.isArray(type) && typeof type[0] === 'string' ? [type[0]] : [],
	);
	const pattern = new RegExp(`^(?:${sources.join('|')})$`);
	typePatterns.set(country, pattern);
	return pattern;
}

const longestOf = (country: string): number => {
	const lengths: unknown = entries[country]?.[LENGTHS];
	return Array.isArray(lengths) ? Math.max(...lengths.map(Number)) : 0;
};

/**
 * A plan of several lengths would take a mobile that lacks a digit for a line: what is shorter than the plan's longest
 * must be of one of its types. The longest ones need not, because new ranges are opened there.
 */
function isTyped(callingCode: string, national: string): boolean {
	const countries = callingCodes[callingCode] ?? [];
	if (countries.some((country) => !knowsNumbersOf(country) || national.length >= longestOf(country))) return true;
	return countries.some((country) => typedPatternOf(country).test(national));
}

/** Is it a number that its country's plan has, in E.164? A row of noughts is a placeholder in every country. */
export function isPlanned(e164: string): boolean {
	if (!/^\+[1-9]\d{5,14}$/.test(e164)) return false;
	const code = callingCodeOf(e164.slice(1));
	if (code === undefined) return false;
	const national = e164.slice(1 + code.length);
	return !/^0+$/.test(national) && patternOf(code).test(national) && isTyped(code, national);
}

/**
 * French numbers of an overseas plan, by their first three digits: Réunion and Mayotte, Guadeloupe, Guiana, Martinique.
 */
const OVERSEAS: Readonly<Record<string, readonly string[]>> = {
	262: ['692', '693', '639', '262', '263', '269'],
	590: ['690', '691', '590'],
	594: ['694', '594'],
	596: ['696', '697', '596'],
};

/** Countries and territories that dial each other with a nought, as one. */
const FRENCH = new Set(['FR', 'RE', 'YT', 'GP', 'MF', 'BL', 'GF', 'MQ']);

export const isFrench = (country: string): boolean => FRENCH.has(country);

/** "+33 692 …" and "0692 …" are of Réunion, whichever of the two a customer wrote. */
export function overseas(e164: string): string {
	const national = /^\+33(\d{9})$/.exec(e164)?.[1];
	const code =
		national === undefined
			? undefined
			: Object.keys(OVERSEAS).find((each) => OVERSEAS[each]?.includes(national.slice(0, 3)));
	return code === undefined || national === undefined ? e164 : `+${code}${national}`;
}
