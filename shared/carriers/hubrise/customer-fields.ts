import { z } from 'zod/v4';

import type { Draft } from '../../declare/facts';
import {
	choice,
	date,
	email,
	exact,
	fieldMetadata,
	longText,
	postalCode,
	text,
	toggle,
	type FieldUi,
} from '../../declare/field';
import type { Problem } from '../../declare/failure';
import type { JsonObject } from '../../json';
import { countryCode } from '../../delivery/country';
import { lengthFault, toE164 } from '../../delivery/phone';
import { splitExtension } from '../../delivery/phone-extension';

/**
 * HubRise wants E.164 from new software, but holds numbers of any form: masked ones that need a code, and numbers
 * outside every plan. A number with a country code is therefore sent unchanged. One without has to be valid in the
 * given country.
 */
function anyPhone(ui: FieldUi) {
	const schema = z.string().min(1).max(255);
	fieldMetadata.add(schema, { ...ui, kind: 'text' });
	return schema.optional();
}

export interface Phone {
	number: string;
	code?: string;
}

/**
 * Undefined for a number without a country code whose country is unknown, for one that is invalid in that country, and
 * for one that is too short or too long for its plan.
 */
export function readPhone(typed: string, country = ''): Phone | undefined {
	const { number: text = '', extension: code } = splitExtension(typed.trim()) ?? {};
	const digits = text.replace(/^00/, '+').replace(/[\s().\-/]/g, '');
	// A row of noughts is what checkouts fill in where nobody gave a number.
	const isPossible = /^\+[1-9](?!\d{0,2}0+$)\d{5,14}$/.test(digits) && lengthFault(text, country) === undefined;
	const number = toE164(text, country) ?? (isPossible ? digits : undefined);
	return number === undefined ? undefined : { number, ...(code === undefined ? {} : { code }) };
}

const latitude = { min: -90, max: 90 };
const longitude = { min: -180, max: 180 };

/** The name and address of a person: a guest in an order, or a customer in a list. `path` leads to them in the form. */
export const personFields = (path: readonly string[] = []) => ({
	first_name: text({ label: 'First Name', placeholder: 'Ada', common: true }).optional(),
	last_name: text({ label: 'Last Name', placeholder: 'Moreau', common: true }).optional(),
	company_name: text({ label: 'Company' }).optional(),
	phone: anyPhone({ label: 'Phone', placeholder: '+33612345678', help: 'With its country code.', common: true }),
	phone_access_code: text({ label: 'Phone Access Code', help: 'What to type after calling that number.' }).optional(),
	email: email({ label: 'Email', placeholder: 'name@email.com' }).optional(),
	address_1: text({ label: 'Street', placeholder: '12 rue des Petits Champs', common: true }).optional(),
	address_2: text({
		label: 'Street, Second Line',
		placeholder: '3rd floor',
		continues: 'address_1',
		countryFrom: [...path, 'country'],
	}).optional(),
	postal_code: postalCode({
		label: 'Postal Code',
		placeholder: '75002',
		common: true,
		countryFrom: [...path, 'country'],
	}).optional(),
	city: text({ label: 'City', placeholder: 'Paris', common: true }).optional(),
	state: text({ label: 'State' }).optional(),
	country: text({ label: 'Country', placeholder: 'FR', help: 'As its code or by its name.' }).optional(),
	latitude: exact({ label: 'Latitude', placeholder: '48.868', help: 'In decimal degrees.' }, latitude).optional(),
	longitude: exact({ label: 'Longitude', placeholder: '2.338', help: 'In decimal degrees.' }, longitude).optional(),
	delivery_notes: longText({
		label: 'Delivery Notes',
		help: 'For the courier: door codes, floor and the like.',
	}).optional(),
	gender: choice(
		[
			{ value: 'female', label: 'Female' },
			{ value: 'male', label: 'Male' },
		],
		{ label: 'Gender', help: 'HubRise takes no other.' },
	).optional(),
	birth_date: date({ label: 'Birth Date', placeholder: '1999-01-01' }).optional(),
	sms_marketing: toggle({ label: 'SMS Marketing', help: 'The customer agreed to text messages.' }).optional(),
	email_marketing: toggle({ label: 'Email Marketing', help: 'The customer agreed to e-mails.' }).optional(),
});

type PersonShape = ReturnType<typeof personFields>;
export type PersonInput = { [K in keyof PersonShape]?: z.output<PersonShape[K]> };

/** HubRise's countries have two letters. */
export function personBody(person: PersonInput, homeCountry?: string): JsonObject {
	const country = person.country === undefined ? undefined : countryCode(person.country);
	const phone = person.phone === undefined ? undefined : readPhone(person.phone, country ?? homeCountry);
	return { ...person, country, phone: phone?.number, phone_access_code: person.phone_access_code ?? phone?.code };
}

/** A phone and a country that can be read. `path` leads to the person. */
export function checkPerson(person: Draft<PersonInput>, path: readonly string[], homeCountry?: string): Problem[] {
	const country = person.country === undefined ? undefined : countryCode(person.country);
	const isUnknownCountry = person.country !== undefined && country === undefined;
	const isUnknownPhone = person.phone !== undefined && readPhone(person.phone, country ?? homeCountry) === undefined;
	return [
		...(isUnknownCountry
			? [{ path: [...path, 'country'], message: `must be a country, such as FR or France, not "${person.country}"` }]
			: []),
		...(isUnknownPhone
			? [
					{
						path: [...path, 'phone'],
						message: `must be a phone number with its country code, such as +33612345678, not "${person.phone}"`,
					},
				]
			: []),
	];
}
