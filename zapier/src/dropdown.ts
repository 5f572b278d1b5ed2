import { choiceInput, type ChoiceList } from '../../shared/declare/choice-list';
import type { Item } from '../../shared/declare/facts';
import { success } from '../../shared/declare/failure';
import { perform } from '../../shared/run/perform';
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
					const limits = {
						stopWhen: (items: readonly Item[]) => items.length >= from + PAGE,
						deadline: ports.now() + CALL_BUDGET_MS,
					};
					const result = emptyIfNotFound(
						await perform(
							{ carrier, action: list.action, access: access.value, values: choiceInput(list, ports.now()), ...limits },
							ports,
						),
					);
					if (!result.ok) return result;
					const pageItems = result.value.slice(from, from + PAGE);
					// The platform refuses a page with the same value twice.
					return success([
						...new Map(
							pageItems.map((item) => [list.value(item), { ...item, id: list.value(item), label: list.label(item) }]),
						).values(),
					]);
				}),
		},
	};
}
