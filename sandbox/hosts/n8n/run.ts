import { WorkflowExecute, WorkflowHasIssuesError } from 'n8n-core';
import type {
	ExecutionError,
	ExecutionStatus,
	INodeExecutionData,
	IRun,
	NodeExecutionHint,
	Workflow,
} from 'n8n-workflow';

import type { StoredCredentials } from './credentials';
import type { Installed } from './installed';
import { createAdditionalData } from './additional-data';
import { workflowOf, type WorkflowSpec } from './workflow';

/** The result of an execution. */
export interface Run {
	status: ExecutionStatus;
	error?: ExecutionError | WorkflowHasIssuesError;
	/** Items by node and output. */
	outputs: Readonly<Record<string, readonly (readonly INodeExecutionData[])[]>>;
	/** What n8n shows above a node's items, by node. */
	hints: Readonly<Record<string, readonly NodeExecutionHint[]>>;
}

let executions = 0;
export const nextExecution = (): string => String((executions += 1));

/** n8n does not start a workflow whose nodes lack what they require; the error lists it, as the editor does. */
async function runEngine(
	engine: WorkflowExecute,
	workflow: Workflow,
	spec: WorkflowSpec,
	stop: Promise<unknown> | undefined,
): Promise<IRun | WorkflowHasIssuesError> {
	try {
		const running = engine.run({ workflow, startNode: spec.nodes[0] });
		void stop?.then(() => running.cancel());
		return await running;
	} catch (error) {
		if (error instanceof WorkflowHasIssuesError) return error;
		throw error;
	}
}

/** Runs a workflow from its first node in n8n's own engine; `stop` is a person who presses Stop. */
export async function runWorkflow(
	installed: Installed,
	stored: StoredCredentials,
	spec: WorkflowSpec,
	stop?: Promise<unknown>,
): Promise<Run> {
	const workflow = workflowOf(installed, spec);
	const additionalData = createAdditionalData(installed, stored, nextExecution(), 'manual');
	const result = await runEngine(new WorkflowExecute(additionalData, 'manual'), workflow, spec, stop);
	if (result instanceof WorkflowHasIssuesError) return { status: 'error', error: result, outputs: {}, hints: {} };
	const { status, data } = result;
	const outputs: Record<string, INodeExecutionData[][]> = {};
	const hints: Record<string, NodeExecutionHint[]> = {};
	for (const [name, runs] of Object.entries(data.resultData.runData)) {
		hints[name] = runs.flatMap((run) => run.hints ?? []);
		outputs[name] = runs.flatMap((run) => run.data?.main ?? []).map((items) => items ?? []);
	}
	return { status, error: data.resultData.error, outputs, hints };
}
