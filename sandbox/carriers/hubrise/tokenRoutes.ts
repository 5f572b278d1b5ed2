import type { Call, Route } from '../frame/carrier';
import type { HubriseConnection } from './desk.types';
import { connectionFor } from './grant';
import { refusing } from './guard';
import { accountName, locationOf } from './known';
import { clientFrom, readForm } from './oauthForm';
import { invalidRequest, routingError } from './refusal';
import { names } from './scope';
import type { HubriseState } from './state';

const CLIENT_FIELDS = ['client_id', 'client_secret'];

function tokenAnswer(state: HubriseState, { token, account, location, scope }: HubriseConnection): object {
	const place = location === null ? undefined : locationOf(state, location);
	const catalog = names(scope, 'catalog') ? place?.catalog : undefined;
	const customers = names(scope, 'customer_list') ? place?.customerList : undefined;
	return {
		access_token: token,
		token_type: 'Bearer',
		account_id: account,
		location_id: location,
		catalog_id: catalog?.id ?? null,
		customer_list_id: customers?.id ?? null,
		account_name: accountName(state, account),
		location_name: place?.name ?? null,
		catalog_name: catalog?.name ?? null,
		customer_list_name: customers?.name ?? null,
	};
}

/** HR22: a code works once and not for long. The standard's own fields are taken where they say the standard thing. */
function takeToken(call: Call<HubriseState>): Response {
	const { state, visit } = call;
	const fields = readForm(call, ['code', 'grant_type', 'redirect_uri', ...CLIENT_FIELDS]);
	const client = clientFrom(call, fields);
	if ((fields.get('grant_type') ?? 'authorization_code') !== 'authorization_code') {
		throw invalidRequest('grant_type must be authorization_code');
	}
	const code = fields.get('code') ?? '';
	const grant = state.grants.get(code);
	const redirectUri = fields.get('redirect_uri') ?? grant?.redirectUri;
	const stale = grant === undefined || grant.until <= state.house.clock.now();
	if (stale || grant.client !== client.id || grant.redirectUri !== redirectUri) {
		throw invalidRequest('The code is wrong, used or expired');
	}
	state.grants.delete(code);
	visit.entry.committed = true;
	return Response.json(tokenAnswer(state, connectionFor(state, grant)));
}

/** HR23: a token that is nobody's is as good as revoked. */
function revoke(call: Call<HubriseState>): Response {
	const { state, visit } = call;
	const fields = readForm(call, ['token', 'token_type_hint', ...CLIENT_FIELDS]);
	const client = clientFrom(call, fields);
	const token = fields.get('token');
	if (!token) throw invalidRequest('token is missing');
	const connection = state.connections.find((other) => other.token === token && other.state !== 'revoked');
	if (connection !== undefined && connection.client !== client.id) throw invalidRequest('The token is not yours');
	if (connection !== undefined) {
		connection.state = 'revoked';
		connection.callback = null;
		visit.entry.committed = true;
	}
	return Response.json({});
}

const oauthRoute = (name: string, path: string, work: (call: Call<HubriseState>) => Response): Route<HubriseState> => ({
	name,
	method: 'POST',
	path: `/oauth2/v1${path}`,
	effect: 'write',
	answer: (call) =>
		refusing(() => {
			if (call.visit.url.host === 'api.hubrise.com') throw routingError();
			return work(call);
		}, 'none'),
});

export const tokenRoutes = [oauthRoute('oauth.token', '/token', takeToken), oauthRoute('oauth.revoke', '/revoke', revoke)];
