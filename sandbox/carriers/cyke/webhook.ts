import type { SandboxContext } from '../framework/context';
import { postWithTimeout } from '../framework/post-with-timeout';
import type { CykeAttempt, CykeSettings, CykeWebhook, CykeWebhookEvent } from './backoffice.types';

const MINUTE = 60_000;

interface WebhookRecorder {
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
	private isPaused = false;

	constructor(
		fields: Pick<CykeWebhook, 'id' | 'account' | 'url' | 'secret'>,
		private readonly context: SandboxContext,
		private readonly settings: CykeSettings,
		private readonly recorder: WebhookRecorder,
	) {
		this.id = fields.id;
		this.account = fields.account;
		this.url = fields.url;
		this.secret = fields.secret;
	}

	async test(): Promise<boolean> {
		const accepted = await this.call({ event_id: this.recorder.newEventId(), event_type: 'test', payload: {} });
		if (accepted) this.status = 'Active';
		return accepted;
	}

	disable(): void {
		this.isPaused = false;
		this.status = 'Disabled';
	}

	/** A receiver that fails is left alone for a while, not for ever. */
	private pause(): void {
		const { clock } = this.context;
		this.status = 'Disabled';
		this.isPaused = true;
		clock.runAt(clock.now() + this.settings.webhookPauseMinutes * MINUTE, () => {
			if (this.isPaused && this.status === 'Disabled') this.status = 'Active';
		});
	}

	/** Due at once, and again after growing pauses until the receiver answers 2xx. */
	send(event: CykeWebhookEvent, attemptsMade = 0): void {
		const { clock } = this.context;
		const delay = attemptsMade === 0 ? 0 : (this.settings.retryMinutes[attemptsMade - 1] ?? 0) * MINUTE;
		clock.runAt(clock.now() + delay, async () => {
			if (this.status !== 'Active' || (await this.call(event))) return;
			if (attemptsMade < this.settings.retryMinutes.length) this.send(event, attemptsMade + 1);
			else this.pause();
		});
	}

	private async call(event: CykeWebhookEvent): Promise<boolean> {
		const at = this.context.clock.now();
		const outcome = await postWithTimeout(this.context, this.url, this.settings.webhookTimeoutMs, {
			// The secret goes as it is; there is no signature over the body.
			headers: { 'content-type': 'application/json', 'x-cyke-token': this.secret },
			body: JSON.stringify(event),
		});
		this.recorder.attempts.push({ at, webhook: this.id, event, outcome });
		return typeof outcome === 'number' && outcome >= 200 && outcome < 300;
	}
}
