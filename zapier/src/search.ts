import type { Action } from '../../shared/declare/action';
import type { Item } from '../../shared/declare/facts';
import { success, type Result } from '../../shared/declare/failure';
import { perform } from '../../shared/run/perform';
import { CALL_BUDGET_MS } from '../../shared/run/retry';
import { readAccess } from './access';
import { labelOf, nounOf, searchDescription, searchKey, searchTitle, type Desk } from './desk';
import { step } from './errors';
import { withFiles } from './files';
import { formFields } from './input-fields';
import { nested } from './input-values';
import { throttleOf } from './limits';
import { outputFields } from './output-fields';
import type { Search } from './platform';
import { portsOf } from './ports';
import { sampleItem } from './sample';

/** A search that finds nothing has worked. */
export const orNone = (found: Result<Item[]>): Result<Item[]> => (!found.ok && found.failure.code === 'not_found' ? success([]) : found);

/** As many as a later step can loop over. */
const MOST = 500;

/** What reads. */
export function searchOf(desk: Desk, action: Action): Search {
	const { carrier } = desk;
	const key = searchKey(desk, action);
	return {
		key,
		noun: nounOf(desk, action),
		display: { label: labelOf(desk, searchTitle(action)), description: `${searchDescription(action)}${action.many ? ` Gives ${MOST} at most.` : ''}` },
		operation: {
			...formFields(desk, action.form, nounOf(desk, action), key),
			perform: async (z, bundle) =>
				await step(z, async () => {
					const access = readAccess(desk, bundle);
					if (!access.ok) return access;
					const ports = portsOf(z);
					const limits = { enough: (items: readonly Item[]) => items.length >= MOST, deadline: ports.now() + CALL_BUDGET_MS };
					const found = orNone(await perform({ carrier, action, access: access.value, values: nested(action.form, bundle.inputData), ...limits }, ports));
					return found.ok ? success(found.value.slice(0, MOST).map((item) => withFiles(z, desk, item, action.files))) : found;
				}),
			outputFields: outputFields(action.output),
			sample: sampleItem(carrier, action),
			throttle: throttleOf(carrier, action),
		},
	};
}
