import type { IDataObject, INode, INodeExecutionData, NodeParameterValueType } from 'n8n-workflow';

import type { N8n, StandIn, WorkflowFile } from '../../sandbox/hosts/n8n';

const FAILING = 'test.';
const onError = 'continueErrorOutput';

const isOurs = ({ type }: INode) => !type.startsWith('n8n-nodes-base.');

/** The workflow with those of the steps that are ours as steps that a test may let fail. */
export const mayFail = (file: WorkflowFile, names: readonly string[]): WorkflowFile => ({
	...file,
	nodes: file.nodes.map((node) =>
		names.includes(node.name) && isOurs(node) ? { ...node, type: `${FAILING}${node.type}` } : node,
	),
});

const N8N_TRIES = 3;

/** Each of these steps fails once, with all the tries that n8n gives it. `left`: steps that were not reached. */
export function failWhole(file: WorkflowFile, names: readonly string[]) {
	const left = new Map(
		names.map((name) => {
			const node = file.nodes.find((each) => each.name === name);
			return [name, node?.retryOnFail === true ? (node.maxTries ?? N8N_TRIES) : 1] as const;
		}),
	);
	const fails = (name: string): boolean => {
		const tries = left.get(name) ?? 0;
		if (tries > 0) left.set(name, tries - 1);
		return tries > 0;
	};
	return { fails, left: () => [...left].filter(([, tries]) => tries > 0).map(([name]) => name) };
}

/** The code of a failure that passes, and of one that does not. */
export type FailureCode = 'unavailable' | 'refused';

/** A failure as our nodes hand it to their error branch. */
const failure = (name: string, code: FailureCode): IDataObject => ({ error: `${name} is ${code}`, details: { code } });

/** Takes the real step with the fields that n8n has worked out, unless it is to fail this time. */
export function failingStub(
	node: INode,
	n8n: N8n,
	trouble: (name: string) => boolean,
	code: FailureCode = 'unavailable',
): StandIn | undefined {
	if (!node.type.startsWith(FAILING)) return undefined;
	return {
		async execute() {
			const out: INodeExecutionData[] = [];
			const fails = trouble(node.name);
			for (const [index, { binary }] of this.getInputData().entries()) {
				const parameters = Object.fromEntries(
					Object.keys(node.parameters).map((name) => [name, this.getNodeParameter(name, index) as NodeParameterValueType]),
				);
				const spec = { type: node.type.slice(FAILING.length), name: node.name, parameters, onError } as const;
				const run = fails ? undefined : await n8n.runWith([{ json: {}, ...(binary ? { binary } : {}) }], spec);
				if (run?.error) throw run.error;
				const items = run === undefined ? [{ json: failure(node.name, code) }] : [...run.items, ...run.errors];
				out.push(...items.map((item) => ({ ...item, pairedItem: { item: index } })));
			}
			return [out];
		},
	};
}
