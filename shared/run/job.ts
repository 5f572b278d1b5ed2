import type { Action } from '../declare/action';
import type { Carrier } from '../declare/carrier';
import type { Access } from '../declare/connection';
import type { Outline, Item } from '../declare/facts';
import type { JsonObject } from '../json';
import type { BookingSettings } from './booking-settings';

/** One action call from a host. */
export interface Job {
	carrier: Carrier;
	action: Action;
	access: Access;
	/** The raw form values: numbers may be strings, and fields may be empty strings. */
	values: JsonObject;
	booking?: Partial<BookingSettings>;
	/** A read on whose answer it depends whether something is sent. */
	decides?: true;
	/** Milliseconds since 1970; the whole call ends by then. Without it each page of a list has its own budget. */
	deadline?: number;
	/** Milliseconds that the call may take, on a host that sets no limit of its own. */
	budgetMs?: number;
	/** For a list: the maximum number of items to read. */
	maxItems?: number;
	/** For a list in pages: called after each page with all items so far. True ends the reading. */
	stopWhen?(items: readonly Item[]): boolean;
	/** For a list: rows that need no reading. */
	outline?: Outline;
}
