import { byBike, byDriver, one, type ShopCase, type Wanted } from './case';
import { calls, drivesTo, nora, noraBilling, shopifyOrder, wooOrder } from './orders';

const nora33: Wanted = { booked: { dropoff: { phone: '+33 6 11 22 33 44' } } };
const danish: Wanted = { booked: { dropoff: { phone: '+4512345678' } } };
const refused = (phone: string): Wanted => ({ refused: ['Phone', phone] });

const paris = (title: string, id: number, phone: string, wanted: Wanted = nora33): ShopCase =>
	one(title, byBike, wooOrder(id, calls(phone)), wanted);
const odense = (title: string, id: number, phone: string, wanted: Wanted = danish): ShopCase =>
	one(title, byDriver, shopifyOrder(id, drivesTo({ phone })), wanted);

/** Kinds 11, 12, 15 and 27. */
export const phoneCases: readonly ShopCase[] = [
	paris('11 a digit missing', 1101, '06 11 22 33 4', refused('06 11 22 33 4')),
	paris('11 variant: a digit too many', 1191, '06 11 22 33 445', refused('06 11 22 33 445')),
	paris('11 variant: with the country code', 1192, '+33 6 11 22 33 4', refused('+33 6 11 22 33 4')),
	odense('11 variant: a Danish one', 1193, '12 34 56 7', refused('12 34 56 7')),

	paris('12 zeros', 1201, '0000000000', refused('0000000000')),
	paris('12 +00', 1202, '+0033611223344'),
	paris('12 zeros with a prefix', 1203, '+33 0 00 00 00 00', refused('+33 0 00 00 00 00')),
	paris('12 a zero after the prefix', 1204, '+33 06 11 22 33 44'),
	paris('12 variant: brackets round the zero', 1291, '+33 (0)6 11 22 33 44'),
	paris('12 variant: the prefix twice', 1292, '+33 0033 6 11 22 33 44'),
	paris('12 variant: ones', 1293, '1111111111', refused('1111111111')),

	paris('15 U+202A to U+202C', 1501, '\u202a+33 6 11 22 33 44\u202c'),
	paris('15 U+FE0D', 1502, '+33\ufe0d-6-11-22-33-44'),
	paris('15 U+2066 to U+2069', 1503, '\u206606 11 22 33 44\u2069'),
	paris('15 a soft hyphen', 1504, '06\u00ad11223344'),
	paris('15 variant: U+FEFF', 1591, '\ufeff0611223344'),
	paris('15 variant: digits of full width', 1592, '０６１１２２３３４４'),
	paris('15 variant: a narrow space and a word joiner', 1593, '06\u202f11\u206022\u202f33\u202f44'),

	odense('27 +45', 2700, '+45 12 34 56 78'),
	odense('27 0045', 2701, '0045 12345678'),
	odense('27 brackets', 2702, '(+45)12345678'),
	odense('27 45 without a plus', 2703, '4512345678'),
	odense('27 eight digits', 2704, '12 34 56 78'),
	odense('27 invisible marks', 2705, '\u202a+45 12345678\u202c'),
	odense('27 a digit missing', 2706, '+45 12 34 56 7', refused('+45 12 34 56 7')),
	odense('27 variant: dots', 2791, '12.34.56.78'),
	odense('27 variant: tel.', 2792, 'Tlf. 12345678'),
	odense('27 variant: Swedish', 2793, '+46 70 123 45 67', { refused: ['Phone', '+46701234567'] }),
	one(
		'27 variant: in the billing address alone',
		byBike,
		wooOrder(2794, { shipping: { ...nora }, billing: { ...noraBilling, phone: '0033 6 11 22 33 44' } }),
		nora33,
	),
];
