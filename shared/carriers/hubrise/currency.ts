import type { Need, Refusal } from '../../declare/action';
import type { Facts } from '../../declare/facts';
import type { Problem } from '../../declare/failure';
import { text } from '../../declare/field';
import type { CallRequest } from '../../declare/wire';
import { getLocation } from './actions/get-location';
import type { AtLocation } from './place';

export const currencyField = () => text({ label: 'Currency', placeholder: 'EUR', help: "Three letters. The account's own currency where it is left empty.", common: true }, { max: 3 }).optional();

export const checkCurrency = (currency: string | undefined, path: readonly string[]): Problem[] =>
	currency === undefined || /^[A-Za-z]{3}$/.test(currency) ? [] : [{ path, message: 'must be a currency of three letters, such as EUR' }];

/** HR19 tells the account's currency; asked where amounts come without one. */
export const accountCurrency = <In extends AtLocation>(isNeeded: (given: In) => boolean): Need<In> => ({
	action: getLocation,
	input: (given) => (isNeeded(given) ? { location_id: given.location_id } : undefined),
	keepFor: 3_600_000,
});

interface Asked {
	currency: string | undefined;
	/** Where on the form it can be filled in. */
	path: readonly string[];
}

/** Amounts in the currency that was given, or else the account's; never in a guessed one. */
export function inCurrency({ currency, path }: Asked, { needed }: Pick<Facts, 'needed'>, call: (currency: string) => CallRequest): CallRequest | Refusal {
	const [location] = needed.location ?? [];
	const known = currency ?? location?.currency;
	if (typeof known === 'string') return call(known);
	return location === undefined ? call('') : { problems: [{ path, message: 'is missing: HubRise does not say which currency this account has' }] };
}
