import type { Moment } from '../framework/clock.types';
import type { InfoInput, Position, TripInput } from './fields';

export interface DeliveritAccount {
	username: string;
	password: string;
	company: number;
	/** Where drivers pick up. */
	latitude: number;
	longitude: number;
}

export type DriverOrderState = 'booked' | 'pushed' | 'denied' | 'expired' | 'canceled';

export interface DriverOrder extends Omit<TripInput, 'time'> {
	/** The 20 random characters inside the accept, deny and cancel URLs. */
	token: string;
	orderId: number;
	company: number;
	createdAt: Moment;
	state: DriverOrderState;
	/** Whether it was ever a trip, and so shows up in the period list. */
	listed: boolean;
	price: number;
	distanceMetres: number;
	pickupAt: Moment;
	expectedAtCustomer: Moment;
	driverArrive: Moment | null;
	driverLeft: Moment | null;
	arriveAtCustomer: Moment | null;
	done: Moment | null;
	canceledAt: Moment | null;
}

export type DriverStep = 'driverArrive' | 'driverLeft' | 'arriveAtCustomer' | 'done';

export interface CustomerInfo extends Omit<InfoInput, keyof Position>, Position {
	/** DeliverIt's own random order number; `ordernumber` is the caller's. */
	orderNumber: string;
	company: number;
	canceled: boolean;
	/** The trip that staff booked for it in DeliverIt's screen. */
	driverOrder: string | null;
}

/** Never; always by so many minutes (negative means earlier); or when all drivers are on a trip at that time. */
export type PushPolicy =
	| { kind: 'never' }
	| { kind: 'always'; minutes: number }
	| { kind: 'busy'; drivers: number; tripMinutes: number };

/** Unchanged; escaped for a page; cut short; in other spaces; in capitals; or not at all. */
export type RemarksForm = 'unchanged' | 'escaped' | 'cut' | 'spaced' | 'capitals' | 'empty';

export interface DeliveritSettings {
	/** Copenhagen wall time, `hh:mm`; `to` may lie past midnight. */
	openingHours: { from: string; to: string };
	/** Closed for the day, regardless of the opening hours. */
	closed: boolean;
	push: PushPolicy;
	pushExpiryMinutes: number;
	/** No cancelling from this many minutes before pick-up on. */
	cancelLockMinutes: number;
	/** Coordinates outside this box are refused. None by default: the documentation names no area. */
	servedArea: { south: number; north: number; west: number; east: number } | null;
	/** The date that places an order in a period. This is undocumented. */
	periodBy: 'pickup' | 'created';
	/** Whether a proposal that waits for an answer is listed. This is undocumented. */
	listsProposals: boolean;
	/** How the remarks of an order come back. The documentation does not promise that they come back unchanged. */
	remarksForm: RemarksForm;
	/** No driver at all: a success status that books nothing. */
	noDriver: boolean;
	/** Customer info is not saved: "Some strange error has occured." */
	databaseDown: boolean;
}

export interface DeliveritBackoffice {
	readonly accounts: readonly DeliveritAccount[];
	readonly settings: DeliveritSettings;
	readonly orders: readonly DriverOrder[];
	readonly customers: readonly CustomerInfo[];
	order(token: string): DriverOrder | undefined;
	customer(orderNumber: string): CustomerInfo | undefined;
	/** Sets one of the four driver times to now. */
	recordStep(token: string, step: DriverStep): DriverOrder;
	/** Staff book a driver for stored customer info. */
	bookDriverFor(orderNumber: string, pickupAt: Moment): DriverOrder;
	/** DeliverIt cancels a trip in its own screen, regardless of the 15-minute rule. */
	cancelByStaff(token: string): DriverOrder;
	/** Moves one trip on as its driver would. False when nothing is left to do. */
	step(token: string): boolean;
}
