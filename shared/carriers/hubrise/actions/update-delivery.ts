import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Draft, ConnectionFacts } from '../../../declare/facts';
import type { Problem } from '../../../declare/failure';
import { hubriseDelivery, toDeliveryItem } from '../delivery';
import { changeableFields, changesBody, checkPosition, positionFields, statusField } from '../delivery-fields';
import { documentedDelivery, allFields, notFound, validationFailed } from '../documented';
import { checkLocation, deliveryPath, locationField, orderField, type AtOrder } from '../paths';
import { deliveryResponse } from '../wire';
import { readAfterWrite, writeReading } from '../write-responses';
import { getDelivery, deliveryNotFound } from './get-delivery';

const readings = {
	200: writeReading(deliveryResponse, toDeliveryItem, ({ order_id, location_id }: AtOrder) =>
		toDeliveryItem({ id: '', order_id, location_id }),
	),
	404: deliveryNotFound,
};

const orderFields = { location_id: locationField(), order_id: orderField() };

const inputSchema = z.object({
	...orderFields,
	status: statusField('The status that was reached. Any may follow any other.').optional(),
	...changeableFields,
});

function check(draft: Draft<z.output<typeof inputSchema>>, facts: ConnectionFacts): Problem[] {
	const { location_id, order_id, ...changes } = draft;
	const isEmpty = Object.values(changes).every((value) => value === undefined);
	return [
		...checkLocation({ location_id }, facts),
		...(isEmpty && order_id !== undefined ? [{ path: [], message: 'Fill in at least one field to change' }] : []),
		...checkPosition(draft),
	];
}

/** HR3: carrier, carrier code and fee cannot change, so the form leaves them out. */
export const updateDelivery = action({
	resource: 'delivery',
	verb: 'update',
	title: 'Update Delivery',
	description: "Changes what is given of an order's delivery and leaves the rest as it is.",
	covers: ['HR3'],
	effect: 'repeatable',
	input: inputSchema,
	output: hubriseDelivery,
	check,
	request: (input) => ({ method: 'PATCH', path: deliveryPath(input), body: changesBody(input) }),
	readings,
	followUp: (item, { order_id, location_id, status }) =>
		readAfterWrite(
			getDelivery,
			item,
			{ order_id, location_id },
			({ carrierStatus }) => status === undefined || carrierStatus === status,
		),
	samples: [
		{
			title: 'Where the courier is (documented)',
			input: { order_id: '5dpm9', driver_latitude: '48.856614', driver_longitude: '2.3522219' },
			request: {
				method: 'PATCH',
				path: '/v1/location/orders/5dpm9/delivery',
				body: { driver_latitude: '48.856614', driver_longitude: '2.3522219' },
			},
			response: {
				status: 200,
				body: { ...documentedDelivery, driver_latitude: '48.856614', driver_longitude: '2.3522219' },
			},
		},
		{
			title: 'By account (documented long path), with the time that was reported late',
			connection: 'account',
			input: { location_id: '3r4s3-1', order_id: '5dpm9', status: 'delivered', delivered_at: '2030-05-21 12:41' },
			request: {
				method: 'PATCH',
				path: '/v1/locations/3r4s3-1/orders/5dpm9/delivery',
				body: { status: 'delivered', delivered_at: '2030-05-21T12:41:00+02:00' },
			},
			response: {
				status: 200,
				body: { ...documentedDelivery, status: 'delivered', delivered_at: '2030-05-21T12:41:00+02:00' },
			},
		},
		{
			title: 'With all that may change',
			input: { order_id: '5dpm9', ...allFields },
			request: { method: 'PATCH', path: '/v1/location/orders/5dpm9/delivery', body: allFields },
			response: { status: 200, body: { ...documentedDelivery, ...allFields } },
		},
	],
	responses: [
		{
			title: 'The order has none',
			input: { order_id: '5dpm9', status: 'delivered' },
			response: notFound,
			expected: 'not_found',
		},
		{
			title: 'A field is refused',
			input: { order_id: '5dpm9', ref: '1' },
			response: validationFailed('ref', 'is too short'),
			expected: 'refused',
		},
	],
	antiSamples: [
		{ reason: 'Nothing to change', input: { order_id: '5dpm9' }, mentions: ['at least one field'] },
		{
			reason: 'The fee is settled',
			input: { order_id: '5dpm9', status: 'delivered', fee: '4.50 EUR' },
			mentions: ['fee'],
		},
		{ reason: 'No order', input: { status: 'delivered' }, mentions: ['Order'] },
	],
});

/** HR3 with only a position: HubRise sends a delivery event to other apps and does not update the order. */
export const setCourierPosition = action({
	resource: 'delivery',
	verb: 'setPosition',
	title: 'Set Courier Position',
	description: 'Reports where the courier of an order is now.',
	covers: ['HR3'],
	effect: 'repeatable',
	input: z.object({ ...orderFields, ...positionFields }),
	output: hubriseDelivery,
	check: checkLocation,
	request: (input) => ({
		method: 'PATCH',
		path: deliveryPath(input),
		body: { driver_latitude: input.driver_latitude, driver_longitude: input.driver_longitude },
	}),
	readings,
	followUp: (item, { order_id, location_id }) => readAfterWrite(getDelivery, item, { order_id, location_id }),
	samples: [
		{
			title: 'As documented',
			input: { order_id: '5dpm9', driver_latitude: '48.856614', driver_longitude: '2.3522219' },
			request: {
				method: 'PATCH',
				path: '/v1/location/orders/5dpm9/delivery',
				body: { driver_latitude: '48.856614', driver_longitude: '2.3522219' },
			},
			response: {
				status: 200,
				body: { ...documentedDelivery, driver_latitude: '48.856614', driver_longitude: '2.3522219' },
			},
		},
		{
			title: 'Digits are kept, and a decimal comma is read',
			input: { order_id: '5dpm9', driver_latitude: '48.8500', driver_longitude: '2,350' },
			request: {
				method: 'PATCH',
				path: '/v1/location/orders/5dpm9/delivery',
				body: { driver_latitude: '48.8500', driver_longitude: '2.350' },
			},
			response: { status: 200, body: { ...documentedDelivery, driver_latitude: '48.8500', driver_longitude: '2.350' } },
		},
	],
	responses: [
		{
			title: 'The order has no delivery',
			input: { order_id: '5dpm9', driver_latitude: '1', driver_longitude: '1' },
			response: notFound,
			expected: 'not_found',
		},
	],
	antiSamples: [
		{
			reason: 'Half a position',
			input: { order_id: '5dpm9', driver_latitude: '48.85' },
			mentions: ['Courier Longitude'],
		},
		{
			reason: 'Not on earth',
			input: { order_id: '5dpm9', driver_latitude: '48.85', driver_longitude: '200' },
			mentions: ['Courier Longitude'],
		},
		{
			reason: 'No number',
			input: { order_id: '5dpm9', driver_latitude: 'N 48', driver_longitude: '2.3' },
			mentions: ['Courier Latitude'],
		},
	],
});
