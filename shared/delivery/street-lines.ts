import { cleanLine } from './clean-text';

export interface StreetLines {
	line1: string;
	line2: string;
}

/** "3", "n° 3", "12 bis A", "12B", "4-6", "10/A". */
const NUMBER = String.raw`(?:n[°º]\s?)?\d{1,4}(?:\s?(?:bis|ter|quater)(?:\s[a-d])?|\s?[a-d])?(?:\s?[-/]\s?(?:\d{1,4}[a-d]?|[a-d]))?`;

/** What may follow a house number without a comma: doors, boxes, floors, other parts of an address. */
const NEXT_PART = [
	'code|digicode|interphone|b[aâ]t(?:iment)?|escalier|esc|appartement|appt?|apt|r[ée]sidence|hall|entr[ée]e|porte|chez',
	'bus|bte|bo[iî]te|box|app|verdieping|postfach|case postale|cp|bp|c\\/o|lejl|lejlighed|opgang',
	'escalera|portal|piso|planta|bajo|[aá]tico|puerta|pta|int|interno|scala|piano|lgh',
].join('|');
/** "2. OG", "3º B", "2e étage", "st.", "st. th.", "III". */
const NEXT_FLOOR = String.raw`\d{1,2}\s?(?:\.|[ºª°]|[eè]me\b|er?\b|hoog\b)|(?:st\.?|stuen)(?:$|\s(?:th|tv|mf)\b)|i{1,3}$`;

/** A house number with the following text separate: the end, a comma or point, or the start of another part. */
const BARE = new RegExp(
	String.raw`^(${NUMBER})(?=$|\s*[,.;–—(]|\s-|\s+(?:(?:${NEXT_PART})(?![\p{L}])|${NEXT_FLOOR}))[\s,.;–—-]*`,
	'iu',
);

/** "2. sal", "3, Stock": the number is of a floor, or of a door on it. "12 piso 3" has both. */
const FLOOR =
	/^(?:sal|th|tv|mf|stock|stk|etage|[ée]tage|og|floor|piso|planta|piano|andar|v[åa]n|krs|pi[eę]tro|emelet|patro|kat|verdieping)\b(?!\s*\d)/i;

/** A first line that is no street: its number is no house's. */
const NO_STREET =
	/^(?:b[aâ]t(?:iment)?|appartement|appt?|apt|[ée]tage|escalier|porte|hall|chez|c\/o|p\/a|digicode|code|interphone|flat|unit|suite)(?![\p{L}])/iu;

const isYear = (word: string) => /^(1[5-9]|20)\d\d$/.test(word);
const isNumber = (word: string) => /^(n[°º])?\d{1,5}([a-z]|bis|ter|quater)?([-/]\d{1,5}[a-z]?)?$/i.test(word);

/** A house number is at the start or the end of a part: "12 rue …", "Vestergade 10", "Résidence …, 12 rue …". */
function hasNumber(street: string): boolean {
	return street.split(/[,;]/).some((part) => {
		const words = part
			.trim()
			.split(' ')
			.filter((word) => word !== '');
		const [first = '', last = ''] = [words[0], words.at(-1)];
		// "rue du 8 Mai 1945" ends with a year, and has no number.
		return isNumber(first) || (words.length > 1 && isNumber(last) && !isYear(last));
	});
}

/** Where the number goes before the street. Elsewhere it follows. */
const BEFORE = new Set([
	'FR',
	'MC',
	'LU',
	'GB',
	'IE',
	'GG',
	'JE',
	'IM',
	'MT',
	'US',
	'CA',
	'AU',
	'NZ',
	'RE',
	'YT',
	'GP',
	'MF',
	'BL',
	'MQ',
	'GF',
	'PM',
	'NC',
	'PF',
	'WF',
]);
const FRENCH_STREET =
	/^(?:rue|avenue|av|bd|boulevard|place|pl|chemin|impasse|all[ée]e|cours|quai|route|square|passage|faubourg|villa|cit[ée])\b/i;

/** A house number on the side of its street where the country writes it. */
export function besideStreet(number: string, street: string, country?: string): string {
	const before = country === undefined ? FRENCH_STREET.test(street) : BEFORE.has(country);
	return before ? `${number} ${street}` : `${street} ${number}`;
}

/** Longer than any address line: longer text is not searched. */
const LONGEST = 200;

/**
 * A bare number at the start of the second line is the house number if the first line has none. `country` is ISO 3166
 * alpha-2. Without a country, the street word decides the position of the number.
 */
export function joinHouseNumber(line1: string, line2: string, country?: string): StreetLines {
	const lines = { line1: cleanLine(line1), line2: cleanLine(line2) };
	if (lines.line1 === '' || lines.line1.length > LONGEST || lines.line2.length > LONGEST) return lines;
	if (hasNumber(lines.line1) || NO_STREET.test(lines.line1)) return lines;
	const found = BARE.exec(lines.line2);
	const number = found?.[1];
	const rest = lines.line2.slice(found?.[0].length ?? 0);
	if (number === undefined || FLOOR.test(rest)) return lines;
	return { line1: besideStreet(number, lines.line1, country), line2: rest };
}
