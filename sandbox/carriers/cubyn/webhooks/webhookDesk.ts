import type { CubynState } from '../state';
import { applicationOf } from '../owner';
import type { CubynEventName, CubynWebhook, CubynWebhooks } from './webhook.types';

const EVERY_EVENT: readonly CubynEventName[] = [
	'parcel:deleted',
	'parcel:cancelled',
	'parcel:picked',
	'parcel:shipped',
	'parcel:carrier-status:changed',
	'stock:updated',
	'product.stock.updated',
];

/** The page of the shipper app where addresses are entered, and what tests see of the calls. */
export function webhookDesk(state: CubynState): CubynWebhooks {
	const office = state.webhooks;
	const random = state.house.random('cubyn.events');
	const remove = (webhook: CubynWebhook) => {
		const place = office.webhooks.indexOf(webhook);
		if (place !== -1) office.webhooks.splice(place, 1);
	};
	return {
		register({ url, events = EVERY_EVENT, application }) {
			assertAddress(url);
			const { id } = applicationOf(state, application).application;
			office.webhooks.filter(({ applicationId }) => applicationId === id).forEach(remove);
			const webhook: CubynWebhook = { applicationId: id, url, events };
			office.webhooks.push(webhook);
			return webhook;
		},
		registered: office.webhooks,
		remove,
		events: office.events,
		attempts: office.caller.attempts,
		repeat(event = office.events.at(-1)) {
			if (event === undefined) throw new Error('There is no such event to repeat');
			office.send(event);
		},
		hold() {
			office.held ??= [];
		},
		release(order = 'kept') {
			const held = office.held ?? [];
			office.held = undefined;
			const sorted = order === 'shuffled' ? random.shuffle(held) : order === 'reversed' ? [...held].reverse() : held;
			for (const event of sorted) office.send(event);
		},
		tryOut(event, { id = '', orderRef = '', status = 'PICKED' } = {}) {
			const { application } = applicationOf(state);
			office.tell(event, application, { key: application.key, event, parcel: { id, orderRef, status } });
		},
	};
}

/** Https is recommended, not demanded. */
function assertAddress(text: string): void {
	if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw new Error(`${text} is not an address`);
}
