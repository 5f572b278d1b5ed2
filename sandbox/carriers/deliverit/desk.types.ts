import type { LookUpLag } from '../frame/lag';
import type { Moment } from '../frame/clock.types';

export interface DeliveritAccount {
	username: string;
	password: string;
	company: number;
	name: string;
	/** Where drivers pick up. */
	latitude: number;
	longitude: number;
}

export type DriverOrderState = 'booked' | 'pushed' | 'denied' | 'expired' | 'canceled';

export interface DriverOrder {
	/** The 20 random characters inside the accept, deny and cancel URLs. */
	token: string;
	orderId: number;
	company: number;
	createdAt: Moment;
	state: DriverOrderState;
	/** Whether it was ever a trip, and so shows up in the period list. */
	listed: boolean;
	pushExpiresAt: Moment | null;
	firstname: string;
	lastname: string;
	street: string;
	zip: string;
	city: string;
	telephone: string;
	remarks: string;
	latitude: number;
	longitude: number;
	price: number;
	distanceMetres: number;
	askedAt: Moment;
	pickupAt: Moment;
	expectedAtCustomer: Moment;
	driverArrive: Moment | null;
	driverLeft: Moment | null;
	arriveAtCustomer: Moment | null;
	done: Moment | null;
	canceledAt: Moment | null;
}

export type DriverStep = 'driverArrive' | 'driverLeft' | 'arriveAtCustomer' | 'done';

export interface CustomerInfo {
	/** DeliverIt's own random order number. */
	orderNumber: string;
	company: number;
	/** The caller's number. */
	ordernumber: string;
	name: string;
	telephone: string;
	street: string;
	city: string;
	zip: string;
	remarks: string;
	paid: boolean;
	delivery: boolean;
	latitude: number;
	longitude: number;
	distanceMetres: number;
	price: number;
	canceled: boolean;
	/** The trip that staff booked for it in DeliverIt's screen. */
	driverOrder: string | null;
}

/** Never; always by so many minutes; or when all drivers are on a trip at that time. */
export type PushPolicy =
	| { kind: 'never' }
	| { kind: 'always'; minutes: number }
	| { kind: 'busy'; drivers: number; tripMinutes: number };

export interface DeliveritSettings {
	/** Copenhagen wall time, `hh:mm`; `to` may lie past midnight. */
	openingHours: { from: string; to: string };
	/** Closed for the day, whatever the hours say. */
	closed: boolean;
	push: PushPolicy;
	pushExpiryMinutes: number;
	/** No cancelling from this many minutes before pick-up on. */
	cancelLockMinutes: number;
	/** Coordinates outside this box are refused. */
	servedArea: { south: number; north: number; west: number; east: number };
	/** By which date an order belongs to a period. */
	periodBy: 'pickup' | 'created';
	lookUpLag: LookUpLag;
	/** Customer info is not saved: "Some strange error has occured." */
	databaseDown: boolean;
}

export interface DeliveritDesk {
	readonly accounts: readonly DeliveritAccount[];
	readonly settings: DeliveritSettings;
	readonly orders: readonly DriverOrder[];
	readonly customers: readonly CustomerInfo[];
	order(token: string): DriverOrder | undefined;
	customer(orderNumber: string): CustomerInfo | undefined;
	/** Sets one of the four driver times to now. */
	mark(token: string, step: DriverStep): DriverOrder;
	/** Staff book a driver for stored customer info. */
	bookDriverFor(orderNumber: string, pickupAt: Moment): DriverOrder;
	/** DeliverIt cancels a trip in its own screen, whatever the 15-minute rule says. */
	cancelByStaff(token: string): DriverOrder;
	/** Moves one trip on as its driver would. False when nothing is left to do. */
	step(token: string): boolean;
}
