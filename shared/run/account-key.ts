import type { Carrier } from '../declare/carrier';
import { secretTexts } from '../declare/credentials';
import type { Access, ConnectionInfo } from '../declare/connection';
import { digest } from './digest';

/** Every request needs the keys of its connection, and a digest takes time. */
function remembered<K extends object>(make: (carrierId: string, access: K) => string) {
	const known = new WeakMap<K, { carrierId: string; key: string }>();
	return (carrierId: string, access: K): string => {
		const found = known.get(access);
		if (found?.carrierId === carrierId) return found.key;
		const key = make(carrierId, access);
		known.set(access, { carrierId, key });
		return key;
	};
}

interface Of<A> {
	carrier: Pick<Carrier, 'id'>;
	access: A;
}

/**
 * Names an account at a carrier, for locks, limits and marks that hold nothing of the account's. It is made of who the
 * account is and never of a key or token, so that a replaced key finds its locks and marks again.
 */
export const accountKey = ({ carrier, access }: Of<Pick<ConnectionInfo, 'base' | 'account'>>): string =>
	accountKeyOf(carrier.id, access);

const accountKeyOf = remembered((carrierId: string, { base, account }: Pick<ConnectionInfo, 'base' | 'account'>) =>
	digest([carrierId, base, account]),
);

/** The same for data that a host stores permanently, such as the state of a trigger. */
export const stateKey = ({ carrier, access }: Of<Pick<Access, 'base' | 'stateAccount'>>): string =>
	digest([carrier.id, access.base, access.stateAccount]);

/**
 * Names a store of the account's own data or tokens. The key includes the proof of the account: many users may share a
 * store, and naming another user's account must not give access to its data.
 */
export const dataKey = ({ carrier, access }: Of<Access>): string => dataKeyOf(carrier.id, access);

const dataKeyOf = remembered((carrierId: string, access: Access) => {
	const { base, account, zone, country = '', version = '', encoding, credentials } = access;
	return digest([carrierId, base, account, zone, country, version, encoding, ...secretTexts(credentials)], 32);
});
