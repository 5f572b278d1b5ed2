import type { SandboxContext } from '../framework/context';
import type {
	CykeAttempt,
	CykeDelivery,
	CykeSettings,
	CykeWebhook,
	CykeWebhookEvent,
	CykeWebhooks,
} from './backoffice.types';
import { fullDelivery } from './view';
import { Webhook } from './webhook';

interface AccountEvent {
	account: string;
	event: CykeWebhookEvent;
}

/** Makes an event of every status change and hands it to the account's active webhooks. */
export class WebhookDispatcher {
	readonly attempts: CykeAttempt[] = [];
	private readonly accountEvents: AccountEvent[] = [];
	private readonly webhooks: Webhook[] = [];
	private heldEvents: AccountEvent[] | undefined;

	constructor(
		private readonly context: SandboxContext,
		private readonly settings: CykeSettings,
		private readonly ids = context.random('cyke.events'),
	) {}

	emit(delivery: CykeDelivery): void {
		const viewOptions = { apiVersion: 'v2', settings: this.settings, origin: this.context.baseUrl('cyke') } as const;
		const accountEvent: AccountEvent = {
			account: delivery.account,
			event: {
				event_id: this.newEventId(),
				event_type: `delivery_${delivery.status}`,
				payload: { delivery: fullDelivery(delivery, viewOptions) },
			},
		};
		this.accountEvents.push(accountEvent);
		if (this.heldEvents === undefined) this.send(accountEvent);
		else this.heldEvents.push(accountEvent);
	}

	private send({ account, event }: AccountEvent): void {
		for (const webhook of this.webhooks) {
			if (webhook.account === account && webhook.status === 'Active') webhook.send(event);
		}
	}

	private newEventId(): string {
		return this.ids.token(22);
	}

	/** What tests and the demo see of it. */
	backoffice(defaultAccount: () => string): CykeWebhooks {
		const dispatcher = this;
		return {
			register({ url, secret, account = defaultAccount() }): CykeWebhook {
				assertWebhookUrl(url);
				const webhook = new Webhook(
					{ id: dispatcher.ids.token(8), account, url, secret },
					dispatcher.context,
					dispatcher.settings,
					{
						attempts: dispatcher.attempts,
						newEventId: () => dispatcher.newEventId(),
					},
				);
				dispatcher.webhooks.push(webhook);
				return webhook;
			},
			get registered() {
				return dispatcher.webhooks;
			},
			remove(webhook) {
				const index = dispatcher.webhooks.findIndex((other) => other === webhook);
				if (index !== -1) dispatcher.webhooks.splice(index, 1)[0]?.disable();
			},
			get events() {
				return dispatcher.accountEvents.map(({ event }) => event);
			},
			attempts: dispatcher.attempts,
			repeat(event) {
				const accountEvent =
					event === undefined
						? dispatcher.accountEvents.at(-1)
						: dispatcher.accountEvents.find((other) => other.event === event);
				if (accountEvent === undefined) throw new Error('There is no such event to repeat');
				dispatcher.send(accountEvent);
			},
			hold() {
				dispatcher.heldEvents ??= [];
			},
			release(order = 'original') {
				const heldEvents = dispatcher.heldEvents ?? [];
				dispatcher.heldEvents = undefined;
				const sorted =
					order === 'shuffled'
						? dispatcher.ids.shuffle(heldEvents)
						: order === 'reversed'
							? [...heldEvents].reverse()
							: heldEvents;
				for (const accountEvent of sorted) dispatcher.send(accountEvent);
			},
		};
	}
}

/** Cyke takes https addresses with a valid certificate; loopback is the sandbox's own exception. */
function assertWebhookUrl(text: string): void {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url === undefined) throw new Error(`${text} is not an address`);
	const loopback = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) {
		throw new Error('A webhook address must begin with https://');
	}
	if (/[^\x21-\x7e]/.test(text)) throw new Error('Special characters in a webhook address must be percent-encoded');
}
