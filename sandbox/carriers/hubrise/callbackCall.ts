import { createHmac } from 'node:crypto';
import type { House } from '../frame/house';
import { postInTime } from '../frame/postInTime';
import type { HubriseAttempt, HubriseClient, HubriseSettings } from './desk.types';
import { clientOf } from './known';
import type { Notice } from './notice';

const MINUTE = 60_000;

/** Active callbacks: sent at once, and again after growing pauses. */
export class CallbackCall {
	constructor(
		private readonly house: House,
		private readonly settings: HubriseSettings,
		private readonly clients: HubriseClient[],
		private readonly attempts: HubriseAttempt[],
	) {}

	send(notice: Notice, tried = 0): void {
		const { clock } = this.house;
		const { retryMinutes } = this.settings;
		const pause = tried === 0 ? 0 : (retryMinutes[tried - 1] ?? 0) * MINUTE;
		clock.at(clock.now() + pause, async () => {
			const url = notice.to.callback?.url;
			// Acknowledged meanwhile, or left to be asked for.
			if (!notice.pending || url == null || notice.to.state !== 'live') return;
			const failed = await this.fails(notice, url);
			if (failed && tried < retryMinutes.length) this.send(notice, tried + 1);
			else notice.pending = false;
		});
	}

	/** Any answer from 200 to 499 is taken for heard, a refusal as much as a redirect. */
	private async fails(notice: Notice, url: string): Promise<boolean> {
		const at = this.house.clock.now();
		const body = this.bodyOf(notice);
		const signature = createHmac('sha256', clientOf({ clients: this.clients }, notice.to.client).secret).update(body).digest('hex');
		const outcome = await postInTime(this.house, url, this.settings.callbackTimeoutMs, {
			headers: { 'content-type': 'application/json', 'X-HubRise-Hmac-SHA256': signature },
			body,
		});
		this.attempts.push({ at, connection: notice.connection, url, event: notice.event, outcome });
		return typeof outcome !== 'number' || outcome < 200 || outcome >= 500;
	}

	private bodyOf({ event }: Notice): string {
		const { previous_state, new_state, ...bare } = event;
		return JSON.stringify(this.settings.eventStates ? event : bare);
	}
}
