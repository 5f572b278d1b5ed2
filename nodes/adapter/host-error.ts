import type { Failure as DeclaredFailure, INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Failure } from '../../shared/declare/failure';

/**
 * The reason in n8n's own terms: its pollers wait for transient failures, and stop for those that a person has to fix.
 */
function toN8nFailure({ code, retryAfter }: Failure): DeclaredFailure | undefined {
	if (code === 'not_authorised') return { cause: 'credential-invalid' };
	if (code === 'rate_limited')
		return { cause: 'rate-limited', ...(retryAfter === undefined ? {} : { retryAfterMs: retryAfter }) };
	return code === 'unavailable'
		? { cause: 'temporarily-unavailable', ...(retryAfter === undefined ? {} : { retryAfterMs: retryAfter }) }
		: undefined;
}

/** The one place that turns a failure into an n8n error: the cause as the title, the advice as the description. */
export function hostError(
	node: INode,
	failure: Failure,
	itemIndex?: number,
	extraAdvice?: string,
): NodeApiError | NodeOperationError {
	const { message, advice, status } = failure;
	const options = {
		message,
		description: extraAdvice === undefined ? advice : `${advice} ${extraAdvice}`,
		itemIndex,
		failure: toN8nFailure(failure),
	};
	if (status === undefined) return new NodeOperationError(node, message, options);
	const response: JsonObject = { message, code: failure.code };
	return new NodeApiError(node, response, { ...options, httpCode: String(status) });
}
