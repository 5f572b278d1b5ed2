import type { CubynAccount, CubynApplication } from './account.types';
import type { CubynState } from './state';

/** A merchant, and the application whose key a call carries. */
export interface Owner {
	account: CubynAccount;
	application: CubynApplication;
}

/** The owner of a key; without one, the first application of the first account. */
export function applicationOf(state: CubynState, key?: string): Owner {
	for (const account of state.accounts) {
		const application = account.applications.find((other) => key === undefined || other.key === key);
		if (application !== undefined) return { account, application };
	}
	throw new Error(`No application of Cubyn has the key ${key}`);
}
