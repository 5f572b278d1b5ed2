import type { Item } from '../../shared/declare/facts';
import type { Access } from '../../shared/declare/connection';
import { success, type Result } from '../../shared/declare/failure';
import type { LookingTrigger } from '../../shared/declare/trigger';
import { glanceInto } from '../../shared/events/inbox';
import { inboxSnapshot } from '../../shared/events/inbox-snapshot';
import { snapshot } from '../../shared/events/snapshot';
import { CALL_BUDGET_MS } from '../../shared/run/retry';
import { readAccess } from './access';
import { labelOf, pollKey, type Desk } from './desk';
import { step } from './errors';
import { withFiles } from './files';
import { choicesOf } from './input-fields';
import { picked } from './input-values';
import { throttleOf } from './limits';
import { outputFields } from './output-fields';
import type { Bundle, PlainInputField, Trigger, ZObject } from './platform';
import { portsOf } from './ports';
import { shown } from './sample';
import { takeOverField, takesOver } from './subscription';
import { linked, snake } from './words';

/** The platform looks at about this many. */
const CLOSED = 100;
/** Whole items read in one poll; what is left comes with the next one. */
const READS = 25;
/** What the editor shows. */
const SAMPLES = 3;

const filterFields = ({ filter }: LookingTrigger): PlainInputField[] =>
	filter
		? [{ key: snake(filter.field), label: filter.label, helpText: linked(filter.help), list: true, required: false, choices: choicesOf(filter.options) }]
		: [];

async function looked({ carrier }: Desk, trigger: LookingTrigger, access: Access, z: ZObject, bundle: Bundle): Promise<Result<Item[]>> {
	const ports = portsOf(z);
	const { isPopulatingDedupe = false, isLoadingSample = false } = bundle.meta ?? {};
	const only = picked(bundle.inputData, snake(trigger.filter?.field ?? ''), trigger.filter?.options ?? []);
	const limits = {
		closed: CLOSED,
		reads: isLoadingSample ? SAMPLES : READS,
		deadline: ports.now() + CALL_BUDGET_MS,
		onlyKeys: isPopulatingDedupe,
	};
	if (trigger.kind === 'poll') return await snapshot({ carrier, trigger, access, only }, limits, ports);
	const work = { carrier, trigger, access, only, takeOver: takesOver(bundle) };
	return isLoadingSample ? await glanceInto(work, ports) : await inboxSnapshot(work, limits, ports);
}

/** Lists what is open or fresh; the platform drops what it has seen, by the primary fields. */
export function pollOf(desk: Desk, trigger: LookingTrigger): Trigger {
	const { carrier } = desk;
	return {
		key: pollKey(desk, trigger.id),
		noun: trigger.noun,
		display: { label: labelOf(desk, trigger.title), description: `Triggers when ${trigger.when}.` },
		operation: {
			type: 'polling',
			inputFields: [...filterFields(trigger), ...(trigger.kind === 'inbox' ? [takeOverField] : [])],
			perform: async (z, bundle) =>
				await step(z, async () => {
					const access = readAccess(desk, bundle);
					if (!access.ok) return access;
					const seen = await looked(desk, trigger, access.value, z, bundle);
					return seen.ok ? success(seen.value.map((item) => ({ ...withFiles(z, desk, item, trigger.files), id: String(item.id) }))) : seen;
				}),
			outputFields: outputFields(trigger.output, trigger.primary),
			sample: shown(trigger.sample),
			throttle: throttleOf(carrier),
		},
	};
}
