import { success, type Result } from '../../shared/declare/failure';
import type { Item } from '../../shared/declare/action';
import type { WebhookCall, WebhookEvent, WebhookTrigger } from '../../shared/declare/trigger';
import { pass, type GateState } from '../../shared/events/gate';
import { digest } from '../../shared/run/digest';
import type { Memory } from '../../shared/run/ports';
import { readAccess } from './access';
import { hookKey, type Desk } from './desk';
import { haltedError, step } from './errors';
import { withFiles } from './files';
import { choicesOf } from './input-fields';
import { picked } from './input-values';
import { outputFields } from './output-fields';
import type { Bundle, Trigger } from './platform';
import { portsOf } from './ports';
import { shown } from './sample';

const KEEP_MS = 7 * 24 * 3_600_000;

/** The platform hands headers over as "Http-X-Name". */
function callOf(bundle: Bundle): WebhookCall {
	const { headers = {}, content = '' } = bundle.rawRequest ?? {};
	return { headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase().replace(/^http-/, ''), value])), body: content };
}

/**
 * Drops repeats and late events as far as the cache reaches. Each Zap has an address of its own at the carrier, so
 * what one Zap has told says nothing of another; without the Zap's id, letting a repeat through is better than losing an event.
 */
async function fresh(event: WebhookEvent, zap: string | undefined, account: string, memory: Memory): Promise<boolean> {
	if (zap === undefined) return true;
	const told = `told:${digest([account, zap, event.id])}`;
	const reached = `reached:${digest([account, zap, event.subject ?? ''])}`;
	const rank = event.subject === undefined ? undefined : await memory.get(reached);
	const state: GateState = {
		told: (await memory.get(told)) === true ? [event.id] : [],
		reached: event.subject !== undefined && typeof rank === 'number' ? [[event.subject, rank]] : [],
	};
	const after = pass(event, state);
	if (!after) return false;
	await memory.set(told, true, KEEP_MS);
	const now = after.reached.at(-1)?.[1];
	if (now !== undefined) await memory.set(reached, now, KEEP_MS);
	return true;
}

/**
 * For a carrier at which a person pastes the address. The platform answers the carrier before this runs, so a forged
 * call cannot be refused on the wire; it is refused here, in a way that leaves the Zap on.
 */
export function hookOf(desk: Desk, trigger: WebhookTrigger): Trigger {
	const { carrier } = desk;
	return {
		key: hookKey(desk),
		noun: trigger.noun,
		display: {
			label: `${carrier.title} Webhook Event`,
			description: `Triggers when ${trigger.when} by a webhook.`,
			directions: trigger.directions.map((line, at) => `${at + 1}. ${line}`).join('\n'),
		},
		operation: {
			type: 'hook',
			inputFields: [
				{
					key: 'events',
					label: 'Events',
					helpText: 'Only these events; all of them where none is chosen.',
					list: true,
					required: false,
					choices: choicesOf(trigger.events),
				},
			],
			perform: async (z, bundle) =>
				await step(
					z,
					async (): Promise<Result<Item[]>> => {
						const access = readAccess(desk, bundle);
						if (!access.ok) return access;
						const read = trigger.read(callOf(bundle), access.value);
						if (!read.ok) return read;
						const { item, type } = read.value;
						const wanted = picked(bundle.inputData, 'events', trigger.events);
						if (!item || (wanted.length > 0 && !wanted.includes(type))) return success([]);
						const isNew = await fresh(read.value, bundle.meta?.zap?.id, `${carrier.id}:${access.value.base}:${access.value.identity}`, portsOf(z).memory);
						return success(isNew ? [withFiles(z, desk, item, trigger.files)] : []);
					},
					haltedError,
				),
			outputFields: outputFields(trigger.output),
			sample: shown(trigger.sample),
		},
	};
}
