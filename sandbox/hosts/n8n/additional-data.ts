import './environment';
import 'reflect-metadata';

import { ExecutionLifecycleHooks, ExternalSecretsProxy } from 'n8n-core';
import type { IWorkflowBase, IWorkflowExecuteAdditionalData, WorkflowExecuteMode } from 'n8n-workflow';

import { SandboxCredentialsHelper, type StoredCredentials } from './credentials';
import type { Installed } from './installed';

const HOME = 'http://127.0.0.1:5678';

const emptyWorkflow: IWorkflowBase = {
	id: '',
	name: '',
	active: false,
	isArchived: false,
	activeVersionId: null,
	createdAt: new Date(0),
	updatedAt: new Date(0),
	nodes: [],
	connections: {},
};

const notSupported = async () => await Promise.reject(new Error('The sandbox has no such part of n8n'));

/** The context that n8n adds to every execution. */
export function createAdditionalData(
	installed: Installed,
	stored: StoredCredentials,
	executionId: string,
	mode: WorkflowExecuteMode,
): IWorkflowExecuteAdditionalData {
	return {
		credentialsHelper: new SandboxCredentialsHelper(installed, stored),
		externalSecretsProxy: new ExternalSecretsProxy(),
		executionId,
		hooks: new ExecutionLifecycleHooks(mode, executionId, emptyWorkflow),
		currentNodeExecutionIndex: 0,
		variables: {},
		restApiUrl: `${HOME}/rest`,
		instanceBaseUrl: `${HOME}/`,
		formBaseUrl: `${HOME}/form`,
		formTestBaseUrl: `${HOME}/form-test`,
		formWaitingBaseUrl: `${HOME}/form-waiting`,
		webhookBaseUrl: `${HOME}/webhook`,
		webhookTestBaseUrl: `${HOME}/webhook-test`,
		webhookWaitingBaseUrl: `${HOME}/webhook-waiting`,
		mcpBaseUrl: `${HOME}/mcp`,
		mcpTestBaseUrl: `${HOME}/mcp-test`,
		setExecutionStatus: () => undefined,
		sendDataToUI: () => undefined,
		logAiEvent: () => undefined,
		executeWorkflow: notSupported,
		getRunExecutionData: async () => undefined,
		getRuntimeCredential: notSupported,
		startRunnerTask: notSupported,
	};
}
