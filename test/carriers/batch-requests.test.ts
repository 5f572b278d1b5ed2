import { noFaults } from '../lab/fault-plans';
import { createBatch } from '../lab/batch';
import { subjects } from '../lab/subjects';

const SIZE = 60;
const references = Array.from({ length: SIZE }, (_, at) => `WC-${1_000 + at}`);

/** Requests that a booking of a batch takes, and the most that the whole batch takes besides, for lists and sign-in. */
test.each([
	['cyke', 'delivery.create', 3, 0],
	['cubyn', 'parcel.create', 2, 4],
	['deliverit', 'driver.create', 1, 4],
	['hubrise', 'order.create', 1, 3],
])('a batch at %s, %s: %d a booking, and at most %d more', async (carrier, action, perBooking, shared) => {
	const subject = subjects.find((each) => each.carrier.id === carrier && each.action.id === action);
	if (!subject) throw new Error('The lab does not try it');
	const batch = createBatch(3, subject, noFaults);
	const results = await batch.book(references);
	expect(results.filter(({ ok }) => !ok)).toEqual([]);
	expect(batch.activeReferences().sort()).toEqual(references);
	expect(batch.requestCount()).toBeGreaterThanOrEqual(perBooking * SIZE);
	expect(batch.requestCount()).toBeLessThanOrEqual(perBooking * SIZE + shared);
});
