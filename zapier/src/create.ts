import type { Action } from '../../shared/declare/action';
import { success } from '../../shared/declare/failure';
import { settingsOf } from '../../shared/run/booking-settings';
import { perform } from '../../shared/run/perform';
import { readAccess } from './access';
import { readAsked } from './booking';
import { createKey, labelOf, nounOf, type Desk } from './desk';
import { step } from './errors';
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

/** What books or changes something at the carrier. */
export function createOf(desk: Desk, action: Action): Create {
	const { carrier } = desk;
	const key = createKey(desk, action);
	const form = [...action.form, ...settingsOf(action)];
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
					const asked = readAsked(action, bundle, nested(form, bundle.inputData));
					if (!asked.ok) return asked;
					const done = await perform({ carrier, action, access: access.value, ...asked.value }, portsOf(z));
					return done.ok ? success(withFiles(z, desk, done.value[0] ?? {}, action.files)) : done;
				}),
			outputFields: outputFields(action.output),
			sample: sampleItem(carrier, action),
			throttle: throttleOf(carrier, action),
			...(lock ? { lock } : {}),
		},
	};
}
