import type { PollTrigger, WebhookTrigger } from '../../declare/trigger';

export const polls: readonly PollTrigger[] = [];
export const webhooks: readonly WebhookTrigger[] = [];
