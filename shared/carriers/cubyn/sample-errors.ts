const errorTypes = {
	400: 'BadRequestError',
	403: 'ForbiddenError',
	404: 'ResourceNotFoundError',
	413: 'TooBigFileError',
} as const;

/** A refusal in the form of both documents, for samples. */
export const errorResponse = (status: keyof typeof errorTypes, message: string) => ({
	status,
	body: { type: errorTypes[status], message },
});

/** One that is about a field. */
export const fieldErrorResponse = (field: string, rule: string) => ({
	status: 400,
	body: { type: 'ValidationError', message: `Validation error: ${rule}`, errors: [{ field, message: rule }] },
});
