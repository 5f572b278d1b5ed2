import { z } from 'zod/v4';

import type { Action } from '../../shared/declare/action';
import { success } from '../../shared/declare/failure';
import { settingsOf } from '../../shared/run/booking-settings';
import { perform } from '../../shared/run/perform';
import { readAccess } from './access';
import { readBookingInput } from './booking-input';
import { createKey, nounOf, stepLabelOf, type AppContext } from './app-context';
import { runStep } from './errors';
import { withFiles } from './files';
import { formFields } from './input-fields';
import { nested, NOTICE_FIELD } from './input-values';
import { lockOf, throttleOf } from './limits';
import { outputFields } from './output-fields';
import type { Create, PlainInputField } from './platform';
import { portsOf } from './ports';
import { sampleItem } from './sample';

const NOTICE: PlainInputField = {
	key: NOTICE_FIELD,
	type: 'copy',
	helpText: '**This cannot be undone.** The step takes effect at the carrier as soon as it runs, in tests as well.',
};

/** Actions that book or change something at the carrier. */
export function createOf(context: AppContext, action: Action): Create {
	const { carrier } = context;
	const key = createKey(context, action);
	const form = [...action.form, ...settingsOf(action)];
	const { inputFields, inputFieldGroups } = formFields(context, form, nounOf(context, action), key);
	const lock = lockOf(carrier, action);
	return {
		key,
		noun: nounOf(context, action),
		display: { label: stepLabelOf(context, action, action.title), description: action.description },
		operation: {
			inputFields: action.irreversible
				? [{ ...NOTICE, ...(inputFieldGroups ? { group: 'main' } : {}) }, ...inputFields]
				: inputFields,
			...(inputFieldGroups ? { inputFieldGroups } : {}),
			perform: async (zapier, bundle) =>
				await runStep(zapier, async () => {
					const access = readAccess(context, bundle);
					if (!access.ok) return access;
					const bookingInput = readBookingInput(action, bundle, nested(form, bundle.inputData));
					if (!bookingInput.ok) return bookingInput;
					const result = await perform(
						{ carrier, action, access: access.value, ...bookingInput.value },
						portsOf(zapier, access.value),
					);
					if (!result.ok) return result;
					return success(
						action.worksOut
							? { [action.worksOut.listedAs]: result.value }
							: withFiles(zapier, context, result.value[0] ?? {}, action.files),
					);
				}),
			outputFields: outputFields(
				action.worksOut ? z.object({ [action.worksOut.listedAs]: z.array(action.output) }) : action.output,
			),
			sample: sampleItem(carrier, action),
			throttle: throttleOf(carrier, action),
			...(lock ? { lock } : {}),
		},
	};
}
