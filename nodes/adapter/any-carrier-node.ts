import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import type { Carrier } from '../../shared/declare/carrier';
import { failed, success, type Result } from '../../shared/declare/failure';
import { anyCarrierProperties, bookersIn, CARRIER, operationNames, operationOf } from './any-carrier-form';
import { executeEach, type Target } from './execute';
import { anyCarrierSubtitle } from './subtitle';

/** The parts that the generated file of the node passes on. */
export interface AnyCarrierNode {
	properties: INodeProperties[];
	subtitle: string;
	execute(host: IExecuteFunctions): Promise<INodeExecutionData[][]>;
}

function targetOf(host: IExecuteFunctions, carriers: readonly Carrier[], index: number): Result<Target> {
	const bookers = bookersIn(carriers);
	const typed = String(host.getNodeParameter(CARRIER, index, '', { skipValidation: true })).trim();
	const booker = bookers.find(({ carrier: { id, title } }) => [id, title.toLowerCase()].includes(typed.toLowerCase()));
	if (!booker)
		return failed(
			'invalid_input',
			`Carrier must be one of: ${bookers.map(({ carrier }) => carrier.id).join(', ')}, not "${typed.slice(0, 60)}"`,
		);
	const verb = String(host.getNodeParameter('operation', 0));
	const action = operationOf(booker, verb);
	return action
		? success({ carrier: booker.carrier, action })
		: failed('invalid_input', `There is no operation "${verb}"`);
}

/** The node that books at the carrier which each item names. */
export const anyCarrierNode = (carriers: readonly Carrier[]): AnyCarrierNode => ({
	properties: anyCarrierProperties(carriers),
	subtitle: anyCarrierSubtitle(operationNames, carriers),
	execute: async (host) => await executeEach(host, (index) => targetOf(host, carriers, index)),
});
