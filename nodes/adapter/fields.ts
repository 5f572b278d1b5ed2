import type { INodeProperties } from 'n8n-workflow';

import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import type { LeafField } from '../../shared/declare/form';
import { control, dropDown, locator } from './control';
import { layoutOf, LINE_DRAWER, type Drawer, type Place, type Single, type Table } from './layout';
import { byDisplayName, sentences, showFor, sortedFromFive } from './wording';

const added = (leaf: LeafField): INodeProperties =>
	leaf.choices === undefined ? control(leaf, leaf.key, leaf.label, 'added') : dropDown(leaf, leaf.choices, leaf.label);

const inLine = (leaf: LeafField): INodeProperties =>
	leaf.choices === undefined ? control(leaf, leaf.key, leaf.label) : dropDown(leaf, leaf.choices, leaf.label);

function single({ leaf, label, required }: Single, carrier: Carrier): INodeProperties {
	const shown = leaf.choices === undefined ? control(leaf, leaf.name, label) : locator(leaf, leaf.choices, label, carrier);
	return { ...shown, ...(required ? { required: true } : {}) };
}

function drawer({ name, label, leaves }: Drawer): INodeProperties {
	return { displayName: label, name, type: 'collection', placeholder: 'Add Field', default: {}, options: leaves.map(added).sort(byDisplayName) };
}

function table({ field, label, required, open, more }: Table): INodeProperties {
	const values = open.map((leaf) => ({ ...inLine(leaf), ...(leaf.required ? { required: true } : {}) }));
	if (more.length > 0) {
		values.push({ displayName: 'More Fields', name: LINE_DRAWER, type: 'collection', placeholder: 'Add Field', default: {}, options: more.map(added).sort(byDisplayName) });
	}
	const description = sentences(field.help);
	return {
		displayName: label,
		name: field.name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: `Add ${field.line}` },
		placeholder: `Add ${field.line}`,
		default: {},
		...(required ? { required: true } : {}),
		...(description === undefined ? {} : { description }),
		options: [{ displayName: field.line, name: 'line', values: sortedFromFive(values, byDisplayName) }],
	};
}

function propertyOf(place: Place, carrier: Carrier): INodeProperties {
	if (place.kind === 'single') return single(place, carrier);
	return place.kind === 'drawer' ? drawer(place) : table(place);
}

/** The input of one action as n8n's form. */
export function fieldsOf(carrier: Carrier, action: Action): INodeProperties[] {
	const above = { resource: [action.resource], operation: [action.verb] };
	return layoutOf(action).map((place) => ({ ...propertyOf(place, carrier), ...showFor(place.show, above) }));
}
