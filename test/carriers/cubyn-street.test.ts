import fc from '../fast-check';

import { LINE_LENGTH, wrapStreet } from '../../shared/carriers/cubyn/parcels/street';
import longAddresses from './cubyn-addresses.json';

/** The words in their order, regardless of the separators. */
const textOf = (...lines: readonly (string | undefined)[]) =>
	lines
		.filter((line) => line !== undefined)
		.join(' ')
		.normalize('NFC')
		.replace(/[\s,;]+/g, ' ')
		.trim();

const linesOf = (input: Parameters<typeof wrapStreet>[0]): string[] => {
	const layout = wrapStreet(input);
	if (!('lines' in layout)) throw new Error(`${layout.overflow} characters are left over`);
	const { line1, line2, additionalInformation } = layout.lines;
	return [line1, line2, additionalInformation].filter((line) => line !== undefined);
};

test.each([
	['stays as it is', { line1: '12 rue des Petits Champs' }, ['12 rue des Petits Champs']],
	[
		'goes on at a word',
		{ line1: '12 bis avenue du Général de Gaulle et de la Résistance' },
		['12 bis avenue du Général de Gaulle', 'et de la Résistance'],
	],
	[
		'goes before what stands in the next lines',
		{
			line1: '12 bis avenue du Général de Gaulle et de la Résistance',
			line2: 'Bâtiment B',
			additionalInformation: 'code 9898',
		},
		['12 bis avenue du Général de Gaulle', 'et de la Résistance Bâtiment B', 'code 9898'],
	],
	[
		'stays where it is while long information takes the two other lines',
		{
			line1: '12 rue de la République',
			additionalInformation: 'Code 1234, laisser chez la gardienne au rez-de-chaussée',
		},
		['12 rue de la République', 'Code 1234, laisser chez la', 'gardienne au rez-de-chaussée'],
	],
	[
		'is not numbered by its box',
		{ line1: 'Burgemeester Felix de Bethunelaan 124 bus 3' },
		['Burgemeester Felix', 'de Bethunelaan 124 bus 3'],
	],
	[
		'goes on after a hyphen where one word is longer than a line',
		{ line1: 'Saint-Jean-de-la-Haize-sur-la-Montagne-Noire 7' },
		['Saint-Jean-de-la-Haize-sur-la-', 'Montagne-Noire 7'],
	],
	[
		'keeps its last word and its compass point',
		{ line1: 'The Old Bakery, 112 Queen Elizabeth Boulevard North' },
		['The Old Bakery', '112 Queen Elizabeth Boulevard North'],
	],
	[
		'keeps its last word before a door',
		{ line1: '1250 Queen Elizabeth Boulevard Apartment 12' },
		['1250 Queen Elizabeth Boulevard', 'Apartment 12'],
	],
	[
		'keeps "Gran Vía" whole',
		{ line1: 'C/ Gran Vía de les Corts Catalanes 585, 2º 1ª' },
		['C/', 'Gran Vía de les Corts Catalanes 585', '2º 1ª'],
	],
	[
		'is counted in composed letters',
		{ line1: `12 allée ${'é'.repeat(26)}`.normalize('NFD') },
		[`12 allée ${'é'.repeat(26)}`],
	],
])('a street %s', (_name, input, expected) => {
	expect(linesOf(input)).toEqual(expected);
});

/** Street and number side by side, in whichever order they were written. */
function streetWithNumber({ line, street, number }: (typeof longAddresses)[number]): string {
	const candidates = number === null ? [street] : [`${number} ${street}`, `${street} ${number}`];
	const found = candidates.map((text) => textOf(text)).find((text) => textOf(line).includes(text));
	if (found === undefined) throw new Error(`"${line}" does not hold its own street`);
	return found;
}

test.each(longAddresses)('$line', (address) => {
	const lines = linesOf({ line1: address.line });
	expect(textOf(...lines)).toBe(textOf(address.line));
	expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(LINE_LENGTH);
	const unit = streetWithNumber(address);
	if (unit.length <= LINE_LENGTH) {
		expect(lines.map((line) => textOf(line))).toContainEqual(expect.stringContaining(unit));
		return;
	}
	// The number and the word of the street beside it are never torn apart.
	if (address.number === null) return;
	const words = unit.split(' ');
	const numberWords = address.number.split(' ').length;
	const pair = unit.startsWith(`${address.number} `)
		? words.slice(0, numberWords + 1).join(' ')
		: words.slice(-numberWords - 1).join(' ');
	expect(lines.map((line) => textOf(line))).toContainEqual(expect.stringContaining(pair));
});

const word = fc.stringMatching(/^[a-zé]{1,12}$/);
const line = fc.array(word, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(' '));
const optionalLine = fc.option(line, { nil: undefined });

/** Do the words fit three lines one after the other? */
function fitsGreedily(text: string): boolean {
	const used = text.split(' ').reduce<string[]>((lines, next) => {
		const last = lines.at(-1);
		return last !== undefined && last.length + next.length < LINE_LENGTH
			? [...lines.slice(0, -1), `${last} ${next}`]
			: [...lines, next];
	}, []);
	return used.length <= 3;
}

test('every word keeps its place, no line is too long, and room is used before anything is refused', () => {
	fc.assert(
		fc.property(line, optionalLine, optionalLine, (line1, line2, additionalInformation) => {
			const layout = wrapStreet({ line1, line2, additionalInformation });
			const text = textOf(line1, line2, additionalInformation);
			if ('overflow' in layout) {
				expect(layout.overflow).toBeGreaterThan(0);
				expect(fitsGreedily(text)).toBe(false);
				return;
			}
			const lines = linesOf({ line1, line2, additionalInformation });
			expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(LINE_LENGTH);
			expect(textOf(...lines)).toBe(text);
		}),
	);
});

test('a house number stays beside its street', () => {
	fc.assert(
		fc.property(line, fc.integer({ min: 1, max: 999 }), fc.constantFrom('front', 'end'), (street, number, place) => {
			const layout = wrapStreet({
				line1: place === 'front' ? `${number} rue ${street}` : `calle ${street}, ${number}`,
			});
			if ('overflow' in layout) return;
			const pair = place === 'front' ? `${number} rue` : `${street.split(' ').at(-1)}, ${number}`;
			expect(Object.values(layout.lines)).toContainEqual(expect.stringContaining(pair));
		}),
	);
});
