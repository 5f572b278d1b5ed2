/** How a carrier refuses a request. Thrown by its routes; the frame answers in the carrier's own form of an error. */
export class CarrierError extends Error {
	constructor(
		readonly status: number,
		message: string,
		/** One sentence a problem, for carriers that report all of them at once. */
		readonly problems: readonly string[] = [],
	) {
		super(message);
	}
}

/** An answer with a status of its own. `unchanged`: a write that had nothing to do. */
export class Answer {
	constructor(
		readonly status: number,
		readonly body: unknown,
		readonly effect: 'changed' | 'unchanged' = 'changed',
	) {}
}
