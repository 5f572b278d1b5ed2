import type { WorkflowBody } from '../hosts/n8n-server';

const tomorrow = (time: string) =>
	`={{ $now.setZone('Europe/Paris').plus({ days: 1 }).toFormat('yyyy-MM-dd') + 'T${time}' }}`;

/** The first workflow to run: one click books a courier, looks the delivery up and requests the price of a driver. */
export const firstWorkflow: WorkflowBody = {
	name: 'Start here: book a courier',
	nodes: [
		{ name: 'Click to run', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
		{
			name: 'Book a courier',
			type: 'n8n-nodes-waybill.cyke',
			typeVersion: 1,
			position: [240, 0],
			parameters: {
				resource: 'delivery',
				operation: 'create',
				client_order_reference: '=FIRST-{{ $execution.id }}',
				direction: 'outbound',
				dropoff_slot_starting_at: tomorrow('14:00'),
				dropoff_slot_ending_at: tomorrow('16:00'),
				dropoff_recipient_name: 'Ada Moreau',
				dropoff_recipient_phone: '+33612345678',
				dropoff_address: '12 rue des Petits Champs',
				dropoff_postal_code: '75002',
				dropoff_city: 'Paris',
				packages: { line: [{ package_type: '1', amount: 1 }] },
			},
			credentials: { cykeApi: { id: '', name: '' } },
		},
		{
			name: 'Look it up',
			type: 'n8n-nodes-waybill.cyke',
			typeVersion: 1,
			position: [480, 0],
			parameters: { resource: 'delivery', operation: 'get', id: { __rl: true, mode: 'id', value: '={{ $json.id }}' } },
			credentials: { cykeApi: { id: '', name: '' } },
		},
		{
			name: 'Price of a driver',
			type: 'n8n-nodes-waybill.deliverIt',
			typeVersion: 1,
			position: [720, 0],
			parameters: { resource: 'price', operation: 'get', latitude: '55.3957969', longitude: '10.3912053' },
			credentials: { deliverItApi: { id: '', name: '' } },
		},
	],
	connections: {
		'Click to run': { main: [[{ node: 'Book a courier', type: 'main', index: 0 }]] },
		'Book a courier': { main: [[{ node: 'Look it up', type: 'main', index: 0 }]] },
		'Look it up': { main: [[{ node: 'Price of a driver', type: 'main', index: 0 }]] },
	},
};
