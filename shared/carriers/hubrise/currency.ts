import type { Need, Refusal } from '../../declare/action';
import type { Facts } from '../../declare/facts';
import type { Problem } from '../../declare/failure';
import { text } from '../../declare/field';
import type { CallRequest } from '../../declare/wire';
import { getLocation } from './actions/get-location';
import type { AtLocation } from './paths';

export const currencyField = () =>
	text(
		{
			label: 'Currency',
			placeholder: 'EUR',
			help: "Three letters. The account's own currency where it is left empty.",
			common: true,
		},
		{ max: 3 },
	).optional();

export const checkCurrency = (currency: string | undefined, path: readonly string[]): Problem[] =>
	currency === undefined || /^[A-Za-z]{3}$/.test(currency)
		? []
		: [{ path, message: 'must be a currency of three letters, such as EUR' }];

/** HR19 returns the account's currency. It is read when amounts have none. */
export const accountCurrency = <In extends AtLocation>(isNeeded: (input: In) => boolean): Need<In> => ({
	action: getLocation,
	input: (input) => (isNeeded(input) ? { location_id: input.location_id } : undefined),
	cacheFor: 3_600_000,
});

interface CurrencyInput {
	currency: string | undefined;
	/** Where on the form it can be filled in. */
	path: readonly string[];
}

/** Amounts in the given currency, or else the account's. The currency is never guessed. */
export function withCurrency(
	{ currency, path }: CurrencyInput,
	{ needed }: Pick<Facts, 'needed'>,
	build: (currency: string) => CallRequest,
): CallRequest | Refusal {
	const [location] = needed.location ?? [];
	const resolved = currency ?? location?.currency;
	if (typeof resolved === 'string') return build(resolved);
	return location === undefined
		? build('')
		: { problems: [{ path, message: 'is missing: HubRise does not say which currency this account has' }] };
}
