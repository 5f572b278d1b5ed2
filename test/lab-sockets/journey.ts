/**
 * Where one request is. Only one that rests at the proxy, because time alone can bring it on, lets time pass; as long as
 * somebody has it in hand, time stands still for it, however slow the machine is.
 */
export class Journey {
	private client: 'waits' | 'gives up' | 'gone' = 'waits';
	private proxy: 'unreached' | 'at work' | 'resting' | 'done' = 'unreached';

	/** The proxy has it in hand. */
	work(): void {
		this.proxy = 'at work';
	}

	/** The proxy does nothing until time has passed, or nothing any more. */
	rest(): void {
		this.proxy = 'resting';
	}

	/** The answer, or the end of the connection, is on its way back. */
	done(): void {
		this.proxy = 'done';
	}

	giveUp(): void {
		this.client = 'gives up';
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
}
