import type { Action } from '../../shared/declare/action';
import type { Item } from '../../shared/declare/facts';
import { success, type Result } from '../../shared/declare/failure';
import { perform } from '../../shared/run/perform';
import { CALL_BUDGET_MS } from '../../shared/run/retry';
import { readAccess } from './access';
import { nounOf, searchDescription, searchKey, searchTitle, stepLabelOf, type AppContext } from './app-context';
import { runStep } from './errors';
import { withFiles } from './files';
import { formFields } from './input-fields';
import { nested } from './input-values';
import { throttleOf } from './limits';
import { outputFields } from './output-fields';
import type { Search } from './platform';
import { portsOf } from './ports';
import { sampleItem } from './sample';

/** A search that finds nothing has worked. */
export const emptyIfNotFound = <T>(result: Result<T[]>): Result<T[]> =>
	!result.ok && result.failure.code === 'not_found' ? success([]) : result;

/** As many as a later step can loop over. */
const MAX_ITEMS = 500;

const warningsOf = ({ warnings }: Item): string[] => (Array.isArray(warnings) ? warnings.map(String) : []);

/** A list that is cut off says so, where its user looks first. */
function firstOf(items: readonly Item[]): Item[] {
	const [first, ...others] = items.slice(0, MAX_ITEMS);
	if (first === undefined || items.length <= MAX_ITEMS) return [...items];
	const notice = `There are more: only the first ${MAX_ITEMS} are given. Narrow the search, for example by its dates.`;
	return [{ ...first, warnings: [...warningsOf(first), notice] }, ...others];
}

/** Actions that read. */
export function searchOf(context: AppContext, action: Action): Search {
	const { carrier } = context;
	const key = searchKey(context, action);
	return {
		key,
		noun: nounOf(context, action),
		display: {
			label: stepLabelOf(context, action, searchTitle(action)),
			description: `${searchDescription(action)}${action.isList ? ` Gives ${MAX_ITEMS} at most.` : ''}`,
		},
		operation: {
			...formFields(context, action.form, nounOf(context, action), key),
			perform: async (z, bundle) =>
				await runStep(z, async () => {
					const access = readAccess(context, bundle);
					if (!access.ok) return access;
					const ports = portsOf(z, access.value);
					const limits = {
						// One more than is given, so that it is known whether there are more.
						stopWhen: (items: readonly Item[]) => items.length > MAX_ITEMS,
						deadline: ports.now() + CALL_BUDGET_MS,
					};
					const result = emptyIfNotFound(
						await perform(
							{ carrier, action, access: access.value, values: nested(action.form, bundle.inputData), ...limits },
							ports,
						),
					);
					return result.ok
						? success(firstOf(result.value).map((item) => withFiles(z, context, item, action.files)))
						: result;
				}),
			outputFields: outputFields(action.output),
			sample: sampleItem(carrier, action),
			throttle: throttleOf(carrier, action),
		},
	};
}
