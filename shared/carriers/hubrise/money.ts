/** Two decimals, a space, the currency: "4.50 EUR". */
const FORM = /^(-?)(\d+)(?:\.(\d+))? ([A-Z]{3})$/;

/** Digits after the point of a currency's smallest unit. */
const digitsOf = (currency: string): number => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

export interface Money {
	/** In the currency's smallest unit. */
	amount: number;
	currency: string;
}

/** An amount as HubRise writes it, in minor units; null for what is none. */
export function readMoney(text: string | null | undefined): Money | null {
	const [, minus = '', whole = '', part = '', currency] = FORM.exec(text ?? '') ?? [];
	if (currency === undefined) return null;
	const digits = digitsOf(currency);
	// By text: a float would make 4.35 into 434.99999.
	const minor = Number(`${whole}${part.padEnd(digits, '0').slice(0, digits)}`);
	return { amount: minus === '' || minor === 0 ? minor : -minor, currency };
}

/** An amount of main units as HubRise takes it: "4.5" and "eur" become "4.50 EUR". */
export function writeMoney(amount: string, currency: string): string {
	const [whole = '0', part = ''] = amount.split('.');
	return `${whole}.${part.padEnd(2, '0')} ${currency.toUpperCase()}`;
}
