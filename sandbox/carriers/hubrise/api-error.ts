import { jsonAnswer } from '../framework/known-texts';

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
export class ApiError extends Error {
	constructor(
		readonly status: number,
		readonly body: ErrorBody,
		readonly headers: Record<string, string> = {},
	) {
		super(JSON.stringify(body));
	}

	get response(): Response {
		return jsonAnswer(this.body, { status: this.status, headers: this.headers });
	}
}

/** The only refusal without an `error_type`. */
export function invalidRequest(message: string): ApiError {
	return new ApiError(400, { message });
}

export function unauthorized(message: string): ApiError {
	return new ApiError(401, { message, error_type: 'unauthorized' });
}

export function forbidden(message: string): ApiError {
	return new ApiError(403, { message, error_type: 'forbidden' });
}

/** One sentence for every resource: a missing order and a missing delivery give the same error. */
export function notFound(): ApiError {
	return new ApiError(404, { message: 'Not found', error_type: 'not_found' });
}

export function routingError(): ApiError {
	return new ApiError(404, { error_type: 'routing_error' });
}

export function unsupportedMediaType(expected: string): ApiError {
	return new ApiError(415, { message: `Content-Type must be ${expected}`, error_type: 'unsupported_media_type' });
}

export function validationFailed(errors: FieldError[]): ApiError {
	return new ApiError(422, { message: 'Validation failed', errors, error_type: 'unprocessable_entity' });
}

export function tooManyRequests(seconds: number, withHeader: boolean): ApiError {
	const body = { message: 'Too many requests', error_type: 'too_many_requests' };
	return new ApiError(429, body, withHeader ? { 'retry-after': String(seconds) } : {});
}
