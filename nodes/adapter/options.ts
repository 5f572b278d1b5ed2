import type { INodeProperties } from 'n8n-workflow';

import type { Action } from '../../shared/declare/action';
import { settingsOf } from '../../shared/run/booking-settings';
import { control } from './control';
import { byDisplayName } from './wording';

export const AUTOMATIC = 0;

const itemsAtOnce: INodeProperties = {
	displayName: 'Items at Once',
	name: 'itemsAtOnce',
	type: 'number',
	typeOptions: { minValue: AUTOMATIC, maxValue: 20, numberPrecision: 0 },
	default: AUTOMATIC,
	description:
		'How many items are worked on at the same time. 0 is automatic: a few at first, and more while the carrier answers quickly. With 1 each item waits for the one before it. The order of the results never changes.',
};

export const downloadFiles: INodeProperties = {
	displayName: 'Download Files',
	name: 'downloadFiles',
	type: 'boolean',
	default: false,
	description: 'Whether to fetch the files that belong to an item as binary data',
};

/** Are there files that already exist when the step ends? */
export const hasDownloads = (action: Action): boolean =>
	action.files !== undefined && (action.effect === 'read' || action.fetchesFiles === true);

const downloadOption = (action: Action): INodeProperties[] =>
	hasDownloads(action) ? [{ ...downloadFiles, default: action.fetchesFiles === true }] : [];

const bookingOptions = (action: Action): INodeProperties[] =>
	settingsOf(action).map((field) => control(field, field.key, field.label));

/** Return All and Limit, as on every n8n list. */
export function listLimits(action: Action): INodeProperties[] {
	if (!action.isList) return [];
	const show = { resource: [action.resource], operation: [action.verb] };
	return [
		{
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			default: false,
			displayOptions: { show },
			description: 'Whether to return all results or only up to a given limit',
		},
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 50,
			displayOptions: { show: { ...show, returnAll: [false] } },
			description: 'Max number of results to return',
		},
	];
}

/** Options of the step itself, separate from its input. */
export function optionsOf(action: Action): INodeProperties {
	const options = [{ ...itemsAtOnce }, ...bookingOptions(action), ...downloadOption(action)];
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: { resource: [action.resource], operation: [action.verb] } },
		options: [...options].sort(byDisplayName),
	};
}
