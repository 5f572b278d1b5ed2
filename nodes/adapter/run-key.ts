import { randomUUID } from 'node:crypto';

import type { IExecuteFunctions } from 'n8n-workflow';

import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import type { JsonObject } from '../../shared/json';
import { digest } from '../../shared/run/digest';

/** How one item of one run of one step is named. */
export interface RunKey {
	/**
	 * The same when n8n's Retry On Fail runs the step again or another worker takes the execution over, different for
	 * anything else. As a tool of an agent it also depends on these values: n8n gives each try another number there, so
	 * equal calls within one execution are one.
	 */
	of(values: JsonObject): string;
	/** Each call of a tool looks like the first one's second try. */
	isTool: boolean;
}

/** Older versions of n8n only show it by the type of the node. */
function isToolCall(host: IExecuteFunctions): boolean {
	return typeof host.isToolExecution === 'function' ? host.isToolExecution() : host.getNode().type.endsWith('Tool');
}

export type RunKeys = (carrier: Carrier, action: Action, itemIndex: number) => RunKey;

export function runKeys(host: IExecuteFunctions): RunKeys {
	const isTool = isToolCall(host);
	const { $runIndex } = host.getWorkflowDataProxy(0);
	const { id, name } = host.getNode();
	const run = digest([
		host.getInstanceId(),
		host.getWorkflow().id ?? '',
		// A run without a number must not be taken for another run.
		host.getExecutionId() || randomUUID(),
		// A node that was copied by hand, as text, has the id of the first one.
		id,
		name,
		...(isTool ? ['tool'] : [typeof $runIndex === 'number' ? $runIndex : 0]),
	]);
	return (carrier, action, itemIndex) => ({
		isTool,
		of: (values) => digest([run, carrier.id, action.id, itemIndex, ...(isTool ? [values] : [])], 16),
	});
}

/** The reference of a booking whose user gave none. */
export const runReference = (key: string): string => `n8n-${key}`;
