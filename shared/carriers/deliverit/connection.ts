import { z } from 'zod/v4';

import { basicAuth, connection, type Access } from '../../declare/connection';
import { choice, text, url } from '../../declare/field';
import type { CallRequest } from '../../declare/wire';

const hostOf = {
	production: 'https://butik.deliverit.dk',
	development: 'https://dev.butik.deliverit.dk',
} as const;

/** DeliverIt's clocks: DI2 is told, and tells, wall times without an offset. */
export const ZONE = 'Europe/Copenhagen';

const fields = z.object({
	environment: choice(
		[
			{ value: 'production', label: 'Production (butik.deliverit.dk)', help: 'Real drivers drive, and every trip is billed' },
			{ value: 'development', label: 'Development (dev.butik.deliverit.dk)', help: "DeliverIt's own test system" },
			{ value: 'other', label: 'Other Address', help: 'The sandbox, or a proxy of yours' },
		],
		{ label: 'Environment', help: 'Where drivers are booked.' },
	).default('production'),
	base_url: url({
		label: 'Base URL',
		placeholder: 'https://deliverit.example.com',
		help: 'Address of that system, without /api.',
		show: { field: 'environment', is: ['other'] },
	}).optional(),
	username: text({ label: 'User Name', placeholder: 'name@email.com', help: 'Most likely the email address that DeliverIt registered for your shop.' }),
	password: text({ label: 'Password', secret: true }),
	body_encoding: choice(
		[
			{ value: 'form', label: 'Form', help: 'As a web form sends it' },
			{ value: 'json', label: 'JSON', help: 'Only where DeliverIt asks for it' },
		],
		{ label: 'Body Encoding', help: 'How requests are written. Leave Form unless DeliverIt says otherwise.' },
	).default('form'),
});

/** DI1: the one call that wants the credentials in its body as well. */
export const loginRequest = (access: Access): CallRequest => ({ method: 'POST', path: '/api/v1/login', body: { ...access.signIn } });

export const deliveritConnection = connection({
	fields,
	docs: 'https://speca.io/deliverit/book-a-driver',
	whereFound: 'the mail in which DeliverIt opened your account; they have no screen for it',
	access: (given) => ({
		base: (given.environment === 'other' ? (given.base_url ?? hostOf.production) : hostOf[given.environment]).replace(/\/+$/, ''),
		// DI2 to DI9 return links to either system, whichever is spoken to.
		hosts: Object.values(hostOf).map((host) => host.replace('https://', '')),
		encoding: given.body_encoding,
		headers: { authorization: basicAuth(given.username, given.password) },
		signIn: { username: given.username, password: given.password },
		zone: ZONE,
		identity: given.username,
	}),
	test: loginRequest,
});
