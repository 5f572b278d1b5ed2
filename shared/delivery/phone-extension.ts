import { asciiDigits } from './clean-text';

/** Longer than any phone number with its extension and a word around it. */
const LONGEST = 100;

/** "ext. 12", "poste 12", "x12", "code 1234", ",,1234#", ";ext=12", "#12": digits to dial once the call is answered. */
const MARK =
	/[\s,;:(/-]*(?:(?<![a-z])(?:extension|ext|x|poste|p(?=\.|\s\d)|tone|lokal|lok|interno|int|durchwahl|anexo|access code|code d'acc[eè]s|code|pin)(?![a-z])\.?|;ext=|#|,{1,3}|;(?=\s?\d+\s*#?$)|(?<=\d)[pw](?=\d))[\s:.=]*(\d{1,12})[\s#)]*$/i;

export interface DialledNumber {
	/** The number itself, as written, on one line. */
	number: string;
	/** Digits to type after calling. */
	extension?: string;
}

/** Splits the extension from the number. Undefined for a text too long to hold a number. */
export function splitExtension(text: string): DialledNumber | undefined {
	if (text.length > LONGEST) return undefined;
	// A sheet writes 612345678 as "612345678.0".
	const line = asciiDigits(text).replace(/^(\+?\d{6,15})\.0$/, '$1');
	const found = MARK.exec(line);
	if (found === null || found[1] === undefined) return { number: line };
	const number = line.slice(0, found.index);
	// "code 1234" alone is not a number with an extension.
	return /\d/.test(number) ? { number, extension: found[1] } : { number: line };
}

/** How an extension reads among the instructions. */
export const extensionNote = (extension: string): string => `Phone code ${extension}`;
