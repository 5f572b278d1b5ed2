/** Kroner as minor units. DI2 and DI10 exclude VAT, DI7 and DI8 include it, and DI6 does not document it. */
export const priceOf = (kroner: number | null | undefined, vat: 'included' | 'excluded' | null) =>
	kroner === null || kroner === undefined ? null : { amount: Math.round(kroner * 100), currency: 'DKK', vat };

export const metresFromKilometres = (kilometres: number | null): number | null =>
	kilometres === null ? null : Math.round(kilometres * 1_000);
