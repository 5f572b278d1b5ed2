import type { WorkflowFile } from '../../sandbox/hosts/n8n';
import { singleFiles, workflowFiles } from './files';

const files = [...workflowFiles, ...singleFiles.map(([name, file]) => [`single/${name}`, file] as const)];

/** Gone in n8n 3, or changed in a way that a workflow of ours must not depend on: see docs/n8n-3.md. */
const removedNodes = ['function', 'functionItem', 'itemLists', 'aiTransform', 'code', 'executeWorkflow'].map(
	(name) => `n8n-nodes-base.${name}`,
);
const removedWords = /\$getPairedItem|\$evaluateExpression|\$env\b|process\.env/;

const hasSeveralOutputs = ({ type }: { type: string }) => /\.(if|switch)$/.test(type);

function dependsOnN8n2({ nodes }: WorkflowFile): string[] {
	return nodes.flatMap((node) => [
		...(removedNodes.includes(node.type) || node.type.startsWith('@n8n/n8n-nodes-langchain.')
			? [`${node.name} is ${node.type}`]
			: []),
		// Of one output alone, n8n 3 does what n8n 2 does.
		...(node.alwaysOutputData === true && (node.onError === 'continueErrorOutput' || hasSeveralOutputs(node))
			? [`${node.name} always outputs data`]
			: []),
		...(removedWords.test(JSON.stringify(node.parameters)) ? [`${node.name} uses what n8n 3 removed`] : []),
	]);
}

test.each(files)('%s uses nothing that n8n 3 removed or changed', (_name, file) => {
	expect(dependsOnN8n2(file)).toEqual([]);
});

test('such a workflow is noticed', () => {
	for (const [, file] of workflowFiles) {
		const nodes = file.nodes.map((node) => ({
			...node,
			type: 'n8n-nodes-base.function',
			alwaysOutputData: true,
			onError: 'continueErrorOutput' as const,
			parameters: { value: '={{ $getPairedItem() }}' },
		}));
		expect(dependsOnN8n2({ ...file, nodes })).toHaveLength(3 * nodes.length);
	}
});
