import type { IDataObject, INode } from 'n8n-workflow';

import type { StandIn } from '../../sandbox/hosts/n8n';

/** HTTP Request hands over its whole error, other nodes its message. */
const errorIn = ({ type }: INode, message: string) =>
	type === 'n8n-nodes-base.httpRequest' ? { message, name: 'AxiosError', code: 'ERR_BAD_RESPONSE' } : message;

/** A node outside of this pack. `trouble` says whether this call of it fails, as a shop that is down does. */
export const shopStub = (
	node: INode,
	answer: (node: INode, fields: IDataObject) => IDataObject[] | undefined,
	trouble: (name: string) => boolean,
): StandIn => ({
	async execute() {
		const out = this.getInputData().flatMap((item, index) => {
			const names = Object.keys(node.parameters);
			const fields: IDataObject = Object.fromEntries(
				names.map((name) => [name, this.getNodeParameter(name, index) as IDataObject[string]]),
			);
			const pairedItem = { item: index };
			if (trouble(node.name)) {
				const message = `${node.name} is down`;
				if (node.onError === undefined) throw new Error(message);
				return [{ json: { error: errorIn(node, message) }, pairedItem }];
			}
			try {
				return (answer(node, fields) ?? [item.json]).map((json) => ({ json, pairedItem }));
			} catch (error) {
				return [{ json: { error: errorIn(node, String(error)) }, pairedItem }];
			}
		});
		return [out];
	},
});
