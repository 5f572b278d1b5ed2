import type { FieldTable } from '../../../scripts/generate/field-places';

const ends = ['dropoff', 'pickup'];
const forms = { 'delivery.create': ends, 'delivery.update': ends };
const madeByCyke = 'Cyke writes it, and no call takes it';

/** The field tables of Cyke's pages: what goes out, and what comes back. */
export const fieldTables: readonly FieldTable[] = [
	{
		title: 'Delivery, sent (CY2, CY5, CY9, CY12)',
		fields:
			'sender_display_name comments client_order_reference bring_back_containers dropoff pickup packages id created_at status price_cents direction original_delivery_id redelivery_id complete_after complete_before',
		forms: { 'delivery.create': [''], 'delivery.update': [''] },
		leftOut: {
			created_at: madeByCyke,
			status: `${madeByCyke}; a cancellation is a step of its own`,
			price_cents: madeByCyke,
			original_delivery_id: madeByCyke,
			redelivery_id: madeByCyke,
			complete_after: madeByCyke,
			complete_before: madeByCyke,
		},
		as: { id: 'Names the delivery that is changed', direction: 'Not sent: it decides which ends the form shows' },
	},
	{
		title: 'Task, sent',
		fields:
			'slot_starting_at slot_ending_at place tracking_url completed_at failure_reason notes completion_signature completion_pictures saved_address',
		forms,
		as: {
			place: 'Its fields stand beside the slot on the form',
			saved_address: 'Ours: the number that may be sent in place of a task',
		},
		leftOut: Object.fromEntries(
			['tracking_url', 'completed_at', 'failure_reason', 'notes', 'completion_signature', 'completion_pictures'].map(
				(field) => [field, madeByCyke],
			),
		),
	},
	{
		title: 'Place, sent',
		fields: 'recipient_name recipient_phone recipient_email company_name address postal_code city address_instructions',
		forms,
	},
	{
		title: 'Package, sent',
		fields: 'type package_type_id amount name volume_dm3 weight_kg',
		forms: { 'delivery.create': ['packages'], 'delivery.update': ['packages'] },
		as: {
			type: 'Package Type, with API version V1',
			package_type_id: 'Package Type: a number, or a name that is looked up (CY7)',
		},
	},
	{
		title: 'Delivery, received (CY3, CY10)',
		fields:
			'id created_at sender_display_name comments client_order_reference bring_back_containers dropoff pickup packages status price_cents direction original_delivery_id redelivery_id complete_after complete_before',
		answers: [{ action: 'delivery.get' }],
		as: { packages: 'Line by line: see Package, received' },
		leftOut: {
			complete_after: 'The slot of the main task says the same; lists give it as the slot',
			complete_before: 'The slot of the main task says the same; lists give it as the slot',
		},
	},
	{
		title: 'Delivery in a list, received (CY1, CY8)',
		fields: 'id created_at status slot_starting_at slot_ending_at price_cents',
		answers: [{ action: 'delivery.getAll', at: '0' }],
	},
	{
		title: 'Task, received',
		fields:
			'slot_starting_at slot_ending_at place tracking_url completed_at failure_reason notes completion_text completion_signature completion_pictures',
		answers: [{ action: 'delivery.get', at: 'dropoff' }],
	},
	{
		title: 'Place, received',
		fields: 'recipient_name recipient_phone recipient_email company_name address postal_code city address_instructions',
		answers: [{ action: 'delivery.get', at: 'dropoff.place' }],
	},
	{ title: 'Package, received', fields: 'type amount', answers: [{ action: 'delivery.get', at: 'packages.0' }] },
	{
		title: 'Package type, received (CY7)',
		fields: 'id type volume weight fragility temperature',
		answers: [{ action: 'packageType.getAll', at: '0' }],
	},
];
