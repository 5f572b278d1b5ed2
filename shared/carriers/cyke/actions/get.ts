import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { integer, text } from '../../../declare/field';
import { gives } from '../../../declare/reading';
import { cykeDelivery, filesOfItem, toItem } from '../delivery';
import { deliveryV2, documentedDelivery } from '../documented';
import { deliveryAnswer } from '../wire';

/** The number of a delivery, picked from a list where the host can. */
export const deliveryNumber = () =>
	integer({ label: 'Delivery', choices: 'deliveries', placeholder: '4711', help: 'Number of the delivery in Cyke.', common: true }, { min: 1 });

export const getDelivery = action({
	resource: 'delivery',
	verb: 'get',
	title: 'Get Delivery',
	does: 'Reads one delivery by its number.',
	covers: ['CY3', 'CY10'],
	effect: 'read',
	input: z.object({ id: deliveryNumber() }),
	output: cykeDelivery,
	request: (given) => ({ method: 'GET', path: `/deliveries/${given.id}` }),
	readings: { 200: gives(deliveryAnswer, toItem) },
	files: filesOfItem,
	samples: [
		{
			title: 'By number (v1, documented)',
			connection: 'v1',
			input: { id: 86 },
			request: { method: 'GET', path: '/api/v1/deliveries/86' },
			answer: { status: 200, body: documentedDelivery },
		},
		{ title: 'By number', input: { id: '4711' }, request: { method: 'GET', path: '/api/v2/deliveries/4711' }, answer: { status: 200, body: deliveryV2 } },
	],
	antiSamples: [
		{ why: 'No number', input: {}, names: ['Delivery'] },
		{ why: 'A number that is none', input: { id: 'latest' }, names: ['Delivery'] },
	],
});

export const getLatestDelivery = action({
	resource: 'delivery',
	verb: 'getLatest',
	title: 'Get Latest Delivery',
	does: 'Reads the newest delivery, of one reference or of all.',
	covers: ['CY4', 'CY11'],
	effect: 'read',
	input: z.object({
		client_order_reference: text({ label: 'Reference', placeholder: 'WC-1042', help: 'Your own order number. The newest delivery of all where it is left out.', common: true }).optional(),
	}),
	output: cykeDelivery,
	request: (given) => ({ method: 'GET', path: '/deliveries/latest', query: { client_order_reference: given.client_order_reference } }),
	readings: { 200: gives(deliveryAnswer, toItem) },
	files: filesOfItem,
	samples: [
		{
			title: 'Of all (v1, documented)',
			connection: 'v1',
			input: {},
			request: { method: 'GET', path: '/api/v1/deliveries/latest' },
			answer: { status: 200, body: documentedDelivery },
		},
		{
			title: 'Of one reference (v1, documented)',
			connection: 'v1',
			input: { client_order_reference: 'POE5F29A' },
			request: { method: 'GET', path: '/api/v1/deliveries/latest', query: { client_order_reference: 'POE5F29A' } },
			answer: { status: 200, body: documentedDelivery },
		},
		{
			title: 'Of one reference (v2)',
			input: { client_order_reference: 'WC-1042' },
			request: { method: 'GET', path: '/api/v2/deliveries/latest', query: { client_order_reference: 'WC-1042' } },
			answer: { status: 200, body: deliveryV2 },
		},
	],
	antiSamples: [{ why: 'A field that the step does not have', input: { id: 1 }, names: ['id'] }],
});
