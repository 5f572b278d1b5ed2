import type { AccessDetail } from '../delivery/request';
import { ENDS, type OrderFields } from './order-fields';
import { firstText, said } from './read-json';
import { DELIVERY } from './slots/labels';

const ACCESS: readonly { kind: AccessDetail['kind']; keys: readonly string[] }[] = [
	{
		kind: 'door_code',
		keys: [
			'door_code',
			'access_code',
			'gate_code',
			'entry_code',
			'digicode',
			'code_porte',
			"code_d'accès",
			'dørkode',
			'türcode',
		],
	},
	{ kind: 'phone_code', keys: ['phone_access_code', 'phone_code'] },
	{ kind: 'intercom', keys: ['intercom', 'interphone', 'buzzer', 'bell_name', 'doorbell'] },
	{ kind: 'building', keys: ['building', 'bâtiment', 'batiment', 'block'] },
	{ kind: 'floor', keys: ['floor', 'étage', 'etage', 'sal', 'stockwerk', 'piso', 'verdieping'] },
	{ kind: 'apartment', keys: ['apartment', 'appartement', 'appartement_n', 'flat', 'door', 'lejlighed', 'puerta'] },
];

const ACCESS_FIELDS = ACCESS.map(({ kind, keys }) => ({
	kind,
	keys: ENDS.flatMap((end) => keys.map((key) => end + key)),
}));

/** "Code d'entrée", "Portkode", "Código de acceso": a code, and what it opens. */
const CODE = /(?<!\p{L})(?:c[óo]digo|codice)(?!\p{L})|(?:code|kode)(?!\p{L})/u;
const OPENED =
	/(?<!\p{L})(?:door|gate|entry|entrance|access|porte|portail|immeuble|entr[ée]e|acc[eè]s|d[øo]r|port|t[üu]r|haust[üu]r|toegang|deur|puerta|portal|acceso|portone|buzzer)/u;
const BELL =
	/(?<!\p{L})(?:intercom|interphone|sonnette|klingel|telefonillo|d[øo]rtelefon|citofono|doorbell|deurbel|buzzer)/u;

const isWorded = (kind: AccessDetail['kind'], words: string) =>
	kind === 'door_code'
		? CODE.test(words) && OPENED.test(words) && !words.includes('phone')
		: kind === 'intercom' && BELL.test(words) && !CODE.test(words);

/** The text of the first key whose words fit; "no", links and data of machines are none. */
function textBy(fields: OrderFields, fits: (words: string) => boolean): string | null {
	const text = firstText(
		...fields
			.keys()
			.filter((key) => fits(key.replaceAll('_', ' ')))
			.map((key) => said(fields.text(key))),
	);
	return text === null || /^(?:(?:yes|no|oui|non|ja|nej|nein|true|false|\d|https?:\S+)$|[{[]|a:\d)/i.test(text)
		? null
		: text;
}

export const accessIn = (fields: OrderFields): AccessDetail[] =>
	ACCESS_FIELDS.flatMap(({ kind, keys }) => {
		const text = fields.text(...keys) ?? textBy(fields, (words) => isWorded(kind, words));
		return text === null ? [] : [{ kind, text }];
	});

const NOTES = [
	'delivery_instructions',
	'delivery_note',
	'delivery_notes',
	'delivery_comment',
	'delivery_comments',
	'additional_delivery_notes',
	'driver_note',
	'courier_note',
	'shipping_instructions',
	'order_notes',
	'instructions_de_livraison',
	'commentaire_de_livraison',
	'leveringsinstruktioner',
	'lieferhinweis',
	'instrucciones_de_entrega',
	'note_di_consegna',
	'bezorginstructies',
];

/** "Note au livreur", "Besked til chaufføren": words for whoever delivers, and no number or date of a paper. */
const DRIVER = /(?<!\p{L})(?:coursier|chauff|fahrer|driver|courier|rider|repartidor|corriere)/u;
const WORDS =
	/(?<!\p{L})(?:not[ae]s?(?!\p{L})|instru|consigne|comment|komment|message|mensaje|remar|info|anmerk|besked|bem[æe]rk|observa|indicac|opmerk)|hinweis/u;
const PAPER = /number|status|track|print|(?<!\p{L})(?:no|nr|id|url|date|dato|sent|fee)(?!\p{L})/u;

export const noteIn = (fields: OrderFields): string | null =>
	fields.text(...NOTES) ??
	textBy(fields, (words) => (DRIVER.test(words) || DELIVERY.test(words)) && WORDS.test(words) && !PAPER.test(words));

/** The customer's note and the one for the driver, each once. */
export const joinNotes = (...notes: readonly (string | null)[]): string | null =>
	[...new Set(notes)].filter((text) => text !== null).join('\n') || null;
