import { digitsOf } from '../delivery/money';
import type { Money } from '../delivery/request';
import { toText } from './read-json';

/** Upper case, or null if it does not have the form of an ISO 4217 code. */
export function currencyCode(value: unknown): string | null {
	const text = toText(value)?.toUpperCase() ?? '';
	return /^[A-Z]{3}$/.test(text) ? text : null;
}

/** "12.50" euros are 1250 cents. Null for an invalid amount or an unknown currency. */
export function toMoney(value: unknown, currency: string | null): Money | null {
	const text = toText(value);
	if (text === null || currency === null) return null;
	const plain = /^-?\d+,\d+$/.test(text) ? text.replace(',', '.') : text;
	if (!/^-?\d{1,12}(\.\d+)?$/.test(plain)) return null;
	// By text, so that no binary fraction loses a cent.
	const [whole = '0', fraction = ''] = plain.replace('-', '').split('.');
	const places = digitsOf(currency);
	const kept = Number(whole + fraction.padEnd(places, '0').slice(0, places));
	const amount = kept + (Number(fraction[places] ?? 0) >= 5 ? 1 : 0);
	return { amount: plain.startsWith('-') ? 0 - amount : amount, currency };
}

/** The price of one piece, where the shop gives only the line's total. */
export const perPiece = (total: Money | null, quantity: number): Money | null =>
	total === null || quantity <= 0 ? null : { ...total, amount: Math.round(total.amount / quantity) };
