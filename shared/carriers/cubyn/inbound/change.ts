import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { choice, integer, moment, text } from '../../../declare/field';
import { asJsonObject, isJsonObject } from '../../../json';
import { outputField, outputItem } from '../../../delivery/delivery';
import { deletedItem, deleteReadings } from '../deleted-item';
import { cubynInboundOrder, inboundLine, inboundStatus, lineResponse, lineItem } from './order';
import { documentedLine } from './samples';
import { toUtcDay } from '../utc';
import { getInboundOrder, inboundOrderId } from './list';
import { encodePathPart } from '../path';
import { getUser } from '../account/actions';
import { errorResponse } from '../sample-errors';
import { cubynItem } from '../read-response';

const statusResponse = z.looseObject({ updated: z.number().nullish() });

export const setInboundStatus = action({
	resource: 'inboundOrder',
	verb: 'setStatus',
	title: 'Validate Inbound Order',
	description: 'Takes an inbound order out of draft, so that the warehouse unloads it, or puts it back.',
	covers: ['CU29'],
	effect: 'repeatable',
	input: z.object({
		id: inboundOrderId(),
		status: choice(
			[
				{ value: 'VALIDATED', label: 'Validated', help: 'The goods are on their way' },
				{ value: 'CREATED', label: 'Draft', help: 'Back to draft' },
			],
			{ label: 'Status', help: 'What the inbound order is to be.', common: true },
		).default('VALIDATED'),
	}),
	output: outputItem(
		() =>
			cubynInboundOrder.pick({
				id: true,
				carrier: true,
				status: true,
				carrierStatus: true,
				terminal: true,
				rank: true,
				warnings: true,
				carrierData: true,
			}).shape,
	),
	request: ({ id, status }) => ({
		method: 'POST',
		path: `/v2/storage-inbound/orders/${encodePathPart(id)}`,
		body: { status },
	}),
	readings: {
		200: cubynItem(statusResponse, (body, { id, status }) => ({
			id,
			carrier: 'cubyn',
			...inboundStatus(status),
			...(body.updated === 0 ? { warnings: ['Cubyn says that nothing was changed.'] } : {}),
			carrierData: asJsonObject(body),
		})),
	},
	// CU29: without its count, the answer may be a gateway's.
	followUp: ({ carrierData }, { id, status }) =>
		isJsonObject(carrierData) && typeof carrierData.updated === 'number'
			? undefined
			: {
					action: getInboundOrder,
					input: { id },
					merge: (first) => first,
					warning: 'Cubyn did not say whether it took the status, and the inbound order could not be read.',
					isShown: ({ carrierStatus }) => (carrierStatus === 'CREATED') === (status === 'CREATED'),
				},
	samples: [
		{
			title: 'Validated (documented)',
			input: { id: '3d8fe1a4-41ba-4649-9981-6cf01f26a09b' },
			request: {
				method: 'POST',
				path: '/v2/storage-inbound/orders/3d8fe1a4-41ba-4649-9981-6cf01f26a09b',
				body: { status: 'VALIDATED' },
			},
			response: { status: 200, body: { updated: 1 } },
		},
		{
			title: 'Back to draft',
			input: { id: '3d8fe1a4-41ba-4649-9981-6cf01f26a09b', status: 'CREATED' },
			request: {
				method: 'POST',
				path: '/v2/storage-inbound/orders/3d8fe1a4-41ba-4649-9981-6cf01f26a09b',
				body: { status: 'CREATED' },
			},
			response: { status: 200, body: { updated: 1 } },
		},
	],
	antiSamples: [
		{ reason: 'No order', input: {}, mentions: ['Inbound Order'] },
		{ reason: 'A status that nobody can set', input: { id: 'x', status: 'COMPLETED' }, mentions: ['Status'] },
	],
	responses: [
		{
			title: 'Being received already',
			input: { id: 'x' },
			response: errorResponse(403, 'Inbound order is RECEIVING already'),
			expected: 'refused',
		},
	],
});

