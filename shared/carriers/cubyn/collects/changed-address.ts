import type { z } from 'zod/v4';

import type { Draft, Item } from '../../../declare/facts';
import type { Problem } from '../../../declare/failure';
import { asText } from '../answered';
import { checkAddress, type addressChanges, type Address } from '../parcels/address';
import { collectAnswer } from './collect';

export type AddressChanges = z.output<ReturnType<typeof addressChanges>>;

const needed = ['line1', 'zip', 'city', 'country'] as const;
const isWhole = (address: AddressChanges): address is Address => needed.every((key) => address[key] !== undefined);

/** The address as it stands has to be read first: Cubyn takes whole addresses. */
export const needsStanding = (changes: AddressChanges | undefined): boolean => changes !== undefined && !isWhole(changes);

/** A long street fills the lines after it, so that the lines cannot be changed one by one. */
export function checkChanges(changes: Draft<AddressChanges> | undefined): Problem[] {
	const { line1, line2, additionalInformation } = changes ?? {};
	const part = line1 === undefined && (line2 !== undefined || additionalInformation !== undefined);
	const lines = part ? [{ path: ['address', 'line1'], message: 'is missing; Street, Second Line and Additional Information are changed together' }] : [];
	return [...lines, ...checkAddress(changes)];
}

const textIn = (value: string | number | null | undefined) => asText(value) || undefined;

function standingIn(collect: Item | undefined): AddressChanges {
	const read = collectAnswer.safeParse(collect?.carrierData);
	const { line1, line2, zip, city, country, state, additionalInformation } = (read.success ? read.data.address : undefined) ?? {};
	return {
		line1: textIn(line1),
		line2: textIn(line2),
		zip: textIn(zip),
		city: textIn(city),
		country: textIn(country),
		state: textIn(state),
		additionalInformation: textIn(additionalInformation),
	};
}

/** The changes laid over the address as it stands, or what is still missing. */
export function changedAddress(changes: AddressChanges, collect: Item | undefined): Address | { problems: Problem[] } {
	const { line1, line2, additionalInformation, ...place } = isWhole(changes) ? {} : standingIn(collect);
	const street = changes.line1 === undefined ? { line1, line2, additionalInformation } : {};
	const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
	const address: AddressChanges = { ...street, ...place, ...given };
	if (isWhole(address)) return address;
	return { problems: needed.filter((key) => address[key] === undefined).map((key) => ({ path: ['address', key], message: 'is missing, and the collect has none' })) };
}
