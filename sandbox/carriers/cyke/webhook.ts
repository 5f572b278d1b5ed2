import type { House } from '../frame/house';
import { postInTime } from '../frame/postInTime';
import type { CykeAttempt, CykeSettings, CykeWebhook, CykeWebhookEvent } from './desk.types';

const MINUTE = 60_000;

interface Records {
	attempts: CykeAttempt[];
	newEventId(): string;
}

/** One registered address: its state, and the calls made to it. */
export class Webhook implements CykeWebhook {
	readonly id: string;
	readonly account: string;
	readonly url: string;
	readonly secret: string;
	status: CykeWebhook['status'] = 'Unverified';

	constructor(
		given: Pick<CykeWebhook, 'id' | 'account' | 'url' | 'secret'>,
		private readonly house: House,
		private readonly settings: CykeSettings,
		private readonly records: Records,
	) {
		this.id = given.id;
		this.account = given.account;
		this.url = given.url;
		this.secret = given.secret;
	}

	async test(): Promise<boolean> {
		const accepted = await this.call({ event_id: this.records.newEventId(), event_type: 'test', payload: {} });
		if (accepted) this.status = 'Active';
		return accepted;
	}

	disable(): void {
		this.status = 'Disabled';
	}

	/** Due at once, and again after growing pauses until somebody says 2xx. */
	send(event: CykeWebhookEvent, tried = 0): void {
		const { clock } = this.house;
		const pause = tried === 0 ? 0 : (this.settings.retryMinutes[tried - 1] ?? 0) * MINUTE;
		clock.at(clock.now() + pause, async () => {
			if (this.status !== 'Active' || (await this.call(event))) return;
			if (tried < this.settings.retryMinutes.length) this.send(event, tried + 1);
			else this.disable();
		});
	}

	private async call(event: CykeWebhookEvent): Promise<boolean> {
		const at = this.house.clock.now();
		const outcome = await postInTime(this.house, this.url, this.settings.webhookTimeoutMs, {
			// The secret goes as it is; there is no signature over the body.
			headers: { 'content-type': 'application/json', 'x-cyke-token': this.secret },
			body: JSON.stringify(event),
		});
		this.records.attempts.push({ at, webhook: this.id, event, outcome });
		return typeof outcome === 'number' && outcome >= 200 && outcome < 300;
	}
}
