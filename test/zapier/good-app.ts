import { readDefinition, type Definition } from '../../zapier/review/definition';

/** A small app that breaks no rule. */
export function goodApp(): Definition {
	return readDefinition({
		version: '1.0.0',
		platformVersion: '19.1.0',
		flags: { cleanInputData: false },
		authentication: {
			type: 'custom',
			connectionLabel: '{{email}}',
			fields: [
				{ key: 'email', label: 'Email' },
				{
					key: 'api_token',
					label: 'API Token',
					type: 'password',
					helpText: 'In your account. [Where to find it](https://docs.example.com/token).',
				},
			],
		},
		triggers: {
			new_order: {
				key: 'new_order',
				noun: 'Order',
				display: { label: 'New Order', description: 'Triggers when a new order appears.' },
				operation: {
					type: 'polling',
					perform: '$func$2$f$',
					inputFields: [],
					outputFields: [{ key: 'id', type: 'string', primary: true }],
					sample: { id: '1' },
				},
			},
			list_orders: {
				key: 'list_orders',
				noun: 'Order',
				display: { label: 'Order List', description: 'Triggers for a drop-down.', hidden: true },
				operation: { type: 'polling', perform: '$func$2$f$' },
			},
			order_event: {
				key: 'order_event',
				noun: 'Order',
				display: { label: 'Order Event', description: 'Triggers when an order changes.' },
				operation: {
					type: 'hook',
					perform: '$func$2$f$',
					performList: '$func$2$f$',
					performSubscribe: '$func$2$f$',
					performUnsubscribe: '$func$2$f$',
					sample: { id: '1' },
				},
			},
		},
		searches: {
			find_order: {
				key: 'find_order',
				noun: 'Order',
				display: { label: 'Find Order', description: 'Finds an order by its reference.' },
				operation: {
					perform: '$func$2$f$',
					inputFields: [{ key: 'reference', label: 'Reference', type: 'string', required: true }],
					sample: { id: '1' },
				},
			},
		},
		creates: {
			create_order: {
				key: 'create_order',
				noun: 'Order',
				display: { label: 'Create Order', description: 'Creates a new order.' },
				operation: {
					perform: '$func$2$f$',
					inputFieldGroups: [{ key: 'main', label: 'Order' }],
					inputFields: [
						{
							key: 'order_id',
							label: 'Order',
							type: 'string',
							required: true,
							dynamic: 'list_orders.id.label',
							search: 'find_order.id',
							group: 'main',
						},
						{ key: 'note', label: 'Note', type: 'text', helpText: 'Read by the courier.', group: 'main' },
						{
							key: 'lines',
							label: 'Lines',
							group: 'main',
							children: [{ key: 'lines_amount', label: 'Amount', type: 'integer' }],
						},
					],
					outputFields: [
						{ key: 'id', type: 'string', required: true },
						{ key: 'createdAt', type: 'datetime' },
						{ key: 'stop__city', type: 'string' },
						{ key: 'lines', children: [{ key: 'amount', type: 'integer' }] },
					],
					sample: {
						id: '1',
						createdAt: '2030-05-21T16:00:00.000+02:00',
						stop: { city: 'Paris' },
						lines: [{ amount: 2 }],
					},
				},
			},
		},
		searchOrCreates: {
			find_order: {
				key: 'find_order',
				search: 'find_order',
				create: 'create_order',
				display: { label: 'Find or Create Order', description: 'Finds or creates.' },
			},
		},
	});
}
