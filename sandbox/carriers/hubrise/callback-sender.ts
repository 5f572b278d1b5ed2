import { createHmac } from 'node:crypto';
import type { SandboxContext } from '../framework/context';
import { postWithTimeout } from '../framework/post-with-timeout';
import type {
	HubriseAttempt,
	HubriseClient,
	HubriseConnection,
	HubriseConnectionEvent,
	HubriseEvent,
	HubriseSettings,
} from './backoffice.types';
import { clientOf } from './by-id';

const MINUTE = 60_000;

/** An event as one connection gets it. */
export class ConnectionEvent implements HubriseConnectionEvent {
	pending = true;

	constructor(
		readonly seq: number,
		/** Read at each attempt: by then its callback may have another address, or none. */
		readonly recipient: HubriseConnection,
		readonly event: HubriseEvent,
	) {}

	get connection(): string {
		return this.recipient.token;
	}
}

/** Active callbacks: sent at once, and again after growing pauses. */
export class CallbackSender {
	constructor(
		private readonly context: SandboxContext,
		private readonly settings: HubriseSettings,
		private readonly clients: HubriseClient[],
		private readonly attempts: HubriseAttempt[],
	) {}

	send(connectionEvent: ConnectionEvent, attemptsMade = 0): void {
		const { clock } = this.context;
		const { retryMinutes } = this.settings;
		const delay = attemptsMade === 0 ? 0 : (retryMinutes[attemptsMade - 1] ?? 0) * MINUTE;
		clock.runAt(clock.now() + delay, async () => {
			const url = connectionEvent.recipient.callback?.url;
			// The client has acknowledged it in the meantime, or will poll for it.
			if (!connectionEvent.pending || url == null || connectionEvent.recipient.state !== 'active') return;
			const failed = await this.attemptFails(connectionEvent, url);
			if (failed && attemptsMade < retryMinutes.length) this.send(connectionEvent, attemptsMade + 1);
			else connectionEvent.pending = false;
		});
	}

	/** Any response from 200 to 499 counts as received, including a refusal or a redirect. */
	private async attemptFails(connectionEvent: ConnectionEvent, url: string): Promise<boolean> {
		const at = this.context.clock.now();
		const body = this.bodyOf(connectionEvent);
		const signature = createHmac('sha256', clientOf({ clients: this.clients }, connectionEvent.recipient.client).secret)
			.update(body)
			.digest('hex');
		const outcome = await postWithTimeout(this.context, url, this.settings.callbackTimeoutMs, {
			headers: { 'content-type': 'application/json', 'X-HubRise-Hmac-SHA256': signature },
			body,
		});
		this.attempts.push({ at, connection: connectionEvent.connection, url, event: connectionEvent.event, outcome });
		return typeof outcome !== 'number' || outcome < 200 || outcome >= 500;
	}

	private bodyOf({ event }: ConnectionEvent): string {
		const { previous_state, new_state, ...withoutStates } = event;
		return JSON.stringify(this.settings.eventStates ? event : withoutStates);
	}
}
