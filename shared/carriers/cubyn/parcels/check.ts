import type { Draft } from '../../../declare/facts';
import type { Problem } from '../../../declare/failure';
import { countryCode, countryName } from '../../../delivery/country';
import type { ParcelInput } from './create';
import { checkAddress } from './address';
import { checkItems } from './items';

const customs = ['customsCategory', 'customsDescription', 'customsHsCode', 'customsOriginCountry'] as const;

function checkName({ firstName, lastName, organizationName }: Draft<ParcelInput>): Problem[] {
	if (firstName !== undefined || lastName !== undefined || organizationName !== undefined) return [];
	return [{ path: ['lastName'], message: 'is missing; fill in First Name, Last Name or Organization' }];
}

function checkRelay({ deliveryMode, relayPickupRef }: Draft<ParcelInput>): Problem[] {
	if (deliveryMode === 'relay') return relayPickupRef === undefined ? [{ path: ['relayPickupRef'], message: 'is missing; the Delivery Mode Relay Point needs it' }] : [];
	return relayPickupRef === undefined ? [] : [{ path: ['relayPickupRef'], message: 'must be empty, or the Delivery Mode must be Relay Point' }];
}

function checkCustoms(draft: Draft<ParcelInput>, home: string): Problem[] {
	const { address, customsOriginCountry } = draft;
	const origin: Problem[] =
		customsOriginCountry !== undefined && countryCode(customsOriginCountry) === undefined
			? [{ path: ['customsOriginCountry'], message: `must be a country's code or name, such as FR or France, not "${customsOriginCountry}"` }]
			: [];
	if (address?.country === undefined || countryCode(address.country) !== home) return origin;
	return customs.filter((key) => draft[key] !== undefined).map((key) => ({ path: [key], message: `must be empty for a parcel that stays in ${countryName(home)}` }));
}

/** What depends on more than one field. */
export const checkParcel = (draft: Draft<ParcelInput>, home: string): Problem[] => [
	...checkName(draft),
	...checkAddress(draft.address),
	...checkItems(draft.items),
	...checkRelay(draft),
	...checkCustoms(draft, home),
];
