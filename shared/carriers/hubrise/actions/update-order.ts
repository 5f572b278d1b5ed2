import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Draft, Given } from '../../../declare/facts';
import { choice, lines, text } from '../../../declare/field';
import type { Problem } from '../../../declare/failure';
import { customFieldsBody, customFieldsField } from '../custom-fields';
import { notFound, order, validationFailed } from '../documented';
import { hubriseOrder, toOrderItem } from '../order';
import { collectionCodeField, confirmedField, orderStatusField, privateRefField, sellerNotesField } from '../order-fields';
import { checkLocation, locationField, orderField, orderPath, seconds, type AtOrder } from '../place';
import { orderAnswer } from '../wire';
import { readUp, taken, written } from '../written';
import { getOrder, noOrder } from './order-reads';

const parts = ['items', 'discounts', 'charges', 'payments'] as const;

const removed = lines(
	{
		from: choice(
			[
				{ value: 'items', label: 'Items' },
				{ value: 'discounts', label: 'Discounts' },
				{ value: 'charges', label: 'Charges' },
				{ value: 'payments', label: 'Payments' },
			],
			{ label: 'List' },
		),
		entry_id: text({ label: 'Entry ID', placeholder: 'i2', help: 'As the order shows it.' }),
	},
	{ label: 'Entries to Remove', line: 'Entry', help: 'Taken off the order. Those that are left out stay.' },
);

const input = z.object({
	location_id: locationField(),
	order_id: orderField(),
	status: orderStatusField('The status that was reached. Any may follow any other.').optional(),
	confirmed_time: confirmedField(),
	seller_notes: sellerNotesField(),
	collection_code: collectionCodeField(),
	private_ref: privateRefField().optional(),
	removed: removed.optional(),
	custom_fields: customFieldsField('Whether HubRise keeps those that are not named is not documented: to be sure, name all that are to stay.'),
});

type Input = z.output<typeof input>;

function check(draft: Draft<Input>, facts: Given): Problem[] {
	const { location_id, order_id, ...changes } = draft;
	const nothing = order_id !== undefined && Object.values(changes).every((value) => value === undefined);
	return [...checkLocation({ location_id }, facts), ...(nothing ? [{ path: [], message: 'Fill in at least one field to change' }] : [])];
}

/** An entry goes by its id. */
const gone = ({ removed: given = [] }: Input) =>
	Object.fromEntries(
		parts.flatMap((name) => {
			const entries = given.filter(({ from }) => from === name).map(({ entry_id: id }) => ({ id, deleted: true }));
			return entries.length === 0 ? [] : [[name, entries]];
		}),
	);

/**
 * HR12; older pages say PUT where newer say PATCH. New items and charges are not offered: HubRise adds them once more
 * whenever they are sent again, and nothing tells a second one from a repeat.
 */
export const updateOrder = action({
	resource: 'order',
	verb: 'update',
	title: 'Update Order',
	does: 'Changes what is given of an order, most often its status, and leaves the rest as it is.',
	covers: ['HR12'],
	effect: 'repeatable',
	input,
	output: hubriseOrder,
	check,
	request: (given) => ({
		method: 'PATCH',
		path: orderPath(given),
		body: {
			status: given.status,
			confirmed_time: seconds(given.confirmed_time),
			seller_notes: given.seller_notes,
			collection_code: given.collection_code,
			private_ref: given.private_ref,
			custom_fields: customFieldsBody(given.custom_fields),
			...gone(given),
		},
	}),
	readings: {
		...taken(written(orderAnswer, toOrderItem, ({ location_id }: AtOrder) => toOrderItem({ id: '', location_id }))),
		404: noOrder,
	},
	followUp: (item, { order_id, location_id }) => readUp(getOrder, item, { order_id, location_id }),
	samples: [
		{
			title: 'On its way',
			input: { order_id: '5dpm9', status: 'in_delivery' },
			request: { method: 'PATCH', path: '/v1/location/orders/5dpm9', body: { status: 'in_delivery' } },
			answer: { status: 200, body: { ...order, status: 'in_delivery' } },
		},
		{
			title: 'By account: one item and one charge less, and a confirmed time',
			connection: 'account',
			input: {
				location_id: '3r4s3-1',
				order_id: '5dpm9',
				confirmed_time: '2030-05-21 12:40',
				removed: [
					{ from: 'items', entry_id: 'i2' },
					{ from: 'charges', entry_id: 'h1' },
				],
			},
			request: {
				method: 'PATCH',
				path: '/v1/locations/3r4s3-1/orders/5dpm9',
				body: {
					confirmed_time: '2030-05-21T12:40:00+02:00',
					items: [{ id: 'i2', deleted: true }],
					charges: [{ id: 'h1', deleted: true }],
				},
			},
			answer: { status: 200, body: { ...order, confirmed_time: '2030-05-21T12:40:00+02:00' } },
		},
		{
			title: 'What its own app and the counter know of it',
			input: { order_id: '5dpm9', private_ref: 'WC-1042', seller_notes: 'Ring twice', collection_code: 'A17', custom_fields: [{ name: 'delivery.tracking_url', value: 'https://track.example.com/42' }] },
			request: {
				method: 'PATCH',
				path: '/v1/location/orders/5dpm9',
				body: { private_ref: 'WC-1042', seller_notes: 'Ring twice', collection_code: 'A17', custom_fields: { delivery: { tracking_url: 'https://track.example.com/42' } } },
			},
			answer: { status: 200, body: { ...order, seller_notes: 'Ring twice', collection_code: 'A17' } },
		},
	],
	answers: [
		{ title: 'There is none', input: { order_id: 'nope1', status: 'accepted' }, answer: notFound, comesTo: 'not_found' },
		{
			title: 'No such entry',
			input: { order_id: '5dpm9', removed: [{ from: 'items', entry_id: 'zzz' }] },
			answer: validationFailed('items', 'has no entry zzz'),
			comesTo: 'refused',
		},
	],
	antiSamples: [
		{ why: 'Nothing to change', input: { order_id: '5dpm9' }, names: ['at least one field'] },
		{ why: 'A status of a delivery', input: { order_id: '5dpm9', status: 'dropoff_enroute' }, names: ['Status'] },
		{ why: 'No order', input: { status: 'accepted' }, names: ['Order'] },
	],
});
