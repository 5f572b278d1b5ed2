import { z } from 'zod/v4';
import type { HubriseCustomerFields } from './customer.types';
import { customFields, decimal, latitude, longitude, privateRef, text } from './values';

/** Of a guest inside an order, and of a customer in a list. A phone may have any form: old data does. */
export const guestFields = {
	email: text,
	first_name: text,
	last_name: text,
	gender: z.enum(['male', 'female']).nullish(),
	birth_date: z.iso.date({ error: 'must be a date such as 1999-01-01' }).nullish(),
	company_name: text,
	phone: text,
	phone_access_code: text,
	address_1: text,
	address_2: text,
	postal_code: text,
	city: text,
	state: text,
	country: z
		.string()
		.regex(/^[A-Z]{2}$/, { error: 'must be a two-letter country code' })
		.nullish(),
	latitude: latitude.nullish(),
	longitude: longitude.nullish(),
	delivery_notes: text,
	sms_marketing: z.boolean().optional(),
	email_marketing: z.boolean().optional(),
};

/** HR30 and HR31 take the same: nothing is required. */
export const customerBody = z.strictObject({
	private_ref: privateRef,
	...guestFields,
	custom_fields: customFields.optional(),
});

export const newCard = z.strictObject({ customer_id: z.string(), name: text, ref: text });
export const cardChange = z.strictObject({ name: text, ref: text });
export const newOperation = z.strictObject({ order_id: text, reason: text, delta: decimal });

/** What anonymising blanks; city, state, country, consent and custom fields stay. */
export const PERSONAL_FIELDS = [
	'email',
	'first_name',
	'last_name',
	'gender',
	'birth_date',
	'company_name',
	'phone',
	'phone_access_code',
	'address_1',
	'address_2',
	'postal_code',
	'latitude',
	'longitude',
	'delivery_notes',
] as const satisfies readonly (keyof HubriseCustomerFields)[];

const NOTHING_KNOWN: HubriseCustomerFields = {
	email: null,
	first_name: null,
	last_name: null,
	gender: null,
	birth_date: null,
	company_name: null,
	phone: null,
	phone_access_code: null,
	address_1: null,
	address_2: null,
	postal_code: null,
	city: null,
	state: null,
	country: null,
	latitude: null,
	longitude: null,
	delivery_notes: null,
	sms_marketing: false,
	email_marketing: false,
};

type GuestInput = { [Name in keyof HubriseCustomerFields]?: HubriseCustomerFields[Name] | null };

/** Merges the request's fields over the stored ones. A null field is emptied. */
export function customerFields(
	input: GuestInput,
	before: HubriseCustomerFields = NOTHING_KNOWN,
): HubriseCustomerFields {
	const sent = Object.entries(input).filter(([name, value]) => name in NOTHING_KNOWN && value !== undefined);
	// Keys and values have been checked one by one; rebuilding an object forgets that.
	return { ...before, ...(Object.fromEntries(sent) as Partial<HubriseCustomerFields>) };
}
