import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';

import type { StandIn } from '../../sandbox/hosts/n8n';

const conditions = { displayName: 'Conditions', name: 'conditions', type: 'filter' as const, default: {}, typeOptions: { filter: { version: 3 as const } } };

/** IF and Filter are worked out by n8n's own filter; an IF has a second way out. */
function conditionStub(outputs: number): StandIn {
	return {
		outputs,
		properties: [conditions],
		async execute() {
			const sorted: INodeExecutionData[][] = Array.from({ length: outputs }, () => []);
			for (const [index, item] of this.getInputData().entries()) {
				const passes = this.getNodeParameter('conditions', index, false, { extractValue: true }) === true;
				sorted[passes ? 0 : 1]?.push({ ...item, pairedItem: { item: index } });
			}
			return sorted;
		},
	};
}

/** Switch by rules: each item to the output of the first rule it passes, or to the last one. */
function switchStub(node: INode): StandIn {
	const rules = (node.parameters.rules as { values: unknown[] }).values.length;
	const rule = { displayName: 'Rule', name: 'values', values: [conditions] };
	return {
		outputs: rules + 1,
		properties: [
			{
				displayName: 'Rules',
				name: 'rules',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				default: {},
				options: [rule],
			},
		],
		async execute() {
			const sorted: INodeExecutionData[][] = Array.from({ length: rules + 1 }, () => []);
			for (const [index, item] of this.getInputData().entries()) {
				const passes = (at: number) =>
					this.getNodeParameter(`rules.values[${at}].conditions`, index, false, { extractValue: true }) === true;
				const first = Array.from({ length: rules }, (_, at) => at).find(passes) ?? rules;
				sorted[first]?.push({ ...item, pairedItem: { item: index } });
			}
			return sorted;
		},
	};
}

/** "settings.carrier" is a field of a field. */
function withPath(json: IDataObject, [key = '', ...rest]: readonly string[], value: string): IDataObject {
	const inner = json[key];
	const below = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as IDataObject) : {};
	return { ...json, [key]: rest.length === 0 ? value : withPath(below, rest, value) };
}

/** Edit Fields: its own fields, beside the input fields or alone. */
const setStub: StandIn = {
	async execute() {
		const out = this.getInputData().map((item, index) => {
			const { assignments } = this.getNodeParameter('assignments', index) as { assignments: { name: string; value: string }[] };
			const retained = this.getNodeParameter('includeOtherFields', index, false) === true ? item.json : {};
			const json = assignments.reduce((all, { name, value }) => withPath(all, name.split('.'), value), retained);
			return { json, pairedItem: { item: index } };
		});
		return [out];
	},
};

/** Split Out: an item for each entry of the list, which may be missing. */
const splitOutStub: StandIn = {
	async execute() {
		const out = this.getInputData().flatMap((item, index) => {
			const entries = item.json[String(this.getNodeParameter('fieldToSplitOut', index))];
			return (Array.isArray(entries) ? (entries as IDataObject[]) : []).map((json) => ({ json, pairedItem: { item: index } }));
		});
		return [out];
	},
};

/** Aggregate: all items as a list in one, or nothing where there are none. */
const aggregateStub: StandIn = {
	async execute() {
		const items = this.getInputData();
		const field = String(this.getNodeParameter('destinationFieldName', 0));
		const pairedItem = items.map((_, item) => ({ item }));
		return [items.length === 0 ? [] : [{ json: { [field]: items.map(({ json }) => json) }, pairedItem }]];
	},
};

/** Limit: the first items of a run. */
const limitStub: StandIn = {
	async execute() {
		return [this.getInputData().slice(0, Number(this.getNodeParameter('maxItems', 0)))];
	},
};

/** Stop and Error: the run ends with its message. */
const stopStub: StandIn = {
	async execute() {
		throw new Error(String(this.getNodeParameter('errorMessage', 0)));
	},
};

/** The nodes of n8n that only sort items or change them. */
export function flowStub(node: INode): StandIn | undefined {
	if (node.type === 'n8n-nodes-base.filter') return conditionStub(1);
	if (node.type === 'n8n-nodes-base.if') return conditionStub(2);
	if (node.type === 'n8n-nodes-base.switch') return switchStub(node);
	if (node.type === 'n8n-nodes-base.set') return setStub;
	if (node.type === 'n8n-nodes-base.aggregate') return aggregateStub;
	if (node.type === 'n8n-nodes-base.splitOut') return splitOutStub;
	if (node.type === 'n8n-nodes-base.limit') return limitStub;
	if (node.type === 'n8n-nodes-base.stopAndError') return stopStub;
	return undefined;
}
