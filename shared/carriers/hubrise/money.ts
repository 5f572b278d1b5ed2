import { z } from 'zod/v4';

import { fieldMetadata, type FieldUi } from '../../declare/field';
import { digitsOf, shownMoney } from '../../delivery/money';

/** Two decimals, a space, the currency: "4.50 EUR". */
const MONEY_PATTERN = /^(-?)(\d{1,12})(?:\.(\d{1,4}))? ([A-Z]{3})$/;

export interface Money {
	/** In the currency's smallest unit. */
	amount: number;
	currency: string;
}

/** An amount as HubRise writes it, in minor units; null where it is not one. */
export function readMoney(text: string | null | undefined): Money | null {
	const [, sign = '', units = '', fraction = '', currency] = MONEY_PATTERN.exec(text ?? '') ?? [];
	if (currency === undefined) return null;
	const decimals = digitsOf(currency);
	// By text: a float would make 4.35 into 434.99999.
	const minor = Number(`${units}${fraction.padEnd(decimals, '0').slice(0, decimals)}`);
	return { amount: sign === '' || minor === 0 ? minor : -minor, currency };
}

/** An amount as HubRise writes it, as an item shows it. */
export function readShownMoney(text: string | null | undefined) {
	const money = readMoney(text);
	return money && shownMoney(money);
}

/** An amount of main units as HubRise takes it: "4.5" and "eur" become "4.50 EUR". One with its currency keeps it. */
export function writeMoney(amount: string, currency: string): string {
	const [number = '', own = currency] = amount.split(' ');
	const [units = '0', fraction = ''] = number.split('.');
	return `${units}.${fraction.padEnd(2, '0')} ${own.toUpperCase()}`;
}

export const carriesCurrency = (amount: string): boolean => / [A-Za-z]{3}$/.test(amount);

/** An amount of an order's line: in main units, or as HubRise itself writes it. */
export function priceField(ui: FieldUi) {
	const schema = z
		.string()
		.max(40)
		.regex(/^-?\d{1,12}(\.\d{1,2})?( [A-Za-z]{3})?$/);
	fieldMetadata.add(schema, { placeholder: '4.50', common: true, ...ui, kind: 'exact', limits: { decimals: 2 } });
	return schema;
}
