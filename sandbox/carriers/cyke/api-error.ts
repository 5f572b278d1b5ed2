/** Thrown where a request cannot go on; the route answers with it. */
export class ApiError extends Error {
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
export function unprocessable(errors: string[]): ApiError {
	return new ApiError(422, { errors });
}

export function malformed(message: string): ApiError {
	return new ApiError(400, { error: message });
}

export function notFound(): ApiError {
	return new ApiError(404, { error: 'Not found' });
}

/** The path of a field as the first words of a sentence: `Dropoff place recipient phone`. */
export function fieldLabel(path: readonly PropertyKey[]): string {
	const words = path.map((part) => (typeof part === 'number' ? String(part + 1) : String(part).replaceAll('_', ' ')));
	const text = words.join(' ') || 'delivery';
	return text.charAt(0).toUpperCase() + text.slice(1);
}
