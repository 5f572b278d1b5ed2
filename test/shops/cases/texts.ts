import type { JsonObject } from '../../../shared/json';
import { byBike, byDriver, one, type ShopCase, type Wanted } from './case';
import { drivesTo, freja, nora, shipsTo, shopifyOrder, wooOrder } from './orders';

const booked = (dropoff: JsonObject, more: JsonObject = {}): Wanted => ({ booked: { dropoff, ...more } });
const at = (title: string, id: number, order: JsonObject, wanted: Wanted): ShopCase =>
	one(title, byBike, wooOrder(id, order), wanted);
const zip = (title: string, id: number, text: string, wanted: Wanted): ShopCase =>
	one(title, byDriver, shopifyOrder(id, drivesTo({ zip: text })), wanted);
const odense = booked({ postalCode: '5000' });
const paris = (
	title: string,
	id: number,
	postcode: string,
	wanted: Wanted = booked({ postalCode: '75011' }),
): ShopCase => at(title, id, shipsTo({ postcode }), wanted);

/** Kinds 10, 19, 20, 51 and 52. */
export const textCases: readonly ShopCase[] = [
	at(
		'10 entities',
		1001,
		{
			customer_note: 'Sonner &quot;Neill&quot; &amp; attendre',
			shipping: {
				...nora,
				last_name: 'O&#039;Neill',
				company: 'Thé &amp; Café',
				address_1: '12 rue de l&#8217;Ourcq',
				phone: '',
			},
			line_items: [{ name: 'Sel &amp; poivre &#8211; 2 pièces', quantity: 1 }],
		},
		booked(
			{
				name: "Nora O'Neill",
				company: 'Thé & Café',
				street: '12 rue de l’Ourcq',
				instructions: 'Sonner "Neill" & attendre',
			},
			{ packages: [{ name: 'Sel & poivre – 2 pièces' }] },
		),
	),
	at(
		'10 variant: named ones',
		1091,
		shipsTo({ address_1: '3 rue de l&rsquo;&Eacute;toile' }),
		booked({ street: '3 rue de l’Étoile' }),
	),
	at('10 variant: in hexadecimal', 1092, shipsTo({ last_name: 'O&#x27;Neill' }), booked({ name: "Nora O'Neill" })),
	at(
		'10 variant: an ampersand that is one',
		1093,
		shipsTo({ company: 'Dupont & Fils &co' }),
		booked({ company: 'Dupont & Fils &co' }),
	),

	at(
		'19 house number in the second line',
		1901,
		{ customer_note: 'Code 12A', ...shipsTo({ address_1: 'rue Oberkampf', address_2: '3' }) },
		booked({ street: '3 rue Oberkampf', instructions: 'Code 12A' }),
	),
	at(
		'19 variant: bis',
		1991,
		shipsTo({ address_1: 'rue Oberkampf', address_2: '3 bis' }),
		booked({ street: '3 bis rue Oberkampf' }),
	),
	at(
		'19 variant: the number first',
		1992,
		shipsTo({ address_1: '3', address_2: 'rue Oberkampf' }),
		booked({ street: '3 rue Oberkampf' }),
	),
	at(
		'19 variant: a floor is no house number',
		1993,
		shipsTo({ address_2: '2e étage' }),
		booked({ street: '3 rue Oberkampf', instructions: '2e étage' }),
	),

	one(
		'20 last name only',
		byDriver,
		shopifyOrder(2001, drivesTo({ first_name: null, name: 'Holm' })),
		booked({ name: 'Holm' }),
	),
	one(
		'20 variant: first name only',
		byDriver,
		shopifyOrder(2091, drivesTo({ last_name: '', name: 'Freja' })),
		booked({ name: 'Freja' }),
	),
	one(
		'20 variant: a company alone',
		byDriver,
		shopifyOrder(2092, {
			...drivesTo({ first_name: '', last_name: '', name: '', company: 'Bageriet' }),
			billing_address: null,
			customer: null,
		}),
		booked({ name: 'Bageriet' }),
	),
	one(
		'20 variant: billed to the address that is missing',
		byDriver,
		shopifyOrder(2093, { shipping_address: null, billing_address: { ...freja, first_name: null, name: 'Holm' } }),
		booked({ name: 'Holm' }),
	),

	at(
		'51 NUL, BEL and 0x1A',
		5101,
		shipsTo({ last_name: 'Petit\u0000\u0007', address_1: '3 rue Oberkampf\u001a' }),
		booked({ name: 'Nora Petit', street: '3 rue Oberkampf' }),
	),
	at('51 right to left', 5102, shipsTo({ first_name: '\u202eNora\u202c' }), booked({ name: 'Nora Petit' })),
	at('51 variant: in the note', 5191, { customer_note: 'Code\u000b 12\u001bA' }, booked({ instructions: 'Code 12A' })),
	at('51 variant: a zero-width space', 5192, shipsTo({ city: 'Pa\u200bris' }), booked({ city: 'Paris' })),
	at('51 variant: half a pair', 5193, shipsTo({ last_name: 'Petit\ud83d' }), booked({ name: 'Nora Petit' })),

	zip('52 DK-5000', 5201, 'DK-5000', odense),
	zip('52 a space after it', 5202, '5000 ', odense),
	zip('52 variant: full width', 5291, '５０００', odense),
	zip('52 variant: another country', 5292, 'SE-211 20', { refused: ['SE-211 20'] }),
	paris('52 variant: a space inside', 5293, '75 011'),
	paris('52 variant: as a sheet writes it', 5294, '75011.0'),
	paris('52 variant: F-', 5295, 'F-75011'),
	paris('52 variant: a digit too many', 5296, '750112', { refused: ['750112'] }),
];
