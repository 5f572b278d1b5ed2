import type { Faults, FaultPlan } from './frame/faults.types';
import type { Clock } from './frame/clock.types';
import type { Journal } from './frame/journal.types';
import type { Couriers } from './frame/couriers.types';
import type { Post } from './frame/post.types';
import type { CubynDesk } from './cubyn/desk.types';
import type { CykeDesk } from './cyke/desk.types';
import type { DeliveritDesk } from './deliverit/desk.types';
import type { HubriseDesk } from './hubrise/desk.types';

export type { Clock, Moment, PlannedWork } from './frame/clock.types';
export type { Journal, JournalEntry, JournalFilter } from './frame/journal.types';
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
} from './frame/faults.types';
export type { Couriers, CourierPace } from './frame/couriers.types';
export type { Post, PostInit } from './frame/post.types';
export type { LookUpLag } from './frame/lag';
export type * from './cubyn/desk.types';
export type * from './cyke/desk.types';
export type * from './deliverit/desk.types';
export type * from './hubrise/desk.types';

export type CarrierName = 'cyke' | 'deliverit' | 'hubrise' | 'cubyn';

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
	patienceMs?: number;
}

export interface Listening {
	/** Origin of each carrier, such as `http://127.0.0.1:41234`, without a trailing slash. */
	urls: Record<CarrierName, string>;
	close(): Promise<void>;
}

export interface Sandbox {
	/**
	 * Answers in process. Carriers are told apart by host name.
	 * Network faults are thrown as NetworkFault; no socket is opened.
	 */
	fetch(input: Request | URL | string, init?: RequestInit): Promise<Response>;
	/** Serves every carrier on a port of its own on 127.0.0.1. */
	listen(options?: { port?: number }): Promise<Listening>;
	clock: Clock;
	faults: Faults;
	journal: Journal;
	couriers: Couriers;
	cyke: CykeDesk;
	deliverit: DeliveritDesk;
	hubrise: HubriseDesk;
	cubyn: CubynDesk;
	/** Ends servers, real time and couriers. */
	close(): Promise<void>;
}
