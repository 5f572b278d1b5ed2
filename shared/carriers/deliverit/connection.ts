import { z } from 'zod/v4';

import { connection } from '../../declare/connection';
import { choice, text, url } from '../../declare/field';
import type { CallRequest } from '../../declare/wire';

const HOSTS = {
	production: 'https://butik.deliverit.dk',
	development: 'https://dev.butik.deliverit.dk',
} as const;

/** DeliverIt's clocks: DI2 takes and returns wall times without an offset. */
export const ZONE = 'Europe/Copenhagen';

const fields = z.object({
	environment: choice(
		[
			{
				value: 'production',
				label: 'Production (butik.deliverit.dk)',
				help: 'Real drivers drive, and every trip is billed',
			},
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
	username: text({
		label: 'User Name',
		placeholder: 'name@email.com',
		help: 'Most likely the email address that DeliverIt registered for your shop.',
	}),
	password: text({ label: 'Password', secret: true }),
	body_encoding: choice(
		[
			{ value: 'form', label: 'Form', help: 'As a web form sends it' },
			{ value: 'json', label: 'JSON', help: 'Only where DeliverIt asks for it' },
		],
		{
			label: 'Body Encoding',
			rare: true,
			help: 'How requests are written. Leave Form unless DeliverIt says otherwise.',
		},
	).default('form'),
});

/** DI1: the only call with the credentials in its body. */
export const loginRequest = (): CallRequest => ({
	method: 'POST',
	path: '/api/v1/login',
	credentialsInBody: true,
});

export const deliveritConnection = connection({
	fields,
	docs: 'https://speca.io/deliverit/book-a-driver',
	credentialsLocation: "DeliverIt's welcome e-mail",
	auth: {
		kind: 'basic',
		username: 'username',
		password: 'password',
		bodyFields: { username: 'username', password: 'password' },
	},
	identity: ({ username }) => ({ kind: 'account', name: username }),
	destination: (values) => ({
		base: (values.environment === 'other' ? (values.base_url ?? HOSTS.production) : HOSTS[values.environment]).replace(
			/(?<!\/)\/+$/,
			'',
		),
		// DI2 to DI9 return links to either system, whichever is spoken to.
		hosts: Object.values(HOSTS).map((host) => host.replace('https://', '')),
		encoding: values.body_encoding,
		zone: ZONE,
	}),
	test: loginRequest,
});
