import type { DeliveryMethod, LeftOutReason, OrderProblem } from '../delivery/request';
import { isJsonObject } from '../json';
import { OrderFields } from './order-fields';
import { quote, toText } from './read-json';
import type { ShopSettings } from './settings';

/** Method ids by which customers collect, as shops and plug-ins name them. */
const COLLECTED_ID =
	/(^|_)pick_?up(_|s?$)|(^|_)localpickup|click_?(and_?|n_?|et_?)?collect|(^|_)collect_(in|from)_|(^|_)store_?collect|(^|_)(take_?away|in_?store)($|_)/;

/** Ids and titles of parcel shops and lockers: not the customer's door. */
const PICKUP_POINT = new RegExp(
	[
		String.raw`pick_?-?\s?up[\s_-]?point|parcel[\s_-]?(shop|locker|machine|point)|(^|[\s_-])locker|service[\s_-]?point`,
		String.raw`(dpd|gls|ups|dhl|chrono(post)?)\s+pick-?up\b`,
		String.raw`point[\s_-]?(de[\s_-])?(relais|retrait|pick-?up)|mondial[\s_-]?relay|chrono_?relais|(^|[\s_-])rela(y|is)($|[\s_-])|consigne\b`,
		String.raw`pakke(shop|boks)|nærboks|udleveringssted|mypack[\s_-]?collect|utlämningsställe|(insta|budbee|swip)[\s_-]?box`,
		String.raw`packstation|pick-?post\b|my ?post ?24|hentested|shop2shop|access[\s-]point|bureau de poste|point poste|collect\s?(plus|\+)|z[áa]silkovna|packeta|paketshop|paketbox|(post|dhl)[\s_-]?filiale`,
		String.raw`punto[\s_-](pack|di[\s_-]ritiro|de[\s_-](recogida|entrega|retiro))|correos[\s_-]+oficina|oficina[\s_-](de[\s_-])?correos`,
		String.raw`afhaalpunt|afhaallocatie|paczkomat`,
	].join('|'),
);

/** Titles that mean that the customer collects the order. */
const COLLECTED_TITLE = new RegExp(
	[
		String.raw`cli(ck|que)\s*(&|\+|and|et|n|')?\s*collecte?`,
		String.raw`(local|store|shop|in-store|curbside|customer|self|warehouse|depot|office)\s+pick-?\s?up|pick-?\s?up\s+(in|at|from|only)\b|^pick-?\s?up\b(?!.*(courier|driver|rider))`,
		String.raw`^(self[\s-])?collect$|collect(ion)?\s+(in|from|at)\b|in-?store collection|^((free|customer|self|store|local|shop) )?collection$|curb-?side|take-?\s?away|^to[\s-]go$`,
		String.raw`\bretrait\b|à retirer|à emporter|^enlèvement(?!.*(coursier|livr))|enlèvement (sur place|en (magasin|boutique)|au |à la )|(ramassage|cueillette) (en|au|à)\b|(viens|venez|venir|passez?r?) (la |le |les )?(chercher|r[ée]cup[ée]rer|prendre)|(r[ée]cup[ée]ration|passage) (en|au|à la) |^sur place\b|^(en )?drive\b`,
		String.raw`afhent|hent(er|es)? (selv|i|hos os)\b|hentes? i |og henter\b|henting\b|hämta|\bnouto\b`,
		String.raw`abhol|afhal|ophalen`,
		String.raw`recog(ida|er)|retir(o|ar|ada) (en|em|na|no)\b|ritiro|levant(amento|ar) (em|na|no)\b|recollida`,
		String.raw`odbiór osobisty|osobní odběr`,
	].join('|'),
);

const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** `local_pickup:3` is instance 3 of local_pickup. */
const bare = (id: string) => fold(id).replace(/:.*$/, '');

export function isListed(method: DeliveryMethod, list: readonly string[]): boolean {
	const names = [method.id, method.title].flatMap((name) => (name === null ? [] : [fold(name), bare(name)]));
	return list.some((name) => names.includes(fold(name)));
}

/** Fields with the fulfilment method of an order, and fields that only a collected order has. */
const METHOD_KEYS = [
	'checkout_method',
	'delivery_type',
	'orderable_service_type',
	'service_type',
	'fulfillment_type',
	'order_type',
	'delivery_method',
	'method',
	'wpc_pro_order_time',
];
/** The same with a plug-in's own name before it: `pi_delivery_type`, `exwfood_order_method`. */
const METHOD_KEY = /_(?:checkout|delivery|order|service|fulfill?ment|shipping)_(?:method|type|option|mode)$/;
/** "Delivery or pickup?", "Type de commande", "Mode de retrait": the question in words of the shop. */
const METHOD_WORDS =
	/(?:deliver|pick_?up|livraison|retrait|levering|afhentning|lieferung|abholung|entrega|recogida|consegna|ritiro|bezorg)\p{L}{0,20}_(?:or|ou|eller|oder|o|of)_|(?:^|_)(?:type|mode|m[ée]tod[eo]|m[ée]thode|tipo)_d[ei]_(?:commande|retrait|livraison|pedido|entrega|consegna)|(?:bestell|versand|liefer|leverings|bezorg|ordre)(?:art|form|type|metode|methode)/u;
const COLLECTED_VALUE =
	/pick[-_ ]?up|collect|take[-_ ]?away|retrait|emporter|sur place|afhent|abhol|recog|ritir|afhal|eat[-_ ]?in|dine[-_ ]?in/i;
