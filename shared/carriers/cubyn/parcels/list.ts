import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { choice, text } from '../../../declare/field';
import { parcelV2, parcelV3 } from './documented';
import { cubynParcel, toItem } from './parcel';
import { parcelResponse } from '../wire';
import { splitIds, creationSort } from '../filters';
import { cubynItems } from '../read-response';
import { cubynPages } from '../list-pages';
import { listNotFound } from '../errors';

/** CU51: 500 are the usual number and the most. */
const PAGE = 500;

const orderRef = () =>
	text({
		reference: true,
		label: 'Reference',
		placeholder: 'WC-1042',
		help: 'Only parcels with exactly this order number.',
		common: true,
	}).optional();

const parcelType = () =>
	choice(
		[
			{ value: 'SHIPMENT', label: 'Shipment', help: 'To a customer' },
			{ value: 'RECIPIENT_RETURN', label: 'Return', help: 'Back from a customer' },
			{ value: 'DUPLICATE', label: 'Duplicate', help: 'Sent again by Cubyn' },
			{ value: 'CUBYN_RETURN', label: 'Return by Cubyn', help: 'Back to the warehouse' },
		],
		{ label: 'Parcel Type', help: 'Only parcels of this kind.' },
	).optional();

/** The rows of a reference decide whether an order is booked, so every row must be readable. */
const parcelRows = cubynItems(parcelResponse, (row) => toItem(row), {
	isExact: ({ orderRef }: { orderRef?: string }) => orderRef !== undefined,
});

export const listParcels = action({
	resource: 'parcel',
	verb: 'getAll',
	title: 'Get Many Parcels',
	twin: 'recommended',
	description: 'Lists the parcels of the account, newest first, with what was ordered and what was shipped.',
	covers: ['CU51'],
	effect: 'read',
	isList: true,
	input: z.object({
		orderRef: orderRef(),
		status: choice(
			[
				{ value: 'CREATED', label: 'Created' },
				{ value: 'VALIDATION_FAILED', label: 'Validation Failed', help: 'The address or the stock is not good' },
				{ value: 'PROCESSING', label: 'Processing', help: 'Being picked and packed' },
				{ value: 'SHIPPED', label: 'Shipped', help: 'Handed to the carrier' },
				{ value: 'IN_TRANSIT', label: 'In Transit' },
				{ value: 'DELIVERED', label: 'Delivered' },
				{ value: 'CARRIER_EXCEPTION', label: 'Carrier Exception', help: 'The carrier could not deliver it' },
				{ value: 'RETURNING', label: 'Returning', help: 'On the way back to the warehouse' },
				{ value: 'RETURNED', label: 'Returned', help: 'Back in the warehouse' },
				{ value: 'CANCELED', label: 'Cancelled' },
			],
			{ label: 'Status', help: 'Only parcels that stand there now.', common: true },
		).optional(),
		type: parcelType(),
		parcelIds: text({
			label: 'Parcel Numbers',
			placeholder: '673847167, 673847168',
			help: 'Only these parcels, with commas between them.',
		}).optional(),
	}),
	output: cubynParcel,
	check: ({ parcelIds }) =>
		parcelIds === undefined || /^\d+(\s*,\s*\d+)*$/.test(parcelIds)
			? []
			: [{ path: ['parcelIds'], message: `must be numbers with commas between them, not "${parcelIds}"` }],
	request: (input) => ({
		method: 'GET',
		path: '/v3/parcels',
		query: {
			'filters[parcelIds][]': splitIds(input.parcelIds),
			'filters[status]': input.status,
			'filters[orderRef]': input.orderRef,
			'filters[type]': input.type,
			limit: PAGE,
		},
	}),
	pages: cubynPages(PAGE),
	readings: { 200: parcelRows, ...listNotFound },
	samples: [
		{
			title: 'Every parcel (documented)',
			input: {},
			request: { method: 'GET', path: '/v3/parcels', query: { limit: '500' } },
			response: { status: 200, body: [parcelV3] },
		},
		{
			title: 'By reference and status',
			input: { orderRef: '38991824', status: 'DELIVERED', type: 'SHIPMENT' },
			request: {
				method: 'GET',
				path: '/v3/parcels',
				query: {
					'filters[status]': 'DELIVERED',
					'filters[orderRef]': '38991824',
					'filters[type]': 'SHIPMENT',
					limit: '500',
				},
			},
			response: { status: 200, body: [parcelV3] },
		},
		{
			title: 'By number, on the test platform',
			connection: 'sandbox',
			input: { parcelIds: '370449951, 370449952' },
			request: {
				method: 'GET',
				path: '/v3/parcels',
				query: { 'filters[parcelIds][]': '370449951,370449952', limit: '500' },
			},
			response: { status: 200, body: [parcelV3, { ...parcelV3, id: 370449952 }] },
		},
	],
	antiSamples: [
		{
			reason: 'A status of the older words, and no numbers',
			input: { status: 'CARRIER_DELIVERED', parcelIds: 'CUB1' },
			mentions: ['Status', 'Parcel Numbers'],
		},
		{ reason: 'A field that the step does not have', input: { city: 'Lyon' }, mentions: ['city'] },
	],
});

