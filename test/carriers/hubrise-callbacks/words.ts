import { hubrise } from '../../../shared/carriers/hubrise/carrier';
import { polls, webhooks } from '../../../shared/carriers/hubrise/triggers';
import type { InboxTrigger, WebhookTrigger } from '../../../shared/declare/trigger';
import { accessOf } from '../../core/samples';

export const SECRET = 'example-secret';
export const orderSteps = ['new', 'received', 'accepted', 'in_delivery', 'completed'];
export const deliverySteps = ['pending', 'pickup_enroute', 'pickup_waiting', 'dropoff_enroute', 'delivered'];

export const carrier = hubrise;
export const access = accessOf(hubrise);

export function looker(id: string): InboxTrigger {
	const found = polls.find((trigger) => trigger.id === id);
	if (!found) throw new Error(`There is no trigger ${id}`);
	return found;
}

export function hook(): WebhookTrigger {
	const [found] = webhooks;
	if (!found) throw new Error('There is no webhook trigger');
	return found;
}

/** Which of HubRise's events a trigger tells. */
export const told: Readonly<Record<string, string>> = { newOrder: 'order.create', orderStatusChanged: 'order.update', deliveryCreated: 'delivery.create', deliveryUpdated: 'delivery.update' };
