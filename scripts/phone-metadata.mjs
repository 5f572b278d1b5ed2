// Cuts the phone library's metadata to what shared/delivery/phone.ts needs: full numbering plans for Europe, whose numbers
// are understood without a country code, and the outline of all other plans, whose numbers need one.
// Run after an update of libphonenumber-js: node scripts/phone-metadata.mjs
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';

const require = createRequire(import.meta.url);
const full = require('libphonenumber-js/metadata.max.json');
const outline = require('libphonenumber-js/metadata.min.json');

const europe = [
	...[
		'AD',
		'AL',
		'AT',
		'AX',
		'BA',
		'BE',
		'BG',
		'BY',
		'CH',
		'CY',
		'CZ',
		'DE',
		'DK',
		'EE',
		'ES',
		'FI',
		'FO',
		'FR',
		'GB',
		'GG',
		'GI',
		'GR',
		'HR',
	],
	...[
		'HU',
		'IE',
		'IM',
		'IS',
		'IT',
		'JE',
		'LI',
		'LT',
		'LU',
		'LV',
		'MC',
		'MD',
		'ME',
		'MK',
		'MT',
		'NL',
		'NO',
		'PL',
		'PT',
		'RO',
		'RS',
		'RU',
		'SE',
	],
	...['SI', 'SJ', 'SK', 'SM', 'TR', 'UA', 'VA', 'XK'],
];

// Places in an entry of the library: the pattern of all numbers, the ways to print them, and the patterns by type (the
// first: fixed lines).
const [PATTERN, FORMATS, TYPES] = [2, 4, 11];

/** DeliverIt's own pages and sandbox call Danish numbers that begin with 1, which the public plan does not assign. */
function danish(entry) {
	const copy = structuredClone(entry);
	copy[PATTERN] = '[1-9]\\d{7}';
	copy[TYPES][0] = [`${copy[TYPES][0][0]}|1\\d{7}`];
	copy[FORMATS] = [['(\\d{2})(\\d{2})(\\d{2})(\\d{2})', '$1 $2 $3 $4', ['[1-9]']]];
	return copy;
}

/** Removes the print formats: numbers of other continents are never printed. */
const bare = (entry) => entry.map((part, at) => (at === FORMATS ? 0 : part));

const countries = Object.fromEntries(
	Object.keys(outline.countries).map((code) => [
		code,
		europe.includes(code) ? full.countries[code] : bare(outline.countries[code]),
	]),
);
countries.DK = danish(countries.DK);

const cut = { version: outline.version, country_calling_codes: outline.country_calling_codes, countries };
writeFileSync(new URL('../shared/delivery/phone-metadata.json', import.meta.url), `${JSON.stringify(cut)}\n`);
