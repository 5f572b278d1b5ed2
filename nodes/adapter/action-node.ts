import type { IExecuteFunctions, INodeExecutionData, INodeProperties, INodeType } from 'n8n-workflow';

import type { Carrier } from '../../shared/declare/carrier';
import { actionProperties } from './action-properties';
import { choiceMethods } from './choices';
import { execute } from './execute';
import { actionSubtitle } from './subtitle';

/** The parts that the generated file of a carrier's action node passes on. */
export interface ActionNode {
	properties: INodeProperties[];
	subtitle: string;
	methods: NonNullable<INodeType['methods']>;
	execute(host: IExecuteFunctions): Promise<INodeExecutionData[][]>;
}

export const actionNode = (carrier: Carrier): ActionNode => ({
	properties: actionProperties(carrier),
	subtitle: actionSubtitle(carrier),
	methods: choiceMethods(carrier),
	execute: async (host) => await execute(host, carrier),
});
