import type { Carrier } from '../../shared/declare/carrier';
import type { Access } from '../../shared/declare/connection';
import { failed, success, type Result } from '../../shared/declare/failure';
import { connect } from '../../shared/run/connect';
import type { Desk } from './desk';
import { jsonOf } from './input-values';
import { clientSecret } from './oauth';
import type { Bundle } from './platform';

/** The field of an app of several carriers that says whose connection it is. */
export const CARRIER_FIELD = 'carrier';

export type Place = Pick<Desk, 'carrier' | 'shared'>;

export const authKey = ({ carrier, shared }: Place, key: string): string => (shared ? `${carrier.id}_${key}` : key);

/** Which of the carriers a connection is for. */
export function carrierOf(carriers: readonly Carrier[], bundle: Bundle): Result<Carrier> {
	const chosen = bundle.authData[CARRIER_FIELD] ?? '';
	const found = carriers.find((carrier) => carrier.id === chosen.trim().toLowerCase());
	return found ? success(found) : failed('invalid_input', `Carrier must be one of: ${carriers.map((carrier) => carrier.title).join(', ')}`);
}

/** Reads a connection; every problem at once, by label. */
export function readAccess(place: Place, bundle: Bundle): Result<Access> {
	const { carrier, shared } = place;
	const chosen = bundle.authData[CARRIER_FIELD] ?? '';
	if (shared && chosen.trim().toLowerCase() !== carrier.id) {
		return failed(
			'wrong_connection',
			`This step needs a ${carrier.title} connection; the one chosen is for ${chosen === '' ? 'no carrier' : 'another carrier'}`,
		);
	}
	const { form, oauth } = carrier.connection;
	const given = Object.fromEntries(form.map(({ key }) => [key, jsonOf(bundle.authData[authKey(place, key)])]));
	const own = !shared && oauth?.secretField !== undefined ? clientSecret() : undefined;
	return connect(carrier, own === undefined || oauth?.secretField === undefined ? given : { ...given, [oauth.secretField]: own });
}
