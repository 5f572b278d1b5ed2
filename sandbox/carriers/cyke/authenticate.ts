import type { Call } from '../framework/carrier';
import { CarrierError } from '../framework/carrier-error';
import type { ApiVersion, CykeAccount } from './backoffice.types';
import type { CykeState } from './state';

export const apiVersionOf = ({ params }: Pick<Call<unknown>, 'params'>): ApiVersion =>
	params.version === 'v1' ? 'v1' : 'v2';

export function authenticate(call: Call<CykeState>): CykeAccount {
	const { state, exchange } = call;
	// v1 was shut down on 23 May 2024.
	if (apiVersionOf(call) === 'v1' && !state.settings.v1)
		throw new CarrierError(410, 'API v1 has been shut down, please use v2');
	const email = exchange.request.headers.get('x-user-email');
	const token = exchange.request.headers.get('x-user-token');
	if (!email || !token) throw new CarrierError(401, 'X-User-Email and X-User-Token are needed');
	const account = state.accounts.find((other) => other.email === email && other.token === token);
	if (account === undefined) throw new CarrierError(401, 'Invalid email or token');
	return account;
}
