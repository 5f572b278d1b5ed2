import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { gives } from '../../../declare/reading';
import { hubriseDelivery, toDeliveryItem } from '../delivery';
import { documentedDelivery, notFound } from '../documented';
import { checkLocation, deliveryPath, locationField, orderField } from '../place';
import { missing } from '../refusals';
import { deliveryAnswer } from '../wire';

export const noDelivery = missing('There is no such order at this location, or it has no delivery yet');

export const getDelivery = action({
	resource: 'delivery',
	verb: 'get',
	title: 'Get Delivery',
	does: 'Reads the delivery of one order.',
	covers: ['HR2'],
	effect: 'read',
	input: z.object({ location_id: locationField(), order_id: orderField() }),
	output: hubriseDelivery,
	check: checkLocation,
	request: (given) => ({ method: 'GET', path: deliveryPath(given) }),
	readings: { 200: gives(deliveryAnswer, toDeliveryItem), 404: noDelivery },
	samples: [
		{
			title: 'Of an order of this location (documented)',
			input: { order_id: '5dpm9' },
			request: { method: 'GET', path: '/v1/location/orders/5dpm9/delivery' },
			answer: { status: 200, body: documentedDelivery },
		},
		{
			title: 'Of an order of any location of the account (documented long path)',
			connection: 'account',
			input: { location_id: '3r4s3-1', order_id: '5dpm9' },
			request: { method: 'GET', path: '/v1/locations/3r4s3-1/orders/5dpm9/delivery' },
			answer: { status: 200, body: documentedDelivery },
		},
	],
	answers: [{ title: 'The order has none', input: { order_id: '5dpm9' }, answer: notFound, comesTo: 'not_found' }],
	antiSamples: [{ why: 'No order', input: {}, names: ['Order'] }],
});
