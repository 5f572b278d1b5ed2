import { hubrise } from '../../../shared/carriers/hubrise/carrier';
import { polls, webhooks } from '../../../shared/carriers/hubrise/triggers';
import type { InboxTrigger, WebhookTrigger } from '../../../shared/declare/trigger';
import { accessOf } from '../../core/samples';

export const SECRET = 'example-secret';
export const orderSteps = ['new', 'received', 'accepted', 'in_delivery', 'completed'];
export const deliverySteps = ['pending', 'pickup_enroute', 'pickup_waiting', 'dropoff_enroute', 'delivered'];

export const carrier = hubrise;
export const access = accessOf(hubrise);

export function pollingTrigger(id: string): InboxTrigger {
	const found = polls.find((trigger) => trigger.id === id);
	if (!found) throw new Error(`There is no trigger ${id}`);
	return found;
}

export function webhookTrigger(): WebhookTrigger {
	const [found] = webhooks;
	if (!found) throw new Error('There is no webhook trigger');
	return found;
}

/** The HubRise events that a trigger emits. */
export const eventNames: Readonly<Record<string, readonly string[]>> = {
	newOrder: ['order.create'],
	// An order may come in with the status that is waited for.
	orderStatusChanged: ['order.create', 'order.update'],
	deliveryCreated: ['delivery.create'],
	deliveryUpdated: ['delivery.update'],
};
