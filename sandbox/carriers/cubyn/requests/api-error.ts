import { jsonAnswer } from '../../framework/known-texts';

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
export class ApiError extends Error {
	constructor(
		readonly type: ErrorType,
		message: string,
		/** Keys beside type and message. */
		readonly details: Record<string, unknown> = {},
	) {
		super(message);
	}

	get response(): Response {
		return jsonAnswer({ ...this.details, message: this.message, type: this.type }, { status: STATUS[this.type] });
	}
}

export function badRequest(message: string): ApiError {
	return new ApiError('BadRequestError', message);
}

export function forbidden(message: string): ApiError {
	return new ApiError('ForbiddenError', message);
}

export function notFound(resource: string): ApiError {
	return new ApiError('ResourceNotFoundError', `${resource} is not found`);
}

/** Every field that failed, with the rule it failed. */
export function invalid(...failed: { field: string; rule: string }[]): ApiError {
	const errors = failed.map(({ field, rule }): FieldError => ({ field, message: `Validation ${rule} failed` }));
	return new ApiError('ValidationError', errors.map(({ message }) => `Validation error: ${message}`).join(',\n'), {
		errors,
	});
}
