import type { HubriseDelivery, HubriseDeliveryStatus, HubriseQuote } from './delivery.types';
import type { HubriseCallbacks } from './event.types';
import type { HubriseOrder, HubriseOrderStatus } from './order.types';
import type {
	HubriseCustomer,
	HubriseCustomerList,
	HubriseLoyaltyCard,
	HubriseLoyaltyOperation,
} from './customer.types';
import type { HubriseAccount, HubriseClient, HubriseConnection, HubriseLocation } from './account.types';

export type * from './customer.types';
export type * from './delivery.types';
export type * from './event.types';
export type * from './order.types';
export type * from './account.types';

export interface HubriseSettings {
	/** What an update does that names `carrier`, `carrier_ref` or `fee`; the documentation leaves it open. */
	fixedFields: 'refuse' | 'ignore';
	/** Whether writes are answered with the resource, where the documentation shows no answer. */
	writeResponse: 'resource' | 'empty';
	/** Whether a second order with the same `private_ref` is refused. The documentation only calls it unique. */
	uniquePrivateRefs: boolean;
	/** What the delivery inside an order shows: `fields` without ids and position, or all of the resource. */
	deliveryInOrder: 'fields' | 'resource';
	/** Whether amounts in another currency than the account's are refused. The documentation only says which it is. */
	otherCurrencies: 'refuse' | 'take';
	/** How an order of a guest that sends no customer shows one: receivers have seen all three. */
	unknownGuest: 'object' | 'null' | 'absent';
	/** Whether an order shows `channel`, `expected_time_pickup` and `asap`, which newer pages alone have. */
	newerOrderFields: boolean;
	/** What a location calls its usual way of taking orders: two pages differ. */
	normalMode: 'normal' | 'online';
	/** Whether a 429 says how long to wait. No page mentions it; HubRise's own client reads it. */
	retryAfter: boolean;
	/** Whether a location may be changed with the right to write orders: no page names a right. */
	locationUpdates: boolean;
	/** Whether active callbacks carry `new_state` and `previous_state`. */
	eventStates: boolean;
	/** Whether events of a delivery name it beside the order; receivers have seen both. */
	eventDeliveryId: boolean;
	/** Whether the order in an event lists its items; receivers have seen both. */
	eventItems: boolean;
	limits: { perMinute: number; perHour: number; perDay: number; heavyPerMinute: number };
	/** Minutes between attempts of a callback. */
	retryMinutes: number[];
	callbackTimeoutMs: number;
	/** What the person at the authorise page does; `ask` shows the page. */
	consent: 'allow' | 'deny' | 'ask';
	/** The location that this person chooses. */
	consentLocation: string;
	codeMinutes: number;
	/** Client id in whose name riders move deliveries; it hears nothing of that itself. */
	couriersClient: string;
	/** Riders also move the order along, as bridges to couriers do. */
	couriersMoveOrders: boolean;
}

export interface HubriseBackoffice {
	readonly accounts: readonly HubriseAccount[];
	readonly locations: readonly HubriseLocation[];
	readonly clients: readonly HubriseClient[];
	readonly connections: readonly HubriseConnection[];
	readonly settings: HubriseSettings;
	readonly orders: readonly HubriseOrder[];
	readonly deliveries: readonly HubriseDelivery[];
	readonly quotes: readonly HubriseQuote[];
	readonly customerLists: readonly HubriseCustomerList[];
	readonly customers: readonly HubriseCustomer[];
	readonly loyaltyCards: readonly HubriseLoyaltyCard[];
	readonly loyaltyOperations: readonly HubriseLoyaltyOperation[];
	/** A customer of the first account's list, with a loyalty card. */
	enrol(): HubriseLoyaltyCard;
	readonly callbacks: HubriseCallbacks;
	order(id: string): HubriseOrder | undefined;
	/** The delivery of an order. */
	delivery(orderId: string): HubriseDelivery | undefined;
	/** A connection without the OAuth pages. Default: the courier bridge at the first location. */
	connect(options?: { client?: string; location?: string; scope?: string; device?: string }): HubriseConnection;
	/** Turns a token bad, or good again. */
	setConnection(token: string, state: HubriseConnection['state']): void;
	/** An order of the till: same rules and same body as a create. Default: a small order to be delivered. */
	placeOrder(body?: unknown, options?: { id?: string; location?: string; clientId?: string }): HubriseOrder;
	setOrderStatus(id: string, status: HubriseOrderStatus, clientId?: string): HubriseOrder;
	/** A delivery attached by the courier bridge: same rules and same body as a create. */
	attach(orderId: string, body: unknown, clientId?: string): HubriseDelivery;
	/** Same rules and same body as an update. */
	change(orderId: string, body: unknown, clientId?: string): HubriseDelivery;
	setStatus(orderId: string, status: HubriseDeliveryStatus, clientId?: string): HubriseDelivery;
	/** The rider will not manage this one. */
	willFail(orderId: string): void;
	/** Moves one delivery on as its rider would. False when nothing is left to do. */
	step(orderId: string): boolean;
}
