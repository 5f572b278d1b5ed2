import fc from 'fast-check';

import { layStreet, LINE } from '../../shared/carriers/cubyn/parcels/street';

const words = (...lines: readonly (string | undefined)[]) => lines.filter((line) => line !== undefined).flatMap((line) => line.split(/[\s,]+/)).filter((word) => word !== '').sort();

test.each([
	['stays as it is', { line1: '12 rue des Petits Champs' }, { line1: '12 rue des Petits Champs' }],
	['goes on at a word', { line1: '12 bis avenue du Général de Gaulle et de la Résistance' }, { line1: '12 bis avenue du Général de Gaulle', line2: 'et de la Résistance' }],
	[
		'goes before what stands in the next lines',
		{ line1: '12 bis avenue du Général de Gaulle et de la Résistance', line2: 'Bâtiment B', additionalInformation: 'code 9898' },
		{ line1: '12 bis avenue du Général de Gaulle', line2: 'et de la Résistance Bâtiment B', additionalInformation: 'code 9898' },
	],
	[
		'over all three lines',
		{ line1: '12 avenue du Général de Gaulle et de la Résistance, Résidence des Grands Jardins du Parc', additionalInformation: '3e étage' },
		{ line1: '12 avenue du Général de Gaulle et', line2: 'de la Résistance, Résidence des', additionalInformation: 'Grands Jardins du Parc 3e étage' },
	],
	[
		'brings a house number at the end to the front',
		{ line1: 'Calle de la Constitución de mil ochocientos doce, 42' },
		{ line1: '42 Calle de la Constitución de mil', line2: 'ochocientos doce' },
	],
	[
		'brings the part with the house number to the front',
		{ line1: 'Résidence Les Jardins du Luxembourg, 12 ter rue de Vaugirard' },
		{ line1: '12 ter rue de Vaugirard, Résidence', line2: 'Les Jardins du Luxembourg' },
	],
	[
		'is not numbered by its apartment',
		{ line1: 'Résidence Bellevue, 12 rue de la Paix, appartement 5' },
		{ line1: 'Résidence Bellevue, 12 rue de la', line2: 'Paix, appartement 5' },
	],
	[
		'with an apartment behind the house number, which alone comes to the front',
		{ line1: 'Résidence Les Jardins du Luxembourg, 12 rue de Vaugirard, appartement 5' },
		{ line1: '12 rue de Vaugirard, appartement 5,', line2: 'Résidence Les Jardins du Luxembourg' },
	],
	[
		'with a floor after the house number',
		{ line1: 'Calle de la Constitución de mil ochocientos doce, 42, piso 3' },
		{ line1: '42 Calle de la Constitución de mil', line2: 'ochocientos doce, piso 3' },
	],
	[
		'with floor and door after the house number, as Spain writes them',
		{ line1: 'Calle de la Constitución de mil ochocientos doce, 42, 3B' },
		{ line1: '42 Calle de la Constitución de mil', line2: 'ochocientos doce, 3B' },
	],
	[
		'with floor and door after the house number, without a comma',
		{ line1: 'Calle de la Constitución de mil ochocientos doce 42 3B' },
		{ line1: '42 Calle de la Constitución de mil', line2: 'ochocientos doce 3B' },
	],
	[
		'whose house number is called one',
		{ line1: 'Calle de la Constitución de mil ochocientos doce, nº 42' },
		{ line1: 'nº 42 Calle de la Constitución de', line2: 'mil ochocientos doce' },
	],
	[
		'whose house number is called one in the same word',
		{ line1: 'Calle de la Constitución de mil ochocientos doce n°42' },
		{ line1: 'n°42 Calle de la Constitución de', line2: 'mil ochocientos doce' },
	],
	[
		'with a floor in front of the house number',
		{ line1: 'Résidence Les Jardins du Luxembourg, 3e étage, 12 rue de Vaugirard' },
		{ line1: '12 rue de Vaugirard, Résidence Les', line2: 'Jardins du Luxembourg, 3e étage' },
	],
	[
		'that has a year in its name, and the house number behind it',
		{ line1: 'Avenue de la Résistance et du 19 mars 1962, 7' },
		{ line1: '7 Avenue de la Résistance et du 19', line2: 'mars 1962' },
	],
	[
		'that has no number but that of an apartment',
		{ line1: 'Château de la Motte aux Bois, grande entrée, appartement 5' },
		{ line1: 'Château de la Motte aux Bois,', line2: 'grande entrée, appartement 5' },
	],
])('a street %s', (_name, given, expected) => {
	const laid = layStreet(given);
	expect('lines' in laid ? laid.lines : laid).toEqual(expected);
});

const word = fc.stringMatching(/^[a-zé]{1,12}$/);
const line = fc.array(word, { minLength: 1, maxLength: 14 }).map((some) => some.join(' '));

test('no word is lost, no line too long, and what does not fit is said', () => {
	fc.assert(
		fc.property(line, fc.option(line, { nil: undefined }), fc.option(line, { nil: undefined }), (line1, line2, additionalInformation) => {
			const laid = layStreet({ line1, line2, additionalInformation });
			if ('over' in laid) {
				expect(laid.over).toBeGreaterThan(0);
				return;
			}
			const { lines } = laid;
			expect(Math.max(...Object.values(lines).map(({ length }) => length))).toBeLessThanOrEqual(LINE);
			expect(words(...Object.values(lines))).toEqual(words(line1, line2, additionalInformation));
		}),
	);
});

test('a house number, wherever it stands, is in line 1', () => {
	fc.assert(
		fc.property(line, fc.integer({ min: 1, max: 999 }), fc.constantFrom('front', 'end'), (street, number, place) => {
			const laid = layStreet({ line1: place === 'front' ? `${number} ${street}` : `${street}, ${number}` });
			if ('lines' in laid) expect(laid.lines.line1.split(/[\s,]+/)).toContain(String(number));
		}),
	);
});

test('the number of a door behind it takes nothing from the house number', () => {
	fc.assert(
		fc.property(line, fc.integer({ min: 1, max: 999 }), fc.constantFrom('appartement', 'Apt.', 'piso', 'Bât', 'étage', ''), fc.integer({ min: 1, max: 99 }), (street, number, door, behind) => {
			const laid = layStreet({ line1: `${street}, ${number}, ${door} ${behind}` });
			if ('lines' in laid) expect(laid.lines.line1.split(/[\s,]+/)).toContain(String(number));
		}),
	);
});
