import fc from '../fast-check';

import { isPlanned, lengthFault, toE164 } from '../../shared/delivery/phone';
import { readPhone } from '../../shared/delivery/phone-origin';

describe('a number is read', () => {
	test.each([
		['06 11 22 33 44', 'FR', '+33611223344'],
		['+33 06 11 22 33 44', 'FR', '+33611223344'],
		['+33 (0)6 11 22 33 44', 'FR', '+33611223344'],
		['0033 (0)6 11 22 33 44', 'DK', '+33611223344'],
		['+0033611223344', 'FR', '+33611223344'],
		['+33 +33 6 11 22 33 44', 'FR', '+33611223344'],
		['+33 0033 6 11 22 33 44', 'FR', '+33611223344'],
		['33611223344', 'FR', '+33611223344'],
		['\u202a+33 6 11 22 33 44\u202c', 'FR', '+33611223344'],
		['+33\ufe0d-6-11-22-33-44', 'FR', '+33611223344'],
		['\u206606 11 22 33 44\u2069', 'FR', '+33611223344'],
		['06\u00ad11223344', 'FR', '+33611223344'],
		['０６ １１ ２２ ３３ ４４', 'FR', '+33611223344'],
		['06–11–22–33–44', 'FR', '+33611223344'],
		['Tél. 06 11 22 33 44', 'FR', '+33611223344'],
		['+45 12 34 56 78', 'DK', '+4512345678'],
		['0045 12345678', 'DK', '+4512345678'],
		['(+45)12345678', 'DK', '+4512345678'],
		['4512345678', 'DK', '+4512345678'],
		['07700 900123', 'GB', '+447700900123'],
		['501 234 567', 'PL', '+48501234567'],
		['0664 1234567', 'AT', '+436641234567'],
		['06 20 123 4567', 'HU', '+36201234567'],
		['06 1234 5678', 'IT', '+390612345678'],
		['02 511 12 34', 'BE', '+3225111234'],
		['04 222 12 34', 'BE', '+3242221234'],
		['612345678.0', 'FR', '+33612345678'],
		['0612345678.0', 'FR', '+33612345678'],
		['+81 3-1234-5678', 'FR', '+81312345678'],
	])('%s in %s', (text, country, expected) => {
		expect(toE164(text, country)).toBe(expected);
	});

	test.each([
		['0692', '262'],
		['0693', '262'],
		['0639', '262'],
		['0690', '590'],
		['0691', '590'],
		['0694', '594'],
		['0696', '596'],
		['0697', '596'],
	])('%s is of +%s, even if the country field differs', (prefix, code) => {
		const expected = `+${code}${prefix.slice(1)}123456`;
		for (const country of ['FR', 'RE', 'GP', 'GF', 'MQ', 'YT'])
			expect(readPhone(`${prefix} 12 34 56`, { called: country, home: 'FR' })?.e164).toBe(expected);
		expect(toE164(`+33 ${prefix.slice(1)} 12 34 56`, 'FR')).toBe(expected);
		expect(toE164(`+${code} ${prefix.slice(1)} 12 34 56`, 'FR')).toBe(expected);
	});
});

describe('a number is refused', () => {
	test.each([
		'0000000000',
		'+33 0 00 00 00 00',
		'+33000000000',
		'+0611223344',
		'+390000000000',
		'06 11 22 33 4',
		'06 11 22 33 44 5',
		'+45 12 34 56 7',
		'06 11 22 33 44 / 06 55 66 77 88',
		'code 1234',
		'1'.repeat(200),
	])('%s', (text) => {
		expect(toE164(text, 'FR')).toBeUndefined();
	});

	test('with what is wrong with its length', () => {
		expect(lengthFault('06 11 22 33 4', 'FR')).toBe('short');
		expect(lengthFault('+45 12 34 56 7', 'FR')).toBe('short');
		expect(lengthFault('06 11 22 33 44 5', 'FR')).toBe('long');
		expect(lengthFault('at the door', 'FR')).toBeUndefined();
	});

	test.each([
		['BE', '047012345'],
		['BE', '+32 470 12 34 5'],
		['NL', '06 1234 567'],
		['ES', '612 345 67'],
		['PT', '912 345 67'],
		['DK', '20 12 34 5'],
		['CH', '079 123 45 6'],
		['PL', '501 234 56'],
		['GB', '07700 90012'],
		['LU', '621 123 45'],
		['CZ', '601 123 45'],
	])('a mobile of %s that lacks a digit: %s', (country, text) => {
		expect(toE164(text, country)).toBeUndefined();
	});

	test('when any digit of a French number is lost', () => {
		fc.assert(
			fc.property(fc.integer({ min: 600_000_00, max: 799_999_99 }), (digits) => {
				expect(toE164(`0${digits}`, 'FR')).toBeUndefined();
			}),
		);
	});
});

test('every number that is read fits a plan and reads the same again', () => {
	const piece = fc.constantFrom(
		'+',
		'0',
		'00',
		'33',
		'45',
		'6',
		'7',
		'12',
		'34',
		'99',
		' ',
		'-',
		'(0)',
		'x',
		',,',
		'\u202a',
		'0692',
		'#',
	);
	fc.assert(
		fc.property(
			fc.array(piece, { minLength: 3, maxLength: 12 }),
			fc.constantFrom('FR', 'DK', 'CH', 'IT', 'JP'),
			(pieces, called) => {
				const read = readPhone(pieces.join(''), { called, home: 'FR' });
				if (read === undefined) return;
				expect(read.e164).toMatch(/^\+[1-9]\d{5,14}$/);
				expect(isPlanned(read.e164)).toBe(true);
				expect(readPhone(read.e164, { called, home: 'FR' })).toEqual({ e164: read.e164 });
			},
		),
		{ numRuns: 5_000 },
	);
});

describe('of two countries', () => {
	test.each([
		['a mobile of France, as France groups it', '06 12 34 56 78', 'CH', '+33612345678'],
		['a mobile of France that Switzerland has not', '0631234567', 'CH', '+33631234567'],
		['a line in Basel, as Switzerland groups it', '061 234 56 78', 'CH', '+41612345678'],
		['a mobile of Switzerland', '079 123 45 67', 'CH', '+41791234567'],
		['a mobile of the Netherlands', '0612345678', 'NL', '+31612345678'],
		['a mobile of Belgium', '0470 12 34 56', 'BE', '+32470123456'],
	])('%s', (_title, text, called, expected) => {
		expect(readPhone(text, { called, home: 'FR' })?.e164).toBe(expected);
	});

	test('a row of digits that may be either is not guessed', () => {
		expect(readPhone('0612345678', { called: 'CH', home: 'FR' })).toBeUndefined();
	});
});

describe('what is typed after calling', () => {
	test.each([
		'01 76 00 00 00 ext. 12',
		'01 76 00 00 00 poste 12',
		'0176000000x12',
		'01 76 00 00 00,,12#',
		'+33 1 76 00 00 00;ext=12',
		'01 76 00 00 00 (code 12)',
		'01 76 00 00 00 #12',
		'01 76 00 00 00 p. 12',
		'0176000000;12',
		'+33 1 76 00 00 00 tone 12',
		'01 76 00 00 00 - code: 12',
	])('is kept: %s', (text) => {
		expect(readPhone(text, { home: 'FR' })).toEqual({ e164: '+33176000000', extension: '12' });
	});
});
