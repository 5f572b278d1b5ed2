import { isJsonObject, type Json, type JsonObject } from '../../json';
import { readMoney, writeMoney } from './money';
import { entriesOf, textIn, valueOf } from './notation';

/**
 * An option of an item. As text: "Sauce: Barbecue [BBQ] x2 +1.00", or with a minus for a removed one: "Toppings:
 * -Onions".
 */
export interface ItemOption {
	option_list_name: string;
	name: string;
	ref?: string;
	price?: string;
	quantity?: number;
	removed?: true;
}

/**
 * "+1.00" and "x2" at the end, then "[BBQ]": removed one by one, so that any name may come before them. What makes the
 * item cheaper has all its decimals, because a name may end like "Table -5".
 */
const PRICE = /\s(?:\+(?=\d)|(?=-\d+[.,]\d{2}$))(-?\d{1,9}(?:[.,]\d{1,2})?)$/;
const QUANTITY = /\s[x×](\d{1,4})$/;
const REF = /\s?\[([^[\]]{1,255})\]$/;

function takeOff(text: string, pattern: RegExp): [string, string | undefined] {
	const found = pattern.exec(text);
	return found ? [text.slice(0, found.index).trim(), found[1]] : [text, undefined];
}

function readOption(text: string): ItemOption | undefined {
	const at = text.indexOf(':');
	const [withoutPrice, price] = takeOff(text.slice(at + 1).trim(), PRICE);
	const [withoutQuantity, quantity] = takeOff(withoutPrice, QUANTITY);
	const [signed, ref] = takeOff(withoutQuantity, REF);
	const removed = signed.startsWith('-');
	const name = removed ? signed.slice(1).trim() : signed;
	if (at < 1 || name === '') return undefined;
	return {
		option_list_name: text.slice(0, at).trim(),
		name,
		...(ref === undefined ? {} : { ref }),
		...(price === undefined ? {} : { price: price.replace(',', '.') }),
		...(quantity === undefined ? {} : { quantity: Number(quantity) }),
		...(removed ? { removed } : {}),
	};
}

/** An option from an earlier step's list, with HubRise's field names; a price with or without currency. */
function optionIn(value: Json): ItemOption | undefined {
	if (!isJsonObject(value)) return undefined;
	const list = textIn(value.option_list_name);
	const name = textIn(value.name);
	const ref = textIn(value.ref);
	const price = textIn(value.price);
	const quantity = Number(value.quantity ?? 1);
	const isOddPrice = (value.price ?? null) !== null && !/^-?\d{1,12}(\.\d{1,2})?( [A-Za-z]{3})?$/.test(price ?? '');
	if (list === undefined || name === undefined || isOddPrice || !Number.isInteger(quantity)) return undefined;
	return {
		option_list_name: list,
		name,
		...(ref === undefined ? {} : { ref }),
		...(price === undefined ? {} : { price }),
		...((value.quantity ?? null) === null ? {} : { quantity }),
		...(value.removed === true || value.removed === 'true' ? { removed: true as const } : {}),
	};
}

/** Undefined if the value is not a list of options. */
export function readOptions(input: unknown): ItemOption[] | undefined {
	const value = valueOf(input);
	const list = typeof value === 'string' ? entriesOf(value) : value;
	if (list === undefined || list === null) return undefined;
	const options = (Array.isArray(list) ? list : [list]).map((entry) =>
		typeof entry === 'string' ? readOption(entry) : optionIn(entry),
	);
	const known = options.filter((option) => option !== undefined);
	return known.length === options.length ? known : undefined;
}

export const optionsBody = (options: readonly ItemOption[], currency: string): JsonObject[] =>
	options.map(({ price, ...option }) => ({
		...option,
		...(price === undefined ? {} : { price: writeMoney(price, currency) }),
	}));

interface OptionResponse {
	option_list_name?: string | null;
	name?: string | null;
	ref?: string | null;
	price?: string | null;
	quantity?: number | null;
	removed?: boolean | null;
}

/** The other way: as a person reads it, and as the same field takes it again. */
export function describeOptions(options: readonly OptionResponse[]): string | null {
	const lines = options.map(({ option_list_name, name, ref, price, quantity, removed }) => {
		const number = readMoney(price)?.amount ? (price ?? '').split(' ')[0] : undefined;
		const amount = number === undefined ? '' : number.startsWith('-') ? ` ${number}` : ` +${number}`;
		const count = quantity !== null && quantity !== undefined && quantity !== 1 ? ` x${quantity}` : '';
		return `${option_list_name ?? ''}: ${removed === true ? '-' : ''}${name ?? ''}${ref ? ` [${ref}]` : ''}${count}${amount}`;
	});
	return lines.join('; ') || null;
}
