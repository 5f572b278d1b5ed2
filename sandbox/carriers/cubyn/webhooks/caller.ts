import type { PlannedWork } from '../../frame/clock.types';
import type { House } from '../../frame/house';
import type { CubynSettings } from '../account.types';
import type { CubynAttempt, CubynEvent, CubynWebhook } from './webhook.types';

const MINUTE = 60_000;

/** Calls an address, and calls again where the documentation says so: after HTTP 500, and nothing else. */
export class Caller {
	readonly attempts: CubynAttempt[] = [];

	constructor(
		private readonly house: House,
		private readonly settings: CubynSettings,
		private readonly isOpen: (webhook: CubynWebhook) => boolean,
	) {}

	send(webhook: CubynWebhook, event: CubynEvent, tried = 0): void {
		const { clock } = this.house;
		const { retryMinutes, retryOn } = this.settings;
		const pause = tried === 0 ? 0 : (retryMinutes[tried - 1] ?? 0) * MINUTE;
		clock.at(clock.now() + pause, async () => {
			if (!this.isOpen(webhook)) return;
			const at = clock.now();
			const outcome = await this.post(webhook.url, event.body);
			this.attempts.push({ at, webhook: webhook.applicationId, event, outcome });
			const again = outcome === 500 || (retryOn === 'any failure' && (typeof outcome === 'string' || outcome > 500));
			if (again && tried < retryMinutes.length) this.send(webhook, event, tried + 1);
		});
	}

	private async post(url: string, body: unknown): Promise<CubynAttempt['outcome']> {
		const { clock, post } = this.house;
		const given = new AbortController();
		let wait: PlannedWork | undefined;
		const tooLate = new Promise<'timeout'>((resolve) => {
			wait = clock.at(clock.now() + this.settings.webhookTimeoutMs, () => {
				resolve('timeout');
				given.abort();
			});
		});
		// Neither a signature nor a header of its own: the key in the body is all there is.
		const headers = { 'content-type': 'application/json' };
		const answer = post(url, { method: 'POST', headers, body: JSON.stringify(body), signal: given.signal }).then(
			({ status }) => status,
			() => 'unreachable' as const,
		);
		return Promise.race([tooLate, answer]).finally(() => wait?.cancel());
	}
}