export const deleteInboundOrder = action({
	resource: 'inboundOrder',
	verb: 'delete',
	title: 'Delete Inbound Order',
	description: 'Deletes an inbound order that no warehouse has begun to unload.',
	covers: ['CU33'],
	effect: 'repeatable',
	irreversible: true,
	input: z.object({
		id: inboundOrderId(),
		ownerId: integer(
			{
				label: 'Merchant',
				placeholder: '369502585',
				help: 'Number of the merchant it belongs to. Left empty, it is the one of the connection.',
			},
			{ min: 1 },
		).optional(),
	}),
	output: deletedItem,
	needs: {
		user: { action: getUser, input: ({ ownerId }) => (ownerId === undefined ? {} : undefined), cacheFor: 3_600_000 },
	},
	request: ({ id, ownerId }, { needed }) => ({
		method: 'DELETE',
		path: `/v2/storage-inbound/orders/${encodePathPart(id)}`,
		query: { ownerId: ownerId ?? String(needed.user?.[0]?.id ?? '') },
	}),
	readings: deleteReadings('inbound order'),
	samples: [
		{
			title: 'Of a merchant',
			input: { id: 'e4f007ae-4412-4f90-bc17-a7aa2679b7a6', ownerId: '369502585' },
			request: {
				method: 'DELETE',
				path: '/v2/storage-inbound/orders/e4f007ae-4412-4f90-bc17-a7aa2679b7a6',
				query: { ownerId: '369502585' },
			},
			response: { status: 200, body: {} },
		},
		{
			title: "Of the connection's own merchant",
			input: { id: 'e4f007ae-4412-4f90-bc17-a7aa2679b7a6' },
			request: {
				method: 'DELETE',
				path: '/v2/storage-inbound/orders/e4f007ae-4412-4f90-bc17-a7aa2679b7a6',
				query: { ownerId: '706293859' },
			},
			otherResponses: { '/v2/users': { status: 200, body: { id: 706293859, firstName: 'Jane', lastName: 'Doe' } } },
			response: { status: 200, body: {} },
		},
	],
	antiSamples: [{ reason: 'No order', input: {}, mentions: ['Inbound Order'] }],
	responses: [
		{
			title: 'Being received already',
			input: { id: 'x', ownerId: 1 },
			response: errorResponse(403, 'Inbound order is RECEIVING already'),
			expected: 'refused',
		},
	],
});

const badRequestResponse = (message: string) => errorResponse(400, message);
const lineId = '7dd2599e-e208-4624-8e07-2778b899db99';
const path = `/v1/storage-inbound/lines/${lineId}/lot`;

export const updateLineLot = action({
	resource: 'inboundOrder',
	verb: 'updateLineLot',
	title: 'Update Lot of Inbound Line',
	description: 'Changes the lot that a line of an inbound order will be stored under, before it is received.',
	covers: ['CU35'],
	effect: 'repeatable',
	input: z.object({
		lineId: text({
			label: 'Line',
			placeholder: lineId,
			help: 'ID of the line; Get Inbound Order gives it.',
			common: true,
		}),
		reference: text({
			label: 'Lot Reference',
			placeholder: 'WIO 100000',
			help: 'The new reference.',
			common: true,
		}).optional(),
		date: moment({
			label: 'Lot Date',
			wholeDay: true,
			placeholder: '2024-03-03T00:00:00Z',
			help: 'The new date.',
			common: true,
		}).optional(),
	}),
	output: outputItem(() => ({
		...inboundLine(),
		id: outputField.id('Line ID'),
		carrier: outputField.id('Carrier'),
		orderId: outputField.text('Inbound Order ID'),
		carrierData: outputField.carrierData(),
	})),
	check: ({ lineId: id, reference, date }) =>
		id !== undefined && reference === undefined && date === undefined
			? [{ path: [], message: 'Fill in a Lot Reference or a Lot Date' }]
			: [],
	request: ({ lineId: id, reference, date }) => ({
		method: 'PATCH',
		path: `/v1/storage-inbound/lines/${encodePathPart(id)}/lot`,
		body: { date: toUtcDay(date), reference },
	}),
	readings: {
		200: cubynItem(lineResponse, (body) => ({
			...lineItem(body),
			carrier: 'cubyn',
			orderId: body.orderId ?? null,
			carrierData: asJsonObject(body),
		})),
	},
	samples: [
		{
			title: 'Reference and date (documented)',
			input: { lineId, date: '2024-03-03T00:00:00.000Z', reference: 'WIO 100000' },
			request: { method: 'PATCH', path, body: { date: '2024-03-03T00:00:00.000Z', reference: 'WIO 100000' } },
			response: { status: 200, body: documentedLine },
		},
	],
	antiSamples: [
		{ reason: 'Nothing to change', input: { lineId }, mentions: ['Lot Reference', 'Lot Date'] },
		{ reason: 'No line', input: { reference: 'WIO 1' }, mentions: ['Line'] },
	],
	responses: [
		{
			title: 'A return (documented)',
			input: { lineId, reference: 'x' },
			response: badRequestResponse('Not allowed to modify inbound line lot information related to the return'),
			expected: 'refused',
		},
		{
			title: 'Being received (documented)',
			input: { lineId, reference: 'x' },
			response: badRequestResponse(
				'Not allowed to modify inbound line lot information related to the inbound order with the status RECEIVING',
			),
			expected: 'refused',
		},
		...['Inbound order line is not found', 'Inbound lot for line is not found'].map((message) => ({
			title: `${message} (documented)`,
			input: { lineId, reference: 'x' },
			response: errorResponse(404, message),
			expected: 'not_found' as const,
		})),
	],
});
