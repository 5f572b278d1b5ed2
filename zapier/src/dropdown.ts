import { choiceInput, type ChoiceList } from '../../shared/declare/carrier';
import type { Item } from '../../shared/declare/facts';
import { success } from '../../shared/declare/failure';
import { perform } from '../../shared/run/perform';
import { CALL_BUDGET_MS } from '../../shared/run/retry';
import { readAccess } from './access';
import { dropdownKey, labelOf, type Desk } from './desk';
import { step } from './errors';
import { orNone } from './search';
import type { Trigger } from './platform';
import { portsOf } from './ports';

/** Choices of one page of a drop-down. */
const PAGE = 100;

/** Hidden: fills the drop-downs that name it. */
export function dropdownOf(desk: Desk, name: string, list: ChoiceList): Trigger {
	const { carrier } = desk;
	return {
		key: dropdownKey(desk, name),
		noun: list.title,
		display: {
			label: labelOf(desk, `${list.title} List`),
			description: 'Triggers when a drop-down asks for its choices.',
			hidden: true,
		},
		operation: {
			type: 'polling',
			canPaginate: true,
			perform: async (z, bundle) =>
				await step(z, async () => {
					const access = readAccess(desk, bundle);
					if (!access.ok) return access;
					const ports = portsOf(z);
					const from = Math.max(0, bundle.meta?.page ?? 0) * PAGE;
					const limits = { enough: (items: readonly Item[]) => items.length >= from + PAGE, deadline: ports.now() + CALL_BUDGET_MS };
					const listed = orNone(await perform({ carrier, action: list.action, access: access.value, values: choiceInput(list, ports.now()), ...limits }, ports));
					if (!listed.ok) return listed;
					const shown = listed.value.slice(from, from + PAGE);
					// The platform refuses a page with the same value twice.
					return success([...new Map(shown.map((item) => [list.value(item), { ...item, id: list.value(item), label: list.label(item) }])).values()]);
				}),
		},
	};
}
