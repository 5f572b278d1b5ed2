import type { Status } from '../../../delivery/status';

/**
 * How far along a parcel is, for events that do not say when it last changed. A courier who failed may try again,
 * and a parcel in transit may change hands, so what may follow each other in either order stands on one step.
 */
const stages: readonly (readonly Status[])[] = [
	['created', 'scheduled'],
	['picked_up'],
	['in_transit', 'out_for_delivery', 'attempt_failed'],
	['delivered', 'failed', 'returned', 'cancelled'],
];

/** Undefined for what nobody has mapped: it is told, and holds nothing up. */
export const stageOf = (status: Status): number | undefined => {
	const stage = stages.findIndex((each) => each.includes(status));
	return stage === -1 ? undefined : stage;
};
