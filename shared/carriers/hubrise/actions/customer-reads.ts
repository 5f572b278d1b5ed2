import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { text } from '../../../declare/field';
import { asJsonObject } from '../../../json';
import { cursorPages } from '../../../declare/pages';
import { outputField, outputItem } from '../../../delivery/delivery';
import { customerField, customerPath, customersPath, hubriseCustomer, listField, toCustomerItem } from '../customer';
import { documentedCustomer, documentedLists } from '../customer-samples';
import { notFound } from '../documented';
import { notFoundReading } from '../errors';
import { HEAVY_PATIENCE_MS } from '../limits';
import { locationField, locationPath } from '../paths';
import { hubriseItem, hubriseItems } from '../read-response';
import { customerListResponse, customerResponse } from '../wire';

export const customerNotFound = notFoundReading(
	'There is no such customer, or this connection does not reach the list',
);
export const listNotFound = notFoundReading('There is no such customer list in the reach of this connection');

export const listCustomerLists = action({
	resource: 'customerList',
	verb: 'getAll',
	title: 'Get Many Customer Lists',
	description: 'Lists the customer lists of a location, or of an account.',
	covers: ['HR26'],
	effect: 'read',
	isList: true,
	input: z.object({ location_id: locationField() }),
	output: outputItem(() => ({
		id: outputField.id('Customer List ID'),
		name: outputField.text('Customer List Name'),
		createdAt: outputField.moment('Created At'),
		warnings: outputField.texts('Warnings'),
		carrierData: outputField.carrierData(),
	})),
	request: (input, { access }) => ({
		method: 'GET',
		path:
			access.version === 'account' && input.location_id === undefined
				? '/account/customer_lists'
				: `${locationPath(input)}/customer_lists`,
	}),
	pages: cursorPages(100, 'x-cursor-next'),
	readings: {
		200: hubriseItems(customerListResponse, (list) => ({
			id: list.id,
			name: list.name ?? null,
			createdAt: list.created_at ?? null,
			carrierData: asJsonObject(list),
		})),
		404: notFoundReading('There is no such location in the reach of this connection'),
	},
	samples: [
		{
			title: 'Of a location (documented)',
			connection: 'account',
			input: { location_id: '3r4s3-1' },
			request: { method: 'GET', path: '/v1/locations/3r4s3-1/customer_lists' },
			response: { status: 200, body: documentedLists },
		},
		{
			title: 'Of the connection',
			input: {},
			request: { method: 'GET', path: '/v1/location/customer_lists' },
			response: { status: 200, body: documentedLists },
		},
		{
			title: 'Of an account',
			connection: 'account',
			input: {},
			request: { method: 'GET', path: '/v1/account/customer_lists' },
			response: { status: 200, body: documentedLists },
		},
	],
	antiSamples: [{ reason: 'A field that the step does not have', input: { name: 'Online' }, mentions: ['name'] }],
});

export const getCustomer = action({
	resource: 'customer',
	verb: 'get',
	title: 'Get Customer',
	description: 'Reads one customer of a list with orders and loyalty cards.',
	covers: ['HR29'],
	effect: 'read',
	input: z.object({ customer_list_id: listField(), customer_id: customerField() }),
	output: hubriseCustomer,
	request: (input) => ({ method: 'GET', path: customerPath(input) }),
	readings: { 200: hubriseItem(customerResponse, toCustomerItem), 404: customerNotFound },
	samples: [
		{
			title: 'As documented',
			input: { customer_list_id: 'smpse3', customer_id: 'jdj9v' },
			request: { method: 'GET', path: '/v1/customer_lists/smpse3/customers/jdj9v' },
			response: { status: 200, body: documentedCustomer },
		},
	],
	responses: [
		{
			title: 'Not there',
			input: { customer_list_id: 'smpse3', customer_id: 'nope1' },
			response: notFound,
			expected: 'not_found',
		},
	],
	antiSamples: [{ reason: 'No list', input: { customer_id: 'jdj9v' }, mentions: ['Customer List'] }],
});

const wildcard = 'A star stands for any text.';

export const listCustomers = action({
	resource: 'customer',
	verb: 'getAll',
	title: 'Get Many Customers',
	description: 'Lists the customers of a list, filtered by reference, e-mail or phone if you like.',
	covers: ['HR28'],
	effect: 'read',
	isList: true,
	heavy: true,
	patienceMs: HEAVY_PATIENCE_MS,
	input: z.object({
		customer_list_id: listField(),
		private_ref: text(
			{
				reference: true,
				label: 'Reference',
				placeholder: '2213312',
				help: 'Only the customer with exactly this number of your own.',
			},
			{ max: 255 },
		).optional(),
		email: text({ label: 'Email', placeholder: '*@example.com', help: wildcard }).optional(),
		phone: text({ label: 'Phone', placeholder: '+44*', help: wildcard }).optional(),
	}),
	output: hubriseCustomer,
	request: (input) => ({
		method: 'GET',
		path: customersPath(input),
		query: { private_ref: input.private_ref, email: input.email, phone: input.phone },
	}),
	pages: cursorPages(100, 'x-cursor-next'),
	readings: {
		// By reference, whether a customer exists is read from the list.
		200: hubriseItems(customerResponse, toCustomerItem, {
			isExact: ({ private_ref }: { private_ref?: string }) => private_ref !== undefined,
		}),
		404: listNotFound,
	},
	samples: [
		{
			title: 'By phone (documented)',
			input: { customer_list_id: 'ag8u4', phone: '+44*' },
			request: { method: 'GET', path: '/v1/customer_lists/ag8u4/customers', query: { phone: '+44*' } },
			response: { status: 200, body: [documentedCustomer] },
		},
		{
			title: 'By reference and e-mail',
			input: { customer_list_id: 'ag8u4', private_ref: '2213312', email: '*@dummy-mail.org' },
			request: {
				method: 'GET',
				path: '/v1/customer_lists/ag8u4/customers',
				query: { private_ref: '2213312', email: '*@dummy-mail.org' },
			},
			response: { status: 200, body: [documentedCustomer] },
		},
	],
	responses: [
		{
			title: "Another account's list",
			input: { customer_list_id: 'nope1' },
			response: notFound,
			expected: 'not_found',
		},
	],
	antiSamples: [{ reason: 'No list', input: { phone: '+44*' }, mentions: ['Customer List'] }],
});
