import { lookup } from 'node:dns';
import { Agent } from 'node:https';
import type { LookupFunction } from 'node:net';

import { isPrivateAddress } from '../../shared/run/private-address';

/**
 * Connects to no address of this machine's own network. A name is checked after its look-up, and the address that was
 * checked is the one that is used: a name may lead inside, or change between two look-ups.
 */
export const publicLookup: LookupFunction = (host, options, done) => {
	lookup(host, options, (error, address, family) => {
		const addresses = Array.isArray(address) ? address.map((each) => each.address) : [address];
		if (error || !addresses.some(isPrivateAddress)) return done(error, address, family);
		const blocked = Object.assign(new Error('The address is not a public one'), {
			code: 'ENOTFOUND',
			syscall: 'getaddrinfo',
		});
		return done(blocked, '', 0);
	});
};

export const publicAgent = new Agent({ lookup: publicLookup });
