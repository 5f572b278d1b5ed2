import type { z } from 'zod/v4';

import type { Draft } from '../../../declare/facts';
import type { Problem } from '../../../declare/failure';
import { group, text } from '../../../declare/field';
import type { JsonObject } from '../../../declare/json';
import { countryCode, countryName } from '../../../delivery/country';
import { LINE, layStreet } from './street';

export const countryField = (label: string, help: string) => text({ label, placeholder: 'France', help });

const addressFields = (common: boolean, streetHelp: string) => ({
	line1: text({ label: 'Street', placeholder: '12 rue des Petits Champs', help: streetHelp }),
	line2: text({ label: 'Second Line', placeholder: 'Bâtiment B', help: 'Building, floor or the like.', common }).optional(),
	zip: text({ label: 'Postal Code', placeholder: '75002' }),
	city: text({ label: 'City', placeholder: 'Paris' }),
	country: countryField('Country', "A code such as FR, or the name in English, French, Spanish, the country's own language or some others."),
	state: text({ label: 'State', placeholder: 'NY', help: 'Needed for the United States.' }).optional(),
	additionalInformation: text({ label: 'Additional Information', placeholder: 'Code 9898', help: 'What the person at the door needs to know: door code, floor.', common }).optional(),
});

const whole = addressFields(true, 'Street and house number. Cubyn takes 35 characters a line: what is longer goes on at a word in the next lines, the house number stays in the first.');

export const addressGroup = () => group(whole, { label: 'Address' });

/** For a change: what is left out stays as it is. */
export const addressChanges = () => {
	const fields = addressFields(false, 'Street and house number. It takes the place of Second Line and Additional Information as well: give them along.');
	const { line1, zip, city, country } = fields;
	return group({ ...fields, line1: line1.optional(), zip: zip.optional(), city: city.optional(), country: country.optional() }, { label: 'Address' });
};

export type Address = z.output<ReturnType<typeof addressGroup>>;

const at = (key: keyof Address, message: string): Problem => ({ path: ['address', key], message });

function checkStreet({ line1, line2, additionalInformation }: Draft<Address>): Problem[] {
	if (line1 === undefined) return [];
	const longest = line1.split(/\s+/).find((word) => word.length > LINE);
	if (longest !== undefined) return [at('line1', `holds a word of more than ${LINE} characters, which fits no line: "${longest}"`)];
	const laid = layStreet({ line1, line2, additionalInformation });
	if ('lines' in laid) return [];
	const field = line1.length > LINE || additionalInformation === undefined ? (line2 !== undefined && line1.length <= LINE ? 'line2' : 'line1') : 'additionalInformation';
	return [at(field, `does not fit: Street, Second Line and Additional Information have three lines of ${LINE} characters together, and ${laid.over} are left over; shorten one of them`)];
}

/** A country that is known, and what it asks for. */
export function checkAddress(address: Draft<Address> | undefined): Problem[] {
	if (!address) return [];
	const code = address.country === undefined ? undefined : countryCode(address.country);
	const country = address.country !== undefined && code === undefined ? [at('country', `must be a country's code or name, such as FR or France, not "${address.country}"`)] : [];
	const state = code === 'US' && address.state === undefined ? [at('state', 'is missing; it is needed for the United States')] : [];
	return [...country, ...state, ...checkStreet(address)];
}

/** Cubyn's samples send a country by its English name; what comes back is its code. */
export const countryWord = (country: string): string => {
	const code = countryCode(country);
	return code === undefined ? country : countryName(code);
};

export function addressBody(address: Address): JsonObject {
	const laid = layStreet(address);
	const { line1, line2, additionalInformation } = 'lines' in laid ? laid.lines : address;
	return { line1, line2, zip: address.zip, city: address.city, country: countryWord(address.country), state: address.state, additionalInformation };
}
