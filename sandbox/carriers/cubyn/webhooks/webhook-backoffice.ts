import type { CubynState } from '../state';
import { applicationOf } from '../owner';
import type { CubynEventName, CubynWebhook, CubynWebhooks } from './webhook.types';

const ALL_EVENTS: readonly CubynEventName[] = [
	'parcel:deleted',
	'parcel:cancelled',
	'parcel:picked',
	'parcel:shipped',
	'parcel:carrier-status:changed',
	'stock:updated',
	'product.stock.updated',
];

/** The page of the shipper app where addresses are entered, and what tests see of the calls. */
export function webhookBackoffice(state: CubynState): CubynWebhooks {
	const dispatcher = state.webhooks;
	const random = state.context.random('cubyn.events');
	const remove = (webhook: CubynWebhook) => {
		const index = dispatcher.webhooks.indexOf(webhook);
		if (index !== -1) dispatcher.webhooks.splice(index, 1);
	};
	return {
		register({ url, events = ALL_EVENTS, application }) {
			assertUrl(url);
			const { id } = applicationOf(state, application).application;
			dispatcher.webhooks.filter(({ applicationId }) => applicationId === id).forEach(remove);
			const webhook: CubynWebhook = { applicationId: id, url, events };
			dispatcher.webhooks.push(webhook);
			return webhook;
		},
		registered: dispatcher.webhooks,
		remove,
		events: dispatcher.events,
		attempts: dispatcher.sender.attempts,
		repeat(event = dispatcher.events.at(-1)) {
			if (event === undefined) throw new Error('There is no such event to repeat');
			dispatcher.send(event);
		},
		hold() {
			dispatcher.heldEvents ??= [];
		},
		release(order = 'original') {
			const heldEvents = dispatcher.heldEvents ?? [];
			dispatcher.heldEvents = undefined;
			const sorted =
				order === 'shuffled'
					? random.shuffle(heldEvents)
					: order === 'reversed'
						? [...heldEvents].reverse()
						: heldEvents;
			for (const event of sorted) dispatcher.send(event);
		},
		sendTest(event, { id = '', orderRef = '', status = 'PICKED' } = {}) {
			const { application } = applicationOf(state);
			dispatcher.emit(event, application, { key: application.key, event, parcel: { id, orderRef, status } });
		},
	};
}

/** Https is recommended, not demanded. */
function assertUrl(text: string): void {
	if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw new Error(`${text} is not an address`);
}
