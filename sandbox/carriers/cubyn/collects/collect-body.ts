import { z } from 'zod/v4';
import type { Moment } from '../../framework/clock.types';
import { address } from '../parcels/parcel-body';
import { check } from '../requests/check';
import { invalid } from '../requests/api-error';
import { atLeastOne, moment, phone, text } from '../requests/field-schemas';
import { isWorkingHour } from './timeslots';

/** The table stars both contact fields, the sample sends neither: they may be left out. */
const collect = z.strictObject({
	volumeCategory: z.enum(['SMALL', 'STANDARD', 'LARGE']),
	contactName: text.optional(),
	contactPhone: phone.optional(),
	pickupAt: moment.optional(),
	address: address.optional(),
});
const change = collect.partial().refine(atLeastOne, 'atLeastOne');

export function readCollect(body: unknown, now: Moment): z.infer<typeof collect> {
	const input = check(collect, body);
	assertPickup(input.pickupAt, now);
	return input;
}

export function readCollectChange(body: unknown, now: Moment): z.infer<typeof change> {
	const input = check(change, body);
	assertPickup(input.pickupAt, now);
	return input;
}

function assertPickup(pickupAt: Moment | undefined, now: Moment): void {
	if (pickupAt === undefined) return;
	if (pickupAt < now) throw invalid({ field: 'pickupAt', rule: 'isAfter' });
	if (!isWorkingHour(pickupAt)) throw invalid({ field: 'pickupAt', rule: 'isWorkingHour' });
}
