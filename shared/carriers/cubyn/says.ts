const types = { 400: 'BadRequestError', 403: 'ForbiddenError', 404: 'ResourceNotFoundError', 413: 'TooBigFileError' } as const;

/** A refusal in the form of both documents, for samples. */
export const says = (status: keyof typeof types, message: string) => ({ status, body: { type: types[status], message } });

/** One that is about a field. */
export const finds = (field: string, rule: string) => ({ status: 400, body: { type: 'ValidationError', message: `Validation error: ${rule}`, errors: [{ field, message: rule }] } });
