/**
 * What a shop wants delivered, in one language for all shops and all carriers.
 * Texts are as the shop holds them, with entities decoded; each carrier normalises phones and postal codes for itself.
 */
export interface DeliveryRequest {
	/** Which shop the order was read from: a key of the shops table. */
	shop: string;
	reference: OrderReference;
	contact: Contact;
	place: Place;
	slot: Slot;
	goods: readonly GoodsLine[];
	parcels: readonly Parcel[];
	/** The customer's note for the delivery. */
	note: string | null;
	/** Door codes, floors and similar values from separate fields. */
	access: readonly AccessDetail[];
	method: DeliveryMethod;
	payment: Payment;
	total: Money | null;
	/** The shop's own status, as it writes it. */
	shopStatus: string | null;
}

export interface OrderReference {
	/** The reference for the carrier: prefix and number, so that two shops on one account never collide. */
	text: string;
	prefix: string;
	/** The number that people in the shop use. */
	number: string;
	/** The shop's own id, by which its API finds the order. */
	orderId: string;
}

export interface Contact {
	/** Never empty in a request that is ready: person, else company. */
	name: string;
	firstName: string | null;
	lastName: string | null;
	company: string | null;
	/** The number to call. An unreadable number is reported, never silently replaced by another person's. */
	phone: string | null;
	/** Further numbers of the order, for people. */
	otherPhones: readonly string[];
	email: string | null;
}

export interface Place {
	/** Street lines, house number beside its street. */
	lines: readonly string[];
	postalCode: string | null;
	city: string | null;
	region: string | null;
	/** ISO 3166 alpha-2. */
	country: string | null;
	coordinates: Coordinates | null;
}

export interface Coordinates {
	latitude: number;
	longitude: number;
}

/** When it is wanted. `text` quotes the order, and is null where a rule of the user decided. */
export type Slot =
	/** ISO 8601 with offset. No end: the order names a single time. */
	| {
			kind: 'window';
			start: string;
			end: string | null;
			text: string | null;
			source: string | null;
			/** A rule made it from the present moment, so the next reading of the order makes another one. */
			isFromNow?: true;
	  }
	/** A day without a time, `YYYY-MM-DD`. */
	| { kind: 'day'; day: string; text: string | null; source: string | null }
	| { kind: 'asap'; day: string | null; text: string | null; source: string | null }
	| { kind: 'none' };

export interface Money {
	/** Minor units: cents, øre. */
	amount: number;
	/** ISO 4217. */
	currency: string;
}

export interface GoodsLine {
	sku: string | null;
	name: string | null;
	quantity: number;
	/** For one piece. */
	unitValue: Money | null;
	/** For one piece. */
	weightGrams: number | null;
}

export interface Parcel {
	name: string;
	count: number;
	/** A package type of the carrier's account, by name or number. */
	type: string | null;
	/** For one parcel. */
	weightGrams: number | null;
	/** For one parcel. */
	volumeLitres: number | null;
}

export interface AccessDetail {
	kind: 'door_code' | 'phone_code' | 'intercom' | 'building' | 'floor' | 'apartment';
	text: string;
}

export interface DeliveryMethod {
	id: string | null;
	title: string | null;
}

export type Payment = 'paid' | 'pay_on_delivery' | 'unpaid' | 'unknown';

/**
 * Why an order is not ours to deliver. This is an outcome, not an error: users branch on the codes, so they stay
 * stable.
 */
export const leftOutCodes = [
	'ping',
	'not_ready',
	'not_paid',
	'pay_on_delivery',
	'cancelled',
	'voided',
	'refunded',
	'test',
	'done',
	'collected',
	'pickup_point',
	'own_rider',
	'nothing_physical',
	'other_method',
] as const;

export type LeftOutCode = (typeof leftOutCodes)[number];

export interface LeftOutReason {
	code: LeftOutCode;
	message: string;
}

/** A problem that prevents booking an order, in words for the shop. */
export interface OrderProblem {
	/** The field in the common language, such as `slot` or `place.lines`. */
	field: string;
	/** The value in the order, or null if there is none. */
	found: string | null;
	message: string;
}

/** Several of them, at least one. */
export type Some<T> = readonly [T, ...T[]];

/** The outcome for an order: to be delivered, not ours, or a problem to fix first. */
export type OrderReading =
	| { outcome: 'deliver'; request: DeliveryRequest }
	| { outcome: 'left_out'; reasons: Some<LeftOutReason>; request: DeliveryRequest | null }
	| { outcome: 'problems'; problems: Some<OrderProblem>; request: DeliveryRequest | null };

export const isSome = <T>(list: readonly T[]): list is Some<T> => list.length > 0;
