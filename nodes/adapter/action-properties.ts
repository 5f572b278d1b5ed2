import type { INodeProperties } from 'n8n-workflow';

import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import { markedDescription, markedName, modeName } from '../../shared/declare/twin';
import { authenticationProperties } from './authentication';
import { fieldsOf } from './fields';
import { listLimits, optionsOf } from './options';
import { outputProperties } from './output';
import { actionLabel, byName, operationName, sentences } from './wording';

function resourceSelect(carrier: Carrier): INodeProperties {
	const used = Object.entries(carrier.resources).filter(([key]) =>
		carrier.actions.some((action) => action.resource === key),
	);
	const options = used.map(([value, { title }]) => ({ name: title, value })).sort(byName);
	// The resource with the most operations comes first, because most people look for it.
	const busiest = [...used].sort(([a], [b]) => count(carrier, b) - count(carrier, a))[0]?.[0] ?? '';
	return {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options,
		default: busiest,
	};
}

const count = (carrier: Carrier, resource: string) =>
	carrier.actions.filter((action) => action.resource === resource).length;

function operationSelect(carrier: Carrier, resource: string): INodeProperties {
	const actions = carrier.actions.filter((action) => action.resource === resource);
	const nouns = carrier.resources[resource] ?? { singular: '', plural: '' };
	const options = actions.map((action) => ({
		name: markedName(action, operationName(action.title, nouns)),
		value: action.verb,
		action: actionLabel(modeName(action, action.title)),
		description: sentences(markedDescription(action), action.irreversible ? 'This cannot be undone.' : undefined),
	}));
	const bookings = actions.filter(({ effect }) => effect === 'booking');
	const first =
		[bookings.find(({ twin }) => twin === 'recommended'), ...bookings, ...actions].find(Boolean)?.verb ?? '';
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: options.sort(byName),
		default: first,
	};
}

function notice(action: Action): INodeProperties[] {
	if (!action.irreversible) return [];
	return [
		{
			displayName: 'This cannot be undone',
			name: 'irreversibleNotice',
			type: 'notice',
			default: '',
			displayOptions: { show: { resource: [action.resource], operation: [action.verb] } },
		},
	];
}

/** The whole form of a carrier's node. Built anew on every call, because n8n changes the object it receives. */
export function actionProperties(carrier: Carrier): INodeProperties[] {
	const resourceProperty = resourceSelect(carrier);
	const resources = Object.keys(carrier.resources).filter((key) => count(carrier, key) > 0);
	return [
		...authenticationProperties(carrier),
		resourceProperty,
		...resources.map((key) => operationSelect(carrier, key)),
		...carrier.actions.flatMap((action) => [
			...notice(action),
			...fieldsOf(carrier, action),
			...listLimits(action),
			...outputProperties(action),
			optionsOf(action),
		]),
	];
}
