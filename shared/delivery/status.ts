/**
 * One list of statuses for couriers and parcel carriers, in the order a delivery passes through them. `unknown` is a
 * carrier status without a mapping; it never means moving. `needs_attention` is booked, but stops until someone fixes
 * it, such as a parcel whose address failed the carrier's check.
 */
export const statuses = [
	'unknown',
	'awaiting_acceptance',
	'needs_attention',
	'created',
	'scheduled',
	'pickup_enroute',
	'at_pickup',
	'picked_up',
	'in_transit',
	'out_for_delivery',
	'at_dropoff',
	'attempt_failed',
	'returning',
	'delivered',
	'failed',
	'returned',
	'cancelled',
] as const;

export type Status = (typeof statuses)[number];

const terminal = new Set<Status>(['delivered', 'failed', 'returned', 'cancelled']);

export const isTerminal = (status: Status): boolean => terminal.has(status);

/** Higher is further along; the four ends share one rank. */
export const rankOf = (status: Status): number => statuses.indexOf(isTerminal(status) ? 'delivered' : status);

export const statusLabels: Readonly<Record<Status, string>> = {
	unknown: 'Unknown',
	awaiting_acceptance: 'Awaiting Acceptance',
	needs_attention: 'Needs Attention',
	created: 'Created',
	scheduled: 'Scheduled',
	pickup_enroute: 'On the Way to Pick-Up',
	at_pickup: 'At Pick-Up',
	picked_up: 'Picked Up',
	in_transit: 'In Transit',
	out_for_delivery: 'Out for Delivery',
	at_dropoff: 'At Drop-Off',
	attempt_failed: 'Attempt Failed',
	returning: 'Returning',
	delivered: 'Delivered',
	failed: 'Failed',
	returned: 'Returned',
	cancelled: 'Cancelled',
};
