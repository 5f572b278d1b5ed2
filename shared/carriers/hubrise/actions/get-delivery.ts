import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { hubriseDelivery, toDeliveryItem } from '../delivery';
import { documentedDelivery, notFound } from '../documented';
import { checkLocation, deliveryPath, locationField, orderField } from '../paths';
import { notFoundReading } from '../errors';
import { hubriseItem } from '../read-response';
import { deliveryResponse } from '../wire';

export const deliveryNotFound = notFoundReading('There is no such order at this location, or it has no delivery yet');

export const getDelivery = action({
	resource: 'delivery',
	verb: 'get',
	title: 'Get Delivery',
	description: 'Reads the delivery of one order.',
	covers: ['HR2'],
	effect: 'read',
	input: z.object({ location_id: locationField(), order_id: orderField() }),
	output: hubriseDelivery,
	check: checkLocation,
	request: (input) => ({ method: 'GET', path: deliveryPath(input) }),
	readings: { 200: hubriseItem(deliveryResponse, toDeliveryItem), 404: deliveryNotFound },
	samples: [
		{
			title: 'Of an order of this location (documented)',
			input: { order_id: '5dpm9' },
			request: { method: 'GET', path: '/v1/location/orders/5dpm9/delivery' },
			response: { status: 200, body: documentedDelivery },
		},
		{
			title: 'Of an order of any location of the account (documented long path)',
			connection: 'account',
			input: { location_id: '3r4s3-1', order_id: '5dpm9' },
			request: { method: 'GET', path: '/v1/locations/3r4s3-1/orders/5dpm9/delivery' },
			response: { status: 200, body: documentedDelivery },
		},
	],
	responses: [{ title: 'The order has none', input: { order_id: '5dpm9' }, response: notFound, expected: 'not_found' }],
	antiSamples: [{ reason: 'No order', input: {}, mentions: ['Order'] }],
});
