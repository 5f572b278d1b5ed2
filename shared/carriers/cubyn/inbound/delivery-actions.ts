import { z } from 'zod/v4';

import { action, type Action, type FileLink } from '../../../declare/action';
import { text } from '../../../declare/field';
import { asJsonObject } from '../../../json';
import { outputField, outputItem } from '../../../delivery/delivery';
import { filesIn } from '../../../delivery/item-files';
import { cubynInboundDelivery, deliveryItem, inboundDeliveryResponse } from './delivery';
import { documentedDelivery, documentedDocument } from './samples';
import { inboundOrderId } from './list';
import { encodePathPart } from '../path';
import { errorResponse } from '../sample-errors';
import { cubynItem, cubynItems } from '../read-response';
import { listNotFound } from '../errors';

export const listInboundDeliveries = action({
	resource: 'inboundDelivery',
	verb: 'getAll',
	title: 'Get Many Inbound Deliveries',
	description: 'Lists how the boxes of an inbound order travel, and how far they have come.',
	covers: ['CU27'],
	effect: 'read',
	isList: true,
	input: z.object({ orderId: inboundOrderId() }),
	output: cubynInboundDelivery,
	request: ({ orderId }) => ({
		method: 'GET',
		path: '/v2/storage-inbound/deliveries',
		query: { 'filters[orderId]': orderId },
	}),
	readings: { 200: cubynItems(inboundDeliveryResponse, deliveryItem), ...listNotFound },
	samples: [
		{
			title: 'Of one order (documented)',
			input: { orderId: '3d8fe1a4-41ba-4649-9981-6cf01f26a09b' },
			request: {
				method: 'GET',
				path: '/v2/storage-inbound/deliveries',
				query: { 'filters[orderId]': '3d8fe1a4-41ba-4649-9981-6cf01f26a09b' },
			},
			response: { status: 200, body: [documentedDelivery] },
		},
	],
	antiSamples: [{ reason: 'No order', input: {}, mentions: ['Inbound Order'] }],
});

const documentResponse = z.looseObject({ url: z.string() });

/** The signed link needs no key and works for minutes. A later download requests a new one. */
export const documentFile = (deliveryId: string, key: string, name: string, url: string): FileLink => ({
	key,
	name,
	url,
	isPublic: true,
	refresh: { action: getDeliveryDocument, input: { id: deliveryId }, key: 'document' },
});

export const getDeliveryDocument: Action = action({
	resource: 'inboundDelivery',
	verb: 'getDocument',
	title: 'Get Delivery Document',
	description: 'Reads the PDF that goes on every box of an inbound delivery.',
	covers: ['CU28'],
	// CU28: this POST creates the document if there is none, and otherwise returns the existing one.
	effect: 'read',
	input: z.object({
		id: text({
			label: 'Inbound Delivery',
			placeholder: 'fd16cbc2-8392-49e6-8253-5cfcc026ed93',
			help: 'The delivery, as Cubyn numbers it.',
			common: true,
		}),
	}),
	output: outputItem(() => ({
		id: outputField.id('Delivery ID'),
		carrier: outputField.id('Carrier'),
		files: outputField.files(),
		carrierData: outputField.carrierData(),
	})),
	request: ({ id }) => ({ method: 'POST', path: `/v2/storage-inbound/deliveries/${encodePathPart(id)}/document` }),
	readings: {
		200: cubynItem(documentResponse, (body, { id }) => ({
			id,
			carrier: 'cubyn',
			files: [{ key: 'document', name: 'delivery-document', url: body.url }],
			carrierData: asJsonObject(body),
		})),
	},
	files: (item) => filesIn(item).map(({ key, name, url }) => documentFile(String(item.id), key, name, url)),
	fetchesFiles: true,
	samples: [
		{
			title: 'Of one delivery (documented)',
			input: { id: 'fd16cbc2-8392-49e6-8253-5cfcc026ed93' },
			request: { method: 'POST', path: '/v2/storage-inbound/deliveries/fd16cbc2-8392-49e6-8253-5cfcc026ed93/document' },
			response: { status: 200, body: documentedDocument },
		},
	],
	antiSamples: [{ reason: 'No delivery', input: {}, mentions: ['Inbound Delivery'] }],
	responses: [
		{
			title: 'Unknown',
			input: { id: 'x' },
			response: errorResponse(404, 'Delivery is not found'),
			expected: 'not_found',
		},
	],
});
