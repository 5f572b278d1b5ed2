import type { Action } from '../../shared/declare/action';
import { failed, success, type Result } from '../../shared/declare/failure';
import type { JsonObject } from '../../shared/declare/json';
import { bookingFields, bookingForm, type BookingSettings } from '../../shared/run/booking-settings';
import { coerce } from '../../shared/run/coerce';
import { digest } from '../../shared/run/digest';
import { perform } from '../../shared/run/perform';
import { readAccess } from './access';
import { createKey, labelOf, nounOf, type Desk } from './desk';
import { step } from './errors';
import { withFiles } from './files';
import { formFields } from './input-fields';
import { nested, NOTICE_FIELD } from './input-values';
import { lockOf, referenceOf, throttleOf } from './limits';
import { outputFields } from './output-fields';
import type { Bundle, Create, PlainInputField } from './platform';
import { portsOf } from './ports';
import { sampleItem } from './sample';

const NOTICE: PlainInputField = {
	key: NOTICE_FIELD,
	type: 'copy',
	helpText: '**This cannot be undone.** The step takes effect at the carrier as soon as it runs, in tests as well.',
};

/**
 * The platform gives a run no id that stays the same when it repeats a step, so the Zap and the filled-in form stand
 * for it: a replay finds its own booking. Two orders that are alike to the letter count as one; a reference tells them apart.
 */
const runReference = (action: Action, bundle: Bundle, values: JsonObject): string => `zap-${digest([bundle.meta?.zap?.id ?? '', action.id, values], 16)}`;

function settingsOf(action: Action, bundle: Bundle, chosen: JsonObject, values: JsonObject): Result<Partial<BookingSettings>> {
	if (referenceOf(action) === undefined) return success({});
	const parsed = bookingFields.safeParse(coerce(bookingForm, chosen, 'UTC'));
	if (!parsed.success) {
		const words = bookingForm.map((field) => field.label).join(', ');
		return failed('invalid_input', `${words} must be one of the choices on the form`);
	}
	return success({ ifExists: parsed.data.if_exists, runReference: runReference(action, bundle, values) });
}

const settingKeys = new Set(bookingForm.map((field) => field.key));

/** What books or changes something at the carrier. */
export function createOf(desk: Desk, action: Action): Create {
	const { carrier } = desk;
	const key = createKey(desk, action);
	const form = referenceOf(action) !== undefined ? [...action.form, ...bookingForm] : action.form;
	const { inputFields, inputFieldGroups } = formFields(desk, form, nounOf(desk, action), key);
	const lock = lockOf(carrier, action);
	return {
		key,
		noun: nounOf(desk, action),
		display: { label: labelOf(desk, action.title), description: action.does },
		operation: {
			inputFields: action.irreversible ? [{ ...NOTICE, ...(inputFieldGroups ? { group: 'main' } : {}) }, ...inputFields] : inputFields,
			...(inputFieldGroups ? { inputFieldGroups } : {}),
			perform: async (z, bundle) =>
				await step(z, async () => {
					const access = readAccess(desk, bundle);
					if (!access.ok) return access;
					const entries = Object.entries(nested(form, bundle.inputData));
					const values = Object.fromEntries(entries.filter(([name]) => form === action.form || !settingKeys.has(name)));
					const booking = settingsOf(action, bundle, Object.fromEntries(entries.filter(([name]) => settingKeys.has(name))), values);
					if (!booking.ok) return booking;
					const done = await perform({ carrier, action, access: access.value, values, booking: booking.value }, portsOf(z));
					return done.ok ? success(withFiles(z, desk, done.value[0] ?? {}, action.files)) : done;
				}),
			outputFields: outputFields(action.output),
			sample: sampleItem(carrier, action),
			throttle: throttleOf(carrier),
			...(lock ? { lock } : {}),
		},
	};
}
