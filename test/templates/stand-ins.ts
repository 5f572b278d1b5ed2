import type { IBinaryKeyData, IDataObject, INode, INodeExecutionData } from 'n8n-workflow';

import type { StandIn } from '../../sandbox/hosts/n8n';

/** A step outside of this pack that a workflow took: the node's name and its fields as n8n has worked them out. */
export interface Taken {
	node: string;
	fields: IDataObject;
}

/** What a node outside gives, by its name; where nothing is said, what came in. */
export type Answers = Readonly<Record<string, (fields: IDataObject) => IDataObject>>;

/** Files that a node outside gives, by its name. */
export type Files = Readonly<Record<string, IBinaryKeyData>>;

const conditions = { displayName: 'Conditions', name: 'conditions', type: 'filter' as const, default: {}, typeOptions: { filter: { version: 3 as const } } };

/** IF and Filter are worked out by n8n's own filter; an IF has a second way out. */
function deciding(outputs: number): StandIn {
	return {
		outputs,
		properties: [conditions],
		async execute() {
			const sorted: INodeExecutionData[][] = Array.from({ length: outputs }, () => []);
			for (const [index, item] of this.getInputData().entries()) {
				const kept = this.getNodeParameter('conditions', index, false, { extractValue: true }) === true;
				sorted[kept ? 0 : 1]?.push({ ...item, pairedItem: { item: index } });
			}
			return sorted;
		},
	};
}

/** Edit Fields, with the fields that came in kept beside its own. */
const setting: StandIn = {
	async execute() {
		const out = this.getInputData().map((item, index) => {
			const { assignments } = this.getNodeParameter('assignments', index) as { assignments: { name: string; value: string }[] };
			return { json: { ...item.json, ...Object.fromEntries(assignments.map(({ name, value }) => [name, value])) }, pairedItem: { item: index } };
		});
		return [out];
	},
};

/** Split Out: an item for each entry of the list, which may be missing. */
const splitting: StandIn = {
	async execute() {
		const out = this.getInputData().flatMap((item, index) => {
			const entries = item.json[String(this.getNodeParameter('fieldToSplitOut', index))];
			return (Array.isArray(entries) ? (entries as IDataObject[]) : []).map((json) => ({ json, pairedItem: { item: index } }));
		});
		return [out];
	},
};

/** Shops, mail programs and people: nothing is called, what would be called is written down. */
const outside = (node: INode, answers: Answers, files: Files, taken: Taken[]): StandIn => ({
	outputs: node.onError === 'continueErrorOutput' ? 2 : 1,
	async execute() {
		const out = this.getInputData().map((item, index) => {
			const fields: IDataObject = Object.fromEntries(Object.keys(node.parameters).map((name) => [name, this.getNodeParameter(name, index) as IDataObject[string]]));
			taken.push({ node: node.name, fields });
			return { json: answers[node.name]?.(fields) ?? item.json, binary: files[node.name], pairedItem: { item: index } };
		});
		return [out];
	},
});

/** The one way in which templates' nodes that are not ours are replaced in the tests. */
export function standIns(answers: Answers = {}, files: Files = {}) {
	const taken: Taken[] = [];
	const make = (node: INode): StandIn => {
		if (node.type === 'n8n-nodes-base.filter') return deciding(1);
		if (node.type === 'n8n-nodes-base.if') return deciding(2);
		if (node.type === 'n8n-nodes-base.set') return setting;
		if (node.type === 'n8n-nodes-base.splitOut') return splitting;
		return outside(node, answers, files, taken);
	};
	return { make, taken };
}
