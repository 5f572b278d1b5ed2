import fc from '../fast-check';

import { readPostalCode } from '../../shared/delivery/postal-code';
import { postalPlans } from '../../shared/delivery/postal-plan';

test.each([
	['DK-5000', 'DK', '5000'],
	['DK 5000', 'DK', '5000'],
	['5000 ', 'DK', '5000'],
	['0900', 'DK', '0900'],
	['75 011', 'FR', '75011'],
	['75011.0', 'FR', '75011'],
	['F-69002', 'FR', '69002'],
	['６９００２', 'FR', '69002'],
	['\u200b69002', 'FR', '69002'],
	['D-01067', 'DE', '01067'],
	['1234ab', 'NL', '1234AB'],
	['NL-1234 AB', 'NL', '1234 AB'],
	['sw1a 1aa', 'GB', 'SW1A 1AA'],
	['GB-SW1A1AA', 'GB', 'SW1A1AA'],
	['SE1 7PB', 'GB', 'SE1 7PB'],
	['S-111 20', 'SE', '111 20'],
	['1010', 'LV', 'LV-1010'],
	['F-97400', 'RE', '97400'],
	['100-0001', 'JP', '100-0001'],
])('%s in %s is %s', (text, country, code) => {
	expect(readPostalCode(text, country)).toEqual({ code });
});

test.each([
	['1000', 'FR', '01000'],
	['7501.0', 'FR', '07501'],
	['1067', 'DE', '01067'],
	['8001', 'ES', '08001'],
	['184', 'IT', '00184'],
	['100', 'FI', '00100'],
	['150', 'NO', '0150'],
	['2139', 'US', '02139'],
])('%s in %s has lost a nought: %s', (text, country, code) => {
	expect(readPostalCode(text, country)).toEqual({ code, warning: expect.stringContaining(`is read as ${code}`) });
});

test.each([
	['900', 'DK', 'Denmark'],
	['750', 'FR', 'France'],
	['750111', 'FR', 'France'],
	['75002 Paris', 'FR', 'France'],
	['5000', 'SE', 'Sweden'],
	['1'.repeat(1_000), 'FR', 'France'],
])('%s in %s is refused by name', (text, country, name) => {
	expect(readPostalCode(text, country)).toEqual({
		fault: expect.stringContaining(`must be a postal code of ${name}, such as `),
	});
});

test.each(Object.entries(postalPlans))(
	'%s takes its own example, with and without its letters, as it is',
	(country, { example }) => {
		expect(readPostalCode(example, country)).toEqual({ code: example });
		expect(readPostalCode(`${country}-${example}`, country)).toEqual({ code: example });
		expect(readPostalCode(` ${example.toLowerCase()} `, country)).toEqual({ code: example });
	},
);

test('what is read reads the same again', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...Object.keys(postalPlans)),
			fc.string({ unit: fc.constantFrom(...'0123456789AFD- .'), maxLength: 10 }),
			(country, text) => {
				const read = readPostalCode(text, country);
				if ('code' in read) expect(readPostalCode(read.code, country)).toEqual({ code: read.code });
			},
		),
		{ numRuns: 5_000 },
	);
});
