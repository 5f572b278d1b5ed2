export interface FieldError {
	field: string;
	message: string;
}

interface ErrorBody {
	message?: string;
	errors?: FieldError[];
	error_type?: string;
}

/** Thrown where a request cannot go on; the route answers with it. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly body: ErrorBody,
		readonly headers: Record<string, string> = {},
	) {
		super(JSON.stringify(body));
	}

	get response(): Response {
		return Response.json(this.body, { status: this.status, headers: this.headers });
	}
}

/** The only refusal without an `error_type`. */
export function invalidRequest(message: string): Refusal {
	return new Refusal(400, { message });
}

export function unauthorized(message: string): Refusal {
	return new Refusal(401, { message, error_type: 'unauthorized' });
}

export function forbidden(message: string): Refusal {
	return new Refusal(403, { message, error_type: 'forbidden' });
}

/** One sentence for every resource: a missing order is not told from a missing delivery. */
export function notFound(): Refusal {
	return new Refusal(404, { message: 'Not found', error_type: 'not_found' });
}

export function routingError(): Refusal {
	return new Refusal(404, { error_type: 'routing_error' });
}

export function unsupportedMediaType(expected: string): Refusal {
	return new Refusal(415, { message: `Content-Type must be ${expected}`, error_type: 'unsupported_media_type' });
}

export function validationFailed(errors: FieldError[]): Refusal {
	return new Refusal(422, { message: 'Validation failed', errors, error_type: 'unprocessable_entity' });
}

export function tooManyRequests(seconds: number): Refusal {
	const body = { message: `Too many requests, try again in ${seconds} s`, error_type: 'too_many_requests' };
	return new Refusal(429, body, { 'retry-after': String(seconds) });
}
