const digits = new Map<string, number>();

/** Decimals of a currency: 2 for EUR, 0 for JPY. Cached, because creating a number format is slow. */
export function digitsOf(currency: string): number {
	const known = digits.get(currency);
	if (known !== undefined) return known;
	const read =
		new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
	digits.set(currency, read);
	return read;
}

/** Minor units as a decimal: 450 cents are 4.5 euros. By text, so that no binary fraction shows. */
export function decimalOf(minorUnits: number, currency: string): number {
	const places = digitsOf(currency);
	const padded = String(Math.abs(Math.round(minorUnits))).padStart(places + 1, '0');
	const split = padded.length - places;
	const value = Number(`${padded.slice(0, split)}.${padded.slice(split)}`);
	return minorUnits < 0 ? -value : value;
}

/**
 * Money as an item shows it: a decimal beside its currency, as people write it, and the whole number of minor units for
 * those who calculate.
 */
export const shownMoney = (money: { amount: number; currency: string }) => ({
	amount: decimalOf(money.amount, money.currency),
	currency: money.currency,
	minorUnits: money.amount,
});
