import { isJsonObject, type Json, type JsonObject } from '../../json';
import { writeMoney } from './money';
import { entriesOf, textIn, valueOf } from './notation';

/** A deal of the order: as text "Lunch Menu [LUNCH]", several with semicolons between. */
interface Deal {
	key: string;
	name: string;
	ref?: string;
}

const REF = /\s?\[([^[\]]{1,255})\]$/;

function dealIn(text: string): Deal {
	const ref = REF.exec(text);
	const name = ref ? text.slice(0, ref.index).trim() : text;
	return { key: name, name, ...(ref?.[1] === undefined ? {} : { ref: ref[1] }) };
}

/** Undefined if the value is not a list of deals: a text, or HubRise's own object of deals by their keys. */
export function readDeals(input: unknown): Deal[] | undefined {
	const value = valueOf(input);
	if (typeof value === 'string') return entriesOf(value).map(dealIn);
	if (!isJsonObject(value)) return undefined;
	const deals = Object.entries(value).map(([key, deal]): Deal | undefined => {
		const name = isJsonObject(deal) ? textIn(deal.name) : undefined;
		const ref = isJsonObject(deal) ? textIn(deal.ref) : undefined;
		return name === undefined ? undefined : { key, name, ...(ref === undefined ? {} : { ref }) };
	});
	const known = deals.filter((deal) => deal !== undefined);
	return known.length === deals.length ? known : undefined;
}

const effects = ['unchanged', 'fixed_price', 'price_off', 'percentage_off'];

/** The position of an item in a deal. */
interface DealLine {
	deal: string;
	label?: string;
	pricing_effect?: string;
	pricing_value?: string;
}

function dealLineIn(value: Json | undefined): DealLine | undefined {
	if (typeof value === 'string') {
		const at = value.indexOf(':');
		const deal = (at < 0 ? value : value.slice(0, at)).trim();
		const label = at < 0 ? '' : value.slice(at + 1).trim();
		return deal === '' ? undefined : { deal, ...(label === '' ? {} : { label }) };
	}
	if (!isJsonObject(value)) return undefined;
	const [deal, label, effect, pricing] = [
		textIn(value.deal_key),
		textIn(value.label),
		textIn(value.pricing_effect),
		textIn(value.pricing_value),
	];
	if (deal === undefined || (effect !== undefined && !effects.includes(effect))) return undefined;
	return {
		deal,
		...(label === undefined ? {} : { label }),
		...(effect === undefined ? {} : { pricing_effect: effect }),
		...(pricing === undefined ? {} : { pricing_value: pricing }),
	};
}

/** As text "Lunch Menu: Drink"; or HubRise's own object, as an earlier step holds it. Undefined for anything else. */
export const readDealLine = (input: unknown): DealLine | undefined => dealLineIn(valueOf(input));

/** A deal is named by its key, its name or its code. */
export const keyOfDeal = (deals: readonly Deal[], { deal }: DealLine): string | undefined =>
	deals.find(({ key, name, ref }) => [key, name, ref].includes(deal))?.key;

export const dealsBody = (deals: readonly Deal[]): JsonObject =>
	Object.fromEntries(deals.map(({ key, ...deal }) => [key, deal]));

export const dealLineBody = (
	{ deal, pricing_value, ...line }: DealLine,
	deals: readonly Deal[],
	currency: string,
): JsonObject => ({
	...line,
	deal_key: keyOfDeal(deals, { deal }) ?? deal,
	...(pricing_value === undefined
		? {}
		: {
				pricing_value: line.pricing_effect === 'percentage_off' ? pricing_value : writeMoney(pricing_value, currency),
			}),
});
