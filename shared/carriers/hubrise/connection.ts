import { z } from 'zod/v4';

import { connection, type Access } from '../../declare/connection';
import { choice, text, url } from '../../declare/field';
import { isJsonObject, type JsonObject } from '../../declare/json';
import { textAt } from '../../declare/reading';
import { digest } from '../../run/digest';

const fields = z.object({
	access_token: text({
		label: 'Access Token',
		secret: true,
		help: 'The token of one connection. Whoever developed the app that HubRise knows can make one.',
	}),
	access_level: choice(
		[
			{ value: 'location', label: 'One Location', help: 'The connection belongs to a single shop or restaurant' },
			{ value: 'account', label: 'Whole Account', help: 'The connection reaches every location of the account; each step then asks for the location' },
		],
		{ label: 'Access Level', help: 'What was agreed when the connection was made.' },
	).default('location'),
	client_secret: text({
		label: 'Client Secret',
		secret: true,
		help: 'The secret of the app that the token belongs to. HubRise signs its callbacks with it, so only triggers that are called by HubRise need it.',
	}).optional(),
	time_zone: text({
		label: 'Time Zone',
		placeholder: 'Europe/Paris',
		help: 'Zone of times that carry no offset. Leave Europe/Paris for a business in France.',
	}).default('Europe/Paris'),
	environment: choice(
		[
			{ value: 'production', label: 'Production (api.hubrise.com)', help: 'HubRise itself, for real and for test locations' },
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
function named(location: string | undefined, account: string | undefined): string | undefined {
	if (location === undefined) return account;
	return account === undefined ? location : `${location} (${account})`;
}

/** HR19 gives one location; of a location in HR20's list only the account counts. */
function accountIn(answer: JsonObject, access: Access): string | undefined {
	const account = isJsonObject(answer.account) ? answer.account : {};
	return named(access.version === 'account' ? undefined : textAt(answer, 'name')[0], textAt(account, 'name')[0]);
}

const OAUTH = '/oauth2/v1';

/** One header; the token stands for one client at one location or in one account. */
export const hubriseConnection = connection({
	fields,
	docs: 'https://www.hubrise.com/developers/api/authentication',
	whereFound: 'the connections of your app, which HubRise sets up for developers',
	access: (given) => {
		const host = (given.environment === 'production' ? PRODUCTION : (given.base_url ?? PRODUCTION)).replace(/\/+$/, '');
		return {
			base: `${host}/v1`,
			hosts: [],
			encoding: 'json',
			headers: { 'x-access-token': given.access_token },
			zone: given.time_zone,
			// A token has no name: a short digest tells connections apart, and gives nothing of it away.
			identity: `connection ${digest([given.access_token], 8)}`,
			version: given.access_level,
			webhookSecret: given.client_secret,
		};
	},
	// HR19 and HR20 ask for no right at all; each works at its own level only.
	test: (access) => ({ method: 'GET', path: access.version === 'account' ? '/locations' : '/location' }),
	account: accountIn,
	testAdvice: {
		401: 'A connection may also be blocked in HubRise, or its account suspended for an unpaid invoice.',
		403: 'Or the Access Level is One Location: choose that in place of Whole Account.',
		404: 'Or the Access Level is Whole Account: choose that in place of One Location.',
	},
	oauth: {
		host: 'https://manager.hubrise.com',
		addressField: 'base_url',
		paths: { authorise: `${OAUTH}/authorize`, token: `${OAUTH}/token`, revoke: `${OAUTH}/revoke` },
		scope: { field: 'access_level', byValue: { location: 'location[orders.write]', account: 'account[orders.write]' } },
		header: 'x-access-token',
		tokenField: 'access_token',
		secretField: 'client_secret',
	},
});
