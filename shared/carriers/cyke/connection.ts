import { z } from 'zod/v4';

import { connection } from '../../declare/connection';
import { choice, email, text, toggle, url } from '../../declare/field';
import { WITHOUT_PHONE } from './task';

const fields = z.object({
	environment: choice(
		[
			{
				value: 'production',
				label: 'Production (www.cyke.io)',
				help: 'Real couriers ride, and every booking is billed',
			},
			{
				value: 'other',
				label: 'Other Address',
				help: 'A test platform, another company that runs Cyke, or the sandbox',
			},
		],
		{ label: 'Environment', help: 'Where deliveries are booked.' },
	).default('production'),
	base_url: url({
		label: 'Base URL',
		placeholder: 'https://staging.example.com',
		help: 'Address of that Cyke, such as https://staging.example.com.',
		show: { field: 'environment', is: ['other'] },
	}).optional(),
	api_version: choice(
		[
			{ value: 'v2', label: 'V2', help: 'What Cyke runs since July 2023' },
			{
				value: 'v1',
				label: 'V1',
				help: 'Only for installations that were never moved; www.cyke.io has switched it off',
			},
		],
		{ label: 'API Version', rare: true, help: 'Leave V2 unless your courier company says otherwise.' },
	).default('v2'),
	email: email({ label: 'Email', placeholder: 'name@email.com', help: 'The address you sign in to Cyke with.' }),
	token: text({
		label: 'API Token',
		secret: true,
		help: 'In Cyke under Configuration, General Information, section API.',
	}),
	phone_optional: toggle({
		label: 'Phone Is Optional',
		rare: true,
		help: 'Turn it on if your courier company has agreed that addresses may lack a phone number.',
	}).default(false),
	webhook_secret: text({
		label: 'Webhook Secret',
		secret: true,
		help: 'The secret you typed in Cyke when you set up its webhook. Only the webhook trigger needs it.',
	}).optional(),
});

const PRODUCTION = 'https://www.cyke.io';

/** People copy the address from the carrier's page, where it ends in `/api/v2`. */
function withoutApiPath(address: string): string {
	const path = ['/', '/v1', '/v2', '/api'];
	let host = address;
	for (;;) {
		const ending = path.find((each) => host.endsWith(each));
		if (ending === undefined) return host;
		host = host.slice(0, -ending.length);
	}
}

/** Two headers on every call; sources: the carrier's v1 page, and its v2 pages as two public clients use them. */
export const cykeConnection = connection({
	fields,
	docs: 'https://docs.cyke.io/api',
	credentialsLocation: 'Configuration, General Information, section API',
	auth: { kind: 'headers', headers: { 'x-user-email': 'email', 'x-user-token': 'token' } },
	identity: ({ email }) => ({ kind: 'account', name: email }),
	webhookSecret: (values) => values.webhook_secret,
	destination: (values) => {
		const host = withoutApiPath(values.environment === 'production' ? PRODUCTION : (values.base_url ?? PRODUCTION));
		return {
			base: `${host}/api/${values.api_version}`,
			hosts: [],
			encoding: 'json',
			zone: 'Europe/Paris',
			version: values.api_version,
			agreements: values.phone_optional ? [WITHOUT_PHONE] : [],
		};
	},
	// An exact search for a reference that does not exist: a small response on any account, and both versions support
	// it.
	test: () => ({ method: 'GET', path: '/deliveries', query: { client_order_reference: 'connection-test' } }),
});

/** The connection that the samples use. */
export const sampleAccess = cykeConnection.accessOf({ email: 'victor@my_company.com', token: 'example-token' });
