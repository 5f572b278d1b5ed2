/** Line breaks as one sort: Windows, old Mac, NEL, and Unicode's line and paragraph separators. */
const BREAKS = /\r\n|[\r\u0085\u2028\u2029]/g;
/**
 * Invisible characters that no label can print: controls, zero-width and direction characters, fillers, halves of a
 * surrogate pair.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
const INVISIBLE_BUT_BREAKS = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/** Nearly all texts: nothing in them is changed but the spaces around them. */
const PLAIN = /^[ -~]*$/;

/**
 * Free text without invisible characters, in NFC, without spaces around it. Line breaks and tabs stay: notes need them.
 */
export function cleanText(text: string): string {
	if (PLAIN.test(text)) return text.trim();
	return text.replace(BREAKS, '\n').replace(INVISIBLE_BUT_BREAKS, '').normalize('NFC').trim();
}

/** The same on one line: what goes on a label, or is compared. */
export function cleanLine(text: string): string {
	if (PLAIN.test(text)) return text.trim();
	return text
		.replace(BREAKS, ' ')
		.replace(/[\n\t]/g, ' ')
		.replace(INVISIBLE, '')
		.normalize('NFC')
		.trim();
}

/** Digits and signs as ASCII, for machine-readable fields: full-width and Arabic digits, dashes of every length. */
export function asciiDigits(text: string): string {
	if (PLAIN.test(text)) return text.trim();
	return cleanLine(text)
		.normalize('NFKC')
		.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
		.replace(/[\u2010-\u2015\u2212]/g, '-');
}
