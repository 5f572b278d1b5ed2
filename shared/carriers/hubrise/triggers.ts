import type { InboxTrigger, WebhookTrigger } from '../../declare/trigger';
import { deliveryCreated, deliveryUpdated, newOrder, orderStatusChanged } from './inbox-triggers';
import { event } from './webhook';

export const polls: readonly InboxTrigger[] = [newOrder, orderStatusChanged, deliveryCreated, deliveryUpdated];
export const webhooks: readonly WebhookTrigger[] = [event];
