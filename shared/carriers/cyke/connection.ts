import { z } from 'zod/v4';

import { connection } from '../../declare/connection';
import { choice, email, text, url } from '../../declare/field';

const fields = z.object({
	environment: choice(
		[
			{ value: 'production', label: 'Production (www.cyke.io)', help: 'Real couriers ride, and every booking is billed' },
			{ value: 'other', label: 'Other Address', help: 'A test platform, another company that runs Cyke, or the sandbox' },
		],
		{ label: 'Environment', help: 'Where deliveries are booked.' },
	).default('production'),
	base_url: url({
		label: 'Base URL',
		placeholder: 'https://staging.example.com',
		help: 'Address of that Cyke, without /api.',
		show: { field: 'environment', is: ['other'] },
	}).optional(),
	api_version: choice(
		[
			{ value: 'v2', label: 'V2', help: 'What Cyke runs since July 2023' },
			{ value: 'v1', label: 'V1', help: 'Only for installations that were never moved; www.cyke.io has switched it off' },
		],
		{ label: 'API Version', help: 'Leave V2 unless your courier company says otherwise.' },
	).default('v2'),
	email: email({ label: 'Email', placeholder: 'name@email.com', help: 'The address you sign in to Cyke with.' }),
	token: text({ label: 'API Token', secret: true, help: 'In Cyke under Configuration, General Information, section API.' }),
	webhook_secret: text({
		label: 'Webhook Secret',
		secret: true,
		help: 'The secret you typed in Cyke when you set up its webhook. Needed by the webhook trigger alone.',
	}).optional(),
});

const PRODUCTION = 'https://www.cyke.io';

/** Two headers on every call; sources: the carrier's v1 page, and its v2 pages as two public clients use them. */
export const cykeConnection = connection({
	fields,
	docs: 'https://docs.cyke.io/api',
	whereFound: 'Configuration, General Information, section API',
	access: (given) => {
		const host = (given.environment === 'production' ? PRODUCTION : (given.base_url ?? PRODUCTION)).replace(/\/+$/, '');
		return {
			base: `${host}/api/${given.api_version}`,
			hosts: [],
			encoding: 'json',
			headers: { 'x-user-email': given.email, 'x-user-token': given.token },
			zone: 'Europe/Paris',
			identity: given.email,
			version: given.api_version,
			webhookSecret: given.webhook_secret,
		};
	},
	// An exact search for what nobody has: small on any account, and there in both versions.
	test: () => ({ method: 'GET', path: '/deliveries', query: { client_order_reference: 'connection-test' } }),
});

/** What a sample of an item is read with. */
export const sampleAccess = cykeConnection.accessOf({ email: 'victor@my_company.com', token: 'example-token' });
