import { credentialName, oauthCredentialName } from '../../nodes/adapter/names';
import { bookersIn } from '../../nodes/adapter/any-carrier-form';
import type { Carrier } from '../../shared/declare/carrier';
import { homepage, name as packageName } from '../../package.json';
import { everyCarrier } from './codex';

const credential = (type: string, carrier: Carrier, authentication?: string) => `			{
				name: '${type}',
				required: false,
				displayOptions: {
					show: {
						carrier: ['${carrier.id}'],${authentication === undefined ? '' : `\n						authentication: ['${authentication}'],`}
					},
				},
			},
`;

/** A carrier whose users may also sign in has two kinds of credentials. */
const credentialsOf = (carrier: Carrier) =>
	carrier.connection.oauth
		? credential(credentialName(carrier), carrier, 'accessToken') +
			credential(oauthCredentialName(carrier), carrier, 'oAuth2')
		: credential(credentialName(carrier), carrier);

/** n8n reads the shell as a literal, so the credentials of every carrier stand in it. */
const shell = (carriers: readonly Carrier[]) => `import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { anyCarrierNode, carriers } from '../../core';

const node = anyCarrierNode(carriers);

export class Waybill implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Waybill',
		name: 'waybill',
		icon: { light: 'file:waybill.svg', dark: 'file:waybill.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: node.subtitle,
		description: 'Book shop orders at the carrier that each order needs',
		defaults: {
			name: 'Waybill',
		},
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
${bookersIn(carriers)
	.map(({ carrier }) => credentialsOf(carrier))
	.join('')}		],
		properties: node.properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await node.execute(this);
	}
}
`;

const codex = () =>
	`${JSON.stringify(
		{
			node: `${packageName}.waybill`,
			nodeVersion: '1.0',
			codexVersion: '1.0',
			categories: ['Sales', 'Miscellaneous'],
			alias: [
				...['courier', 'delivery', 'parcel', 'shop order', 'dispatch', 'book a driver', 'send a parcel'],
				...everyCarrier,
				...['WooCommerce', 'Shopify', 'PrestaShop'],
			],
			resources: { primaryDocumentation: [{ url: homepage }] },
		},
		null,
		'\t',
	)}\n`;

/** The node for any carrier: path and text. */
export const anyCarrierFiles = (carriers: readonly Carrier[]): Record<string, string> => ({
	'nodes/Waybill/Waybill.node.ts': shell(carriers),
	'nodes/Waybill/Waybill.node.json': codex(),
});
