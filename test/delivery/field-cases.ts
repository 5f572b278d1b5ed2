import { isJsonObject, type Json, type JsonObject } from '../../shared/json';

/** What shops, sheets and databases hand over, and what the carrier must get. Reduced from real orders. */
export interface FieldCase {
	title: string;
	carrier: 'cyke' | 'deliverit' | 'cubyn' | 'hubrise';
	action: string;
	/** Changes of the usual input, by dotted path. */
	changes: JsonObject;
	/** Values in the body that is sent, by dotted path. */
	sent?: JsonObject;
	/** Nothing is sent, and the message says this. */
	refused?: string;
}

export const usual: Readonly<Record<FieldCase['carrier'], JsonObject>> = {
	cyke: {
		client_order_reference: 'WC-1001',
		dropoff: {
			slot_starting_at: '2030-05-21T14:00:00+02:00',
			slot_ending_at: '2030-05-21T18:00:00+02:00',
			recipient_name: 'Nora Petit',
			recipient_phone: '06 11 22 33 44',
			address: '3 rue Oberkampf',
			postal_code: '75011',
			city: 'Paris',
		},
		packages: [{ name: 'Savon', amount: 1, volume_dm3: 20, weight_kg: 5 }],
	},
	deliverit: {
		reference: 'SH-2700',
		time: '18:30',
		firstname: 'Freja',
		lastname: 'Holm',
		telephone: '+45 12 34 56 78',
		street: 'Vestergade 10',
		zip: '5000',
		city: 'Odense C',
		latitude: 55.3957969,
		longitude: 10.3912053,
	},
	cubyn: {
		orderRef: 'PS-1',
		lastName: 'Martin',
		address: { line1: '3 place Bellecour', zip: '69002', city: 'Lyon', country: 'FR' },
		items: [{ reference: 'product_1', count: 1 }],
	},
	hubrise: {
		private_ref: 'WC-1',
		currency: 'EUR',
		customer: {
			first_name: 'Nora',
			last_name: 'Petit',
			phone: '06 11 22 33 44',
			address_1: '3 rue Oberkampf',
			postal_code: '75011',
			city: 'Paris',
			country: 'FR',
		},
		items: [{ product_name: 'Savon', price: '4.50', quantity: '1' }],
	},
};

const phone = (value: string, sent: string): FieldCase => ({
	title: `phone ${JSON.stringify(value)}`,
	carrier: 'cyke',
	action: 'delivery.create',
	changes: { 'dropoff.recipient_phone': value },
	sent: { 'dropoff.place.recipient_phone': sent },
});
const badPhone = (value: string): FieldCase => ({
	title: `phone ${JSON.stringify(value)}`,
	carrier: 'cyke',
	action: 'delivery.create',
	changes: { 'dropoff.recipient_phone': value },
	refused: 'Drop-Off Phone must be a phone number',
});
const danish = (value: string): FieldCase => ({
	title: `Danish phone ${value}`,
	carrier: 'deliverit',
	action: 'driver.create',
	changes: { telephone: value },
	sent: { telephone: '12345678' },
});
const starts = (value: string): FieldCase => ({
	title: `time ${value}`,
	carrier: 'cyke',
	action: 'delivery.create',
	changes: { 'dropoff.slot_starting_at': value },
	sent: { 'dropoff.slot_starting_at': '2030-05-21T14:00:00.000+02:00' },
});
const text = (title: string, changes: JsonObject, sent: JsonObject): FieldCase => ({
	title,
	carrier: 'cyke',
	action: 'delivery.create',
	changes,
	sent,
});
const zip = (value: string | number, sent: string): FieldCase => ({
	title: `Danish postal code ${value}`,
	carrier: 'deliverit',
	action: 'driver.create',
	changes: { zip: value },
	sent: { zip: sent },
});
const lyon = (value: string | number): FieldCase => ({
	title: `French postal code ${value}`,
	carrier: 'cubyn',
	action: 'parcel.create',
	changes: { 'address.zip': value },
	sent: { 'address.zip': '69002' },
});

const hubrise = (title: string, changes: JsonObject, sent: JsonObject): FieldCase => ({
	title,
	carrier: 'hubrise',
	action: 'order.create',
	changes,
	sent,
});

