import { asciiDigits } from './clean-text';
import { countryName } from './country';
import { carLetters, postalPlans, type PostalPlan } from './postal-plan';

/** Longer than any postal code with its country before it. */
const LONGEST = 40;

export type ReadPostalCode = { code: string; warning?: string } | { fault: string };

/** As typed, and without the letters of the country and what joins them to the code. */
function readings(line: string, country: string): string[] {
	const letters = [country, ...(carLetters[country] ?? [])].filter((each) => line.startsWith(each));
	return [line, ...letters.map((each) => line.slice(each.length).replace(/^[\s.-]+/, ''))].map((each) =>
		each.replace(/^(\d+)\.0+$/, '$1'),
	);
}

/** Set apart as the country does. */
function printed(code: string, { parts, between = ' ' }: PostalPlan): string {
	if (parts === undefined) return code;
	const size = parts[0] ?? 0;
	const head = code.slice(0, size);
	return head.length === code.length ? code : `${head}${between}${code.slice(size)}`;
}

const compactOf = (text: string) => text.replace(/[\s.-]/g, '');

/** A code without letters as a plan that has letters of its own writes it: 1010 in Latvia. */
const withOwn = (compact: string, { own }: PostalPlan) =>
	own !== undefined && /^\d/.test(compact) ? `${own}${compact}` : compact;

/** The same with the noughts that a sheet drops from the head of a number. */
function withNoughts(compact: string, { noughts, pattern }: PostalPlan): string | undefined {
	if (noughts === undefined || !/^[1-9]\d*$/.test(compact) || compact.length >= noughts || compact.length < noughts - 2)
		return undefined;
	const restored = compact.padStart(noughts, '0');
	return pattern.test(restored) ? restored : undefined;
}

/**
 * A postal code as its country writes it: without the country's letters, stray spaces, full-width digits or a sheet's
 * ".0", and with the nought that a sheet dropped. Spaces and hyphens of the country's own stay as typed.
 */
export function readPostalCode(text: string, country: string): ReadPostalCode {
	const plan = postalPlans[country];
	const line = text.length > LONGEST ? text : asciiDigits(text);
	if (plan === undefined) return { code: line };
	// The name of a country takes the library longer than all the rest.
	const fault = () => `must be a postal code of ${countryName(country)}, such as ${plan.example}`;
	if (line.length > LONGEST) return { fault: fault() };
	const typed = readings(line.toUpperCase(), country);
	for (const each of typed) {
		const compact = withOwn(compactOf(each), plan);
		if (plan.pattern.test(compact))
			return { code: [compact, printed(compact, plan)].includes(each) ? each : printed(compact, plan) };
	}
	const restored = typed.map((each) => withNoughts(compactOf(each), plan)).find((each) => each !== undefined);
	if (restored === undefined) return { fault: fault() };
	const code = printed(restored, plan);
	return {
		code,
		warning: `The postal code "${line}" is read as ${code}: a spreadsheet drops a 0 from the head of a number.`,
	};
}
