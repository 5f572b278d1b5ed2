import type { INodeProperties } from 'n8n-workflow';

import type { Action } from '../../shared/declare/action';
import type { Item } from '../../shared/declare/facts';
import { labelFromKey, outputLabels } from '../../shared/delivery/delivery';
import { inViewOrder, orderedItem, selectedItem, simpleItem } from '../../shared/delivery/item-view';
import type { Read } from './read-lines';
import { byName } from './wording';

/** How much of each item a step shows. Language models and people get the simple one unless they choose otherwise. */
export type OutputView = { kind: 'simple' } | { kind: 'raw' } | { kind: 'selected'; fields: readonly string[] };

const VIEW = 'output';
const FIELDS = 'outputFields';

const fieldOptions = ({ output }: Action) =>
	inViewOrder(Object.keys(output.shape))
		.map((key) => ({ name: outputLabels.get(output.shape[key])?.label ?? labelFromKey(key), value: key }))
		.sort(byName);

/** Output and, for Selected Fields, which. */
export function outputProperties(action: Action): INodeProperties[] {
	const show = { resource: [action.resource], operation: [action.verb] };
	const first = inViewOrder(Object.keys(action.output.shape)).slice(0, 4);
	return [
		{
			displayName: 'Output',
			name: VIEW,
			type: 'options',
			noDataExpression: true,
			displayOptions: { show },
			options: [
				{
					name: 'Simplified',
					value: 'simple',
					description: 'The fields that are filled in, without the carrier’s own data',
				},
				{ name: 'Raw', value: 'raw', description: 'Every field, with the carrier’s own data' },
				{ name: 'Selected Fields', value: 'selected', description: 'Only the fields you choose' },
			],
			default: 'simple',
			description: 'How much of the result to return',
		},
		{
			displayName: 'Fields to Return',
			name: FIELDS,
			type: 'multiOptions',
			displayOptions: { show: { ...show, [VIEW]: ['selected'] } },
			options: fieldOptions(action),
			default: [...first],
			description: 'Every item has all of them, also where one is empty',
		},
	];
}

export function readOutputView(read: Read): OutputView {
	const kind = read(VIEW);
	if (kind !== 'selected') return { kind: kind === 'raw' ? 'raw' : 'simple' };
	const fields = read(FIELDS);
	return { kind, fields: Array.isArray(fields) ? fields.map(String) : [] };
}

export function viewOf(item: Item, view: OutputView): Item {
	if (view.kind === 'selected') return selectedItem(item, view.fields);
	return view.kind === 'raw' ? orderedItem(item) : simpleItem(item);
}
