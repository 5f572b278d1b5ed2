import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import { actionProperties } from '../../../nodes/adapter/action-properties';
import { typeName } from '../../../nodes/adapter/names';
import type { Carrier } from '../../../shared/declare/carrier';
import { SHOP_ORDER } from '../../../shared/declare/shop-order';
import { packageName } from '../package-names';
import { accountOf, type NodeJson } from './workflow-json';

const isCollection = (value: unknown): value is INodeParameters =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields that a form has. A carrier that counts no parcels has none for their weight. */
function known(parameters: INodeParameters, properties: readonly INodeProperties[]): INodeParameters {
	return Object.fromEntries(
		Object.entries(parameters).flatMap(([name, value]) => {
			const property = properties.find((each) => each.name === name);
			if (!property) return [];
			if (property.type !== 'collection' || !isCollection(value)) return [[name, value]];
			const names = (property.options ?? []).map((option) => option.name);
			return [[name, Object.fromEntries(Object.entries(value).filter(([field]) => names.includes(field)))]];
		}),
	);
}

/** A step of the node for any carrier as one of the carrier's own node. */
export function ownStep(step: NodeJson, carrier: Carrier): NodeJson {
	const { carrier: _chosen, operation = '', ...fields } = step.parameters;
	const place = { resource: SHOP_ORDER, operation };
	const properties = actionProperties(carrier).filter(
		({ displayOptions: { show } = {} }) =>
			show?.resource?.includes(SHOP_ORDER) === true && show.operation?.includes(String(operation)) === true,
	);
	return {
		...step,
		type: `${packageName(carrier)}.${typeName(carrier)}`,
		credentials: accountOf(carrier),
		parameters: {
			...(carrier.connection.oauth ? { authentication: 'accessToken' } : {}),
			...place,
			...known(fields, properties),
		},
	};
}
