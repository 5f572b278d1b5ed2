import type { WorkflowNode } from '../../../sandbox/hosts/n8n-server';
import { typeName } from '../../../nodes/adapter/names';
import { carriers } from '../../../shared/registry';
import { expect, expectText } from '../checks';
import { bookCourier } from '../book-courier';
import { credentialOf, type E2eEnvironment } from '../environment';

const chat: WorkflowNode = {
	name: 'Chat',
	type: '@n8n/n8n-nodes-langchain.chatTrigger',
	typeVersion: 1.1,
	position: [0, 0],
	parameters: {},
};
const agent: WorkflowNode = {
	name: 'Agent',
	type: '@n8n/n8n-nodes-langchain.agent',
	typeVersion: 2,
	position: [240, 0],
	parameters: {},
};

/** As far as an agent's tool can be tried without a model behind it. */
export async function useAsTool(environment: E2eEnvironment): Promise<void> {
	const { editor, rest, checks } = environment;
	const names = (await rest.nodeTypes()).map(({ name }) => String(name));
	for (const carrier of carriers) {
		await checks.check(`${carrier.title} is there as a tool for agents`, async () => {
			expect(names.includes(`n8n-nodes-waybill.${typeName(carrier)}Tool`), 'n8n has made no tool of the node');
			await Promise.resolve();
		});
	}
	const id = await bookCourier(environment);
	const tool: WorkflowNode = {
		name: 'Cyke Tool',
		type: 'n8n-nodes-waybill.cykeTool',
		typeVersion: 1,
		position: [240, 240],
		parameters: {
			resource: 'delivery',
			operation: 'get',
			id: { __rl: true, mode: 'id', value: "={{ $fromAI('delivery', 'Number of the delivery', 'string') }}" },
		},
		credentials: credentialOf(environment, 'cyke'),
	};
	const workflow = await rest.createWorkflow({
		name: 'Agent with a courier',
		nodes: [chat, agent, tool],
		connections: {
			Chat: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
			'Cyke Tool': { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
		},
	});
	await checks.check('opens the form of the tool, with its description for the model', async () => {
		await editor.openWorkflow(workflow.id);
		await editor.openNode('Cyke Tool');
		expectText(await editor.byTestId('ndv').innerText(), /Tool Description|Description/, 'The form');
	});
	await checks.check('runs the tool with an answer in place of the model', async () => {
		await editor.byTestId('node-execute-button').first().click();
		const dialog = editor.page
			.locator('[data-test-id="from-ai-parameters-modal"], [role="dialog"]:has-text("Test")')
			.last();
		await dialog.locator('input, textarea').first().fill(id);
		await dialog
			.locator('button')
			.filter({ hasText: /Execute|Test/ })
			.last()
			.click();
		await editor.page.locator('[data-test-id="output-panel"] [data-test-id^="node-run-status"]').first().waitFor();
		await editor.settle();
		expectText(await editor.outputText(), new RegExp(id), 'The output of the tool');
	});
	await editor.closeDialogs();
}
