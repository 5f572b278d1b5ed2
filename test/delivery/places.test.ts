import { countryCode } from '../../shared/delivery/country';
import { joinHouseNumber } from '../../shared/delivery/street-lines';

test.each([
	['rue Oberkampf', '3', 'FR', '3 rue Oberkampf', ''],
	['rue Oberkampf', '3. Code 12A', 'FR', '3 rue Oberkampf', 'Code 12A'],
	['rue Oberkampf', '3 bis, 2e étage', 'FR', '3 bis rue Oberkampf', '2e étage'],
	['rue du 8 Mai 1945', '3', 'FR', '3 rue du 8 Mai 1945', ''],
	['Place de la Bastille', '12 Code 1234', undefined, '12 Place de la Bastille', 'Code 1234'],
	['Vestergade', '10, 2. tv', 'DK', 'Vestergade 10', '2. tv'],
	['Calle Mayor', '25, 3º B', 'ES', 'Calle Mayor 25', '3º B'],
	['Kerkstraat', '12 bus 3', 'BE', 'Kerkstraat 12', 'bus 3'],
	['Via Roma', '10/A', 'IT', 'Via Roma 10/A', ''],
	['Via Roma', '10 int. 3', 'IT', 'Via Roma 10', 'int. 3'],
	['Hauptstraße', '5 2. OG', 'DE', 'Hauptstraße 5', '2. OG'],
	['Vestergade', '10, st. th.', 'DK', 'Vestergade 10', 'st. th.'],
	['rue Oberkampf', '12 bis A', 'FR', '12 bis A rue Oberkampf', ''],
	['Place de la Mairie', '1 (face à l’église)', 'FR', '1 Place de la Mairie', '(face à l’église)'],
	['Calle Mayor', '12 piso 3', 'ES', 'Calle Mayor 12', 'piso 3'],
])('the number at the head of line 2 goes to the street: %s | %s', (line1, line2, country, street, rest) => {
	expect(joinHouseNumber(line1, line2, country)).toEqual({ line1: street, line2: rest });
});

test.each([
	['12 rue Oberkampf', '3', 'FR'],
	['Vestergade 10', '3', 'DK'],
	['Résidence Les Pins, 12 rue Oberkampf', '3', 'FR'],
	['rue Oberkampf', '3e étage', 'FR'],
	['rue Oberkampf', '3 étage', 'FR'],
	['Vestergade', '2. sal', 'DK'],
	['rue Oberkampf', 'Bât 3', 'FR'],
	['Bâtiment B', '12', 'FR'],
	['Chez Mme Martin', '12', 'FR'],
	['Calle Mayor', '3 piso', 'ES'],
	['rue Oberkampf', "12 St Mary's Road", 'GB'],
	['', '3', 'FR'],
])('a street with its number, or a number of a floor, stays: %s | %s', (line1, line2, country) => {
	expect(joinHouseNumber(line1, line2, country)).toEqual({ line1, line2 });
});

test.each([
	['France', 'FR'],
	['FRA', 'FR'],
	['dnk', 'DK'],
	['Denmark', 'DK'],
	['Czech Republic', 'CZ'],
	['The Netherlands', 'NL'],
	['United States of America', 'US'],
	['UK', 'GB'],
	['GBR', 'GB'],
	['Suisse', 'CH'],
	['Canarias', 'ES'],
	['Islas Canarias', 'ES'],
	['IC', 'ES'],
	['Ceuta', 'ES'],
	['République tchèque', 'CZ'],
	['France métropolitaine', 'FR'],
	['Fra\u200bnce', 'FR'],
])('%s is %s', (text, code) => {
	expect(countryCode(text)).toBe(code);
});

test.each(['Atlantis', 'XA', 'UN', '', 'F'.repeat(1_000)])('%s is no country', (text) => {
	expect(countryCode(text)).toBeUndefined();
});
