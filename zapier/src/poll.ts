import type { Item } from '../../shared/declare/facts';
import type { Access } from '../../shared/declare/connection';
import { success, type Result } from '../../shared/declare/failure';
import type { PollingTrigger } from '../../shared/declare/trigger';
import { carrierClock } from '../../shared/events/carrier-clock';
import { previewInbox } from '../../shared/events/inbox';
import { pollInboxStateless } from '../../shared/events/inbox-stateless';
import { pollStateless } from '../../shared/events/poll-stateless';
import { accountKey } from '../../shared/run/account-key';
import { digest } from '../../shared/run/digest';
import { CALL_BUDGET_MS } from '../../shared/run/retry';
import { readAccess } from './access';
import { labelOf, pollKey, type AppContext } from './app-context';
import { runStep } from './errors';
import { withFiles } from './files';
import { choicesOf } from './input-fields';
import { picked } from './input-values';
import { throttleOf } from './limits';
import { outputFields } from './output-fields';
import type { Bundle, PlainInputField, Trigger, ZObject } from './platform';
import { portsOf } from './ports';
import { emptySample, hostSample } from './host-sample';
import { replaceExistingField, replacesExisting } from './subscription';
import { urlsAsCode, snakeCase } from './wording';

/** The platform reads about this many items. */
const MAX_CLOSED = 100;
/** Full items read in one poll; the rest come with the next one. */
const MAX_READS = 25;
/** A Zap that is switched on again begins anew. */
const BEGAN_TTL_MS = 400 * 24 * 3_600_000;
/** The number of items the editor shows. */
const MAX_SAMPLES = 3;

const filterFields = ({ filter }: PollingTrigger): PlainInputField[] =>
	filter
		? [
				{
					key: snakeCase(filter.field),
					label: filter.label,
					helpText: urlsAsCode(filter.help),
					list: true,
					required: false,
					choices: choicesOf(filter.options),
				},
			]
		: [];

async function pollItems(
	{ carrier }: AppContext,
	trigger: PollingTrigger,
	access: Access,
	z: ZObject,
	bundle: Bundle,
): Promise<Result<Item[]>> {
	const ports = portsOf(z, access);
	const { isPopulatingDedupe = false, isLoadingSample = false } = bundle.meta ?? {};
	const filterValues = picked(bundle.inputData, snakeCase(trigger.filter?.field ?? ''), trigger.filter?.options ?? []);
	const limits = {
		closed: MAX_CLOSED,
		reads: isLoadingSample ? MAX_SAMPLES : MAX_READS,
		deadline: ports.now() + CALL_BUDGET_MS,
		onlyKeys: isPopulatingDedupe,
	};
	if (trigger.kind === 'poll') {
		const context = { carrier, trigger, access, filterValues };
		const zap = bundle.meta?.zap?.id;
		if (zap === undefined || isLoadingSample) return await pollStateless(context, limits, ports);
		const beganKey = `began:${digest([accountKey(context), zap, trigger.id])}`;
		if (!isPopulatingDedupe) {
			const since = await ports.store.get(beganKey);
			return await pollStateless(context, { ...limits, ...(typeof since === 'number' ? { since } : {}) }, ports);
		}
		const clock = carrierClock(ports);
		const first = await pollStateless(context, limits, clock.ports);
		if (first.ok) await ports.store.set(beganKey, clock.startedAt(), BEGAN_TTL_MS);
		return first;
	}
	const pollContext = { carrier, trigger, access, filterValues, replaceExisting: replacesExisting(bundle) };
	return isLoadingSample
		? await previewInbox(pollContext, ports)
		: await pollInboxStateless(pollContext, limits, ports);
}

/** Lists open or recent items. The platform drops those it has seen, by the primary fields. */
export function pollOf(context: AppContext, trigger: PollingTrigger): Trigger {
	const { carrier } = context;
	return {
		key: pollKey(context, trigger.id),
		noun: trigger.noun,
		display: { label: labelOf(context, trigger.title), description: `Triggers when ${trigger.when}.` },
		operation: {
			type: 'polling',
			inputFields: [...filterFields(trigger), ...(trigger.kind === 'inbox' ? [replaceExistingField] : [])],
			perform: async (z, bundle) =>
				await runStep(z, async () => {
					const access = readAccess(context, bundle);
					if (!access.ok) return access;
					const result = await pollItems(context, trigger, access.value, z, bundle);
					if (result.ok && result.value.length === 0 && bundle.meta?.isLoadingSample === true)
						return success([emptySample(context, trigger)]);
					return result.ok
						? success(
								result.value.map((item) => ({ ...withFiles(z, context, item, trigger.files), id: String(item.id) })),
							)
						: result;
				}),
			outputFields: outputFields(trigger.output, trigger.primaryFields),
			sample: hostSample(trigger.sample),
			throttle: throttleOf(carrier),
		},
	};
}
