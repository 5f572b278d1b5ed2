import { z } from 'zod/v4';
import { customFields, time } from './values';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time such as 09:30' });
const slots = z.array(z.strictObject({ from: hour, to: hour })).optional();

export const openingHours = z.strictObject({
	monday: slots,
	tuesday: slots,
	wednesday: slots,
	thursday: slots,
	friday: slots,
	saturday: slots,
	sunday: slots,
});

export type OpeningHours = z.infer<typeof openingHours>;

/** One of three shapes, by its mode; `online` is an older word for `normal`. */
const orderAcceptance = z.discriminatedUnion('mode', [
	z.strictObject({ mode: z.enum(['normal', 'online']) }),
	z.strictObject({ mode: z.literal('busy'), resume_at: time.nullish(), extra_preparation_time: z.int() }),
	z.strictObject({ mode: z.literal('paused'), resume_at: time.nullish(), reason: z.string().nullish() }),
]);

export type OrderAcceptance = z.infer<typeof orderAcceptance>;

/** HR24 */
export const locationChange = z.strictObject({
	cutoff_time: hour.optional(),
	opening_hours: openingHours.optional(),
	preparation_time: z.int().optional(),
	order_acceptance: orderAcceptance.optional(),
	custom_fields: customFields.optional(),
});

const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** What is wrong with the hours of a week: none at all, a slot that ends before it begins, two that overlap. */
export function hoursProblem(hours: OpeningHours, cutoff: string): string | undefined {
	const days = DAYS.map((day) => hours[day] ?? []);
	if (days.every((day) => day.length === 0)) return 'must have one slot at least';
	// Up to the cut-off, the night belongs to the day before; a slot may end with it.
	const inDay = (text: string, last: number) => minutes(text) + (minutes(text) <= last ? 24 * 60 : 0);
	for (const day of days) {
		const night = minutes(cutoff);
		const spans = day
			.map(({ from, to }) => [inDay(from, night - 1), inDay(to, night)] as const)
			.sort(([a], [b]) => a - b);
		if (spans.some(([from, to]) => to <= from)) return 'must have slots that end after they begin';
		if (spans.some(([from], index) => from < (spans[index - 1]?.[1] ?? 0))) return 'must have slots without overlaps';
	}
	return undefined;
}
