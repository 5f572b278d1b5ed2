import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Draft, Given } from '../../../declare/facts';
import type { Problem } from '../../../declare/failure';
import { hubriseDelivery, toDeliveryItem } from '../delivery';
import { changeable, changesBody, checkPosition, position, statusField } from '../delivery-fields';
import { documentedDelivery, everything, notFound, validationFailed } from '../documented';
import { checkLocation, deliveryPath, locationField, orderField, type AtOrder } from '../place';
import { deliveryAnswer } from '../wire';
import { readUp, taken, written } from '../written';
import { getDelivery, noDelivery } from './get-delivery';

const readings = {
	...taken(written(deliveryAnswer, toDeliveryItem, ({ order_id, location_id }: AtOrder) => toDeliveryItem({ id: '', order_id, location_id }))),
	404: noDelivery,
};

const at = { location_id: locationField(), order_id: orderField() };

const input = z.object({ ...at, status: statusField('The status that was reached. Any may follow any other.').optional(), ...changeable });

function check(draft: Draft<z.output<typeof input>>, facts: Given): Problem[] {
	const { location_id, order_id, ...changes } = draft;
	const nothing = Object.values(changes).every((value) => value === undefined);
	return [...checkLocation({ location_id }, facts), ...(nothing && order_id !== undefined ? [{ path: [], message: 'Fill in at least one field to change' }] : []), ...checkPosition(draft)];
}

/** HR3: carrier, carrier code and fee stay as they were given, so they are not asked for. */
export const updateDelivery = action({
	resource: 'delivery',
	verb: 'update',
	title: 'Update Delivery',
	does: "Changes what is given of an order's delivery and leaves the rest as it is.",
	covers: ['HR3'],
	effect: 'repeatable',
	input,
	output: hubriseDelivery,
	check,
	request: (given) => ({ method: 'PATCH', path: deliveryPath(given), body: changesBody(given) }),
	readings,
	followUp: (item, { order_id, location_id }) => readUp(getDelivery, item, { order_id, location_id }),
	samples: [
		{
			title: 'Where the courier is (documented)',
			input: { order_id: '5dpm9', driver_latitude: '48.856614', driver_longitude: '2.3522219' },
			request: { method: 'PATCH', path: '/v1/location/orders/5dpm9/delivery', body: { driver_latitude: '48.856614', driver_longitude: '2.3522219' } },
			answer: { status: 200, body: { ...documentedDelivery, driver_latitude: '48.856614', driver_longitude: '2.3522219' } },
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
			answer: { status: 200, body: { ...documentedDelivery, status: 'delivered', delivered_at: '2030-05-21T12:41:00+02:00' } },
		},
		{
			title: 'With all that may change',
			input: { order_id: '5dpm9', ...everything },
			request: { method: 'PATCH', path: '/v1/location/orders/5dpm9/delivery', body: everything },
			answer: { status: 200, body: { ...documentedDelivery, ...everything } },
		},
	],
	answers: [
		{ title: 'The order has none', input: { order_id: '5dpm9', status: 'delivered' }, answer: notFound, comesTo: 'not_found' },
		{ title: 'A field is refused', input: { order_id: '5dpm9', ref: '1' }, answer: validationFailed('ref', 'is too short'), comesTo: 'refused' },
	],
	antiSamples: [
		{ why: 'Nothing to change', input: { order_id: '5dpm9' }, names: ['at least one field'] },
		{ why: 'The fee is settled', input: { order_id: '5dpm9', status: 'delivered', fee: '4.50 EUR' }, names: ['fee'] },
		{ why: 'No order', input: { status: 'delivered' }, names: ['Order'] },
	],
});

/** HR3 alone with a position: HubRise tells the others by a delivery event, and leaves the order in peace. */
export const setCourierPosition = action({
	resource: 'delivery',
	verb: 'setPosition',
	title: 'Set Courier Position',
	does: 'Tells where the courier of an order is now.',
	covers: ['HR3'],
	effect: 'repeatable',
	input: z.object({ ...at, ...position }),
	output: hubriseDelivery,
	check: checkLocation,
	request: (given) => ({ method: 'PATCH', path: deliveryPath(given), body: { driver_latitude: given.driver_latitude, driver_longitude: given.driver_longitude } }),
	readings,
	followUp: (item, { order_id, location_id }) => readUp(getDelivery, item, { order_id, location_id }),
	samples: [
		{
			title: 'As documented',
			input: { order_id: '5dpm9', driver_latitude: '48.856614', driver_longitude: '2.3522219' },
			request: { method: 'PATCH', path: '/v1/location/orders/5dpm9/delivery', body: { driver_latitude: '48.856614', driver_longitude: '2.3522219' } },
			answer: { status: 200, body: { ...documentedDelivery, driver_latitude: '48.856614', driver_longitude: '2.3522219' } },
		},
		{
			title: 'Digits are kept, and a decimal comma is read',
			input: { order_id: '5dpm9', driver_latitude: '48.8500', driver_longitude: '2,350' },
			request: { method: 'PATCH', path: '/v1/location/orders/5dpm9/delivery', body: { driver_latitude: '48.8500', driver_longitude: '2.350' } },
			answer: { status: 200, body: { ...documentedDelivery, driver_latitude: '48.8500', driver_longitude: '2.350' } },
		},
	],
	answers: [{ title: 'The order has no delivery', input: { order_id: '5dpm9', driver_latitude: '1', driver_longitude: '1' }, answer: notFound, comesTo: 'not_found' }],
	antiSamples: [
		{ why: 'Half a position', input: { order_id: '5dpm9', driver_latitude: '48.85' }, names: ['Courier Longitude'] },
		{ why: 'Not on earth', input: { order_id: '5dpm9', driver_latitude: '48.85', driver_longitude: '200' }, names: ['Courier Longitude'] },
		{ why: 'No number', input: { order_id: '5dpm9', driver_latitude: 'N 48', driver_longitude: '2.3' }, names: ['Courier Latitude'] },
	],
});
