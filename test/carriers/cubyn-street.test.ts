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
