import type { HubriseConnection } from './backoffice.types';
import { locationOf } from './by-id';
import { readScope } from './scope';
import type { Grant, HubriseState } from './state';

/** The same client at the same place gets the same token again, and a block is lifted; a device has its own. */
export function connectionFor(
	state: HubriseState,
	{ client, scope, location, device }: Omit<Grant, 'redirectUri' | 'expiresAt'>,
): HubriseConnection {
	const { account } = locationOf(state, location);
	const tokenLocation = readScope(scope)?.level === 'account' ? null : location;
	const existing = state.connections.find(
		(other) =>
			other.state !== 'revoked' &&
			other.client === client &&
			other.account === account &&
			other.location === tokenLocation &&
			other.device === device,
	);
	if (existing !== undefined) {
		existing.scope = scope;
		existing.state = 'active';
		return existing;
	}
	const created: HubriseConnection = {
		token: state.newToken(),
		client,
		account,
		location: tokenLocation,
		scope,
		device,
		state: 'active',
		callback: null,
	};
	state.connections.push(created);
	return created;
}
