import { nationalDigits, toE164 } from '../../shared/delivery/phone';

test.each([
	['06 12 34 56 78', 'FR', '+33612345678'],
	['+33 6 12 34 56 78', 'DK', '+33612345678'],
	['0033612345678', 'FR', '+33612345678'],
	['12 34 56 78', 'DK', '+4512345678'],
	['004512345678', 'DK', '+4512345678'],
	['+32 470 70 70 70', 'FR', '+32470707070'],
	['+32485549268', 'FR', '+32485549268'],
	['+81 3-1234-5678', 'FR', '+81312345678'],
])('%s in %s', (text, country, expected) => {
	expect(toE164(text, country)).toBe(expected);
});

test.each(['at the door', '12', '', '+', '06 12', '+33 6 12 34 56 78 99 99'])('"%s" is no phone number', (text) => {
	expect(toE164(text, 'FR')).toBeUndefined();
});

test('eight digits for Denmark alone', () => {
	expect(nationalDigits('+4512345678', 'DK')).toBe('12345678');
	expect(nationalDigits('+33612345678', 'DK')).toBeUndefined();
});
