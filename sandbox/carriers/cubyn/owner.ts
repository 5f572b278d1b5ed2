import type { Owner } from './parcels/create-parcel';
import type { CubynState } from './state';

/** The owner of a key; without one, the first application of the first account. */
export function applicationOf(state: CubynState, key?: string): Owner {
	for (const account of state.accounts) {
		const application = account.applications.find((other) => key === undefined || other.key === key);
		if (application !== undefined) return { account, application };
	}
	throw new Error(`No application of Cubyn has the key ${key}`);
}
