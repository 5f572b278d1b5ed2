import type { INodeProperties } from 'n8n-workflow';

import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import { control, locator } from './control';
import { layoutOf, type Drawer, type Place, type Single } from './layout';
import { added, tableProperties } from './table';
import { byDisplayName, showFor } from './wording';

function single({ leaf, label, required }: Single, carrier: Carrier): INodeProperties {
	const shown = leaf.choices === undefined ? control(leaf, leaf.name, label) : locator(leaf, leaf.choices, label, carrier);
	return { ...shown, ...(required ? { required: true } : {}) };
}

function drawer({ name, label, leaves }: Drawer): INodeProperties {
	return { displayName: label, name, type: 'collection', placeholder: 'Add Field', default: {}, options: leaves.map(added).sort(byDisplayName) };
}

type Shown = { property: INodeProperties; show?: Record<string, string[]> };

function propertiesOf(place: Place, carrier: Carrier): Shown[] {
	if (place.kind === 'single') return [{ property: single(place, carrier) }];
	return place.kind === 'drawer' ? [{ property: drawer(place) }] : tableProperties(place);
}

/** The input of one action as n8n's form. */
export function fieldsOf(carrier: Carrier, action: Action): INodeProperties[] {
	const above = { resource: [action.resource], operation: [action.verb] };
	return layoutOf(action).flatMap((place) => propertiesOf(place, carrier).map(({ property, show }) => ({ ...property, ...showFor(place.show, { ...above, ...show }) })));
}
