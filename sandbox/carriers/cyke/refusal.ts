/** Thrown where a request cannot go on; the route answers with it. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly body: { error: string } | { errors: string[] },
	) {
		super(JSON.stringify(body));
	}

	get response(): Response {
		return Response.json(this.body, { status: this.status });
	}
}

/** Rules of the delivery itself: a list of sentences. */
export function unprocessable(errors: string[]): Refusal {
	return new Refusal(422, { errors });
}

export function malformed(sentence: string): Refusal {
	return new Refusal(400, { error: sentence });
}

export function notFound(): Refusal {
	return new Refusal(404, { error: 'Not found' });
}
