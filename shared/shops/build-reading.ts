import { countryCode } from '../delivery/country';
import {
	isSome,
	type AccessDetail,
	type Contact,
	type Coordinates,
	type DeliveryMethod,
	type DeliveryRequest,
	type GoodsLine,
	type LeftOutReason,
	type Money,
	type OrderProblem,
	type OrderReading,
	type Payment,
} from '../delivery/request';
import { isZone } from '../delivery/time';
import type { OrderFields } from './order-fields';
import { parcelsOf } from './parcels';
import { streetLines } from './place';
import { quote, said } from './read-json';
import type { ShopSettings } from './settings';
import type { SlotPlugin } from './slots/plugin';
import { readSlot, type SlotReading } from './slots/read-slot';
import { applyRules, type Wish } from './slots/rules';

/** The part of an order that a shop's reader finds. The rest is the same for all shops. */
export interface OrderParts {
	shop: string;
	prefix: string;
	number: string | null;
	orderId: string | null;
	contact: Contact;
	/** As the shop writes it, with the lines in order. Null if it was not joined, which the reader reports itself. */
	address: AddressParts | null;
	/** Plug-ins' fields, or what the shop's own field says of it; null if the order leaves it open. */
	slot: { fields: OrderFields; plugins: readonly SlotPlugin[] } | { wish: Wish | null; source: string };
	goods: readonly GoodsLine[];
	note: string | null;
	access: readonly AccessDetail[];
	method: DeliveryMethod;
	payment: Payment;
	total: Money | null;
	status: string | null;
	/** Why the order is not ours. */
	reasons: readonly LeftOutReason[];
	/** Problems of the reader itself. */
	problems: readonly OrderProblem[];
}

export interface AddressParts {
	lines: readonly (string | null)[];
	houseNumber: string | null;
	postalCode: string | null;
	city: string | null;
	region: string | null;
	country: string | null;
	coordinates: Coordinates | null;
}

const zones = new Set<string>();

/** Cached, because checking a time zone costs more than the rest of a reading. */
function isKnownZone(zone: string): boolean {
	if (!zones.has(zone) && isZone(zone)) zones.add(zone);
	return zones.has(zone);
}

const NO_ADDRESS: AddressParts = {
	lines: [],
	houseNumber: null,
	postalCode: null,
	city: null,
	region: null,
	country: null,
	coordinates: null,
};

export const missing = (field: string, label: string): OrderProblem => ({
	field,
	found: null,
	message: `${label} is empty in the order. Fill it in there, or give it here.`,
});

function addressProblems({ lines, postalCode, city, country }: AddressParts, code: string | null): OrderProblem[] {
	return [
		...(lines.every((line) => said(line) === null) ? [missing('place.lines', 'Street')] : []),
		...(postalCode === null && city === null ? [missing('place.postalCode', 'Postal code')] : []),
		...(code === null && country !== null
			? [{ field: 'place.country', found: country, message: `${quote(country)} is not a country.` }]
			: []),
	];
}

function slotOf(parts: OrderParts['slot'], { slot: settings, zone, now }: ShopSettings): SlotReading {
	if ('wish' in parts) return { slot: applyRules(parts.wish, parts.source, settings, { zone, now }) };
	return readSlot(parts.fields, { plugins: parts.plugins, settings, zone, now });
}

/** Any JSON gives one of three outcomes: to deliver, not ours, or problems to fix, all reported at once. */
export function buildReading(parts: OrderParts, settings: ShopSettings): OrderReading {
	const { contact } = parts;
	const address = parts.address ?? NO_ADDRESS;
	if (!isKnownZone(settings.zone)) {
		return {
			outcome: 'problems',
			problems: [
				{
					field: 'zone',
					found: settings.zone,
					message: `${quote(settings.zone)} is not a time zone. Use a name like Europe/Paris.`,
				},
			],
			request: null,
		};
	}
	const country = address.country === null ? settings.country : (countryCode(address.country) ?? null);
	const number = parts.number ?? parts.orderId;
	const prefix = settings.prefix ?? parts.prefix;
	const slot = slotOf(parts.slot, settings);
	const request: DeliveryRequest = {
		shop: parts.shop,
		reference: {
			text: [prefix, number].filter((part) => part !== null && part !== '').join('-'),
			prefix,
			number: number ?? '',
			orderId: parts.orderId ?? number ?? '',
		},
		contact,
		place: {
			lines: streetLines(address.lines, country, address.houseNumber),
			postalCode: address.postalCode,
			city: said(address.city),
			region: said(address.region),
			country,
			coordinates: address.coordinates,
		},
		slot: 'slot' in slot ? slot.slot : { kind: 'none' },
		goods: parts.goods,
		parcels: parcelsOf(parts.goods, settings.parcels),
		note: parts.note,
		access: parts.access,
		method: parts.method,
		payment: parts.payment,
		total: parts.total,
		shopStatus: parts.status,
	};
	if (isSome(parts.reasons)) return { outcome: 'left_out', reasons: parts.reasons, request };
	const problems = [
		...(number === null ? [missing('reference', 'Order number')] : []),
		...(parts.address === null
			? []
			: [
					...(contact.name === '' ? [missing('contact.name', 'Name')] : []),
					...addressProblems(parts.address, country),
				]),
		...('problem' in slot ? [slot.problem] : []),
		...parts.problems,
	];
	return isSome(problems) ? { outcome: 'problems', problems, request } : { outcome: 'deliver', request };
}

/** For JSON that is no order of the shop at all. */
export const notAnOrder = (json: unknown, shop: string): OrderReading => ({
	outcome: 'problems',
	problems: [{ field: 'order', found: quote(json), message: `This is not an order of ${shop}: ${quote(json)}.` }],
	request: null,
});
