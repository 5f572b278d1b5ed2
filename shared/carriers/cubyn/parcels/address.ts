import type { z } from 'zod/v4';

import type { Draft } from '../../../declare/facts';
import type { Problem } from '../../../declare/failure';
import { group, postalCode, text } from '../../../declare/field';
import type { JsonObject } from '../../../json';
import { countryCode, countryName } from '../../../delivery/country';
import { collapseSpaces, LINE_LENGTH, splitLongWord, wrapStreet, type Street } from './street';

export const countryField = (label: string, help: string) => text({ label, placeholder: 'France', help });

const addressFields = (common: boolean, streetHelp: string) => ({
	line1: text({ label: 'Street', placeholder: '12 rue des Petits Champs', help: streetHelp }),
	line2: text({
		label: 'Address Line 2',
		placeholder: 'Bâtiment B',
		help: 'Building, floor or the like.',
		common,
		continues: 'line1',
		countryFrom: ['address', 'country'],
	}).optional(),
	zip: postalCode({ label: 'Postal Code', countryFrom: ['address', 'country'], placeholder: '75002' }),
	city: text({ label: 'City', placeholder: 'Paris' }),
	country: countryField(
		'Country',
		"A code such as FR, or the name in English, French, Spanish, the country's own language or some others.",
	),
	state: text({ label: 'State', placeholder: 'NY', help: 'Needed for the United States.' }).optional(),
	additionalInformation: text({
		label: 'Additional Information',
		placeholder: 'Code 9898',
		help: 'What the person at the door needs to know: door code, floor.',
		common,
	}).optional(),
});

const requiredFields = addressFields(
	true,
	'Street and house number. Cubyn takes three lines of 35 characters: longer text goes on in the next line, and the house number stays beside its street.',
);

export const addressGroup = () => group(requiredFields, { label: 'Address' });

/** For a change: empty fields stay unchanged. */
export const addressChanges = () => {
	const fields = addressFields(
		false,
		'Street and house number. Fill in Address Line 2 and Additional Information again as well: it replaces them.',
	);
	const { line1, zip, city, country } = fields;
	return group(
		{ ...fields, line1: line1.optional(), zip: zip.optional(), city: city.optional(), country: country.optional() },
		{ label: 'Address' },
	);
};

export type Address = z.output<ReturnType<typeof addressGroup>>;

const fieldKeys = ['line1', 'line2', 'additionalInformation'] as const;

const problemAt = (key: keyof Address, message: string): Problem => ({ path: ['address', key], message });

function checkStreet({ line1, line2, additionalInformation }: Draft<Address>): Problem[] {
	if (line1 === undefined) return [];
	const layout = wrapStreet({ line1, line2, additionalInformation });
	if ('lines' in layout) return [];
	const texts = { line1, line2, additionalInformation };
	const longWord = fieldKeys.flatMap((key) =>
		collapseSpaces(texts[key])
			.split(' ')
			.filter((word) => splitLongWord(word).some((piece) => piece.length > LINE_LENGTH))
			.map((word) => ({ key, word })),
	)[0];
	if (longWord)
		return [
			problemAt(
				longWord.key,
				`holds a word of more than ${LINE_LENGTH} characters, which fits no line: "${longWord.word.slice(0, 60)}"`,
			),
		];
	const longest = [...fieldKeys].sort((a, b) => (texts[b] ?? '').length - (texts[a] ?? '').length)[0] ?? 'line1';
	return [
		problemAt(
			longest,
			`does not fit: Street, Address Line 2 and Additional Information share three lines of ${LINE_LENGTH} characters, and ${layout.overflow} characters are left over; shorten one of them`,
		),
	];
}

/** A known country and the address fields it requires. */
export function checkAddress(address: Draft<Address> | undefined): Problem[] {
	if (!address) return [];
	const code = address.country === undefined ? undefined : countryCode(address.country);
	const country =
		address.country !== undefined && code === undefined
			? [problemAt('country', `must be a country's code or name, such as FR or France, not "${address.country}"`)]
			: [];
	const state =
		code === 'US' && address.state === undefined
			? [problemAt('state', 'is missing; it is needed for the United States')]
			: [];
	return [...country, ...state, ...checkStreet(address)];
}

/**
 * Samples send "France" and responses contain codes. Only the name of France is proven, so other countries are sent as
 * codes.
 */
export const toCountry = (country: string): string => {
	const code = countryCode(country);
	return code === 'FR' ? countryName(code) : (code ?? country);
};

/** `street`: the lines as they go out, where they are known already. */
export function addressBody(address: Address, street?: Street): JsonObject {
	const layout = wrapStreet(address);
	const { line1, line2, additionalInformation } = street ?? ('lines' in layout ? layout.lines : address);
	return {
		line1,
		line2,
		zip: address.zip,
		city: address.city,
		country: toCountry(address.country),
		state: address.state,
		additionalInformation,
	};
}
