import type { Action } from '../../shared/declare/action';
import { success, type Result } from '../../shared/declare/failure';
import type { JsonObject } from '../../shared/json';
import { bookingFields, settingsOf, type BookingSettings } from '../../shared/run/booking-settings';
import { digest } from '../../shared/run/digest';
import { readFields, rejectInput } from '../../shared/run/read-input';
import type { Bundle } from './platform';

/**
 * The platform gives a run no stable id when it repeats a step, so the Zap and the form as it was read identify it: a
 * replay finds its own booking, and "18:30" books each day. Two identical orders count as one; a reference, or Book
 * Another, distinguishes them.
 */
const referenceMaker =
	(action: Action, bundle: Bundle) =>
	(valuesAsRead: JsonObject): string =>
		`zap-${digest([bundle.meta?.zap?.id ?? '', action.id, valuesAsRead], 16)}`;

export interface BookingInput {
	values: JsonObject;
	booking: Partial<BookingSettings>;
}

/** Separates the input of a booking from its settings. */
export function readBookingInput(action: Action, bundle: Bundle, fields: JsonObject): Result<BookingInput> {
	const settings = settingsOf(action);
	if (settings.length === 0) return success({ values: fields, booking: {} });
	const isSetting = (key: string) => settings.some((field) => field.key === key);
	const entries = Object.entries(fields);
	const values = Object.fromEntries(entries.filter(([key]) => !isSetting(key)));
	const { parsed, problems } = readFields(
		settings,
		bookingFields,
		Object.fromEntries(entries.filter(([key]) => isSetting(key))),
		'UTC',
	);
	if (!parsed.success) return rejectInput(settings, `"${action.title}" can be sent`, problems);
	// What `readFields` has read has passed these very fields.
	const { if_exists: ifExists, on_duplicate: onDuplicate } = bookingFields.parse(parsed.data);
	return success({ values, booking: { ifExists, onDuplicate, makeReference: referenceMaker(action, bundle) } });
}
