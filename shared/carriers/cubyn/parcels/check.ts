import type { Problem } from '../../../declare/failure';
import { countryCode } from '../../../delivery/country';
import { checkAddress } from './address';
import { checkItems } from './items';

/** The fields the rules read. */
interface ParcelDraft
	extends Partial<
		Record<
			'firstName' | 'lastName' | 'organizationName' | 'deliveryMode' | 'relayPickupRef' | 'customsOriginCountry',
			string
		>
	> {
	address?: Parameters<typeof checkAddress>[0];
	goods?: Parameters<typeof checkItems>[0]['goods'];
	items?: Parameters<typeof checkItems>[0]['items'];
}

function checkName({ firstName, lastName, organizationName }: ParcelDraft): Problem[] {
	if (firstName !== undefined || lastName !== undefined || organizationName !== undefined) return [];
	return [{ path: ['lastName'], message: 'is missing; fill in First Name, Last Name or Organization' }];
}

function checkRelay({ deliveryMode, relayPickupRef }: ParcelDraft): Problem[] {
	if (deliveryMode === 'relay')
		return relayPickupRef === undefined
			? [{ path: ['relayPickupRef'], message: 'is missing; the Delivery Mode Relay Point needs it' }]
			: [];
	return relayPickupRef === undefined
		? []
		: [{ path: ['relayPickupRef'], message: 'must be empty, or the Delivery Mode must be Relay Point' }];
}

function checkOrigin({ customsOriginCountry }: ParcelDraft): Problem[] {
	if (customsOriginCountry === undefined || countryCode(customsOriginCountry) !== undefined) return [];
	const message = `must be a country's code or name, such as FR or France, not "${customsOriginCountry}"`;
	return [{ path: ['customsOriginCountry'], message }];
}

/** Rules over several fields. Customs fields are allowed on every parcel, because domestic samples contain them. */
export const checkParcel = (draft: ParcelDraft): Problem[] => [
	...checkName(draft),
	...checkAddress(draft.address),
	...checkItems(draft),
	...checkRelay(draft),
	...checkOrigin(draft),
];
