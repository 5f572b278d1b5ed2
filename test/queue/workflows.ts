import { everyTenSeconds, type Workflow, type WorkflowBody, type WorkflowNode } from '../../sandbox/hosts/n8n-server';
import type { Stage } from './check';
import { tomorrowAt } from './stage';

export const BOOK = 'Book courier';

interface Booking {
	/** Where it is from; none where Waybill is to make it. */
	reference?: string;
	onDouble?: 'report' | 'undo';
}

const row = (...nodes: WorkflowNode[]): Pick<WorkflowBody, 'nodes' | 'connections'> => ({
	nodes,
	connections: Object.fromEntries(nodes.slice(1).map((node, at) => [nodes[at]?.name, { main: [[{ node: node.name, type: 'main', index: 0 }]] }])),
});

const bookNode = ({ cyke }: Stage, { reference, onDouble = 'report' }: Booking): WorkflowNode => ({
	name: BOOK,
	type: 'n8n-nodes-waybill.cyke',
	typeVersion: 1,
	position: [240, 0],
	parameters: {
		resource: 'delivery',
		operation: 'create',
		...(reference === undefined ? {} : { client_order_reference: reference }),
		direction: 'outbound',
		dropoff_slot_starting_at: tomorrowAt('14:00'),
		dropoff_slot_ending_at: tomorrowAt('16:00'),
		dropoff_recipient_name: 'Ada Moreau',
		dropoff_recipient_phone: '+33612345678',
		dropoff_address: '12 rue des Petits Champs',
		dropoff_postal_code: '75002',
		dropoff_city: 'Paris',
		packages: { line: [{ package_type: '1', amount: 1 }] },
		options: { on_double: onDouble },
	},
	credentials: { cykeApi: { id: cyke.id, name: cyke.name } },
});

/** A shop calls, a courier is booked: any order, under the reference it brings. */
export interface Shop {
	workflow: Workflow;
	/** One call of the shop; n8n takes it down and answers at once. */
	tell(reference: string): Promise<void>;
}

export async function openShop(stage: Stage, name: string, booking: Booking = {}): Promise<Shop> {
	const { rest, url } = stage.cluster;
	const path = name.toLowerCase().replace(/\W+/g, '-');
	const hook: WorkflowNode = { name: 'Order', type: 'n8n-nodes-base.webhook', typeVersion: 2, position: [0, 0], webhookId: crypto.randomUUID(), parameters: { httpMethod: 'POST', path, options: {} } };
	const workflow = await rest.makeWorkflow({ name, ...row(hook, bookNode(stage, { reference: '={{ $json.body.reference }}', ...booking })) });
	await rest.publish(workflow);
	return {
		workflow,
		tell: async (reference) => {
			const answer = await fetch(`${url}/webhook/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ reference }) });
			if (!answer.ok) throw new Error(`n8n did not take the order: ${answer.status} ${await answer.text()}`);
		},
	};
}

export async function makeByHand(stage: Stage, name: string, booking: Booking): Promise<Workflow> {
	const start: WorkflowNode = { name: 'Click', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} };
	return await stage.cluster.rest.makeWorkflow({ name, ...row(start, bookNode(stage, booking)) });
}

export async function makeTrigger(stage: Stage, name: string, trigger: Pick<WorkflowNode, 'type' | 'parameters'>): Promise<Workflow> {
	const first: WorkflowNode = { name: 'Told', typeVersion: 1, position: [0, 0], webhookId: crypto.randomUUID(), credentials: { cykeApi: { id: stage.cyke.id, name: stage.cyke.name } }, ...trigger };
	const next: WorkflowNode = { name: 'Done', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [240, 0], parameters: {} };
	return await stage.cluster.rest.makeWorkflow({ name, ...row(first, next) });
}

export const polling = (event: string): Pick<WorkflowNode, 'type' | 'parameters'> => ({ type: 'n8n-nodes-waybill.cykeTrigger', parameters: { event, pollTimes: everyTenSeconds } });
export const listening: Pick<WorkflowNode, 'type' | 'parameters'> = { type: 'n8n-nodes-waybill.cykeWebhookTrigger', parameters: {} };
