import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Comparison } from '../../../declare/action';
import type { Draft, Item } from '../../../declare/facts';
import { text } from '../../../declare/field';
import type { Problem } from '../../../declare/failure';
import { checkPerson, personBody, personFields } from '../customer-fields';
import {
	customerField,
	customerPath,
	customersPath,
	hubriseCustomer,
	listField,
	toCustomerItem,
	type OfList,
} from '../customer';
import { createdCustomer, documentedCustomer, documentedNewCustomer } from '../customer-samples';
import { customFieldChanges, customFieldsBody, customFieldsField } from '../custom-fields';
import { notFound, validationFailed } from '../documented';
import { referenceUnprocessable } from '../errors';
import { HEAVY_PATIENCE_MS } from '../limits';
import { hubriseItem } from '../read-response';
import { customerResponse } from '../wire';
import { isSameReference } from '../../../run/same-reference';
import { readAfterWrite, writeReading } from '../write-responses';
import { customerNotFound, getCustomer, listCustomers, listNotFound } from './customer-reads';

const referenceField = () =>
	text(
		{
			reference: true,
			label: 'Reference',
			placeholder: '2213312',
			help: 'Your own number of the customer, unique in the list. It finds the customer again, so that none is made twice.',
			common: true,
		},
		{ max: 255 },
	).optional();

const createInput = z.object({
	customer_list_id: listField(),
	private_ref: referenceField(),
	...personFields(),
	custom_fields: customFieldsField('What apps keep with a customer under names of their own.'),
});

type CreateInput = z.output<typeof createInput>;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const compareCustomer = (input: CreateInput, found: Item): Comparison[] => {
	const phone = input.phone === undefined ? undefined : textOf(personBody(input).phone);
	const fields: [string, string | undefined, unknown][] = [
		['First Name', input.first_name, found.firstName],
		['Last Name', input.last_name, found.lastName],
		['Email', input.email, found.email],
		['Phone', phone, found.phone],
		['Street', input.address_1, found.street],
		['Postal Code', input.postal_code, found.postalCode],
	];
	return fields.flatMap(([label, requested, actual]) =>
		requested === undefined ? [] : [{ label, requested, found: textOf(actual) }],
	);
};

export const createCustomer = action({
	resource: 'customer',
	verb: 'create',
	title: 'Create Customer',
	description: 'Adds a customer to a list.',
	covers: ['HR30'],
	effect: 'booking',
	patienceMs: HEAVY_PATIENCE_MS,
	input: createInput,
	output: hubriseCustomer,
	check: (draft: Draft<CreateInput>) => checkPerson(draft, []),
	request: ({ customer_list_id, private_ref, custom_fields, ...person }) => ({
		method: 'POST',
		path: customersPath({ customer_list_id }),
		body: { private_ref, ...personBody(person), custom_fields: customFieldsBody(custom_fields) },
	}),
	readings: {
		200: hubriseItem(customerResponse, toCustomerItem),
		404: listNotFound,
		422: referenceUnprocessable,
	},
	booking: {
		foundBy: 'reference',
		reference: 'private_ref',
		action: listCustomers,
		input: (private_ref, { customer_list_id }) => ({ private_ref, customer_list_id }),
		isCandidate: (candidate, private_ref) => isSameReference(candidate.reference, private_ref),
		showsReference: true,
		// HubRise's page requires it to be unique within the list.
		uniquePerReference: true,
		compare: compareCustomer,
	},
	samples: [
		{
			title: 'As documented',
			input: { customer_list_id: 'ag8u4', ...documentedNewCustomer },
			request: { method: 'POST', path: '/v1/customer_lists/ag8u4/customers', body: documentedNewCustomer },
			otherResponses: { 'GET /v1/customer_lists/ag8u4/customers': { status: 200, body: [] } },
			response: { status: 200, body: createdCustomer },
		},
		{
			title: 'By name alone, with a custom field',
			input: {
				customer_list_id: 'ag8u4',
				first_name: 'Ada',
				phone: '06 12 34 56 78',
				country: 'France',
				email_marketing: 'yes',
				custom_fields: [{ name: 'table', value: '7' }],
			},
			request: {
				method: 'POST',
				path: '/v1/customer_lists/ag8u4/customers',
				body: {
					first_name: 'Ada',
					phone: '+33612345678',
					country: 'FR',
					email_marketing: true,
					custom_fields: { table: '7' },
				},
			},
			otherResponses: { 'GET /v1/customer_lists/ag8u4/customers': { status: 200, body: [] } },
			response: { status: 200, body: { ...createdCustomer, private_ref: null } },
		},
	],
	responses: [
		{
			title: 'There is no such list',
			input: { customer_list_id: 'nope1', first_name: 'Ada' },
			response: notFound,
			expected: 'not_found',
		},
		{
			title: 'It is there already',
			input: { customer_list_id: 'ag8u4', private_ref: '2213312' },
			otherResponses: { 'GET /v1/customer_lists/ag8u4/customers': { status: 200, body: [createdCustomer] } },
			response: notFound,
			expected: 'items',
		},
		{
			title: 'The reference is taken',
			input: { customer_list_id: 'ag8u4', private_ref: '2213312' },
			otherResponses: { 'GET /v1/customer_lists/ag8u4/customers': { status: 200, body: [] } },
			response: validationFailed('private_ref', 'has already been taken'),
			expected: 'already_exists',
		},
	],
	antiSamples: [
		{ reason: 'No list', input: { first_name: 'Ada' }, mentions: ['Customer List'] },
		{
			reason: 'A phone of no country',
			input: { customer_list_id: 'ag8u4', phone: '06 12 34' },
			mentions: ['Phone'],
		},
	],
});

