import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Problem } from '../../../declare/failure';
import { text } from '../../../declare/field';
import { itemReading } from '../../../declare/reading';
import { filesIn } from '../../../delivery/item-files';
import { cykeDelivery, toItem } from '../delivery';
import { deliveryV2, documentedDelivery } from '../documented';
import { deliveryResponse } from '../wire';

/** The number of a delivery, picked from a list where the host can. Text, because one known client reads it as text. */
export const deliveryNumber = () =>
	text({
		label: 'Delivery',
		choices: 'deliveries',
		placeholder: '4711',
		help: 'Number of the delivery in Cyke.',
		common: true,
	});

/** CY4: `latest` in place of a number is another call. */
export const checkDeliveryNumber = ({ id }: { id?: string }): Problem[] =>
	id === undefined || /^(?=.*\d)[\w-]+$/.test(id)
		? []
		: [{ path: ['id'], message: `must be the number of a delivery, such as 4711, not "${id}"` }];

export const getDelivery = action({
	resource: 'delivery',
	verb: 'get',
	title: 'Get Delivery',
	description: 'Reads one delivery by its number.',
	covers: ['CY3', 'CY10'],
	effect: 'read',
	input: z.object({ id: deliveryNumber() }),
	output: cykeDelivery,
	check: checkDeliveryNumber,
	request: (input) => ({ method: 'GET', path: `/deliveries/${input.id}` }),
	readings: { 200: itemReading(deliveryResponse, toItem) },
	files: filesIn,
	samples: [
		{
			title: 'By number (v1, documented)',
			connection: 'v1',
			input: { id: 86 },
			request: { method: 'GET', path: '/api/v1/deliveries/86' },
			response: { status: 200, body: documentedDelivery },
		},
		{
			title: 'By number',
			input: { id: '4711' },
			request: { method: 'GET', path: '/api/v2/deliveries/4711' },
			response: { status: 200, body: deliveryV2 },
		},
	],
	antiSamples: [
		{ reason: 'No number', input: {}, mentions: ['Delivery'] },
		{ reason: 'Not a number', input: { id: 'latest' }, mentions: ['Delivery'] },
	],
});

export const getLatestDelivery = action({
	resource: 'delivery',
	verb: 'getLatest',
	title: 'Get Latest Delivery',
	description: 'Reads the newest delivery, of one reference or of all.',
	covers: ['CY4', 'CY11'],
	effect: 'read',
	input: z.object({
		client_order_reference: text({
			reference: true,
			label: 'Reference',
			placeholder: 'WC-1042',
			help: 'Your own order number. Leave it empty for the newest delivery of all.',
			common: true,
		}).optional(),
	}),
	output: cykeDelivery,
	request: (input) => ({
		method: 'GET',
		path: '/deliveries/latest',
		query: { client_order_reference: input.client_order_reference },
	}),
	readings: { 200: itemReading(deliveryResponse, toItem) },
	files: filesIn,
	samples: [
		{
			title: 'Of all (v1, documented)',
			connection: 'v1',
			input: {},
			request: { method: 'GET', path: '/api/v1/deliveries/latest' },
			response: { status: 200, body: documentedDelivery },
		},
		{
			title: 'Of one reference (v1, documented)',
			connection: 'v1',
			input: { client_order_reference: 'POE5F29A' },
			request: { method: 'GET', path: '/api/v1/deliveries/latest', query: { client_order_reference: 'POE5F29A' } },
			response: { status: 200, body: documentedDelivery },
		},
		{
			title: 'Of one reference (v2)',
			input: { client_order_reference: 'WC-1042' },
			request: { method: 'GET', path: '/api/v2/deliveries/latest', query: { client_order_reference: 'WC-1042' } },
			response: { status: 200, body: deliveryV2 },
		},
	],
	antiSamples: [{ reason: 'A field that the step does not have', input: { id: 1 }, mentions: ['id'] }],
});
