import { success, type Result } from '../../shared/declare/failure';
import type { JsonObject } from '../../shared/declare/json';
import type { Subscription } from '../../shared/declare/subscription';
import type { WebhookTrigger } from '../../shared/declare/trigger';
import { recentOf } from '../../shared/events/recent';
import { CALL_BUDGET_MS } from '../../shared/run/retry';
import { connectionKey, subscribe, unsubscribe } from '../../shared/events/subscribe';
import { readAccess } from './access';
import type { Desk } from './desk';
import { connectionError, step } from './errors';
import { picked, valueAt } from './input-values';
import type { Bundle, PlainInputField, Trigger, ZObject } from './platform';
import { portsOf } from './ports';

const KEEP_MS = 30 * 24 * 3_600_000;
/** What the editor shows. */
const SAMPLES = 3;

export const takeOverField: PlainInputField = {
	key: 'take_over',
	label: 'Take Over',
	type: 'boolean',
	default: 'false',
	required: false,
	helpText: 'Have the events even if they go somewhere else now. What receives them today then gets none.',
};

export const takesOver = (bundle: Bundle): boolean => String(valueAt(bundle.inputData, 'take_over') ?? '') === 'true';

function needsOf({ events }: WebhookTrigger, bundle: Bundle): string[] {
	const chosen = picked(bundle.inputData, 'events', events);
	const wanted = chosen.length > 0 ? events.filter(({ value }) => chosen.includes(value)) : events;
	return [...new Set(wanted.flatMap(({ needs = [] }) => needs))];
}

type Hook = Pick<Trigger['operation'] & { type: 'hook' }, 'performSubscribe' | 'performUnsubscribe' | 'performList'>;

/** What the platform does when a Zap with this trigger is switched on and off, and where the editor gets its samples. */
export function subscribing(desk: Desk, trigger: WebhookTrigger, subscription: Subscription): Hook {
	const { carrier } = desk;
	async function asked(z: ZObject, bundle: Bundle) {
		const access = readAccess(desk, bundle);
		if (!access.ok) return access;
		const ports = portsOf(z);
		const work = { carrier, subscription, access: access.value };
		/** Where this Zap's events went when it was last switched on. */
		const memory = `callback:${connectionKey(work)}:${bundle.meta?.zap?.id ?? ''}`;
		const before = bundle.meta?.zap?.id === undefined ? undefined : await ports.memory.get(memory);
		const formerly = [before, bundle.subscribeData?.id].filter((each) => typeof each === 'string');
		const wish = { callback: { url: bundle.targetUrl ?? '', events: needsOf(trigger, bundle) }, formerly, takeOver: takesOver(bundle) };
		return success({ work, wish, ports, memory });
	}
	return {
		performSubscribe: async (z, bundle) =>
			await step(
				z,
				async (): Promise<Result<JsonObject>> => {
					const given = await asked(z, bundle);
					if (!given.ok) return given;
					const { work, wish, ports, memory } = given.value;
					const done = await subscribe(work, wish, ports, ports.now() + CALL_BUDGET_MS);
					if (!done.ok) return done;
					await ports.memory.set(memory, wish.callback.url, KEEP_MS);
					return success({ id: wish.callback.url, events: wish.callback.events });
				},
				connectionError,
			),
		performUnsubscribe: async (z, bundle) =>
			await step(z, async (): Promise<Result<JsonObject>> => {
				const given = await asked(z, bundle);
				if (!given.ok) return given;
				const { work, wish, ports } = given.value;
				const done = await unsubscribe(work, wish, ports, ports.now() + CALL_BUDGET_MS);
				return done.ok ? success({ done: done.value }) : done;
			}),
		performList: async (z, bundle) =>
			await step(z, async () => {
				const access = readAccess(desk, bundle);
				if (!access.ok) return access;
				const recent = await recentOf({ carrier, trigger, access: access.value }, SAMPLES, portsOf(z));
				return recent.ok ? success(recent.value.map((item) => ({ ...item, id: String(item.id) }))) : recent;
			}),
	};
}
