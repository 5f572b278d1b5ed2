import type { DeliveryMethod, LeftOutReason } from '../delivery/request';
import type { OrderFields } from './order-fields';
import { quote } from './read-json';
import type { ShopSettings } from './settings';

/** Method ids by which customers collect, as shops and plug-ins name them. */
const COLLECTED_ID =
	/(^|_)pick_?up(_|s?$)|(^|_)localpickup|click_?(and_?|n_?|et_?)?collect|(^|_)collect_(in|from)_|(^|_)store_?collect|(^|_)(take_?away|in_?store)($|_)/;

/** Ids and titles of parcel shops and lockers: not the customer's door. */
const PICKUP_POINT =
	/pick_?up[\s_-]?point|point[\s_-]?(de[\s_-])?(relais|retrait)|mondial[\s_-]?relay|(^|[\s_-])rela(y|is)($|[\s_-])|parcel[\s_-]?(shop|locker)|locker|service[\s_-]?point|pakkeshop|packstation|paczkomat|punto pack/;

/** Titles that mean that the customer collects the order. */
const COLLECTED_TITLE =
	/click\s*(&|\+|and|et|n|')?\s*collect|(local|store|shop|in-store|curbside|customer)\s+pick-?\s?up|pick-?\s?up\s+(in|at|from|only)\b|^pick-?\s?up\b(?!.*(courier|driver|rider))|collect(ion)?\s+(in|from|at)\b|in-?store collection|\bretrait\b|à retirer|à emporter|afhent|hent selv|hentes? i |abhol|recog(ida|er)|ritiro|afhal|ophalen|hämta|odbiór osobisty|take-?\s?away/;

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
];
const COLLECTED_VALUE = /pick-?_?up|collect|take-?_?away|retrait|emporter|afhent|abhol|eat-?_?in|dine-?_?in/i;
const COLLECTED_KEYS = [
	'pickup_location_id',
	'pickup_location',
	'pickup_location_company',
	'local_pickup_time_select',
	'pickup_appointment_start',
	'pickup_date',
	'pickup_time',
	'pickup_store',
];
const DELIVERED_KEYS = ['delivery_date', 'delivery_time', 'delivery_location_id'];

/** Whether a plug-in's fields mark the order as collected, with the words to quote. */
function collectedEntry(fields: OrderFields): string | null {
	const packed = fields.text('zapietid', 'birdchimeslotid');
	if (packed !== null && /(^|[&;])M=P([&;]|$)/.test(packed)) return packed;
	const said = METHOD_KEYS.map((key) => fields.text(key)).filter((text) => text !== null);
	const collected = said.find((text) => COLLECTED_VALUE.test(text));
	if (collected !== undefined) return collected;
	if (said.length > 0 || fields.text(...DELIVERED_KEYS) !== null) return null;
	const key = COLLECTED_KEYS.find((candidate) =>
		fields.values(candidate).some((value) => value !== null && value !== '' && value !== false),
	);
	return key === undefined ? null : (fields.text(key) ?? key);
}

/** Words of platforms whose own riders deliver the order. */
const OWN_RIDER =
	/uber\s?(eats|direct)|deliveroo|just\s?eat|doordash|glovo|wolt|foodora|delivered by (the )?(platform|marketplace)|platform delivery/;

const collected = (method: DeliveryMethod, found: string): LeftOutReason => ({
	code: 'collected',
	message: `The customer collects the order (${quote(found)}${method.title !== null && method.title !== found ? `, ${quote(method.title)}` : ''}).`,
});

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
	const id = bare(method.id ?? '').replace(/[\s-]+/g, '_');
	const title = fold(method.title ?? '');
	if (PICKUP_POINT.test(id) || PICKUP_POINT.test(title))
		return { code: 'pickup_point', message: `The order goes to a parcel shop or a locker (${quote(name)}).` };
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
