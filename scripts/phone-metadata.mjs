// Cuts the phone library's metadata down to the countries that shared/delivery/phone.ts names.
// Run after an update of libphonenumber-js: node scripts/phone-metadata.mjs
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';

const all = createRequire(import.meta.url)('libphonenumber-js/metadata.min.json');
const wanted = ['BE', 'CH', 'DE', 'DK', 'ES', 'FR', 'GB', 'IE', 'IT', 'LU', 'NL', 'NO', 'PT', 'SE'];

const countries = Object.fromEntries(wanted.map((code) => [code, all.countries[code]]));
const callingCodes = Object.fromEntries(
	Object.entries(all.country_calling_codes)
		.map(([code, members]) => [code, members.filter((member) => wanted.includes(member))])
		.filter(([, members]) => members.length > 0),
);
const cut = { version: all.version, country_calling_codes: callingCodes, countries };
writeFileSync(new URL('../shared/delivery/phone-metadata.json', import.meta.url), `${JSON.stringify(cut)}\n`);