const UNSEEN = '\u202eThe\u0301 \u200bNoir\u202c\u0000';
const SEEN = 'Th\u00e9 Noir';

/** Each free text of a booking without what nobody sees. */
const free = (carrier: FieldCase['carrier'], action: string, paths: readonly string[]): FieldCase[] =>
	paths.map((path) => ({
		title: `unseen characters in ${path}`,
		carrier,
		action,
		changes: { [path]: UNSEEN },
		sent: { [wireOf(path)]: SEEN },
	}));
/** The form has the place beside the slot, the body inside of it. */
const wireOf = (path: string) => path.replace(/^dropoff\./, 'dropoff.place.');

export const fieldCases: readonly FieldCase[] = [
	...['+0033611223344', '+33 06 11 22 33 44', '\u202a+33 6 11 22 33 44\u202c', '+33\ufe0d-6-11-22-33-44'].map((value) =>
		phone(value, '+33611223344'),
	),
	...['0000000000', '+33 0 00 00 00 00', '06 11 22 33 4'].map(badPhone),
	...['+45 12 34 56 78', '0045 12345678', '12 34 56 78', '(+45)12345678', '4512345678'].map(danish),
	danish('\u202a+45 12345678\u202c'),
	{
		title: 'a Danish phone one digit short',
		carrier: 'deliverit',
		action: 'driver.create',
		changes: { telephone: '+45 12 34 56 7' },
		refused: 'Phone',
	},
	{
		title: 'a Swedish phone at a Danish carrier',
		carrier: 'deliverit',
		action: 'driver.create',
		changes: { telephone: '+46 70 123 45 67' },
		refused: 'Phone',
	},
	...[
		'2030-05-21 14:00:00+02',
		'2030-05-21T14:00:00.000000',
		'2030-05-21 14:00:00.000456+02:00',
		'2030-05-21 14h00',
	].map(starts),
	text(
		'HTML entities',
		{
			'dropoff.recipient_name': 'Nora O&#039;Neill',
			'dropoff.company_name': 'Thé &amp; Café',
			'dropoff.address': '12 rue de l&#8217;Ourcq',
			'dropoff.address_instructions': 'Sonner &quot;Neill&quot; &amp; attendre',
			packages: [{ name: 'Sel &amp; poivre &#8211; 2 pièces', amount: 1, volume_dm3: 20, weight_kg: 5 }],
		},
		{
			'dropoff.place.recipient_name': "Nora O'Neill",
			'dropoff.place.company_name': 'Thé & Café',
			'dropoff.place.address': '12 rue de l’Ourcq',
			'dropoff.place.address_instructions': 'Sonner "Neill" & attendre',
			'packages.0.name': 'Sel & poivre – 2 pièces',
		},
	),
	text(
		'HTML entities, once',
		{ 'dropoff.recipient_name': 'A&amp;amp;B', 'dropoff.address': '3 rue AT&T; amp;' },
		{ 'dropoff.place.recipient_name': 'A&amp;B', 'dropoff.place.address': '3 rue AT&T; amp;' },
	),
	text(
		'control and direction characters',
		{ 'dropoff.recipient_name': '\u202eNora\u202c Petit\u0000\u0007', 'dropoff.address': '3 rue Oberkampf\u001a' },
		{ 'dropoff.place.recipient_name': 'Nora Petit', 'dropoff.place.address': '3 rue Oberkampf' },
	),
	...(['DK-5000', '5000 ', '５０００', '5000.0', 5000] as const).map((value) => zip(value, '5000')),
	zip('0900', '0900'),
	{
		title: 'what is no Danish postal code',
		carrier: 'deliverit',
		action: 'driver.create',
		changes: { zip: '75011' },
		refused: 'Postal Code',
	},
	...(['F-69002', '69 002', '69002.0', 69002] as const).map(lyon),
	...free('hubrise', 'order.create', [
		'customer.first_name',
		'customer.delivery_notes',
		'items.0.product_name',
		'items.0.customer_notes',
		'seller_notes',
	]),
	...free('deliverit', 'driver.create', ['firstname', 'street', 'city']),
	{
		title: 'unseen characters in remarks',
		carrier: 'deliverit',
		action: 'driver.create',
		changes: { remarks: UNSEEN },
		sent: { remarks: `[ref:SH-2700] ${SEEN}` },
	},
	...free('cubyn', 'parcel.create', [
		'lastName',
		'organizationName',
		'address.line1',
		'address.line2',
		'address.city',
		'address.additionalInformation',
	]),
	...free('cyke', 'delivery.create', [
		'dropoff.company_name',
		'dropoff.address_instructions',
		'comments',
		'sender_display_name',
		'packages.0.name',
	]),
	...(['F-75011', '75 011', '75011.0', '７５０１１'] as const).map((value) =>
		hubrise(`postal code ${value}`, { 'customer.postal_code': value }, { 'customer.postal_code': '75011' }),
	),
	hubrise(
		'a house number in the second line',
		{ 'customer.address_1': 'rue Oberkampf', 'customer.address_2': '3, code 12A' },
		{ 'customer.address_1': '3 rue Oberkampf', 'customer.address_2': 'code 12A' },
	),
	hubrise(
		'unseen characters in the options of an item, as an earlier step holds them',
		{ 'items.0.options': [{ option_list_name: UNSEEN, name: UNSEEN, price: '0.00 EUR' }] },
		{ 'items.0.options.0.option_list_name': SEEN, 'items.0.options.0.name': SEEN },
	),
	{
		title: 'HTML entities in the options of an item',
		carrier: 'hubrise',
		action: 'order.create',
		changes: { 'items.0.options': [{ option_list_name: 'Sel &amp; poivre', name: 'O&#039;Neill', price: '0.00 EUR' }] },
		sent: { 'items.0.options.0.option_list_name': 'Sel & poivre', 'items.0.options.0.name': "O'Neill" },
	},
	hubrise(
		'a phone with its code',
		{ 'customer.phone': '+33 1 76 00 00 00 poste 12' },
		{ 'customer.phone': '+33176000000', 'customer.phone_access_code': '12' },
	),
	...['0000000000', '+33000000000', '06 11 22 33 4'].map(
		(value): FieldCase => ({
			title: `phone ${value} at HubRise`,
			carrier: 'hubrise',
			action: 'order.create',
			changes: { 'customer.phone': value },
			refused: 'Phone',
		}),
	),
	{
		title: 'a house number at the head of the second line',
		carrier: 'cubyn',
		action: 'parcel.create',
		changes: { 'address.line1': 'place Bellecour', 'address.line2': '3, 2e étage' },
		sent: { 'address.line1': '3 place Bellecour', 'address.line2': '2e étage' },
	},
	{
		title: 'a company of 41 characters',
		carrier: 'cubyn',
		action: 'parcel.create',
		changes: { organizationName: 'Association des Commerçants du Vieux Lyon' },
		sent: { organizationName: 'Association des Commerçants du' },
	},
	{
		title: 'a note longer than a line, beside a short street',
		carrier: 'cubyn',
		action: 'parcel.create',
		changes: { 'address.additionalInformation': 'Code 1234, laisser chez la gardienne au rez-de-chaussée' },
		sent: { 'address.line1': '3 place Bellecour' },
	},
];

/** A value with another one at a dotted path of objects and lists. */
function changed(value: Json | undefined, [key, ...rest]: readonly string[], to: Json): Json {
	if (key === undefined) return to;
	if (Array.isArray(value)) return value.map((each, at) => (at === Number(key) ? changed(each, rest, to) : each));
	const fields = isJsonObject(value) ? value : {};
	return { ...fields, [key]: changed(fields[key], rest, to) };
}

/** The usual input with a case's changes. */
export function inputOf({ carrier, changes }: FieldCase): JsonObject {
	let input: Json = structuredClone(usual[carrier]);
	for (const [path, value] of Object.entries(changes)) input = changed(input, path.split('.'), value ?? null);
	return isJsonObject(input) ? input : {};
}

/** The value at a dotted path of a body. */
export const sentAt = (body: unknown, path: string): unknown =>
	path
		.split('.')
		.reduce<unknown>(
			(value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
			body,
		);
