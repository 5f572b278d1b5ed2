/** Real milliseconds without progress after which a request hangs. No machine is that slow. */
const HANGING_MS = 60_000;

/**
 * Where one request is. Time passes only for a request that rests at the proxy and needs time to continue. Time
 * stops while the client, the proxy or the carrier works on it, however slow the machine is.
 */
export class RequestProgress {
	private client: 'waits' | 'gives up' | 'gone' = 'waits';
	private proxy: 'unreached' | 'at work' | 'resting' | 'done' = 'unreached';
	private changedAt = performance.now();

	/** The proxy has it in hand. */
	markWorking(): void {
		this.proxy = 'at work';
		this.changedAt = performance.now();
	}

	/** The proxy does nothing until time has passed, or nothing any more. */
	markWaiting(): void {
		this.proxy = 'resting';
		this.changedAt = performance.now();
	}

	/** The answer, or the end of the connection, is on its way back. */
	markDone(): void {
		this.proxy = 'done';
		this.changedAt = performance.now();
	}

	giveUp(): void {
		this.client = 'gives up';
		this.changedAt = performance.now();
	}

	/** The client has its answer, or has seen that none comes. */
	markGone(): void {
		this.client = 'gone';
	}

	get isWaiting(): boolean {
		return this.proxy === 'resting';
	}

	get clientGone(): boolean {
		return this.client !== 'waits';
	}

	get isBusy(): boolean {
		if (this.proxy === 'at work' || this.client === 'gives up') return true;
		return this.client === 'waits' && !this.isWaiting;
	}

	/** A request in progress that will not continue any more. */
	get isHanging(): boolean {
		return this.isBusy && performance.now() - this.changedAt > HANGING_MS;
	}
}
