import { z } from 'zod/v4';

import { connection } from '../../declare/connection';
import { choice, text, url } from '../../declare/field';
import { digest } from '../../run/digest';

const fields = z.object({
	environment: choice(
		[
			{ value: 'production', label: 'Production (api.cubyn.com)', help: 'Real parcels leave the warehouse, and every one is billed' },
			{ value: 'sandbox', label: 'Sandbox (apisandbox.cubyn.com)', help: "Cubyn's own test platform; Cubyn opens an account there on request" },
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
	application_key: text({ label: 'Application Key', secret: true, help: 'At shipper.cubyn.com, under Applications: make one of the kind "API Cubyn" and copy its key.' }),
	home_country: choice(
		[
			{ value: 'FR', label: 'France' },
			{ value: 'ES', label: 'Spain' },
		],
		{ label: 'Home Country', help: 'Where your goods lie. Parcels that stay there need no customs details.' },
	).default('FR'),
	webhook_secret: text({
		label: 'Webhook Secret',
		secret: true,
		help: 'A word of your own choice that you put into the webhook address. Stock events carry no key of Cubyn, so this is what they are trusted by.',
	}).optional(),
});

const HOSTS = { production: 'https://api.cubyn.com', sandbox: 'https://apisandbox.cubyn.com' };

/** One header on every call. Every path carries its own version, so the base has none. */
export const cubynConnection = connection({
	fields,
	docs: 'https://developers.cubyn.com',
	whereFound: 'shipper.cubyn.com, Applications',
	access: (given) => ({
		base: (given.environment === 'other' ? (given.base_url ?? HOSTS.production) : HOSTS[given.environment]).replace(/\/+$/, ''),
		hosts: [],
		encoding: 'json',
		headers: { 'x-application': given.application_key },
		zone: 'Europe/Paris',
		// The key names nobody and is secret: a part of its digest tells two accounts apart.
		identity: `application ${digest([given.application_key], 8)}`,
		country: given.home_country,
		webhookSecret: given.webhook_secret,
	}),
	// CU1 answers without a key, too; CU2 does not.
	test: () => ({ method: 'GET', path: '/v2/users' }),
	account: ({ email }) => (typeof email === 'string' ? email : undefined),
});
