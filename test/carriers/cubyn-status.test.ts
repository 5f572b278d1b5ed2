import { cancellationStatuses, statusFrom, v2Statuses } from '../../shared/carriers/cubyn/parcels/status';
import { rankOf } from '../../shared/delivery/status';

/** Written down once more, so that no pair changes unnoticed. */
const expectedStatuses: Record<string, string> = {
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
const beforeShipping = ['CREATED', 'PREPARED', 'PICKED'];

test('the table above holds every status of v2', () => {
	expect(Object.keys(expectedStatuses).sort()).toEqual([...v2Statuses].sort());
});

describe.each(Object.keys(expectedStatuses))('%s', (status) => {
	test.each(cancellationStatuses)('with the cancellation %s', (cancellationStatus) => {
		const expected =
			cancellationStatus === 'SUCCEEDED' && beforeShipping.includes(status) ? 'cancelled' : expectedStatuses[status];
		expect(statusFrom({ status, cancellationStatus })).toBe(expected);
	});

	test.each([true, false])('with the flag of v3 that it is cancelled: %s', (cancelled) => {
		expect(statusFrom({ status, cancelled })).toBe(
			cancelled && beforeShipping.includes(status) ? 'cancelled' : expectedStatuses[status],
		);
	});
});

test.each([
	['CREATED', 'created'],
	['CANCELED', 'cancelled'],
	['CANCELLED', 'cancelled'],
	['cancelled', 'cancelled'],
	['VALIDATION_FAILED', 'needs_attention'],
	['PROCESSING', 'picked_up'],
	['SHIPPED', 'in_transit'],
	['IN_TRANSIT', 'in_transit'],
	['DELIVERED', 'delivered'],
	['RETURNING', 'returning'],
	['RETURNED', 'returned'],
	['CARRIER_EXCEPTION', 'failed'],
	['CUBYN_EXCEPTION', 'needs_attention'],
	['TELEPORTED', 'unknown'],
	['', 'unknown'],
	[null, 'unknown'],
	[undefined, 'unknown'],
])('v3, and what nobody has mapped: %s is %s', (status, expected) => {
	expect(statusFrom({ status })).toBe(expected);
	expect(statusFrom({ status, cancelled: false })).toBe(expected);
});

test.each([
	['INFO', 'created'],
	[null, 'created'],
	['ERROR', 'needs_attention'],
	['ADDRESS_INVALID', 'needs_attention'],
])('v2, checked with %s: %s', (validationStatus, expected) => {
	expect(statusFrom({ status: 'CREATED', validationStatus })).toBe(expected);
	// Once it is picked, the check is over.
	expect(statusFrom({ status: 'PICKED', validationStatus })).toBe('picked_up');
});

test('a return of the customer is on its way rather than failed', () => {
	expect(statusFrom({ status: 'RETURNING', type: 'RECIPIENT_RETURN' })).toBe('in_transit');
});

test('what is cancelled and of unknown status is cancelled', () => {
	expect(statusFrom({ status: 'TELEPORTED', cancellationStatus: 'SUCCEEDED' })).toBe('cancelled');
});

test('a parcel on its straight way only rises', () => {
	const ranks = [
		'CREATED',
		'PREPARED',
		'PICKED',
		'SHIPPED',
		'CARRIER_IN_TRANSIT',
		'CARRIER_OUT_FOR_DELIVERY',
		'CARRIER_FAILED_ATTEMPT',
		'CARRIER_DELIVERED',
	].map((status) => rankOf(statusFrom({ status })));
	expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
});
