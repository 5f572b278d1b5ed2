import { cancellationStatuses, statusFrom, v2Statuses } from '../../shared/carriers/cubyn/parcels/status';
import { rankOf } from '../../shared/delivery/status';

/** Written down once more, so that no pair changes unnoticed. */
const plain: Record<string, string> = {
	CREATED: 'created',
	PREPARED: 'scheduled',
	PICKED: 'picked_up',
	SHIPPED: 'in_transit',
	CARRIER_IN_TRANSIT: 'in_transit',
	CARRIER_OUT_FOR_DELIVERY: 'out_for_delivery',
	CARRIER_FAILED_ATTEMPT: 'attempt_failed',
	CARRIER_DELIVERED: 'delivered',
	CARRIER_EXCEPTION: 'failed',
	CARRIER_RETURN_RECEIVED: 'returned',
};
const keptBack = ['CREATED', 'PREPARED', 'PICKED'];

test('the table above holds every status of v2', () => {
	expect(Object.keys(plain).sort()).toEqual([...v2Statuses].sort());
});

describe.each(Object.keys(plain))('%s', (status) => {
	test.each(cancellationStatuses)('with the cancellation %s', (cancellationStatus) => {
		const expected = cancellationStatus === 'SUCCEEDED' && keptBack.includes(status) ? 'cancelled' : plain[status];
		expect(statusFrom({ status, cancellationStatus })).toBe(expected);
	});

	test.each([true, false])('with the flag of v3 that it is cancelled: %s', (cancelled) => {
		expect(statusFrom({ status, cancelled })).toBe(cancelled && keptBack.includes(status) ? 'cancelled' : plain[status]);
	});
});

test.each([
	['CREATED', 'created'],
	['CANCELED', 'cancelled'],
	['CANCELLED', 'cancelled'],
	['cancelled', 'cancelled'],
	['VALIDATION_FAILED', 'created'],
	['PROCESSING', 'picked_up'],
	['SHIPPED', 'in_transit'],
	['IN_TRANSIT', 'in_transit'],
	['DELIVERED', 'delivered'],
	['RETURNING', 'attempt_failed'],
	['RETURNED', 'returned'],
	['CARRIER_EXCEPTION', 'failed'],
	['CUBYN_EXCEPTION', 'unknown'],
	['TELEPORTED', 'unknown'],
	['', 'unknown'],
	[null, 'unknown'],
	[undefined, 'unknown'],
])('v3, and what nobody has mapped: %s is %s', (status, expected) => {
	expect(statusFrom({ status })).toBe(expected);
	expect(statusFrom({ status, cancelled: false })).toBe(expected);
});

test('a return of the customer is on its way rather than failed', () => {
	expect(statusFrom({ status: 'RETURNING', type: 'RECIPIENT_RETURN' })).toBe('in_transit');
});

test('what is cancelled and of unknown status is cancelled', () => {
	expect(statusFrom({ status: 'TELEPORTED', cancellationStatus: 'SUCCEEDED' })).toBe('cancelled');
});

test('a parcel on its straight way only rises', () => {
	const ranks = ['CREATED', 'PREPARED', 'PICKED', 'SHIPPED', 'CARRIER_IN_TRANSIT', 'CARRIER_OUT_FOR_DELIVERY', 'CARRIER_FAILED_ATTEMPT', 'CARRIER_DELIVERED'].map((status) =>
		rankOf(statusFrom({ status })),
	);
	expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
});
