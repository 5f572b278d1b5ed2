import { cleanText } from './clean-text';
import { decodeEntities } from './html-entities';

const BREAK = /<br\s?\/?>|<\/(?:p|div|li)>/gi;
const TAG = /<\/?(?:a|b|div|em|i|li|p|small|span|strong|su[bp]|u|ul)(?:\s[^<>]*)?>/gi;

/**
 * Text from a shop's order, which shops store HTML-escaped: "O&#039;Neill", and at times with tags: "Savon <small>200
 * g</small>". Not for form input, where "&amp;" is literal.
 */
export const cleanShopText = (text: string): string =>
	cleanText(decodeEntities(text).replace(BREAK, '\n').replace(TAG, ''));

export interface ReadReference {
	reference: string;
	warning?: string;
}

/**
 * A shop's order number. A sheet writes 5302 as "5302.0", or as "5302,0" in much of Europe, and the look-up by it would miss
 * the booking of "5302".
 */
export function readReference(text: string): ReadReference {
	const reference = cleanText(text);
	const [, whole] = /^(\d{1,20})[.,]0{1,6}$/.exec(reference) ?? [];
	return whole === undefined
		? { reference }
		: {
				reference: whole,
				warning: `The reference "${reference}" is read as ${whole}: a spreadsheet adds ".0" or ",0" to numbers.`,
			};
}
