import fc from '../fast-check';

import { asciiDigits, cleanLine, cleanText } from '../../shared/delivery/clean-text';
import { decodeEntities } from '../../shared/delivery/html-entities';
import { cleanShopText, readReference } from '../../shared/delivery/shop-text';

describe('a free text', () => {
	test.each([
		['controls', 'Petit\u0000\u0007', 'Petit'],
		['a control inside a word', 'Mar\u0000tin', 'Martin'],
		['a vertical tab and 0x1A', 'Ring\u001a klok\u000bken', 'Ring klokken'],
		['a direction override', '\u202eNora\u202c', 'Nora'],
		['isolates', '\u2066Nora\u2069', 'Nora'],
		['zero-width characters', 'No\u200bra\ufeff', 'Nora'],
		['a soft hyphen', 'Ober\u00adkampf', 'Oberkampf'],
		['half a pair', 'Nora\ud83d', 'Nora'],
		['a letter in two characters', 'e\u0301tage', '\u00e9tage'],
		['line breaks of every sort', 'a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
		['spaces around what nobody sees', ' \u200b Nora \u200b ', 'Nora'],
	])('loses %s', (_title, text, expected) => {
		expect(cleanText(text)).toBe(expected);
	});

	test('keeps line breaks and tabs, and a single line has neither', () => {
		expect(cleanText('2nd floor\n\tRing twice')).toBe('2nd floor\n\tRing twice');
		expect(cleanLine('2nd floor\n\tRing twice')).toBe('2nd floor  Ring twice');
	});

	test('has nothing unseen, and is the same when cleaned again', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const clean = cleanText(text);
				expect(clean).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}]/u);
				expect(cleanText(clean)).toBe(clean);
				expect(clean).toBe(clean.normalize('NFC'));
			}),
			{ numRuns: 1_000 },
		);
	});

	test('without unseen characters stays as it is', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'abcéÅ12 ,.-/ßœ€😀') }), (text) => {
				expect(cleanText(text)).toBe(text.normalize('NFC').trim());
			}),
		);
	});
});

describe("a text of a shop's order", () => {
	test.each([
		['O&#039;Neill', "O'Neill"],
		['Th&eacute; &amp; Caf&eacute;', 'Thé & Café'],
		['12 rue de l&#8217;Ourcq', '12 rue de l’Ourcq'],
		['Sonner &quot;Neill&quot;', 'Sonner "Neill"'],
		['Sel &amp; poivre &#8211; 2', 'Sel & poivre – 2'],
		['&#x27;Ada&#X27;', "'Ada'"],
		['&#146;', '’'],
		['&szlig;&Uuml;&oelig;&euro;&hellip;', 'ßÜœ€…'],
		['&iquest;&Agrave;&Iuml;&iuml;&uacute;&yuml;&Omega;&omega;', '¿ÀÏïúÿΩω'],
	])('%s is %s', (text, expected) => {
		expect(cleanShopText(text)).toBe(expected);
	});

	test.each(['AT&T', 'R&D;', 'a &amp b', '&#xD800;', '&#99999999;', '&nothing;', '&;', '&#;'])(
		'%s is no entity',
		(text) => {
			expect(decodeEntities(text)).toBe(text);
		},
	);

	test('is decoded once', () => {
		expect(cleanShopText('&amp;lt;b&amp;gt;')).toBe('&lt;b&gt;');
	});

	test('loses unseen characters that were escaped', () => {
		expect(cleanShopText('Nora&#0;&#8203;&shy; Petit')).toBe('Nora Petit');
	});
});

describe('a reference', () => {
	test('from a sheet is the number it was, with a warning', () => {
		expect(readReference(' 5302.0 ')).toEqual({
			reference: '5302',
			warning: expect.stringContaining('"5302.0" is read as 5302'),
		});
		expect(readReference('5302,0')).toMatchObject({ reference: '5302' });
	});

	test.each([
		['5302', '5302'],
		['5302.5', '5302.5'],
		['5302,5', '5302,5'],
		['5,302,0', '5,302,0'],
		['v5302.0', 'v5302.0'],
		['1.0.0', '1.0.0'],
		['WC-\u200b1042 ', 'WC-1042'],
	])('%s is %s', (text, reference) => {
		expect(readReference(text)).toEqual({ reference });
	});
});

test('digits of other scripts and dashes are read as ASCII', () => {
	expect(asciiDigits('０６‑１１–٢٢ ۳۳')).toBe('06-11-22 33');
});
