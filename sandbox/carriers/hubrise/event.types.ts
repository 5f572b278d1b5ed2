import type { Moment } from '../framework/clock.types';
import type { PostOutcome } from '../framework/post-with-timeout';

export interface HubriseEvent {
	id: string;
	resource_type: 'order' | 'delivery' | 'customer' | 'location';
	event_type: 'create' | 'update';
	created_at: string;
	account_id: string;
	location_id?: string;
	order_id?: string;
	delivery_id?: string;
	customer_id?: string;
	customer_list_id?: string;
	previous_state?: Record<string, unknown>;
	new_state?: Record<string, unknown>;
}

/** An event as one connection has it. */
export interface HubriseConnectionEvent {
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
	readonly connectionEvents: readonly HubriseConnectionEvent[];
	readonly attempts: readonly HubriseAttempt[];
	/** Sends an event once more, under its own id, acknowledged or not. Default: the last one. */
	repeat(connectionEvent?: HubriseConnectionEvent): void;
	/** Holds active callbacks back until `release`. The list of events shows them meanwhile. */
	hold(): void;
	release(order?: 'original' | 'reversed' | 'shuffled'): void;
}
