import type { Action } from '../../shared/declare/action';
import { success, type Result } from '../../shared/declare/failure';
import type { JsonObject } from '../../shared/declare/json';
import { bookingFields, settingsOf, type BookingSettings } from '../../shared/run/booking-settings';
import { digest } from '../../shared/run/digest';
import { readFields, refuse } from '../../shared/run/read-input';
import type { Bundle } from './platform';

/**
 * The platform gives a run no id that stays the same when it repeats a step, so the Zap and the filled-in form stand
 * for it: a replay finds its own booking. Two orders that are alike to the letter count as one; a reference tells them apart.
 */
const runReference = (action: Action, bundle: Bundle, values: JsonObject): string => `zap-${digest([bundle.meta?.zap?.id ?? '', action.id, values], 16)}`;

export interface Asked {
	values: JsonObject;
	booking: Partial<BookingSettings>;
}

/** Tells what is booked from how. */
export function readAsked(action: Action, bundle: Bundle, given: JsonObject): Result<Asked> {
	const settings = settingsOf(action);
	if (settings.length === 0) return success({ values: given, booking: {} });
	const isSetting = (key: string) => settings.some((field) => field.key === key);
	const entries = Object.entries(given);
	const values = Object.fromEntries(entries.filter(([key]) => !isSetting(key)));
	const { parsed, problems } = readFields(settings, bookingFields, Object.fromEntries(entries.filter(([key]) => isSetting(key))), 'UTC');
	if (!parsed.success) return refuse(settings, `"${action.title}" can be sent`, problems);
	// What `readFields` has read has passed these very fields.
	const { if_exists: ifExists, on_double: onDouble } = bookingFields.parse(parsed.data);
	return success({ values, booking: { ifExists, onDouble, runReference: runReference(action, bundle, values) } });
}
