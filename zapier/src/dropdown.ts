import type { ChoiceList } from '../../shared/declare/choice-list';
import { success } from '../../shared/declare/failure';
import { readChoices } from '../../shared/run/read-choices';
import { CALL_BUDGET_MS } from '../../shared/run/retry';
import { readAccess } from './access';
import { dropdownKey, labelOf, type AppContext } from './app-context';
import { runStep } from './errors';
import { emptyIfNotFound } from './search';
import type { Trigger } from './platform';
import { portsOf } from './ports';

/** Choices of one page of a drop-down. */
const PAGE = 100;

/** Hidden: fills the drop-downs that name it. */
export function dropdownOf(context: AppContext, name: string, list: ChoiceList): Trigger {
	const { carrier } = context;
	return {
		key: dropdownKey(context, name),
		noun: list.title,
		display: {
			label: labelOf(context, `${list.title} List`),
			description: 'Triggers when a drop-down asks for its choices.',
			hidden: true,
		},
		operation: {
			type: 'polling',
			canPaginate: true,
			perform: async (z, bundle) =>
				await runStep(z, async () => {
					const access = readAccess(context, bundle);
					if (!access.ok) return access;
					const ports = portsOf(z, access.value);
					const from = Math.max(0, bundle.meta?.page ?? 0) * PAGE;
					const result = emptyIfNotFound(
						await readChoices(
							{ carrier, list, access: access.value, enough: from + PAGE, deadline: ports.now() + CALL_BUDGET_MS },
							ports,
						),
					);
					if (!result.ok) return result;
					const page = result.value.slice(from, from + PAGE);
					// The platform refuses a page with the same value twice.
					return success([
						...new Map(page.map(({ value, label, item }) => [value, { ...item, id: value, label }])).values(),
					]);
				}),
		},
	};
}
