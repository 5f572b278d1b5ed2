import type { ScheduledWork } from '../../framework/clock.types';
import type { SandboxContext } from '../../framework/context';
import type { CubynSettings } from '../account.types';
import type { CubynAttempt, CubynEvent, CubynWebhook } from './webhook.types';

const MINUTE = 60_000;

/** Calls an address. Retries only after HTTP 500, as documented. */
export class WebhookSender {
	readonly attempts: CubynAttempt[] = [];

	constructor(
		private readonly context: SandboxContext,
		private readonly settings: CubynSettings,
		private readonly isRegistered: (webhook: CubynWebhook) => boolean,
	) {}

	send(webhook: CubynWebhook, event: CubynEvent, attemptsMade = 0): void {
		const { clock } = this.context;
		const { retryMinutes, retryOn } = this.settings;
		const delay = attemptsMade === 0 ? 0 : (retryMinutes[attemptsMade - 1] ?? 0) * MINUTE;
		clock.runAt(clock.now() + delay, async () => {
			if (!this.isRegistered(webhook)) return;
			const at = clock.now();
			const outcome = await this.post(webhook.url, event.body);
			this.attempts.push({ at, webhook: webhook.applicationId, event, outcome });
			const shouldRetry =
				outcome === 500 || (retryOn === 'any failure' && (typeof outcome === 'string' || outcome > 500));
			if (shouldRetry && attemptsMade < retryMinutes.length) this.send(webhook, event, attemptsMade + 1);
		});
	}

	private async post(url: string, body: unknown): Promise<CubynAttempt['outcome']> {
		const { clock, post } = this.context;
		const abort = new AbortController();
		let timer: ScheduledWork | undefined;
		const timeout = new Promise<'timeout'>((resolve) => {
			timer = clock.runAt(clock.now() + this.settings.webhookTimeoutMs, () => {
				resolve('timeout');
				abort.abort();
			});
		});
		// Neither a signature nor a header of its own: the key in the body is all there is.
		const headers = { 'content-type': 'application/json' };
		const response = post(url, { method: 'POST', headers, body: JSON.stringify(body), signal: abort.signal }).then(
			({ status }) => status,
			() => 'unreachable' as const,
		);
		return Promise.race([timeout, response]).finally(() => timer?.cancel());
	}
}
