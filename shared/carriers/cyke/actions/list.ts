import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { text } from '../../../declare/field';
import { cykeListRow, rowToItem } from '../delivery';
import { listNotFound } from '../errors';
import { cykeItems } from '../read-response';
import { listRow } from '../wire';

const documentedList = [
	{
		id: 1,
		created_at: '2020-07-25T11:50:00.000+02:00',
		status: 'delivered',
		complete_after: '2020-08-01T11:00:00.000+02:00',
		complete_before: '2020-08-01T13:00:00.000+02:00',
		price_cents: null,
	},
	{
		id: 86,
		created_at: '2020-11-09T10:00:00.000+02:00',
		status: 'scheduled',
		complete_after: '2020-11-09T16:00:00.000+02:00',
		complete_before: '2020-11-09T18:00:00.000+02:00',
		price_cents: null,
	},
];

const inputSchema = z.object({
	client_order_reference: text({
		reference: true,
		label: 'Reference',
		placeholder: 'WC-1042',
		help: 'Only deliveries with exactly this order number.',
		common: true,
	}).optional(),
});

type Input = z.output<typeof inputSchema>;

/** One odd row must not spoil a list. But a row that cannot be read may be the booking of a reference. */
const readRows = cykeItems(
	listRow,
	(row, { client_order_reference }: Input, facts) => rowToItem(row, client_order_reference, facts),
	{ isExact: ({ client_order_reference }) => client_order_reference !== undefined },
);

export const listDeliveries = action({
	resource: 'delivery',
	verb: 'getAll',
	title: 'Get Many Deliveries',
	description: 'Lists the deliveries of the account, in short.',
	covers: ['CY1', 'CY8'],
	effect: 'read',
	isList: true,
	input: inputSchema,
	output: cykeListRow,
	request: (input) => ({
		method: 'GET',
		path: '/deliveries',
		query: { client_order_reference: input.client_order_reference },
	}),
	readings: { ...listNotFound, 200: readRows },
	samples: [
		{
			title: 'Every delivery (v1, documented)',
			connection: 'v1',
			input: {},
			request: { method: 'GET', path: '/api/v1/deliveries' },
			response: { status: 200, body: documentedList },
		},
		{
			title: 'By reference (v1, documented)',
			connection: 'v1',
			input: { client_order_reference: 'POE5F29A' },
			request: { method: 'GET', path: '/api/v1/deliveries', query: { client_order_reference: 'POE5F29A' } },
			response: { status: 200, body: documentedList.slice(1) },
		},
		{
			title: 'By reference (v2)',
			input: { client_order_reference: 'WC-1042' },
			request: { method: 'GET', path: '/api/v2/deliveries', query: { client_order_reference: 'WC-1042' } },
			response: {
				status: 200,
				body: [
					{
						id: 4711,
						created_at: '2030-05-20T09:12:44.000+02:00',
						status: 'saved',
						slot_starting_at: '2030-05-21T16:00:00.000+02:00',
						slot_ending_at: '2030-05-21T18:00:00.000+02:00',
						price_cents: 1150,
					},
				],
			},
		},
	],
	antiSamples: [{ reason: 'A field that the step does not have', input: { status: 'saved' }, mentions: ['status'] }],
});
