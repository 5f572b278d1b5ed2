/** Languages in which shops and their customers write the name of a country; each country's own comes on top. */
const LANGUAGES = ['en', 'fr', 'es', 'de', 'it', 'nl', 'pt', 'da', 'pl'];

/** What people write that is no country's name in any language. */
const BYNAMES: Readonly<Record<string, string>> = { uk: 'GB', 'great britain': 'GB', england: 'GB', scotland: 'GB', wales: 'GB', usa: 'US', holland: 'NL' };

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Accents, capitals, hyphens and apostrophes make no difference: "Etats-Unis" is "États-Unis". */
const plain = (text: string) =>
	text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

const namesIn = (language: string) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });

/** Codes that were given up (FX, DD, SU) stand for the ones in use, and are no codes of their own. */
const isInUse = (code: string) => new Intl.Locale(`und-${code}`).region === code;

function readCodes(): Map<string, string> {
	const english = namesIn('en');
	const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter((code) => isInUse(code) && english.of(code) !== undefined && code !== 'EU' && code !== 'ZZ');
	const common = LANGUAGES.map(namesIn);
	const known = new Map<string, string>();
	for (const code of codes) {
		const own = new Intl.Locale(`und-${code}`).maximize().language;
		for (const names of [...common, namesIn(own)]) known.set(plain(names.of(code) ?? code), code);
	}
	// Codes last: none of them may be hidden by a name.
	for (const code of codes) known.set(code.toLowerCase(), code);
	for (const [name, code] of Object.entries(BYNAMES)) known.set(name, code);
	return known;
}

let known: Map<string, string> | undefined;

/** ISO 3166 alpha-2 of a country written as its code or as its name; undefined for what is no country. */
export function countryCode(text: string): string | undefined {
	known ??= readCodes();
	return known.get(plain(text));
}

/** The English name of a code. */
export const countryName = (code: string): string => namesIn('en').of(code) ?? code;
