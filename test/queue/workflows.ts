import { everyTenSeconds, type Workflow, type WorkflowBody, type WorkflowNode } from '../../sandbox/hosts/n8n-server';
import type { QueueEnvironment } from './check';
import { tomorrowAt } from './environment';

export const BOOK = 'Book courier';

interface Booking {
	/** Where it is from; none where Waybill is to make it. */
	reference?: string;
	/** The form's own default where it is left out. */
	onDuplicate?: 'report' | 'cancel_later';
}

const row = (...nodes: WorkflowNode[]): Pick<WorkflowBody, 'nodes' | 'connections'> => ({
	nodes,
	connections: Object.fromEntries(
		nodes.slice(1).map((node, at) => [nodes[at]?.name, { main: [[{ node: node.name, type: 'main', index: 0 }]] }]),
	),
});

const bookNode = ({ cyke }: QueueEnvironment, { reference, onDuplicate }: Booking): WorkflowNode => ({
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
		options: onDuplicate === undefined ? {} : { on_duplicate: onDuplicate },
	},
	credentials: { cykeApi: { id: cyke.id, name: cyke.name } },
});

/** A shop calls, a courier is booked: any order, under the reference it brings. */
export interface Shop {
	workflow: Workflow;
	/** One call of the shop. n8n stores it and answers at once. */
	sendOrder(reference: string): Promise<void>;
}

export async function openShop(environment: QueueEnvironment, name: string, booking: Booking = {}): Promise<Shop> {
	const { rest, url } = environment.cluster;
	const path = name.toLowerCase().replace(/\W+/g, '-');
	const webhook: WorkflowNode = {
		name: 'Order',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		position: [0, 0],
		webhookId: crypto.randomUUID(),
		parameters: { httpMethod: 'POST', path, options: {} },
	};
	const workflow = await rest.createWorkflow({
		name,
		...row(webhook, bookNode(environment, { reference: '={{ $json.body.reference }}', ...booking })),
	});
	await rest.publish(workflow);
	return {
		workflow,
		sendOrder: async (reference) => {
			const response = await fetch(`${url}/webhook/${path}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ reference }),
			});
			if (!response.ok) throw new Error(`n8n did not take the order: ${response.status} ${await response.text()}`);
		},
	};
}

export async function createManualWorkflow(
	environment: QueueEnvironment,
	name: string,
	booking: Booking,
): Promise<Workflow> {
	const start: WorkflowNode = {
		name: 'Click',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	return await environment.cluster.rest.createWorkflow({ name, ...row(start, bookNode(environment, booking)) });
}

export async function createTriggerWorkflow(
	environment: QueueEnvironment,
	name: string,
	trigger: Pick<WorkflowNode, 'type' | 'parameters'>,
): Promise<Workflow> {
	const first: WorkflowNode = {
		name: 'Emitted',
		typeVersion: 1,
		position: [0, 0],
		webhookId: crypto.randomUUID(),
		credentials: { cykeApi: { id: environment.cyke.id, name: environment.cyke.name } },
		...trigger,
	};
	const next: WorkflowNode = {
		name: 'Done',
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [240, 0],
		parameters: {},
	};
	return await environment.cluster.rest.createWorkflow({ name, ...row(first, next) });
}

export const pollingTrigger = (event: string): Pick<WorkflowNode, 'type' | 'parameters'> => ({
	type: 'n8n-nodes-waybill.cykeTrigger',
	parameters: { event, pollTimes: everyTenSeconds },
});
export const webhookTrigger: Pick<WorkflowNode, 'type' | 'parameters'> = {
	type: 'n8n-nodes-waybill.cykeWebhookTrigger',
	parameters: {},
};
