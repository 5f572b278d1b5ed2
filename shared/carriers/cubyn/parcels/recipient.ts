import type { Address } from './address';
import { collapseSpaces, LINE_LENGTH, splitLongWord, wrapStreet, type Street } from './street';

export interface Recipient {
	firstName?: string;
	lastName?: string;
	organizationName?: string;
}

/** A recipient and an address as they go out, and what their user should know about it. */
export interface RecipientLayout {
	recipient: Recipient;
	street: Street;
	warnings: readonly string[];
}

/** As many whole words as fit a line, and the rest. A word that is too long is split after a hyphen, else cut. */
function splitAtWord(text: string): [string, string] {
	const words = text
		.split(' ')
		.flatMap((word) => splitLongWord(word).map((piece, at) => (at > 0 ? piece : ` ${piece}`)));
	let line = '';
	let used = 0;
	while (used < words.length && `${line}${words[used] ?? ''}`.trim().length <= LINE_LENGTH) {
		line = `${line}${words[used] ?? ''}`.trim();
		used += 1;
	}
	if (line === '') return [text.slice(0, LINE_LENGTH), text.slice(LINE_LENGTH)];
	return [line, words.slice(used).join('').trim()];
}

/** A full name from a single field uses both fields. Otherwise a name that is too long is cut at a word. */
function fitName({ firstName = '', lastName = '' }: Recipient): { names: Recipient; lost: string[] } {
	const [first, last] = [collapseSpaces(firstName), collapseSpaces(lastName)];
	if (first === '' || last === '') {
		const [head, rest] = splitAtWord(first === '' ? last : first);
		if (rest === '') return { names: { firstName: first, lastName: last }, lost: [] };
		const [tail, lost] = splitAtWord(rest);
		return { names: { firstName: head, lastName: tail }, lost: lost === '' ? [] : [lost] };
	}
	const [fittingFirst, firstRest] = splitAtWord(first);
	const [fittingLast, lastRest] = splitAtWord(last);
	return {
		names: { firstName: fittingFirst, lastName: fittingLast },
		lost: [firstRest, lastRest].filter((rest) => rest !== ''),
	};
}

const withoutEmpty = (recipient: Recipient): Recipient =>
	Object.fromEntries(Object.entries(recipient).filter(([, text]) => text !== undefined && text !== ''));

const shortened = (field: string, lost: string) =>
	`${field} has more than ${LINE_LENGTH} characters and was shortened: "${lost}" was left out.`;

/**
 * Cubyn takes 35 characters of a name and of a company. The rest of a company goes onto a free line of the address;
 * a parcel is not held back for a name. Undefined where the address itself does not fit.
 */
export function layOutRecipient(recipient: Recipient, address: Address): RecipientLayout | undefined {
	const plain = wrapStreet(address);
	if (!('lines' in plain)) return undefined;
	const { names, lost } = fitName(recipient);
	const nameWarnings = lost.map((text) => shortened('The name', text));
	const [organizationName, rest] = splitAtWord(collapseSpaces(recipient.organizationName));
	const fitted = withoutEmpty({ ...names, organizationName });
	if (rest === '') return { recipient: fitted, street: plain.lines, warnings: nameWarnings };
	const information = collapseSpaces(address.additionalInformation);
	const extended = wrapStreet({
		...address,
		additionalInformation: information === '' ? rest : `${rest}, ${information}`,
	});
	return 'lines' in extended
		? { recipient: fitted, street: extended.lines, warnings: nameWarnings }
		: { recipient: fitted, street: plain.lines, warnings: [...nameWarnings, shortened('Organization', rest)] };
}
