/** Thrown where a request cannot go on; each route has its own shape for the answer. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

/** Said to strangers: no credentials, or another shop's order. */
export const STRANGER = 'You should not be here';
