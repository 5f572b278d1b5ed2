import { randomUUID } from 'node:crypto';

import type { IExecuteFunctions } from 'n8n-workflow';

import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import { digest } from '../../shared/run/digest';

/**
 * Names one item of one run of one step: the same when n8n's Retry On Fail runs the step again or another worker
 * takes the execution over, different for anything else.
 */
export function runKeys(host: IExecuteFunctions, carrier: Carrier, action: Action): (itemIndex: number) => string {
	const { $runIndex } = host.getWorkflowDataProxy(0);
	const run = digest([
		host.getInstanceId(),
		host.getWorkflow().id ?? '',
		// Without a number of its own a run must not be taken for another.
		host.getExecutionId() || randomUUID(),
		host.getNode().id,
		typeof $runIndex === 'number' ? $runIndex : 0,
	]);
	return (itemIndex) => digest([run, carrier.id, action.id, itemIndex], 16);
}

/** The reference of a booking to which its user gave none. */
export const runReference = (key: string): string => `n8n-${key}`;
