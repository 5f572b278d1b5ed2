import type { Call, Route } from '../framework/carrier';
import type { HubriseConnection } from './backoffice.types';
import { connectionFor } from './grant';
import { withErrorResponse } from './guard';
import { accountName, locationOf } from './by-id';
import { clientFrom, readForm } from './oauth-form';
import { invalidRequest, routingError } from './api-error';
import { coversResource } from './scope';
import type { HubriseState } from './state';

const CLIENT_FIELDS = ['client_id', 'client_secret'];

function tokenResponse(state: HubriseState, { token, account, location, scope }: HubriseConnection): object {
	const tokenLocation = location === null ? undefined : locationOf(state, location);
	const catalog = coversResource(scope, 'catalog') ? tokenLocation?.catalog : undefined;
	const customers = coversResource(scope, 'customer_list') ? tokenLocation?.customerList : undefined;
	return {
		access_token: token,
		token_type: 'Bearer',
		account_id: account,
		location_id: location,
		catalog_id: catalog?.id ?? null,
		customer_list_id: customers?.id ?? null,
		account_name: accountName(state, account),
		location_name: tokenLocation?.name ?? null,
		catalog_name: catalog?.name ?? null,
		customer_list_name: customers?.name ?? null,
	};
}

/** HR22: a code works once and not for long. The standard's own fields are accepted with their standard values. */
function issueToken(call: Call<HubriseState>): Response {
	const { state, exchange } = call;
	const fields = readForm(call, ['code', 'grant_type', 'redirect_uri', ...CLIENT_FIELDS]);
	const client = clientFrom(call, fields);
	if ((fields.get('grant_type') ?? 'authorization_code') !== 'authorization_code') {
		throw invalidRequest('grant_type must be authorization_code');
	}
	const code = fields.get('code') ?? '';
	const grant = state.grants.get(code);
	const redirectUri = fields.get('redirect_uri') ?? grant?.redirectUri;
	const isExpired = grant === undefined || grant.expiresAt <= state.context.clock.now();
	if (isExpired || grant.client !== client.id || grant.redirectUri !== redirectUri) {
		throw invalidRequest('The code is wrong, used or expired');
	}
	state.grants.delete(code);
	exchange.entry.committed = true;
	return Response.json(tokenResponse(state, connectionFor(state, grant)));
}

/** HR23: an unknown token counts as revoked. */
function revoke(call: Call<HubriseState>): Response {
	const { state, exchange } = call;
	const fields = readForm(call, ['token', 'token_type_hint', ...CLIENT_FIELDS]);
	const client = clientFrom(call, fields);
	const token = fields.get('token');
	if (!token) throw invalidRequest('token is missing');
	const connection = state.connections.find((other) => other.token === token && other.state !== 'revoked');
	if (connection !== undefined && connection.client !== client.id) throw invalidRequest('The token is not yours');
	if (connection !== undefined) {
		connection.state = 'revoked';
		connection.callback = null;
		exchange.entry.committed = true;
	}
	return Response.json({});
}

const oauthRoute = (
	name: string,
	path: string,
	handler: (call: Call<HubriseState>) => Response,
): Route<HubriseState> => ({
	name,
	method: 'POST',
	path: `/oauth2/v1${path}`,
	effect: 'write',
	handler: (call) =>
		withErrorResponse(() => {
			if (call.exchange.url.host === 'api.hubrise.com') throw routingError();
			return handler(call);
		}, 'none'),
});

export const tokenRoutes = [
	oauthRoute('oauth.token', '/token', issueToken),
	oauthRoute('oauth.revoke', '/revoke', revoke),
];
