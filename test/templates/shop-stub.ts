import type { IDataObject, INode } from 'n8n-workflow';

import type { StandIn } from '../../sandbox/hosts/n8n';

/** n8n's HTTP Request hands over the whole error, and its other nodes the message alone. */
const errorOf = ({ type }: INode, message: string) =>
	type === 'n8n-nodes-base.httpRequest' ? { name: 'AxiosError', message } : message;

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
				if (node.onError === undefined) throw new Error(`${node.name} is down`);
				return [{ json: { error: errorOf(node, `${node.name} is down`) }, pairedItem }];
			}
			try {
				return (answer(node, fields) ?? [item.json]).map((json) => ({ json, pairedItem }));
			} catch (error) {
				return [{ json: { error: errorOf(node, String(error)) }, pairedItem }];
			}
		});
		return [out];
	},
});