const COLLECTED_KEYS = [
	'pickup_location_id',
	'pickup_location',
	'pickup_location_company',
	'local_pickup_time_select',
	'pickup_appointment_start',
	'pickup_date',
	'pickup_time',
	'pickup_store',
	'dokan_store_pickup_location',
];
const DELIVERED_KEYS = ['delivery_date', 'delivery_time', 'delivery_location_id'];

/** Whether a plug-in's fields mark the order as collected, with the words to quote. */
function collectedEntry(fields: OrderFields): string | null {
	const packed = fields.text('zapiet_id', 'bird_chime_slot_id');
	if (packed !== null && /(^|[&;])M=P([&;]|$)/.test(packed)) return packed;
	const keys = [...METHOD_KEYS, ...fields.keys().filter((key) => METHOD_KEY.test(key) || METHOD_WORDS.test(key))];
	// A number is the id of something, so it does not help.
	const texts = keys.map((key) => fields.text(key)).filter((text) => text !== null && /\p{L}/u.test(text));
	const collected = texts.find((text) => text !== null && COLLECTED_VALUE.test(text));
	if (collected !== undefined) return collected;
	if (texts.length > 0 || fields.text(...DELIVERED_KEYS) !== null) return null;
	const key = COLLECTED_KEYS.find((candidate) =>
		fields.values(candidate).some((value) => value !== null && value !== '' && value !== false),
	);
	return key === undefined ? null : (fields.text(key) ?? key);
}

/** Fields of the parcel shop or locker that a customer chose; an unused one stays empty. */
const POINT_KEY =
	/(?:^|_)(?:pick_?up_?point|meta_pick_up_location|parcel_?(?:shop|locker|machine|point)|drop_off_point|service_?point|point_?relais|relay_?point|pakkeshop|packetery_point|paczkomat)/;

const isChosen = (value: unknown) =>
	isJsonObject(value)
		? Object.keys(value).length > 0
		: /[^0\W]/.test((toText(value) ?? '').replace(/^(?:false|no|none|null)$/i, ''));

/** MyParcel's choice of the customer, as JSON or as an object. */
const OPTIONS_KEY = /(?:^|_)delivery_options$/;
const POINT_OPTION = /"isPickup\W+true|"deliveryType\W+pickup/;
const isPointOption = (value: unknown) =>
	POINT_OPTION.test(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

const pointKey = (fields: OrderFields): string | undefined =>
	fields
		.keys()
		.find(
			(key) =>
				(POINT_KEY.test(key) && fields.values(key).some(isChosen)) ||
				(OPTIONS_KEY.test(key) && fields.values(key).some(isPointOption)),
		);

/** Words of platforms whose own riders deliver the order. */
const OWN_RIDER =
	/uber\s?(eats|direct)|deliveroo|just\s?eat|doordash|glovo|wolt|foodora|delivered by (the )?(platform|marketplace)|platform delivery/;

const collected = (method: DeliveryMethod, found: string): LeftOutReason => ({
	code: 'collected',
	message: `The customer collects the order (${quote(found)}${method.title !== null && method.title !== found ? `, ${quote(method.title)}` : ''}).`,
});

const NO_FIELDS = new OrderFields([]);

/** The ways of an order that several sellers or pick-up rules split: some are ours, and some are not. */
export function splitProblems(methods: readonly DeliveryMethod[], settings: ShopSettings): OrderProblem[] {
	const ways = methods.map((method) => ({ method, reason: methodReason(method, NO_FIELDS, settings) }));
	const ours = ways.find(({ reason }) => reason === null);
	const other = ways.find(({ reason }) => reason !== null);
	if (ours === undefined || other === undefined) return [];
	const nameOf = ({ method }: (typeof ways)[number]) => quote(method.title ?? method.id);
	return [
		{
			field: 'method',
			found: ways.map(({ method }) => method.title ?? method.id).join(', '),
			message: `The order goes two ways: ${nameOf(ours)} is to be delivered, and ${nameOf(other)} is not. Book the part to deliver with the carrier's own operation, or name both under Shipping Methods to Deliver.`,
		},
	];
}

/** Why the delivery method is not ours, or null if it is ours. A person's choice outranks a guess from names. */
export function methodReason(
	method: DeliveryMethod,
	fields: OrderFields,
	settings: ShopSettings,
): LeftOutReason | null {
	const name = method.title ?? method.id;
	const marked = collectedEntry(fields);
	if (marked !== null) return collected(method, marked);
	if (isListed(method, settings.pickupMethods)) return collected(method, name ?? '');
	if (isListed(method, settings.ownRiderMethods))
		return { code: 'own_rider', message: `Another rider carries the order (${quote(name)}).` };
	if (settings.methods !== null && isListed(method, settings.methods)) return null;
	const id = fold(method.id ?? '').replace(/[\s:-]+/g, '_');
	const title = fold(method.title ?? '');
	if (PICKUP_POINT.test(id) || PICKUP_POINT.test(title))
		return { code: 'pickup_point', message: `The order goes to a parcel shop or a locker (${quote(name)}).` };
	const point = pointKey(fields);
	if (point !== undefined)
		return { code: 'pickup_point', message: `The order goes to a parcel shop or a locker (${point}).` };
	if (COLLECTED_ID.test(id) || COLLECTED_TITLE.test(title)) return collected(method, method.id ?? title);
	if (OWN_RIDER.test(title) || OWN_RIDER.test(id.replaceAll('_', ' ')))
		return { code: 'own_rider', message: `The platform's own rider carries the order (${quote(name)}).` };
	if (settings.methods !== null)
		return {
			code: 'other_method',
			message: `The delivery method ${name === null ? 'is empty, which' : quote(name)} is not among the ones to deliver.`,
		};
	return null;
}
