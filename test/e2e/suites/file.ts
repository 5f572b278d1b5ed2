import type { Action } from '../../../shared/declare/action';
import { leavesOf } from '../../../shared/declare/form';
import type { WorkflowNode } from '../../../sandbox/hosts/n8n-server';
import { typeName } from '../../../nodes/adapter/names';
import { carriers } from '../../../shared/registry';
import { expectText } from '../checks';
import { smallPdf } from '../small-pdf';
import { credentialOf, inRow, start, type E2eEnvironment } from '../environment';

/** Sends a file, and asks for nothing else. */
const takesOneFile = (action: Action) => {
	const needed = leavesOf(action.form).filter(({ required }) => required);
	return needed.length === 1 && needed[0]?.kind === 'file';
};

const base = (name: string, type: string, typeVersion: number, parameters: Record<string, unknown>): WorkflowNode => ({
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters,
});

export async function sendFile(environment: E2eEnvironment): Promise<void> {
	const { editor, rest, checks } = environment;
	for (const carrier of carriers) {
		const action = carrier.actions.find(takesOneFile);
		if (!action) continue;
		const field = leavesOf(action.form).find(({ kind }) => kind === 'file');
		const content = {
			assignments: { assignments: [{ id: 'content', name: 'content', value: smallPdf, type: 'string' }] },
		};
		const workflow = await rest.createWorkflow({
			name: `A file for ${carrier.title}`,
			...inRow([
				start,
				base('Content', 'n8n-nodes-base.set', 3.4, content),
				base('File', 'n8n-nodes-base.convertToFile', 1.1, {
					operation: 'toBinary',
					sourceProperty: 'content',
					binaryPropertyName: 'proof',
					options: { fileName: 'proof.pdf', mimeType: 'application/pdf' },
				}),
				{
					...base('Send', `n8n-nodes-waybill.${typeName(carrier)}`, 1, {
						resource: action.resource,
						operation: action.verb,
					}),
					credentials: credentialOf(environment, carrier.id),
				},
			]),
		});
		await checks.check(`sends a file of the step before to ${carrier.title}`, async () => {
			await editor.openWorkflow(workflow.id);
			await editor.openNode('Send');
			await editor.type(field?.name ?? '', 'proof');
			expectText(await editor.runStep(), /1 item[\s\S]*(proof|pdf|https?:)/, 'The output');
		});
		await editor.closeDialogs();
	}
}
