import type { Action, LookedUpBooking } from '../declare/action';
import type { Item } from '../declare/facts';
import type { Result } from '../declare/failure';
import type { JsonObject } from '../json';
import type { Job } from './job';
import type { Ports } from './ports';
import type { RequestContext } from './send';

/** Runs a read of the same carrier and connection. */
export type RunAction = (
	action: Action,
	values: JsonObject,
	ports: Ports,
	stopWhen?: Job['stopWhen'],
) => Promise<Result<Item[]>>;

/** A reference to look up live bookings for. */
export interface LookupRequest {
	context: Omit<RequestContext, 'call' | 'action'>;
	find: LookedUpBooking<unknown>;
	reference: string;
	/** Bookings with another spelling of the reference count as well. */
	anySpelling?: boolean;
	/** A list that was read for many references. What it lacks is not there if it is whole. */
	listed?: { items: readonly Item[]; isWhole: boolean };
	runAction: RunAction;
	ports: Ports;
}

/**
 * Ports for the calls after a booking: they never stop half-way, because a request that was sent must be accounted for.
 */
export const withoutCancellation = (ports: Ports): Ports => ({ ...ports, cancelled: undefined });
