import { setTimeout as sleep } from 'node:timers/promises';

import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType } from 'n8n-workflow';

export const BARE = 'bench.bare';

export interface BareRequest {
	method: 'GET' | 'POST';
	url: string;
	body?: string;
}

/** Lets so many through in a second, one after the other. */
function pacedBy(perSecond: number): () => Promise<void> {
	let due = 0;
	return async () => {
		const now = performance.now();
		due = Math.max(now, due + 1_000 / perSecond);
		if (due > now) await sleep(due - now);
	};
}

/** The least that a node with a pace can do: n8n's helper sends the requests of each item, and nothing is around them. */
export const bareNode = (requestsFor: (reference: string) => readonly BareRequest[]): INodeType => ({
	description: {
		displayName: 'Bare',
		name: 'bare',
		group: ['output'],
		version: 1,
		description: 'Sends requests',
		defaults: { name: 'Bare' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [
			{ displayName: 'Reference', name: 'reference', type: 'string', default: '' },
			{ displayName: 'Requests per Second', name: 'perSecond', type: 'number', default: 0 },
		],
	},
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const turn = pacedBy(Number(this.getNodeParameter('perSecond', 0)));
		const send = async (request: BareRequest) =>
			await this.helpers.httpRequest({
				...request,
				headers: { 'X-User-Token': 'example-token', 'Content-Type': 'application/json' },
				returnFullResponse: true,
				disableFollowRedirect: true,
			});
		const items = this.getInputData().map(async (_, item): Promise<INodeExecutionData> => {
			for (const request of requestsFor(String(this.getNodeParameter('reference', item)))) {
				await turn();
				await send(request);
			}
			return { json: {}, pairedItem: { item } };
		});
		return [await Promise.all(items)];
	},
});