const updateInput = z.object({
	customer_list_id: listField(),
	customer_id: customerField(),
	private_ref: referenceField(),
	...personFields(),
	custom_fields: customFieldChanges(),
});

function checkUpdate({ customer_list_id, customer_id, ...changes }: Draft<z.output<typeof updateInput>>): Problem[] {
	const isEmpty = Object.values(changes).every((value) => value === undefined);
	return [
		...checkPerson(changes, []),
		...(isEmpty && customer_id !== undefined && customer_list_id !== undefined
			? [{ path: [], message: 'Fill in at least one field to change' }]
			: []),
	];
}

const ofCustomer = ({ customer_list_id }: OfList) => toCustomerItem({ id: '', customer_list_id });

export const updateCustomer = action({
	resource: 'customer',
	verb: 'update',
	title: 'Update Customer',
	description: 'Updates a customer. Empty fields stay unchanged.',
	covers: ['HR31'],
	effect: 'repeatable',
	input: updateInput,
	output: hubriseCustomer,
	check: checkUpdate,
	request: ({ customer_list_id, customer_id, private_ref, custom_fields, ...person }) => ({
		method: 'PATCH',
		path: customerPath({ customer_list_id, customer_id }),
		body: { private_ref, ...personBody(person), custom_fields: customFieldsBody(custom_fields) },
	}),
	readings: {
		200: writeReading(customerResponse, toCustomerItem, ofCustomer),
		404: customerNotFound,
		422: referenceUnprocessable,
	},
	followUp: (item, { customer_list_id, customer_id }) =>
		readAfterWrite(getCustomer, item, { customer_list_id, customer_id }),
	samples: [
		{
			title: 'As documented',
			input: { customer_list_id: 'ag8u4', customer_id: 'asdf2', first_name: 'Claude' },
			request: { method: 'PATCH', path: '/v1/customer_lists/ag8u4/customers/asdf2', body: { first_name: 'Claude' } },
			response: { status: 200, body: { ...createdCustomer, first_name: 'Claude' } },
		},
	],
	responses: [
		{
			title: 'Not there',
			input: { customer_list_id: 'ag8u4', customer_id: 'nope1', city: 'Lyon' },
			response: notFound,
			expected: 'not_found',
		},
	],
	antiSamples: [
		{
			reason: 'Nothing to change',
			input: { customer_list_id: 'ag8u4', customer_id: 'asdf2' },
			mentions: ['at least one field'],
		},
		{ reason: 'No customer', input: { customer_list_id: 'ag8u4', city: 'Lyon' }, mentions: ['Customer ID'] },
	],
});

export const anonymiseCustomer = action({
	resource: 'customer',
	verb: 'anonymise',
	title: 'Anonymise Customer',
	description: "Deletes a customer's personal data, also from the orders made.",
	covers: ['HR32'],
	effect: 'repeatable',
	irreversible: true,
	input: z.object({ customer_list_id: listField(), customer_id: customerField() }),
	output: hubriseCustomer,
	request: (input) => ({ method: 'POST', path: `${customerPath(input)}/anonymise` }),
	readings: { 200: writeReading(customerResponse, toCustomerItem, ofCustomer), 404: customerNotFound },
	followUp: (item, { customer_list_id, customer_id }) =>
		readAfterWrite(getCustomer, item, { customer_list_id, customer_id }, ({ anonymised }) => anonymised !== false),
	samples: [
		{
			title: 'As documented',
			input: { customer_list_id: 'ag8u4', customer_id: 'asdf2' },
			request: { method: 'POST', path: '/v1/customer_lists/ag8u4/customers/asdf2/anonymise' },
			response: {
				status: 200,
				body: { ...documentedCustomer, anonymised: true, email: null, first_name: null, last_name: null },
			},
		},
	],
	responses: [
		{
			title: 'Not there',
			input: { customer_list_id: 'ag8u4', customer_id: 'nope1' },
			response: notFound,
			expected: 'not_found',
		},
	],
	antiSamples: [{ reason: 'No customer', input: { customer_list_id: 'ag8u4' }, mentions: ['Customer ID'] }],
});
