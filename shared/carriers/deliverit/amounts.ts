import type { Amount } from './wire';

export function numberIn(amount: Amount): number | null {
	if (typeof amount === 'number') return Number.isFinite(amount) ? amount : null;
	const text = amount?.trim().replace(',', '.') ?? '';
	return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** Kroner as minor units. DI2 and DI10 leave VAT out, DI7 and DI8 count it in, DI6 does not say. */
export function priceOf(kroner: Amount, vat: 'included' | 'excluded' | null) {
	const amount = numberIn(kroner);
	return amount === null ? null : { amount: Math.round(amount * 100), currency: 'DKK', vat };
}

export function metresFromKilometres(kilometres: Amount): number | null {
	const amount = numberIn(kilometres);
	return amount === null ? null : Math.round(amount * 1_000);
}
