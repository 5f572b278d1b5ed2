import type { INodeProperties } from 'n8n-workflow';

import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import { control, locator } from './control';
import { layoutOf, type FieldCollection, type FormElement, type SingleField } from './layout';
import { addedTable, optionalControl, tableProperties } from './table';
import { byDisplayName, showFor } from './wording';

function single({ leaf, label, required, controls }: SingleField, carrier: Carrier): INodeProperties {
	const property =
		leaf.choices === undefined ? control(leaf, leaf.name, label) : locator(leaf, leaf.choices, label, carrier);
	return {
		...property,
		...(required ? { required: true } : {}),
		...(controls ? { noDataExpression: true } : {}),
	};
}

function collection({ name, label, leaves, tables }: FieldCollection): INodeProperties {
	return {
		displayName: label,
		name,
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [...leaves.map(optionalControl), ...tables.flatMap(addedTable)].sort(byDisplayName),
	};
}

type PlacedProperty = { property: INodeProperties; show?: Record<string, string[]> };

function propertiesOf(element: FormElement, carrier: Carrier): PlacedProperty[] {
	if (element.kind === 'single') return [{ property: single(element, carrier) }];
	return element.kind === 'collection' ? [{ property: collection(element) }] : tableProperties(element);
}

/** The input of one action as n8n's form. */
export function fieldsOf(carrier: Carrier, action: Action): INodeProperties[] {
	const above = { resource: [action.resource], operation: [action.verb] };
	return layoutOf(action).flatMap((element) =>
		propertiesOf(element, carrier).map(({ property, show }) => ({
			...property,
			...showFor(element.show, { ...above, ...show }),
		})),
	);
}
