import { alpha3, BYNAMES } from './country-names';

/** Languages in which shops and their customers write the name of a country; each country's own comes on top. */
const LANGUAGES = ['en', 'fr', 'es', 'de', 'it', 'nl', 'pt', 'da', 'pl'];

/** Parts of a country that the library has codes for, and ISO 3166 has not: the Canaries, Ceuta and Melilla. */
const PART_OF: Readonly<Record<string, string>> = { IC: 'ES', EA: 'ES' };

/** Regions of the library without deliveries: unions, outlying oceans, and its own test alphabets. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Accents, capitals, hyphens and apostrophes make no difference: "Etats-Unis" is "États-Unis". */
const normalizeName = (text: string) =>
	text
		.normalize('NFD')
		.replace(/[\p{M}\p{Cf}]/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

const namesIn = (language: string) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });

/** Withdrawn codes (FX, DD, SU) map to the current ones, and are not valid codes themselves. */
const isInUse = (code: string) => new Intl.Locale(`und-${code}`).region === code;

function readCodes(): Map<string, string> {
	const english = namesIn('en');
	const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(
		(code) => isInUse(code) && english.of(code) !== undefined && !NO_COUNTRY.has(code),
	);
	const common = LANGUAGES.map(namesIn);
	const known = new Map<string, string>();
	for (const code of codes) {
		const own = new Intl.Locale(`und-${code}`).maximize().language;
		for (const names of [...common, namesIn(own)])
			known.set(normalizeName(names.of(code) ?? code), PART_OF[code] ?? code);
	}
	for (const [name, code] of Object.entries(BYNAMES)) known.set(name, code);
	// Add the codes last, so that no name hides one.
	for (const [long, code] of alpha3()) known.set(long, code);
	for (const code of codes) known.set(code.toLowerCase(), PART_OF[code] ?? code);
	known.set('uk', 'GB');
	return known;
}

let known: Map<string, string> | undefined;

/** Longer than the name of any country. */
const LONGEST = 100;

/** ISO 3166 alpha-2 of a country, given as its code (two or three letters) or its name. Undefined for other text. */
export function countryCode(text: string): string | undefined {
	if (text.length > LONGEST) return undefined;
	known ??= readCodes();
	return known.get(normalizeName(text));
}

/** The English name of a code. */
export const countryName = (code: string): string => namesIn('en').of(code) ?? code;
