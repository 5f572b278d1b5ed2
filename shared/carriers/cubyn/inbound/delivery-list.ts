import { z } from 'zod/v4';

import { action, type Action, type FileLink } from '../../../declare/action';
import { text } from '../../../declare/field';
import { gives, givesMany } from '../../../declare/reading';
import { untouched } from '../../../declare/json';
import { out } from '../../../delivery/delivery';
import { filesIn } from '../../../delivery/file';
import { cubynInboundDelivery, deliveryItem, inboundDeliveryAnswer } from './delivery';
import { documentedDelivery, documentedDocument } from './samples';
import { inboundOrderId } from './list';
import { inPath } from '../path';
import { says } from '../says';

export const inboundDeliveries = z.array(inboundDeliveryAnswer);

export const listInboundDeliveries = action({
	resource: 'inboundDelivery',
	verb: 'getAll',
	title: 'Get Many Inbound Deliveries',
	does: 'Lists how the boxes of an inbound order travel, and how far they have come.',
	covers: ['CU27'],
	effect: 'read',
	many: true,
	input: z.object({ orderId: inboundOrderId() }),
	output: cubynInboundDelivery,
	request: ({ orderId }) => ({ method: 'GET', path: '/v2/storage-inbound/deliveries', query: { 'filters[orderId]': orderId } }),
	readings: { 200: givesMany(inboundDeliveries, (body) => body.map(deliveryItem)) },
	samples: [
		{
			title: 'Of one order (documented)',
			input: { orderId: '3d8fe1a4-41ba-4649-9981-6cf01f26a09b' },
			request: { method: 'GET', path: '/v2/storage-inbound/deliveries', query: { 'filters[orderId]': '3d8fe1a4-41ba-4649-9981-6cf01f26a09b' } },
			answer: { status: 200, body: [documentedDelivery] },
		},
	],
	antiSamples: [{ why: 'No order', input: {}, names: ['Inbound Order'] }],
});

const documentAnswer = z.looseObject({ url: z.string() });

/** The signed link needs no key and lives for minutes: a later download asks for a new one. */
export const documentFile = (deliveryId: string, key: string, name: string, url: string): FileLink => ({
	key,
	name,
	url,
	open: true,
	fresh: { action: getDeliveryDocument, input: { id: deliveryId }, key: 'document' },
});

export const getDeliveryDocument: Action = action({
	resource: 'inboundDelivery',
	verb: 'getDocument',
	title: 'Get Delivery Document',
	does: 'Reads the PDF that goes on every box of an inbound delivery.',
	covers: ['CU28'],
	// CU28: a POST that makes the document when there is none, and gives the same one again.
	effect: 'read',
	input: z.object({ id: text({ label: 'Inbound Delivery', placeholder: 'fd16cbc2-8392-49e6-8253-5cfcc026ed93', help: 'The delivery, as Cubyn numbers it.', common: true }) }),
	output: z.object({ id: out.id('Delivery ID'), carrier: out.id('Carrier'), files: out.files(), carrierData: out.carrierData() }),
	request: ({ id }) => ({ method: 'POST', path: `/v2/storage-inbound/deliveries/${inPath(id)}/document` }),
	readings: {
		200: gives(documentAnswer, (body, { id }) => ({ id, carrier: 'cubyn', files: [{ key: 'document', name: 'delivery-document', url: body.url }], carrierData: untouched(body) })),
	},
	files: (item) => filesIn(item).map(({ key, name, url }) => documentFile(String(item.id), key, name, url)),
	fetchesFiles: true,
	samples: [
		{
			title: 'Of one delivery (documented)',
			input: { id: 'fd16cbc2-8392-49e6-8253-5cfcc026ed93' },
			request: { method: 'POST', path: '/v2/storage-inbound/deliveries/fd16cbc2-8392-49e6-8253-5cfcc026ed93/document' },
			answer: { status: 200, body: documentedDocument },
		},
	],
	antiSamples: [{ why: 'No delivery', input: {}, names: ['Inbound Delivery'] }],
	answers: [{ title: 'Unknown', input: { id: 'x' }, answer: says(404, 'Delivery is not found'), comesTo: 'not_found' }],
});
