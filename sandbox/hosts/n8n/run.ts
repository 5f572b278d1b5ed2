import { WorkflowExecute, WorkflowHasIssuesError } from 'n8n-core';
import type { ExecutionError, ExecutionStatus, INodeExecutionData, IRun, Workflow } from 'n8n-workflow';

import type { StoredCredentials } from './credentials';
import type { Installed } from './installed';
import { surroundings } from './surroundings';
import { workflowOf, type Plan } from './workflow';

/** What came of an execution. */
export interface Run {
	status: ExecutionStatus;
	error?: ExecutionError | WorkflowHasIssuesError;
	/** Items by node and output. */
	outputs: Readonly<Record<string, readonly (readonly INodeExecutionData[])[]>>;
}

let executions = 0;
export const nextExecution = (): string => String((executions += 1));

/** n8n does not start a workflow whose nodes lack what they require; the error lists it, as the editor does. */
async function started(engine: WorkflowExecute, workflow: Workflow, plan: Plan, stop: Promise<unknown> | undefined): Promise<IRun | WorkflowHasIssuesError> {
	try {
		const running = engine.run({ workflow, startNode: plan.nodes[0] });
		void stop?.then(() => running.cancel());
		return await running;
	} catch (error) {
		if (error instanceof WorkflowHasIssuesError) return error;
		throw error;
	}
}

/** Runs a workflow from its first node in n8n's own engine; `stop` is a person who presses Stop. */
export async function runWorkflow(installed: Installed, stored: StoredCredentials, plan: Plan, stop?: Promise<unknown>): Promise<Run> {
	const workflow = workflowOf(installed, plan);
	const around = surroundings(installed, stored, nextExecution(), 'manual');
	const ran = await started(new WorkflowExecute(around, 'manual'), workflow, plan, stop);
	if (ran instanceof WorkflowHasIssuesError) return { status: 'error', error: ran, outputs: {} };
	const { status, data } = ran;
	const outputs: Record<string, INodeExecutionData[][]> = {};
	for (const [name, runs] of Object.entries(data.resultData.runData)) {
		outputs[name] = runs.flatMap((run) => run.data?.main ?? []).map((items) => items ?? []);
	}
	return { status, error: data.resultData.error, outputs };
}
