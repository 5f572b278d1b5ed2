import metadata from './phone-metadata.json';
import { parsePhoneNumberFromString, type CountryCode, type MetadataJson } from './phone-library';

/** Countries whose numbers are understood without a prefix: where the carriers drive, and their neighbours. */
const countries = ['BE', 'CH', 'DE', 'DK', 'ES', 'FR', 'GB', 'IE', 'IT', 'LU', 'NL', 'NO', 'PT', 'SE'] as const satisfies readonly CountryCode[];

/** Are numbers of that country understood without a prefix? */
export function knowsNumbersOf(country: string): country is (typeof countries)[number] {
	return countries.some((known) => known === country);
}

// JSON imports widen tuples to arrays; the file is cut from the library's own metadata by scripts/phone-metadata.
const knownMetadata = metadata as unknown as MetadataJson;

/** E.164, or undefined for what is no phone number. `country` is for numbers without a prefix. */
export function toE164(value: string, country: string): string | undefined {
	const text = value.trim().replace(/^00/, '+');
	const parsed = parsePhoneNumberFromString(text, knowsNumbersOf(country) ? { defaultCountry: country } : {}, knownMetadata);
	if (parsed?.isPossible()) return parsed.number;
	// A country outside the list above: its length cannot be checked, its shape can.
	return /^\+\d[\d\s().-]{6,18}$/.test(text) && !parsed ? `+${text.replace(/\D/g, '')}` : undefined;
}

/** The number without its country prefix where it is of that country: DeliverIt's eight digits. */
export function nationalDigits(e164: string, country: string): string | undefined {
	const parsed = parsePhoneNumberFromString(e164, {}, knownMetadata);
	return parsed?.country === country ? parsed.nationalNumber : undefined;
}
