import type { z } from 'zod/v4';

import type { Draft, Item } from '../../../declare/facts';
import type { Problem } from '../../../declare/failure';
import { asText } from '../as-text';
import { checkAddress, type addressChanges, type Address } from '../parcels/address';
import { collectResponse } from './collect';

export type AddressChanges = z.output<ReturnType<typeof addressChanges>>;

const requiredKeys = ['line1', 'zip', 'city', 'country'] as const;
const isComplete = (address: AddressChanges): address is Address =>
	requiredKeys.every((key) => address[key] !== undefined);

/** Cubyn takes whole addresses, so the current address is read first. */
export const needsCurrentAddress = (changes: AddressChanges | undefined): boolean =>
	changes !== undefined && !isComplete(changes);

/** A long street fills the lines after it, so that the lines cannot be changed one by one. */
export function checkChanges(changes: Draft<AddressChanges> | undefined): Problem[] {
	const { line1, line2, additionalInformation } = changes ?? {};
	const withoutStreet = line1 === undefined && (line2 !== undefined || additionalInformation !== undefined);
	const lines = withoutStreet
		? [
				{
					path: ['address', 'line1'],
					message: 'is missing; Street, Address Line 2 and Additional Information are changed together',
				},
			]
		: [];
	return [...lines, ...checkAddress(changes)];
}

const textOrUndefined = (value: string | number | null | undefined) => asText(value) || undefined;

function currentAddress(collect: Item | undefined): AddressChanges {
	const parsed = collectResponse.safeParse(collect?.carrierData);
	const { line1, line2, zip, city, country, state, additionalInformation } =
		(parsed.success ? parsed.data.address : undefined) ?? {};
	return {
		line1: textOrUndefined(line1),
		line2: textOrUndefined(line2),
		zip: textOrUndefined(zip),
		city: textOrUndefined(city),
		country: textOrUndefined(country),
		state: textOrUndefined(state),
		additionalInformation: textOrUndefined(additionalInformation),
	};
}

/** The current address with the changes applied, or the fields that are still missing. */
export function mergeAddress(changes: AddressChanges, collect: Item | undefined): Address | { problems: Problem[] } {
	const { line1, line2, additionalInformation, ...otherParts } = isComplete(changes) ? {} : currentAddress(collect);
	const street = changes.line1 === undefined ? { line1, line2, additionalInformation } : {};
	const changedFields = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
	const address: AddressChanges = { ...street, ...otherParts, ...changedFields };
	if (isComplete(address)) return address;
	return {
		problems: requiredKeys
			.filter((key) => address[key] === undefined)
			.map((key) => ({ path: ['address', key], message: 'is missing, and the collect has none' })),
	};
}
