import type { Moment } from '../frame/clock.types';
import type { PostOutcome } from '../frame/postInTime';

export interface HubriseEvent {
	id: string;
	resource_type: 'order' | 'delivery';
	event_type: 'create' | 'update';
	created_at: string;
	account_id: string;
	location_id: string;
	order_id: string;
	delivery_id?: string;
	previous_state?: Record<string, unknown>;
	new_state?: Record<string, unknown>;
}

/** An event as one connection has it. */
export interface HubriseNotice {
	readonly seq: number;
	/** Access token of the connection. */
	readonly connection: string;
	readonly event: HubriseEvent;
	/** Neither acknowledged nor given up. */
	readonly pending: boolean;
}

export interface HubriseAttempt {
	at: Moment;
	connection: string;
	url: string;
	event: HubriseEvent;
	outcome: PostOutcome;
}

export interface HubriseCallbacks {
	/** Every event made, oldest first, one for each connection that hears of it. */
	readonly notices: readonly HubriseNotice[];
	readonly attempts: readonly HubriseAttempt[];
	/** Sends an event once more, under its own id, acknowledged or not. Default: the last one. */
	repeat(notice?: HubriseNotice): void;
	/** Keeps active callbacks back until `release`; the list of events shows them all the while. */
	hold(): void;
	release(order?: 'kept' | 'reversed' | 'shuffled'): void;
}
