import type { Failure as DeclaredFailure, INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Failure } from '../../shared/declare/failure';

/** Why it failed, in n8n's own words: its pollers wait for what comes back by itself, and stop for what a person has to mend. */
function declared({ code, retryAfter }: Failure): DeclaredFailure | undefined {
	if (code === 'not_authorised') return { cause: 'credential-invalid' };
	if (code === 'rate_limited') return { cause: 'rate-limited', ...(retryAfter === undefined ? {} : { retryAfterMs: retryAfter }) };
	return code === 'unavailable' ? { cause: 'temporarily-unavailable', ...(retryAfter === undefined ? {} : { retryAfterMs: retryAfter }) } : undefined;
}

/** The one place where a failure becomes an error of n8n's: what happened above, what to do below. */
export function hostError(node: INode, failure: Failure, itemIndex?: number, more?: string): NodeApiError | NodeOperationError {
	const { message, advice, status } = failure;
	const options = { message, description: more === undefined ? advice : `${advice} ${more}`, itemIndex, failure: declared(failure) };
	if (status === undefined) return new NodeOperationError(node, message, options);
	const response: JsonObject = { message, code: failure.code };
	return new NodeApiError(node, response, { ...options, httpCode: String(status) });
}
