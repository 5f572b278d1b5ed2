const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Names in the languages of its customers, and the codes themselves, all in lower case. */
const CODES = new Map<string, string>(
	['en', 'fr', 'es'].flatMap((language) => {
		const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
		return LETTERS.flatMap((first) =>
			LETTERS.flatMap((second): [string, string][] => {
				const code = first + second;
				const name = isCurrent(code) ? names.of(code) : undefined;
				return name === undefined ? [] : [[name.toLowerCase(), code], [code.toLowerCase(), code]];
			}),
		);
	}),
);

/** FX is France and DD Germany to Intl, too: codes that were given up stand for the ones in use. */
function isCurrent(code: string): boolean {
	return new Intl.Locale(`und-${code}`).region === code;
}

/** A country goes in as a name and comes out as a code. */
export function countryCode(country: string): string | undefined {
	return CODES.get(country.trim().toLowerCase());
}
