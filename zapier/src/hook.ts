import { success, type Result } from '../../shared/declare/failure';
import type { Item } from '../../shared/declare/facts';
import type { WebhookRequest, WebhookEvent, WebhookTrigger } from '../../shared/declare/trigger';
import { dedupeKey, deduplicate, stateOf, type DeduplicatorState } from '../../shared/events/deduplicator';
import { receive } from '../../shared/events/receive';
import { accountKey } from '../../shared/run/account-key';
import { digest } from '../../shared/run/digest';
import type { Ports } from '../../shared/run/ports';
import { readAccess } from './access';
import { hookKey, type AppContext } from './app-context';
import { haltedError, hostError, runStep } from './errors';
import { withFiles } from './files';
import { choicesOf } from './input-fields';
import { picked } from './input-values';
import { outputFields } from './output-fields';
import type { Bundle, Trigger } from './platform';
import { portsOf } from './ports';
import { hostSample } from './host-sample';
import { hookOperations, replaceExistingField } from './subscription';

const DEDUPE_MS = 7 * 24 * 3_600_000;

/** The platform passes headers as "Http-X-Name", and the query unchanged from the address. */
function webhookRequestOf(bundle: Bundle): WebhookRequest {
	const { headers = {}, content = '', querystring = '' } = bundle.rawRequest ?? {};
	const query = new URLSearchParams(querystring);
	return {
		headers: Object.fromEntries(
			Object.entries(headers).map(([name, value]) => [name.toLowerCase().replace(/^http-/, ''), value]),
		),
		body: content,
		query: Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.get(name) ?? undefined])),
	};
}

/**
 * Drops repeats and late events that the cache still holds. Each Zap has its own address at the carrier, so the events
 * of one Zap do not count for another. Without the Zap's id, a repeat is better than a missed event.
 */
async function acceptOnce(
	event: WebhookEvent,
	zap: string | undefined,
	account: string,
	ports: Pick<Ports, 'store' | 'now'>,
): Promise<boolean> {
	if (zap === undefined) return true;
	const { store } = ports;
	const eventKey = dedupeKey(event);
	const eventState = stateOf(event);
	const subject = event.order?.subject;
	const emittedKey = `emitted:${digest([account, zap, eventKey ?? ''])}`;
	const rankKey = `rank:${digest([account, zap, subject ?? ''])}`;
	const lastKey = `last:${digest([account, zap, eventState ?? ''])}`;
	const rank = subject === undefined ? undefined : await store.get(rankKey);
	const lastId = eventState === undefined ? undefined : await store.get(lastKey);
	const state: DeduplicatorState = {
		emittedIds: eventKey !== undefined && (await store.get(emittedKey)) === true ? [eventKey] : [],
		rankBySubject: subject !== undefined && typeof rank === 'number' ? [[subject, rank]] : [],
		lastByState: eventState !== undefined && typeof lastId === 'string' ? [[eventState, lastId, 0]] : [],
	};
	const next = deduplicate(event, state, ports.now());
	if (!next) return false;
	if (eventKey !== undefined) await store.set(emittedKey, true, DEDUPE_MS);
	if (eventState !== undefined) await store.set(lastKey, event.id, DEDUPE_MS);
	const now = next.rankBySubject.at(-1)?.[1];
	if (now !== undefined) await store.set(rankKey, now, DEDUPE_MS);
	return true;
}

function directionsOf({ setupSteps, subscription }: WebhookTrigger): string {
	const steps = setupSteps({ address: 'the webhook URL shown here', connection: 'connection' });
	return subscription ? steps.join('\n') : steps.map((step, at) => `${at + 1}. ${step}`).join('\n');
}

/**
 * For a carrier that calls an address, which a person pastes there or this app registers. The platform answers the
 * carrier before this runs, so a forged call cannot be refused with a status. It is refused here, in a way that leaves
 * the Zap on.
 */
export function hookOf(context: AppContext, trigger: WebhookTrigger): Trigger {
	const { carrier } = context;
	const { subscription } = trigger;
	return {
		key: hookKey(context),
		noun: trigger.noun,
		display: {
			label: `${carrier.title} Webhook Event`,
			description: `Triggers when ${trigger.when} by a webhook.`,
			directions: directionsOf(trigger),
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
				...(subscription ? [replaceExistingField] : []),
			],
			...(subscription ? hookOperations(context, trigger, subscription) : {}),
			perform: async (z, bundle) => {
				let isTrusted = false;
				return await runStep(
					z,
					async (): Promise<Result<Item[]>> => {
						const access = readAccess(context, bundle);
						if (!access.ok) return access;
						const ports = portsOf(z, access.value);
						const account = accountKey({ carrier, access: access.value });
						const isFresh = async (event: WebhookEvent) =>
							await acceptOnce(event, bundle.meta?.zap?.id, account, ports);
						const eventTypes = picked(bundle.inputData, 'events', trigger.events);
						const {
							item,
							failure,
							isTrusted: trusted = false,
						} = await receive(
							{ carrier, trigger, access: access.value, eventTypes, isFresh },
							webhookRequestOf(bundle),
							ports,
						);
						isTrusted = trusted;
						if (failure) return { ok: false, failure };
						return success(item ? [withFiles(z, context, item, trigger.files)] : []);
					},
					// A genuine event that cannot be emitted is not repeated, so the user has to see the error.
					(host, failure) => (isTrusted ? hostError : haltedError)(host, failure),
				);
			},
			outputFields: outputFields(trigger.output),
			sample: hostSample(trigger.sample),
		},
	};
}
