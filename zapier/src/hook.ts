import { success, type Result } from '../../shared/declare/failure';
import type { Item } from '../../shared/declare/facts';
import type { WebhookCall, WebhookEvent, WebhookTrigger } from '../../shared/declare/trigger';
import { deliveredAs, pass, type GateState } from '../../shared/events/gate';
import { receive } from '../../shared/events/receive';
import { digest } from '../../shared/run/digest';
import type { Ports } from '../../shared/run/ports';
import { readAccess } from './access';
import { hookKey, type Desk } from './desk';
import { haltedError, hostError, step } from './errors';
import { withFiles } from './files';
import { choicesOf } from './input-fields';
import { picked } from './input-values';
import { outputFields } from './output-fields';
import type { Bundle, Trigger } from './platform';
import { portsOf } from './ports';
import { shown } from './sample';
import { subscribing, takeOverField } from './subscription';

const KEEP_MS = 7 * 24 * 3_600_000;

/** The platform hands headers over as "Http-X-Name", and the query as it stood in the address. */
function callOf(bundle: Bundle): WebhookCall {
	const { headers = {}, content = '', querystring = '' } = bundle.rawRequest ?? {};
	const query = new URLSearchParams(querystring);
	return {
		headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase().replace(/^http-/, ''), value])),
		body: content,
		query: Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.get(name) ?? undefined])),
	};
}

/**
 * Drops repeats and late events as far as the cache reaches. Each Zap has an address of its own at the carrier, so
 * what one Zap has told says nothing of another; without the Zap's id, letting a repeat through is better than losing an event.
 */
async function fresh(event: WebhookEvent, zap: string | undefined, account: string, ports: Pick<Ports, 'memory' | 'now'>): Promise<boolean> {
	if (zap === undefined) return true;
	const { memory } = ports;
	const own = deliveredAs(event);
	const told = `told:${digest([account, zap, own ?? ''])}`;
	const reached = `reached:${digest([account, zap, event.subject ?? ''])}`;
	const last = `last:${digest([account, zap, event.state ?? ''])}`;
	const rank = event.subject === undefined ? undefined : await memory.get(reached);
	const lastId = event.state === undefined ? undefined : await memory.get(last);
	const state: GateState = {
		told: own !== undefined && (await memory.get(told)) === true ? [own] : [],
		reached: event.subject !== undefined && typeof rank === 'number' ? [[event.subject, rank]] : [],
		last: event.state !== undefined && typeof lastId === 'string' ? [[event.state, lastId, 0]] : [],
	};
	const after = pass(event, state, ports.now());
	if (!after) return false;
	if (own !== undefined) await memory.set(told, true, KEEP_MS);
	if (event.state !== undefined) await memory.set(last, event.id, KEEP_MS);
	const now = after.reached.at(-1)?.[1];
	if (now !== undefined) await memory.set(reached, now, KEEP_MS);
	return true;
}

/**
 * For a carrier that calls: at an address that a person pastes there, or that we tell it. The platform answers the carrier before this runs, so a forged
 * call cannot be refused on the wire; it is refused here, in a way that leaves the Zap on.
 */
export function hookOf(desk: Desk, trigger: WebhookTrigger): Trigger {
	const { carrier } = desk;
	const { subscription } = trigger;
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
				...(subscription ? [takeOverField] : []),
			],
			...(subscription ? subscribing(desk, trigger, subscription) : {}),
			perform: async (z, bundle) => {
				let isGenuine = false;
				return await step(
					z,
					async (): Promise<Result<Item[]>> => {
						const access = readAccess(desk, bundle);
						if (!access.ok) return access;
						const ports = portsOf(z);
						const account = `${carrier.id}:${access.value.base}:${access.value.identity}`;
						const isFresh = async (event: WebhookEvent) => await fresh(event, bundle.meta?.zap?.id, account, ports);
						const wanted = picked(bundle.inputData, 'events', trigger.events);
						const { item, failure, genuine = false } = await receive({ carrier, trigger, access: access.value, wanted, isFresh }, callOf(bundle), ports);
						isGenuine = genuine;
						if (failure) return { ok: false, failure };
						return success(item ? [withFiles(z, desk, item, trigger.files)] : []);
					},
					// An event of the carrier's that cannot be told is lost here, so its user has to hear of it.
					(host, failure) => (isGenuine ? hostError : haltedError)(host, failure),
				);
			},
			outputFields: outputFields(trigger.output),
			sample: shown(trigger.sample),
		},
	};
}
