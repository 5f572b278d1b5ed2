import { byParcel, one, type ShopCase } from './case';
import { prestaOrder, rows } from './orders';

const booked = { booked: {} };
const empty = { refused: ['no lines'] };
const mug = { product_id: '7', product_name: 'Mug', product_reference: 'product_1' };

/** Kinds 30, 32, 33 and 38: PrestaShop and parcels. What was sent is checked where it is read. */
export const parcelCases: readonly ShopCase[] = [
	one('30 no rows', byParcel, prestaOrder(3001, { associations: undefined }), empty),
	one('30 an empty list', byParcel, prestaOrder(3002, rows([])), empty),
	one('30 variant: rows without goods', byParcel, prestaOrder(3091, rows([{}])), { refused: ['3091'] }),
	one('30 variant: a quantity of 0', byParcel, prestaOrder(3092, rows([{ ...mug, product_quantity: '0' }])), {
		refused: ['3092'],
	}),
	one(
		'30 variant: an empty text for the list',
		byParcel,
		prestaOrder(3093, { associations: { order_rows: '' } }),
		empty,
	),

	one(
		'32 a company of 41 letters',
		byParcel,
		prestaOrder(3201, {}, { company: "Association des parents d'élèves de Vaise" }),
		booked,
	),
	one(
		'32 variant: 80 letters',
		byParcel,
		prestaOrder(
			3291,
			{},
			{ company: 'Association pour la sauvegarde du patrimoine des bords de Saône et de ses quais' },
		),
		booked,
	),
	one(
		'32 variant: one long word',
		byParcel,
		prestaOrder(3292, {}, { company: 'Donaudampfschifffahrtsgesellschaftskapitän' }),
		booked,
	),
	one(
		'32 variant: beside a long street',
		byParcel,
		prestaOrder(
			3293,
			{},
			{ company: "Association des parents d'élèves", address1: '112 bis avenue du Général de Gaulle prolongée' },
		),
		booked,
	),

	one(
		'33 a note of 56 letters',
		byParcel,
		prestaOrder(3301, {}, { other: 'Code 1234, laisser chez la gardienne au rez-de-chaussée' }),
		booked,
	),
	one(
		'33 variant: in two lines',
		byParcel,
		prestaOrder(3391, {}, { other: 'Code 1234,\nlaisser chez la gardienne' }),
		booked,
	),
	one(
		'33 variant: with a second line of the address',
		byParcel,
		prestaOrder(3392, {}, { address2: 'Bâtiment B', other: 'Sonner chez Martin' }),
		booked,
	),
	one(
		'33 variant: a note that no line holds',
		byParcel,
		prestaOrder(3393, {}, { other: 'Sonner deux fois. '.repeat(12) }),
		{
			refused: ['does not fit'],
		},
	),

	one(
		'38 one line as an object',
		byParcel,
		prestaOrder(3801, rows({ product_reference: 'product_1', product_quantity: '2' }), {
			id_country: 8,
			postcode: 69002,
		}),
		booked,
	),
	one(
		'38 numbers as numbers',
		byParcel,
		prestaOrder(3802, rows([{ product_reference: 12345, product_quantity: 2 }]), { id_country: 8, postcode: 69002 }),
		booked,
	),
	one(
		'38 variant: rows in a field of their name',
		byParcel,
		prestaOrder(3891, { associations: { order_rows: { order_row: { ...mug, product_quantity: 2 } } } }),
		booked,
	),
	one(
		'38 variant: the phone as a number',
		byParcel,
		prestaOrder(3892, {}, { phone: '', phone_mobile: 612345678 }),
		booked,
	),
	one(
		'38 variant: a quantity with decimals',
		byParcel,
		prestaOrder(3893, rows([{ ...mug, product_quantity: '2.000' }])),
		booked,
	),
];
