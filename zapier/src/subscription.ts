import { success, type Result } from '../../shared/declare/failure';
import type { JsonObject } from '../../shared/json';
import type { Subscription } from '../../shared/declare/subscription';
import type { WebhookTrigger } from '../../shared/declare/trigger';
import { listSampleEvents } from '../../shared/events/sample-events';
import { accountKey } from '../../shared/run/account-key';
import { digest } from '../../shared/run/digest';
import { CALL_BUDGET_MS } from '../../shared/run/retry';
import { subscribe, unsubscribe } from '../../shared/events/subscribe';
import { readAccess } from './access';
import type { AppContext } from './app-context';
import { connectionError, runStep } from './errors';
import { picked, valueAt } from './input-values';
import type { Bundle, PlainInputField, Trigger, ZObject } from './platform';
import { portsOf } from './ports';
import { emptySample } from './host-sample';

/** A Zap that is switched on again within this time finds its earlier address, even if its switching-off was lost. */
const CALLBACK_TTL_MS = 400 * 24 * 3_600_000;
/** The number of items the editor shows. */
const MAX_SAMPLES = 3;

export const replaceExistingField: PlainInputField = {
	key: 'take_over',
	label: 'Replace Existing Webhook',
	type: 'boolean',
	default: 'false',
	required: false,
	helpText:
		'Moves the events here even if they go somewhere else now. What receives them today then gets none. Also for a Zap that is off or deleted while its address is still in place.',
};

export const replacesExisting = (bundle: Bundle): boolean =>
	String(valueAt(bundle.inputData, 'take_over') ?? '') === 'true';

function carrierEventsOf({ events }: WebhookTrigger, bundle: Bundle): string[] {
	const chosen = picked(bundle.inputData, 'events', events);
	const wanted = chosen.length > 0 ? events.filter(({ value }) => chosen.includes(value)) : events;
	return [...new Set(wanted.flatMap(({ carrierEvents = [] }) => carrierEvents))];
}

type HookOperations = Pick<
	Trigger['operation'] & { type: 'hook' },
	'performSubscribe' | 'performUnsubscribe' | 'performList'
>;

/** Called when a Zap with this trigger is switched on or off, and for the editor's samples. */
export function hookOperations(
	context: AppContext,
	trigger: WebhookTrigger,
	subscription: Subscription,
): HookOperations {
	const { carrier } = context;
	async function readHookContext(z: ZObject, bundle: Bundle) {
		const access = readAccess(context, bundle);
		if (!access.ok) return access;
		const ports = portsOf(z, access.value);
		const subscriptionContext = { carrier, subscription, access: access.value };
		const account = accountKey(subscriptionContext);
		const holderKey = (url: string) => `holder:${account}:${digest([url])}`;
		/** The address of this Zap's events when it was last switched on. */
		const storeKey = `callback:${account}:${bundle.meta?.zap?.id ?? ''}`;
		const previousUrl = bundle.meta?.zap?.id === undefined ? undefined : await ports.store.get(storeKey);
		const previousUrls = [previousUrl, bundle.subscribeData?.id].filter((each) => typeof each === 'string');
		const request = {
			callback: { url: bundle.targetUrl ?? '', events: carrierEventsOf(trigger, bundle) },
			previousUrls,
			replaceExisting: replacesExisting(bundle),
			describeHolder: async (url: string) => {
				const zap = await ports.store.get(holderKey(url));
				return typeof zap === 'string' ? `Zap ${zap}, which may be off or deleted` : undefined;
			},
		};
		const remember = async () => {
			await ports.store.set(storeKey, request.callback.url, CALLBACK_TTL_MS);
			const zap = bundle.meta?.zap?.id;
			if (zap !== undefined) await ports.store.set(holderKey(request.callback.url), zap, CALLBACK_TTL_MS);
		};
		return success({ subscriptionContext, request, ports, remember });
	}
	return {
		performSubscribe: async (z, bundle) =>
			await runStep(
				z,
				async (): Promise<Result<JsonObject>> => {
					const prepared = await readHookContext(z, bundle);
					if (!prepared.ok) return prepared;
					const { subscriptionContext, request, ports, remember } = prepared.value;
					const done = await subscribe(subscriptionContext, request, ports, ports.now() + CALL_BUDGET_MS);
					if (!done.ok) return done;
					await remember();
					return success({ id: request.callback.url, events: request.callback.events });
				},
				connectionError,
			),
		performUnsubscribe: async (z, bundle) =>
			await runStep(z, async (): Promise<Result<JsonObject>> => {
				const prepared = await readHookContext(z, bundle);
				if (!prepared.ok) return prepared;
				const { subscriptionContext, request, ports } = prepared.value;
				const done = await unsubscribe(subscriptionContext, request, ports, ports.now() + CALL_BUDGET_MS);
				return done.ok ? success({ done: done.value }) : done;
			}),
		performList: async (z, bundle) =>
			await runStep(z, async () => {
				const access = readAccess(context, bundle);
				if (!access.ok) return access;
				const result = await listSampleEvents(
					{ carrier, trigger, access: access.value },
					MAX_SAMPLES,
					portsOf(z, access.value),
				);
				if (result.ok && result.value.length === 0) return success([emptySample(context, trigger)]);
				return result.ok ? success(result.value.map((item) => ({ ...item, id: String(item.id) }))) : result;
			}),
	};
}
