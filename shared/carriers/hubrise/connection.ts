import { z } from 'zod/v4';

import { connection, type ConnectionInfo, type Identity } from '../../declare/connection';
import { choice, text, url } from '../../declare/field';
import { isJsonObject, type JsonObject } from '../../json';
import { textAt } from '../../declare/reading';

const fields = z.object({
	access_token: text({
		label: 'Access Token',
		secret: true,
		help: "The token of one connection. Ask the app's developer for it.",
	}),
	access_level: choice(
		[
			{ value: 'location', label: 'One Location', help: 'The connection belongs to a single shop or restaurant' },
			{
				value: 'account',
				label: 'Whole Account',
				help: 'The connection reaches every location of the account; each step then asks for the location',
			},
		],
		{ label: 'Access Level', help: 'What was agreed when the connection was made.' },
	).default('location'),
	client_secret: text({
		label: 'Client Secret',
		secret: true,
		help: 'The secret of the app that the token belongs to. HubRise signs its callbacks with it, so only webhook triggers need it.',
	}).optional(),
	time_zone: text({
		label: 'Time Zone',
		placeholder: 'Europe/Paris',
		help: 'Zone of times that carry no offset. Leave Europe/Paris for a business in France.',
	}).default('Europe/Paris'),
	environment: choice(
		[
			{
				value: 'production',
				label: 'Production (api.hubrise.com)',
				help: 'HubRise itself, for real and for test locations',
			},
			{ value: 'other', label: 'Other Address', help: 'The sandbox' },
		],
		{ label: 'Environment', help: 'Where orders and deliveries are kept.' },
	).default('production'),
	base_url: url({
		label: 'Base URL',
		placeholder: 'http://127.0.0.1:4100',
		help: 'Address of the sandbox, without /v1.',
		show: { field: 'environment', is: ['other'] },
	}).optional(),
});

const PRODUCTION = 'https://api.hubrise.com';

/** "Valmy (Brasserie du Canal)": the location, and the account where it has a name. */
function accountLabel(location: string | undefined, account: string | undefined): string | undefined {
	if (location === undefined) return account;
	return account === undefined ? location : `${location} (${account})`;
}

/** HR19 gives one location; of a location in HR20's list only the account counts. */
function accountOf(response: JsonObject, { version }: ConnectionInfo): string | undefined {
	const account = isJsonObject(response.account) ? response.account : {};
	return accountLabel(version === 'account' ? undefined : textAt(response, 'name')[0], textAt(account, 'name')[0]);
}

const OAUTH = '/oauth2/v1';

/**
 * HR22 returns the account and the location; a connection belongs to one client there. A pasted token identifies no
 * account.
 */
function grantedIdentity({ access_token }: { access_token: string }, granted: JsonObject): Identity {
	const [client] = textAt(granted, 'client_id');
	const [account] = textAt(granted, 'account_id');
	const [location] = textAt(granted, 'location_id');
	if (client === undefined || account === undefined) return { kind: 'key', noun: 'connection', key: access_token };
	const place = location === undefined ? `account ${account}` : `location ${location} of account ${account}`;
	return { kind: 'account', name: `${place}, client ${client}` };
}

/** One header. The token belongs to one client at one location or in one account. */
export const hubriseConnection = connection({
	fields,
	docs: 'https://www.hubrise.com/developers/api/authentication',
	credentialsLocation: 'the connections of your app, which HubRise sets up for developers',
	auth: {
		kind: 'oauth2AuthorizationCode',
		host: 'https://manager.hubrise.com',
		addressField: 'base_url',
		paths: { authorise: `${OAUTH}/authorize`, token: `${OAUTH}/token`, revoke: `${OAUTH}/revoke` },
		scope: {
			field: 'access_level',
			byValue: {
				location: 'location[orders.write,customer_list.write]',
				account: 'account[orders.write,customer_list.write]',
			},
		},
		header: 'x-access-token',
		tokenField: 'access_token',
		secretField: 'client_secret',
		accountFields: ['account_id', 'location_id'],
	},
	identity: grantedIdentity,
	webhookSecret: (values) => values.client_secret,
	destination: (values) => {
		const host = (values.environment === 'production' ? PRODUCTION : (values.base_url ?? PRODUCTION)).replace(
			/(?<!\/)\/+$/,
			'',
		);
		return {
			base: `${host}/v1`,
			hosts: [],
			encoding: 'json',
			zone: values.time_zone,
			version: values.access_level,
		};
	},
	// HR19 and HR20 require no permission. Each works only at its own level.
	test: (access) => ({ method: 'GET', path: access.version === 'account' ? '/locations' : '/location' }),
	account: accountOf,
	testAdvice: {
		401: 'Or the connection is blocked in HubRise: connect again. Or the account is suspended for an unpaid invoice.',
		403: 'Or the Access Level is One Location: choose that in place of Whole Account.',
		404: 'Or the Access Level is Whole Account: choose that in place of One Location.',
	},
});