export const listParcelStates = action({
	resource: 'parcel',
	verb: 'getAllStates',
	title: 'Get Many Parcel States',
	twin: 'legacy',
	description: "Lists the parcels of the account in Cubyn's legacy statuses, with their validation and cancellation.",
	covers: ['CU11'],
	effect: 'read',
	isList: true,
	input: z.object({
		orderRef: orderRef(),
		status: choice(
			[
				{ value: 'CREATED', label: 'Created' },
				{ value: 'PREPARED', label: 'Prepared', help: 'Older product: packed at your place, with its code on' },
				{ value: 'PICKED', label: 'Picked' },
				{ value: 'SHIPPED', label: 'Shipped' },
				{ value: 'CARRIER_IN_TRANSIT', label: 'In Transit' },
				{ value: 'CARRIER_OUT_FOR_DELIVERY', label: 'Out for Delivery' },
				{ value: 'CARRIER_FAILED_ATTEMPT', label: 'Failed Attempt' },
				{ value: 'CARRIER_DELIVERED', label: 'Delivered' },
				{ value: 'CARRIER_EXCEPTION', label: 'Carrier Exception' },
				{ value: 'CARRIER_RETURN_RECEIVED', label: 'Return Received' },
			],
			{ label: 'Status', help: 'Only parcels that stand there now.', common: true },
		).optional(),
		type: parcelType(),
		sort: creationSort('By the number of the parcel.'),
	}),
	output: cubynParcel,
	// The document names neither filters nor pages of this list; these are what its public clients send.
	request: (input) => ({
		method: 'GET',
		path: '/v2/parcels',
		query: {
			'filters[status]': input.status,
			'filters[orderRef]': input.orderRef,
			'filters[type]': input.type,
			'sort[id]': input.sort,
			limit: PAGE,
		},
	}),
	pages: cubynPages(PAGE, { isOpenEnded: true }),
	readings: { 200: parcelRows, ...listNotFound },
	samples: [
		{
			title: 'Every parcel',
			input: {},
			request: { method: 'GET', path: '/v2/parcels', query: { limit: '500' } },
			response: { status: 200, body: [parcelV2] },
		},
		{
			title: 'Those that were picked, oldest first',
			input: { status: 'PICKED', sort: 'asc' },
			request: {
				method: 'GET',
				path: '/v2/parcels',
				query: { 'filters[status]': 'PICKED', 'sort[id]': 'asc', limit: '500' },
			},
			response: { status: 200, body: [parcelV2] },
		},
	],
	antiSamples: [{ reason: 'A status of the newer words', input: { status: 'DELIVERED' }, mentions: ['Status'] }],
});
