import type { DeliveryRequest, OrderProblem } from '../delivery/request';
import type { Status } from '../delivery/status';
import type { Action, BookingCall, Steps } from './action-types';
import type { ConnectionFacts, Item } from './facts';
import type { Result } from './failure';
import type { JsonObject } from '../json';
import type { Sample } from './sample';

/** A part of the common request, as problems name it. */
export type RequestPart =
	| 'reference'
	| 'contact.name'
	| 'contact.phone'
	| 'contact.email'
	| 'place.lines'
	| 'place.postalCode'
	| 'place.city'
	| 'place.country'
	| 'place.coordinates'
	| 'slot'
	| 'goods'
	| 'parcels'
	| 'note';

/** A request as the input of a booking. */
export interface BookingValues {
	/** Not checked yet: the booking action's own rules follow. */
	values: JsonObject;
	/** What prevents this carrier from booking it, in words for the shop. */
	problems: readonly OrderProblem[];
	/** What the carrier cannot carry, one sentence each. */
	warnings: readonly string[];
}

/** When an order is wanted, where the order and the user of a step leave it open. */
export interface UsualTimes {
	/** An order that names no slot at all is wanted as soon as possible. */
	asapWithoutSlot: boolean;
	/** "As soon as possible" is so many minutes from now. */
	readyMinutes: number;
	/** The length of a slot that has no end. */
	lengthMinutes: number | null;
}

/** A shop's order whose mapping a test runs, and whose step the hosts show as their sample. */
export interface ShopOrderSample {
	title: string;
	/** Fields of the step besides the order. */
	input?: JsonObject;
	order: JsonObject;
	connection?: string;
	request: { method: string; path: string; body: JsonObject };
	response: { status: number; body: JsonObject };
	otherResponses?: Sample['otherResponses'];
	/** The fields of the booking's item that the sample of a step shows. */
	example: JsonObject;
	/** The call that reads the price while the order is checked. */
	priceCall?: Pick<Sample, 'request' | 'response' | 'otherResponses'>;
	/** An order without a booking. */
	reconcile: Sample;
	/** The order's booking, read by its reference, and cancelled. `cancelled`: what that changes in the example. */
	byReference: Readonly<Record<'get' | 'cancel', Pick<Sample, 'request' | 'response' | 'otherResponses'>>> & {
		cancelled: JsonObject;
	};
}

/** How a booking stands, when orders are compared with bookings. */
export interface BookingState {
	id: string;
	reference: string | null;
	/** `over`: it ended and nothing was delivered. */
	stage: 'live' | 'delivered' | 'over';
	status: Status;
	/** The status in words. */
	label: string;
	/** It stops until somebody corrects it. */
	needsAttention: boolean;
	reason: string | null;
	/** By when it should be over, where it has such a time. */
	dueAt: string | null;
	createdAt: string | null;
	/** When it ended. */
	reachedAt: string | null;
}

/** How a carrier books a shop's order. */
export interface ShopOrderDeclaration {
	booking: BookingCall;
	/** Fields of the booking that no order decides. They are offered on the form of the step. */
	choices: readonly string[];
	/** Set where the carrier counts parcels. `types` names its list of package types. */
	parcels?: { types?: string };
	/** For a carrier whose drivers come on demand. */
	usualTimes?: UsualTimes;
	/** Where each part of the request stands in the booking's input: "dropoff.address". */
	places: Readonly<Partial<Record<RequestPart, readonly string[]>>>;
	toBooking(request: DeliveryRequest, facts: ConnectionFacts): BookingValues;
	/** How such a booking is cancelled, where the booking itself declares no way. */
	cancel?: { action: Action; input(booking: Item): JsonObject };
	/** How such a booking stands, where it is no delivery. */
	stateOf?(booking: Item): BookingState;
	/** For a carrier that gives the price before it books; null where it gives none for this order. */
	price?(values: JsonObject, steps: Steps): Promise<Result<JsonObject | null>>;
	sample: ShopOrderSample;
}

/** The resource of the actions for shops' orders, the same for every carrier. */
export const SHOP_ORDER = 'shopOrder';

export const shopOrderResource = { title: 'Shop Order', singular: 'shop order', plural: 'shop orders' };
