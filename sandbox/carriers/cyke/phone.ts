import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { memoize } from '../framework/memoize';

/** Cyke answers with the number set out for reading, not as it was sent: compare phones by their digits. */
export const formatPhone = memoize((phone: string): string | undefined => {
	const number = parsePhoneNumberFromString(phone, 'FR');
	return number?.isPossible() === true ? number.formatInternational() : undefined;
});
