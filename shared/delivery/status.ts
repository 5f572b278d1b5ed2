/**
 * One list of statuses over couriers and parcel carriers, in the order a delivery runs through them.
 * `unknown` is for what a carrier says and nobody has mapped; it never means moving.
 */
export const statuses = [
	'unknown',
	'awaiting_acceptance',
	'created',
	'scheduled',
	'pickup_enroute',
	'at_pickup',
	'picked_up',
	'in_transit',
	'out_for_delivery',
	'at_dropoff',
	'attempt_failed',
	'delivered',
	'failed',
	'returned',
	'cancelled',
] as const;

export type Status = (typeof statuses)[number];

const terminal = new Set<Status>(['delivered', 'failed', 'returned', 'cancelled']);

export const isTerminal = (status: Status): boolean => terminal.has(status);

/** Higher is further along; the four ends share one rank. */
export const rankOf = (status: Status): number => (isTerminal(status) ? statuses.indexOf('delivered') : statuses.indexOf(status));

export const statusLabels: Readonly<Record<Status, string>> = {
	unknown: 'Unknown',
	awaiting_acceptance: 'Awaiting Acceptance',
	created: 'Created',
	scheduled: 'Scheduled',
	pickup_enroute: 'On the Way to Pick-Up',
	at_pickup: 'At Pick-Up',
	picked_up: 'Picked Up',
	in_transit: 'In Transit',
	out_for_delivery: 'Out for Delivery',
	at_dropoff: 'At Drop-Off',
	attempt_failed: 'Attempt Failed',
	delivered: 'Delivered',
	failed: 'Failed',
	returned: 'Returned',
	cancelled: 'Cancelled',
};
