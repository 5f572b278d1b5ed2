import type { House } from '../frame/house';
import type {
	CykeAttempt,
	CykeDelivery,
	CykeSettings,
	CykeWebhook,
	CykeWebhookEvent,
	CykeWebhooks,
} from './desk.types';
import type { CykeState } from './state';
import { fullDelivery } from './view';
import { Webhook } from './webhook';
import { assertWebhookUrl } from './webhookUrl';

interface Notice {
	account: string;
	event: CykeWebhookEvent;
}

/** Makes an event of every status change and hands it to the account's active webhooks. */
export class WebhookOffice {
	readonly attempts: CykeAttempt[] = [];
	private readonly notices: Notice[] = [];
	private readonly webhooks: Webhook[] = [];
	private held: Notice[] | undefined;

	constructor(
		private readonly house: House,
		private readonly settings: CykeSettings,
		private readonly ids = house.random('cyke.events'),
	) {}

	emit(state: CykeState, delivery: CykeDelivery): void {
		const lens = { dialect: 'v2', settings: state.settings, origin: this.house.home('cyke') } as const;
		const notice: Notice = {
			account: delivery.account,
			event: {
				event_id: this.newEventId(),
				event_type: `delivery_${delivery.status}`,
				payload: { delivery: fullDelivery(delivery, lens) },
			},
		};
		this.notices.push(notice);
		if (this.held === undefined) this.send(notice);
		else this.held.push(notice);
	}

	private send({ account, event }: Notice): void {
		for (const webhook of this.webhooks) {
			if (webhook.account === account && webhook.status === 'Active') webhook.send(event);
		}
	}

	private newEventId(): string {
		return this.ids.token(22);
	}

	/** What tests and the demo see of it. */
	desk(defaultAccount: () => string): CykeWebhooks {
		const office = this;
		return {
			register({ url, secret, account = defaultAccount() }): CykeWebhook {
				assertWebhookUrl(url);
				const webhook = new Webhook({ id: office.ids.token(8), account, url, secret }, office.house, office.settings, {
					attempts: office.attempts,
					newEventId: () => office.newEventId(),
				});
				office.webhooks.push(webhook);
				return webhook;
			},
			get registered() {
				return office.webhooks;
			},
			remove(webhook) {
				const place = office.webhooks.findIndex((other) => other === webhook);
				if (place !== -1) office.webhooks.splice(place, 1)[0]?.disable();
			},
			get events() {
				return office.notices.map(({ event }) => event);
			},
			attempts: office.attempts,
			repeat(event) {
				const notice =
					event === undefined ? office.notices.at(-1) : office.notices.find((other) => other.event === event);
				if (notice === undefined) throw new Error('There is no such event to repeat');
				office.send(notice);
			},
			hold() {
				office.held ??= [];
			},
			release(order = 'kept') {
				const held = office.held ?? [];
				office.held = undefined;
				const sorted =
					order === 'shuffled' ? office.ids.shuffle(held) : order === 'reversed' ? [...held].reverse() : held;
				for (const notice of sorted) office.send(notice);
			},
		};
	}
}
