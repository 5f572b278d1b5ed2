import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { itemReading } from '../../../declare/reading';
import { cykeDelivery, toItem } from '../delivery';
import { deliveryV2, documentedDelivery, unknownType } from '../documented';
import { deliveryResponse } from '../wire';
import { checkDeliveryNumber, deliveryNumber, getDelivery } from './get';

/** CY6 answers with the delivery: one that is not cancelled in it may still be on its way. */
const cancelledReading = itemReading(deliveryResponse, (body, input, facts) => {
	const item = toItem(body, input, facts);
	const isShown = item.status === 'cancelled' || item.carrierStatus === null;
	return isShown
		? item
		: {
				...item,
				warnings: [
					...(item.warnings ?? []),
					`Cyke took the request, but shows the delivery as "${item.carrierStatus}". Read it again to see whether it was cancelled.`,
				],
			};
});

export const cancelDelivery = action({
	resource: 'delivery',
	verb: 'cancel',
	title: 'Cancel Delivery',
	description: 'Cancels a delivery that no courier has picked up yet.',
	covers: ['CY6', 'CY13'],
	effect: 'repeatable',
	irreversible: true,
	input: z.object({ id: deliveryNumber() }),
	output: cykeDelivery,
	check: checkDeliveryNumber,
	request: (input) => ({ method: 'PATCH', path: `/deliveries/${input.id}/cancel` }),
	readings: { 200: cancelledReading },
	alreadyDone: {
		action: getDelivery,
		input: (input) => ({ id: input.id }),
		isDone: (item) => item.status === 'cancelled',
	},
	samples: [
		{
			title: 'By number (v1, documented)',
			connection: 'v1',
			input: { id: 86 },
			request: { method: 'PATCH', path: '/api/v1/deliveries/86/cancel' },
			response: { status: 200, body: { ...documentedDelivery, status: 'cancelled' } },
		},
		{
			title: 'By number',
			input: { id: 4711 },
			request: { method: 'PATCH', path: '/api/v2/deliveries/4711/cancel' },
			response: { status: 200, body: { ...deliveryV2, status: 'cancelled' } },
		},
	],
	responses: [
		{
			title: 'It cannot be cancelled any more (documented)',
			connection: 'v1',
			input: { id: 86 },
			otherResponses: { '/api/v1/deliveries/86': { status: 200, body: documentedDelivery } },
			response: { status: 422, body: unknownType },
			expected: 'refused',
		},
		{
			title: 'It was cancelled before',
			input: { id: 4711 },
			otherResponses: { '/api/v2/deliveries/4711': { status: 200, body: { ...deliveryV2, status: 'cancelled' } } },
			response: { status: 422, body: { errors: ["Delivery can't be cancelled any more"] } },
			expected: 'items',
		},
	],
	antiSamples: [{ reason: 'No number', input: {}, mentions: ['Delivery'] }],
});
