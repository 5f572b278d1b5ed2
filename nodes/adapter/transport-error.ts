import type { NoResponse } from '../../shared/run/ports';
import { undeliveredReason, type NetworkError } from '../../shared/run/undelivered-errors';

const timeoutCodes = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT']);

/** n8n wraps the network's error, and Node bundles the errors of several addresses of one name. */
const MAX_DEPTH = 6;

const textAt = (error: object, key: 'code' | 'syscall'): string | undefined => {
	const value: unknown = Reflect.get(error, key);
	return typeof value === 'string' ? value : undefined;
};

function networkErrors(error: unknown, depth = 0): NetworkError[] {
	if (depth > MAX_DEPTH || typeof error !== 'object' || error === null) return [];
	const code = textAt(error, 'code');
	const causes: unknown[] = [
		'cause' in error ? error.cause : undefined,
		...('errors' in error && Array.isArray(error.errors) ? error.errors : []),
	];
	return [
		...(code === undefined ? [] : [{ code, syscall: textAt(error, 'syscall') }]),
		...causes.flatMap((cause) => networkErrors(cause, depth + 1)),
	];
}

/** Reads nothing but the codes and system calls: messages may hold addresses and bodies. */
export function toNoResponse(error: unknown): NoResponse {
	const errors = networkErrors(error);
	const reason = undeliveredReason(errors);
	if (reason !== undefined) return { delivered: 'no', reason };
	if (errors.some(({ code }) => timeoutCodes.has(code)))
		return { delivered: 'maybe', reason: 'it did not answer in time' };
	if (errors.some(({ code }) => code === 'ERR_CANCELED'))
		return { delivered: 'maybe', reason: 'the run was cancelled meanwhile' };
	return { delivered: 'maybe', reason: 'the connection broke before the answer was complete' };
}
