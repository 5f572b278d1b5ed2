const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Names in the languages of its customers, and the codes themselves, all in lower case. */
const CODES = new Map<string, string>(
	['en', 'fr', 'es'].flatMap((language) => {
		const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
		return LETTERS.flatMap((first) =>
			LETTERS.flatMap((second): [string, string][] => {
				const code = first + second;
				const name = isCurrent(code) ? names.of(code) : undefined;
				return name === undefined
					? []
					: [
							[name.toLowerCase(), code],
							[code.toLowerCase(), code],
						];
			}),
		);
	}),
);

/** Intl also maps FX to France and DD to Germany: withdrawn codes mean the current ones. */
function isCurrent(code: string): boolean {
	return new Intl.Locale(`und-${code}`).region === code;
}

/** The request has a country name, the response a code. */
export function countryCode(country: string): string | undefined {
	return CODES.get(country.trim().toLowerCase());
}
