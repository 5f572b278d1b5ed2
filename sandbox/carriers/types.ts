import type { Faults, FaultPlan } from './framework/faults.types';
import type { Clock } from './framework/clock.types';
import type { Journal } from './framework/journal.types';
import type { Couriers } from './framework/couriers';
import type { Post } from './framework/post';
import type { embedded } from './carriers';
import type { HostedCarrier } from './framework/context';
import type { LookUpLag } from './framework/look-up-lag';

export type { Clock, Moment, ScheduledWork } from './framework/clock.types';
export type { Journal, JournalEntry, JournalFilter } from './framework/journal.types';
export type {
	Fault,
	FaultMatch,
	FaultPlan,
	FaultRule,
	Faults,
	FaultSchedule,
	FiredFault,
	NetworkCode,
	Phase,
	SeenRequest,
} from './framework/faults.types';
export type { Couriers, CourierOptions } from './framework/couriers';
export type { Post, PostInit } from './framework/post';
export type { LookUpLag } from './framework/look-up-lag';
export type { HostedCarrier, PastedWebhooks } from './framework/context';
export type * from './carriers';

export type CarrierName = keyof typeof embedded;

/** What a test or a demonstration does at each carrier, as its own staff would. */
export type Backoffices = { readonly [Name in CarrierName]: ReturnType<(typeof embedded)[Name]['create']> };

export interface SandboxOptions {
	/** Fixes ids, tokens and fault schedules. Default 1. */
	seed?: number | string;
	/** Where the clock begins. Default Monday 2026-11-23 09:00 in Paris. */
	startAt?: number | string | Date;
	/** How webhook calls leave the sandbox. Default: the global fetch. */
	post?: Post;
	/** A fault plan of your own instead of the built-in rules. */
	faults?: FaultPlan;
	/**
	 * How long, in real time, due work such as a webhook call may keep `advance` waiting before time goes on
	 * without it. Default 1500 ms.
	 */
	workTimeoutMs?: number;
}

export interface Listening {
	/** Origin of each carrier, such as `http://127.0.0.1:41234`, without a trailing slash. */
	urls: Record<CarrierName, string>;
	close(): Promise<void>;
}

export interface Sandbox extends Backoffices {
	/**
	 * Answers in process. The host name selects the carrier.
	 * Network faults are thrown as NetworkFault; no socket is opened.
	 */
	fetch(input: Request | URL | string, init?: RequestInit): Promise<Response>;
	/** Serves every carrier on a port of its own on 127.0.0.1. */
	listen(options?: { port?: number }): Promise<Listening>;
	clock: Clock;
	faults: Faults;
	journal: Journal;
	couriers: Couriers;
	/** How far the look-ups of every carrier lag behind. Default: not at all. */
	lookUpLag: LookUpLag;
	/** Milliseconds by which the clocks differ that date new bookings. 0 unless it is set. */
	clockSkewMs: number;
	/** Its carriers, for code that knows none of them by name. */
	carrier(id: string): HostedCarrier;
	/** Ends servers, real time and couriers. */
	close(): Promise<void>;
}
