import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { gives } from '../../../declare/reading';
import { cykeDelivery, toItem } from '../delivery';
import { deliveryV2, documentedDelivery, unknownType } from '../documented';
import { deliveryAnswer } from '../wire';
import { deliveryNumber, getDelivery } from './get';

export const cancelDelivery = action({
	resource: 'delivery',
	verb: 'cancel',
	title: 'Cancel Delivery',
	does: 'Cancels a delivery that no courier has picked up yet.',
	covers: ['CY6', 'CY13'],
	effect: 'repeatable',
	irreversible: true,
	input: z.object({ id: deliveryNumber() }),
	output: cykeDelivery,
	request: (given) => ({ method: 'PATCH', path: `/deliveries/${given.id}/cancel` }),
	readings: { 200: gives(deliveryAnswer, toItem) },
	already: { action: getDelivery, input: (given) => ({ id: given.id }), isDone: (item) => item.status === 'cancelled' },
	samples: [
		{
			title: 'By number (v1, documented)',
			connection: 'v1',
			input: { id: 86 },
			request: { method: 'PATCH', path: '/api/v1/deliveries/86/cancel' },
			answer: { status: 200, body: { ...documentedDelivery, status: 'cancelled' } },
		},
		{
			title: 'By number',
			input: { id: 4711 },
			request: { method: 'PATCH', path: '/api/v2/deliveries/4711/cancel' },
			answer: { status: 200, body: { ...deliveryV2, status: 'cancelled' } },
		},
	],
	answers: [
		{
			title: 'It cannot be cancelled any more (documented)',
			connection: 'v1',
			input: { id: 86 },
			reads: { '/api/v1/deliveries/86': { status: 200, body: documentedDelivery } },
			answer: { status: 422, body: unknownType },
			comesTo: 'refused',
		},
		{
			title: 'It was cancelled before',
			input: { id: 4711 },
			reads: { '/api/v2/deliveries/4711': { status: 200, body: { ...deliveryV2, status: 'cancelled' } } },
			answer: { status: 422, body: { errors: ["Delivery can't be cancelled any more"] } },
			comesTo: 'items',
		},
	],
	antiSamples: [{ why: 'No number', input: {}, names: ['Delivery'] }],
});
