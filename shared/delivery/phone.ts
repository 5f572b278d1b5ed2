import { splitExtension } from './phone-extension';
import { parsePhoneNumberFromString, validatePhoneNumberLength, type PhoneNumber } from './phone-library';
import { callingCodeOf, isFrench, isPlanned, knowsNumbersOf, knownMetadata, overseas } from './phone-plan';

export { isPlanned, knowsNumbersOf } from './phone-plan';

/** The plan that numbers without a country code are read by. */
const planOf = (country: string) => (isFrench(country) ? 'FR' : knowsNumbersOf(country) ? country : undefined);

/** The last numbers: one item's number is read several times, and a shop's own in every item. */
const MOST_REMEMBERED = 50;
const lastParsed = new Map<string, PhoneNumber | undefined>();

function parse(text: string, country?: string): PhoneNumber | undefined {
	const defaultCountry = country === undefined ? undefined : planOf(country);
	const key = `${defaultCountry ?? ''} ${text}`;
	if (lastParsed.has(key)) return lastParsed.get(key);
	const parsed = parsePhoneNumberFromString(
		text,
		{ extract: false, ...(defaultCountry === undefined ? {} : { defaultCountry }) },
		knownMetadata,
	);
	if (lastParsed.size >= MOST_REMEMBERED) lastParsed.clear();
	lastParsed.set(key, parsed);
	return parsed;
}

/** The only run of digits in a text, with the characters between them. Undefined where there are none or two. */
function digitsIn(number: string): string | undefined {
	const row = /[+(]*\d[\d\s+()./-]*/.exec(number)?.[0];
	return row === undefined || /\d/.test(number.replace(row, '')) ? undefined : row;
}

/** Country code typed twice, or once more with its noughts: "+33 33 6…", "+33 0033 6…". */
function withoutDouble(digits: string): string {
	const code = callingCodeOf(digits) ?? '';
	const rest = digits.slice(code.length);
	return code !== '' && (rest.startsWith(code) || rest.startsWith(`00${code}`)) ? rest.replace(/^00/, '') : digits;
}

function international(digits: string): PhoneNumber | undefined {
	return [digits, withoutDouble(digits)]
		.map((each) => parse(`+${each}`))
		.find((parsed) => parsed !== undefined && isPlanned(overseas(parsed.number)));
}

/** A number as its country's plan has it. `country` is for numbers without a country code. */
export function parsePhone(number: string, country: string): PhoneNumber | undefined {
	const row = digitsIn(number);
	if (row === undefined) return undefined;
	const compact = row.replace(/[^\d+]/g, '');
	// "+0033…" and "0033…" are +33; a plus before a single nought is of no plan.
	if (/^(\+|00)/.test(compact)) return international(compact.replace(/^(\+00|00|\+)/, '').replace(/\+/g, ''));
	const parsed = parse(row, country);
	return parsed !== undefined && isPlanned(overseas(parsed.number)) ? parsed : undefined;
}

/**
 * E.164, or undefined for an invalid number. `country` is for numbers without a country code. An extension is left out.
 */
export function toE164(value: string, country: string): string | undefined {
	const split = splitExtension(value);
	const parsed = split && parsePhone(split.number, country);
	return parsed && overseas(parsed.number);
}

/** The problem with a number's length, if that is the problem. */
export function lengthFault(value: string, country: string): 'short' | 'long' | undefined {
	const row = digitsIn(splitExtension(value)?.number ?? '');
	if (row === undefined) return undefined;
	const defaultCountry = planOf(country);
	const options = defaultCountry === undefined ? {} : { defaultCountry };
	const text = row.replace(/^00/, '+');
	// The library counts the nought that is dialled before a national number where the rest is of no plan.
	const faults = [text, text.replace(/^0/, '')].map((each) => validatePhoneNumberLength(each, options, knownMetadata));
	return faults.includes('TOO_SHORT') ? 'short' : faults[0] === 'TOO_LONG' ? 'long' : undefined;
}

/** The number without its country prefix where it is of that country: DeliverIt's eight digits. */
export function nationalDigits(e164: string, country: string): string | undefined {
	const parsed = parse(e164);
	return parsed?.country === country ? parsed.nationalNumber : undefined;
}
