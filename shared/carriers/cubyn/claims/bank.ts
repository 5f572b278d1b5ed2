/** ISO 13616: the four first characters go to the end, letters count from ten, and 97 divides it with one over. */
export function isIban(typed: string): boolean {
	const iban = plainIban(typed);
	if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
	const digits = [...iban.slice(4), ...iban.slice(0, 4)].map((sign) => String(parseInt(sign, 36))).join('');
	return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/** As it is sent: people type it in groups of four. */
export const plainIban = (typed: string): string => typed.replace(/\s+/g, '').toUpperCase();

/** ISO 9362: bank, country, place, and perhaps a branch. */
export const isBic = (typed: string): boolean => /^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(plainIban(typed));
