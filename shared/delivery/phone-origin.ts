import { parsePhone, knowsNumbersOf } from './phone';
import { splitExtension } from './phone-extension';
import type { PhoneNumber } from './phone-library';
import { isFrench, overseas } from './phone-plan';

/** Where a number without a country code may be from. */
export interface PhoneOrigin {
	/** Country of the address that is called, ISO 3166 alpha-2, where it is known. */
	called?: string;
	/** Country of the shop, or of the connection. */
	home: string;
}

export interface ReadPhone {
	e164: string;
	/** The extension, which belongs in the instructions. */
	extension?: string;
}

const isKnown = (country: string) => knowsNumbersOf(country) || isFrench(country);
const groups = (text: string) => (text.match(/\d+/g) ?? []).join(' ');

/** Do the digit groups follow its own country's format? Digits without groups prove nothing. */
const isWrittenAs = (parsed: PhoneNumber, number: string) =>
	groups(number).includes(' ') && groups(parsed.formatNational()) === groups(number);

function choose(number: string, { called, home }: PhoneOrigin): PhoneNumber | undefined {
	if (called === undefined || called === home) return parsePhone(number, home);
	const there = parsePhone(number, called);
	// The formats of other countries' numbers are unknown here: a guess could be the number of another person.
	if (there === undefined) return isKnown(called) ? parsePhone(number, home) : undefined;
	const here = parsePhone(number, home);
	if (here === undefined || here.number === there.number || there.getType() === 'MOBILE') return there;
	if (here.getType() === undefined && overseas(here.number) === here.number) return there;
	if (there.getType() === undefined) return here;
	if (here.getType() === 'FIXED_LINE') return there;
	// "06 12 34 56 78" on a Swiss order may be a mobile in France or a line in Basel: only the grouping decides.
	const written = [there, here].filter((each) => isWrittenAs(each, number));
	return written.length === 1 ? written[0] : undefined;
}

/** Reads a number of the called country. If it is invalid there, reads it as one of the shop's own country. */
export function readPhone(text: string, origin: PhoneOrigin): ReadPhone | undefined {
	const split = splitExtension(text);
	const parsed = split && choose(split.number, origin);
	if (!parsed) return undefined;
	return { e164: overseas(parsed.number), ...(split.extension === undefined ? {} : { extension: split.extension }) };
}
