import type { Carrier } from '../../shared/declare/carrier';
import type { Access } from '../../shared/declare/connection';
import { failed, success, type Result } from '../../shared/declare/failure';
import { connect } from '../../shared/run/connect';
import type { AppContext } from './app-context';
import { jsonOf } from './input-values';
import { clientSecret, grantedTo } from './oauth';
import type { Bundle } from './platform';

/** The field that names the carrier of a connection, in an app of several carriers. */
export const CARRIER_FIELD = 'carrier';

export type CarrierContext = Pick<AppContext, 'carrier' | 'shared'>;

export const authKey = ({ carrier, shared }: CarrierContext, key: string): string =>
	shared ? `${carrier.id}_${key}` : key;

/** The carrier of a connection. */
export function carrierOf(carriers: readonly Carrier[], bundle: Bundle): Result<Carrier> {
	const chosen = bundle.authData[CARRIER_FIELD] ?? '';
	const match = carriers.find((carrier) => carrier.id === chosen.trim().toLowerCase());
	return match
		? success(match)
		: failed('invalid_input', `Carrier must be one of: ${carriers.map((carrier) => carrier.title).join(', ')}`);
}

/** Reads a connection; every problem at once, by label. */
export function readAccess(context: CarrierContext, bundle: Bundle): Result<Access> {
	const { carrier, shared } = context;
	const chosen = bundle.authData[CARRIER_FIELD] ?? '';
	if (shared && chosen.trim().toLowerCase() !== carrier.id) {
		return failed(
			'wrong_connection',
			`This step needs a ${carrier.title} connection; the one chosen is for ${chosen === '' ? 'no carrier' : 'another carrier'}`,
		);
	}
	const { form, oauth } = carrier.connection;
	const values = Object.fromEntries(form.map(({ key }) => [key, jsonOf(bundle.authData[authKey(context, key)])]));
	const appSecret = !shared && oauth?.secretField !== undefined ? clientSecret() : undefined;
	return connect(
		carrier,
		appSecret === undefined || oauth?.secretField === undefined
			? values
			: { ...values, [oauth.secretField]: appSecret },
		!shared && oauth ? { granted: grantedTo(oauth, bundle) } : undefined,
	);
}
