import { readPosition } from '../../../shared/shops/order-steps/position';

const odense = { latitude: expect.closeTo(55.3957969, 5), longitude: expect.closeTo(10.3912053, 5) };
const paris = { latitude: 48.890787, longitude: 2.338562 };
const messageOf = (answer: unknown) => {
	const read = readPosition(answer);
	return 'problem' in read ? read.problem.message : JSON.stringify(read);
};

/** A feature of IGN's Géoplateforme, and of the address API before it. */
const feature = (properties: object = {}, coordinates = [2.338562, 48.890787]) => ({
	type: 'Feature',
	geometry: { type: 'Point', coordinates },
	properties: {
		label: '18 Rue Duhesme 75018 Paris',
		score: 0.9806,
		housenumber: '18',
		id: '75118_2974_00018',
		name: '18 Rue Duhesme',
		postcode: '75018',
		citycode: '75118',
		x: 651500.23,
		y: 6865844.9,
		city: 'Paris',
		type: 'housenumber',
		_type: 'address',
		...properties,
	},
});
const found = (...features: object[]) => ({ type: 'FeatureCollection', features, query: '18 rue duhesme' });

describe('Géoplateforme', () => {
	test('a house that it is sure of', () => {
		expect(readPosition(found(feature()))).toEqual({ coordinates: paris });
		expect(readPosition(found(feature(), feature({ score: 0.6, label: '18 Rue Du Hem' }, [2.4, 48.8])))).toEqual({
			coordinates: paris,
		});
	});

	test.each([
		['a low score', found(feature({ score: 0.55 })), 'not sure'],
		['a street', found(feature({ type: 'street', housenumber: undefined, label: 'Rue Duhesme' })), 'not the house'],
		['a town', found(feature({ type: 'municipality', label: 'Paris' })), 'not the house'],
		['two places', found(feature(), feature({ label: '18 Rue Duhesme 69003 Lyon' }, [4.85, 45.75])), 'more than one'],
		['nothing', found(), 'found no place'],
		['a refusal', { code: 400, message: 'Parameter q is required' }, 'Parameter q is required'],
	])('%s is a problem', (_name, answer, text) => expect(messageOf(answer)).toContain(text));
});

/** Vestergade 10 in Odense, in metres of EPSG:25832. */
const point = { x: 588_112.12, y: 6_139_717.31 };
const house = {
	husnummertekst: '10',
	adgangsadressebetegnelse: 'Vestergade 10, 5000 Odense C',
	vejnavn: 'Vestergade',
	status: '3',
	adgangspunkt: {
		status: '2',
		geometri: {
			type: 'Point',
			crs: { type: 'name', properties: { name: 'EPSG:25832' } },
			coordinates: [point.x, point.y],
		},
		koordinater: point,
	},
	postnummer: { navn: 'Odense C', postnr: '5000' },
};

describe('Adressevælger', () => {
	test('a house and an address, looked up by their ids, are in metres', () => {
		expect(readPosition({ status: 'ok', husnummer: house })).toEqual({ coordinates: odense });
		const address = {
			adressebetegnelse: 'Vestergade 10, 2. tv, 5000 Odense C',
			etagebetegnelse: '2',
			husnummer: house,
		};
		expect(readPosition({ status: 'ok', adresse: address })).toEqual({ coordinates: odense });
	});

	test('a search has no places, and says what to do next', () => {
		const hit = { type: 'husnummer', id: '0a3f507a-b2e6', titel: 'Vestergade 10, 5000 Odense C' };
		expect(messageOf({ status: 'ok', beskrivelse: '', fund: [hit] })).toContain('by its ID');
		expect(messageOf({ status: 'ok', beskrivelse: '', fund: [] })).toContain('found no place');
	});
});

describe('the address service before it', () => {
	const koordinater = [10.3912053, 55.3957969];
	test.each([
		['an access address', { betegnelse: 'Vestergade 10', adgangspunkt: { koordinater, nøjagtighed: 'A' } }],
		['a list of addresses', [{ adgangsadresse: { adgangspunkt: { koordinater, nøjagtighed: 'B' } } }]],
		['the short form', [{ vejnavn: 'Vestergade', husnr: '10', x: 10.3912053, y: 55.3957969 }]],
		['a suggestion', [{ tekst: 'Vestergade 10', adgangsadresse: { id: 'a', x: 10.3912053, y: 55.3957969 } }]],
		['a suggestion of an address', [{ tekst: 'Vestergade 10', adresse: { id: 'a', x: 10.3912053, y: 55.3957969 } }]],
		['a suggestion of any kind', [{ type: 'adresse', tekst: 'Vestergade 10', data: { x: 10.3912053, y: 55.3957969 } }]],
		['a washed address', { kategori: 'A', resultater: [{ adresse: { x: 10.3912053, y: 55.3957969 } }] }],
	])('%s', (_name, answer) => {
		expect(readPosition(answer)).toEqual({ coordinates: { latitude: 55.3957969, longitude: 10.3912053 } });
	});

	test.each([
		[
			'an access point that is not known',
			{ betegnelse: 'Vestergade 10', adgangspunkt: { koordinater, nøjagtighed: 'U' } },
		],
		['a guess', { kategori: 'C', resultater: [{ adresse: { x: 10.39, y: 55.39 } }] }],
		['a street', [{ type: 'vejnavn', tekst: 'Vestergade', data: { x: 10.39, y: 55.39 } }]],
	])('%s is a problem', (_name, answer) => expect(messageOf(answer)).toContain('not the house'));
});

test('plain coordinates, texts and nothing', () => {
	expect(readPosition({ lat: '55.3957969', lng: '10.3912053' })).toEqual({ coordinates: odense });
	for (const nothing of [null, '', {}, [], 'error', { lat: 0, lng: 0 }, { x: 1e9, y: 1e9 }])
		expect(messageOf(nothing)).toMatch(/no place/);
});
