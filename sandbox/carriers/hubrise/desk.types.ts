import type { LookUpLag } from '../frame/lag';
import type { HubriseDelivery, HubriseDeliveryStatus, HubriseQuote } from './delivery.types';
import type { HubriseCallbacks } from './event.types';
import type { HubriseOrder, HubriseOrderStatus } from './order.types';
import type { HubriseAccount, HubriseClient, HubriseConnection, HubriseLocation } from './place.types';

export type * from './delivery.types';
export type * from './event.types';
export type * from './order.types';
export type * from './place.types';

export interface HubriseSettings {
	lookUpLag: LookUpLag;
	/** What an update does that names `carrier`, `carrier_ref` or `fee`; the documentation leaves it open. */
	fixedFields: 'refuse' | 'ignore';
	/** Whether writes on deliveries and quotes are answered with the resource; the documentation shows no answer. */
	writeAnswer: 'resource' | 'empty';
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
	ridersClient: string;
	/** Riders also move the order along, as bridges to couriers do. */
	ridersMoveOrders: boolean;
}

export interface HubriseDesk {
	readonly accounts: readonly HubriseAccount[];
	readonly locations: readonly HubriseLocation[];
	readonly clients: readonly HubriseClient[];
	readonly connections: readonly HubriseConnection[];
	readonly settings: HubriseSettings;
	readonly orders: readonly HubriseOrder[];
	readonly deliveries: readonly HubriseDelivery[];
	readonly quotes: readonly HubriseQuote[];
	readonly callbacks: HubriseCallbacks;
	order(id: string): HubriseOrder | undefined;
	/** The delivery of an order. */
	delivery(orderId: string): HubriseDelivery | undefined;
	/** A connection without the OAuth pages. Default: the courier bridge at the first location. */
	connect(wish?: { client?: string; location?: string; scope?: string; device?: string }): HubriseConnection;
	/** Turns a token bad, or good again. */
	setConnection(token: string, state: HubriseConnection['state']): void;
	/** An order of the till: same rules and same body as a create. Default: a small order to be delivered. */
	placeOrder(body?: unknown, options?: { id?: string; location?: string; as?: string }): HubriseOrder;
	setOrderStatus(id: string, status: HubriseOrderStatus, as?: string): HubriseOrder;
	/** A delivery attached by the courier bridge: same rules and same body as a create. */
	attach(orderId: string, body: unknown, as?: string): HubriseDelivery;
	/** Same rules and same body as an update. */
	change(orderId: string, body: unknown, as?: string): HubriseDelivery;
	setStatus(orderId: string, status: HubriseDeliveryStatus, as?: string): HubriseDelivery;
	/** The rider will not manage this one. */
	willFail(orderId: string): void;
	/** Moves one delivery on as its rider would. False when nothing is left to do. */
	step(orderId: string): boolean;
}
