import type { Moment } from '../frame/clock.types';
import type { HubriseConnection } from './desk.types';
import { locationOf } from './known';
import { readScope } from './scope';
import type { HubriseState } from './state';

/** What somebody agreed to at the authorise page. */
export interface Grant {
	client: string;
	scope: string;
	location: string;
	device: string | null;
	redirectUri: string;
	until: Moment;
}

/** Asked again by the same client for the same place, the token stays the same; a device has its own. */
export function connectionFor(state: HubriseState, { client, scope, location, device }: Omit<Grant, 'redirectUri' | 'until'>): HubriseConnection {
	const { account } = locationOf(state, location);
	const place = readScope(scope)?.level === 'account' ? null : location;
	const known = state.connections.find(
		(other) =>
			other.state !== 'revoked' &&
			other.client === client &&
			other.account === account &&
			other.location === place &&
			other.device === device,
	);
	if (known !== undefined) {
		known.scope = scope;
		return known;
	}
	const fresh: HubriseConnection = {
		token: state.newToken(),
		client,
		account,
		location: place,
		scope,
		device,
		state: 'live',
		callback: null,
	};
	state.connections.push(fresh);
	return fresh;
}
