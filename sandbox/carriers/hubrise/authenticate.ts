import type { HubriseConnection } from './backoffice.types';
import { unauthorized } from './api-error';
import type { HubriseState } from './state';

/**
 * Tokens never expire, but can become invalid. The three cases differ only in their sentence, which is HubRise's exact
 * text.
 */
export const BAD_TOKEN = {
	suspended: 'The account/location has been suspended for non payment of the subscription',
	revoked: 'The access token is invalid or the connection has been revoked',
	blocked: 'The connection has been blocked',
} as const;

export function authenticate(state: HubriseState, request: Request): HubriseConnection {
	const token = request.headers.get('x-access-token');
	if (!token) throw unauthorized('The X-Access-Token header is missing');
	const connection = state.connections.find((other) => other.token === token);
	if (connection === undefined || connection.state === 'revoked') throw unauthorized(BAD_TOKEN.revoked);
	if (connection.state === 'blocked') throw unauthorized(BAD_TOKEN.blocked);
	if (suspended(state, connection)) throw unauthorized(BAD_TOKEN.suspended);
	return connection;
}

function suspended({ accounts, locations }: HubriseState, connection: HubriseConnection): boolean {
	const account = accounts.find(({ id }) => id === connection.account);
	const location = locations.find(({ id }) => id === connection.location);
	return account?.suspended === true || location?.suspended === true;
}
