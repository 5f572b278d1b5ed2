import { z } from 'zod/v4';

import { connection } from '../../declare/connection';
import { choice, text, url } from '../../declare/field';

const fields = z.object({
	environment: choice(
		[
			{
				value: 'production',
				label: 'Production (api.cubyn.com)',
				help: 'Real parcels leave the warehouse, and every one is billed',
			},
			{
				value: 'sandbox',
				label: 'Sandbox (apisandbox.cubyn.com)',
				help: "Cubyn's own test platform; Cubyn opens an account there on request",
			},
			{ value: 'other', label: 'Other Address', help: 'The embedded sandbox, or another address that Cubyn gave you' },
		],
		{ label: 'Environment', help: 'Where parcels are made.' },
	).default('production'),
	base_url: url({
		label: 'Base URL',
		placeholder: 'https://api.example.com',
		help: 'Address of that Cubyn, without /v2.',
		show: { field: 'environment', is: ['other'] },
	}).optional(),
	application_key: text({
		label: 'Application Key',
		secret: true,
		help: 'At shipper.cubyn.com, under Applications: make one of the kind "API Cubyn" and copy its key.',
	}),
	home_country: choice(
		[
			{ value: 'FR', label: 'France' },
			{ value: 'ES', label: 'Spain' },
		],
		{ label: 'Home Country', help: 'Where your goods are. Inbound orders go to the warehouse there.' },
	).default('FR'),
	webhook_secret: text({
		label: 'Webhook Secret',
		secret: true,
		help: 'A word of your own choice that you put into the webhook address. Stock events carry no key of Cubyn, so this is what they are trusted by.',
	}).optional(),
});

const HOSTS = { production: 'https://api.cubyn.com', sandbox: 'https://apisandbox.cubyn.com' };

/** One header on every call. Every path contains its own version, so the base URL has none. */
export const cubynConnection = connection({
	fields,
	docs: 'https://developers.cubyn.com',
	credentialsLocation: 'shipper.cubyn.com, Applications',
	auth: { kind: 'apiKey', key: 'application_key', place: { in: 'header', name: 'x-application' } },
	// The key does not identify an account.
	identity: (values) => ({ kind: 'key', noun: 'application', key: values.application_key }),
	webhookSecret: (values) => values.webhook_secret,
	destination: (values) => ({
		base: (values.environment === 'other' ? (values.base_url ?? HOSTS.production) : HOSTS[values.environment]).replace(
			/(?<!\/)\/+$/,
			'',
		),
		hosts: [],
		encoding: 'json',
		zone: 'Europe/Paris',
		country: values.home_country,
	}),
	// CU1 answers without a key, too; CU2 does not.
	test: () => ({ method: 'GET', path: '/v2/users' }),
	account: ({ email }) => (typeof email === 'string' ? email : undefined),
});
