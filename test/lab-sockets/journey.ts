/** Real milliseconds after which a request that nobody has brought on hangs. No machine is that slow. */
const HANGING_MS = 60_000;

/**
 * Where one request is. Only one that rests at the proxy, because time alone can bring it on, lets time pass; as long as
 * somebody has it in hand, time stands still for it, however slow the machine is.
 */
export class Journey {
	private client: 'waits' | 'gives up' | 'gone' = 'waits';
	private proxy: 'unreached' | 'at work' | 'resting' | 'done' = 'unreached';
	private since = performance.now();

	/** The proxy has it in hand. */
	work(): void {
		this.proxy = 'at work';
		this.since = performance.now();
	}

	/** The proxy does nothing until time has passed, or nothing any more. */
	rest(): void {
		this.proxy = 'resting';
		this.since = performance.now();
	}

	/** The answer, or the end of the connection, is on its way back. */
	done(): void {
		this.proxy = 'done';
		this.since = performance.now();
	}

	giveUp(): void {
		this.client = 'gives up';
		this.since = performance.now();
	}

	/** The client has its answer, or has seen that none comes. */
	leave(): void {
		this.client = 'gone';
	}

	get resting(): boolean {
		return this.proxy === 'resting';
	}

	get left(): boolean {
		return this.client !== 'waits';
	}

	get onTheMove(): boolean {
		if (this.proxy === 'at work' || this.client === 'gives up') return true;
		return this.client === 'waits' && !this.resting;
	}

	/** Somebody has it in hand, and will not bring it on any more. */
	get hanging(): boolean {
		return this.onTheMove && performance.now() - this.since > HANGING_MS;
	}
}
