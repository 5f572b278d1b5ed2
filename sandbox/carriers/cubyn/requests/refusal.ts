export type ErrorType =
	| 'BadRequestError'
	| 'ValidationError'
	| 'UnauthorizedError'
	| 'ForbiddenError'
	| 'ResourceNotFoundError'
	| 'TooBigFileError';

export interface FieldError {
	field: string;
	message: string;
}

const STATUS: Record<ErrorType, number> = {
	BadRequestError: 400,
	ValidationError: 400,
	UnauthorizedError: 401,
	ForbiddenError: 403,
	ResourceNotFoundError: 404,
	TooBigFileError: 413,
};

/** Thrown where a request cannot go on; the route answers with it. */
export class Refusal extends Error {
	constructor(
		readonly type: ErrorType,
		message: string,
		/** Keys that stand beside type and message. */
		readonly more: Record<string, unknown> = {},
	) {
		super(message);
	}

	get response(): Response {
		return Response.json({ ...this.more, message: this.message, type: this.type }, { status: STATUS[this.type] });
	}
}

export function badRequest(sentence: string): Refusal {
	return new Refusal('BadRequestError', sentence);
}

export function forbidden(sentence: string): Refusal {
	return new Refusal('ForbiddenError', sentence);
}

export function notFound(what: string): Refusal {
	return new Refusal('ResourceNotFoundError', `${what} is not found`);
}

/** Every field that failed, with the rule it failed. */
export function invalid(...failed: { field: string; rule: string }[]): Refusal {
	const errors = failed.map(({ field, rule }): FieldError => ({ field, message: `Validation ${rule} failed` }));
	return new Refusal('ValidationError', errors.map(({ message }) => `Validation error: ${message}`).join(',\n'), {
		errors,
	});
}
