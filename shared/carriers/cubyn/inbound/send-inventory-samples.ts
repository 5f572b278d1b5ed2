import type { Sample } from '../../../declare/sample';
import { inboundOrderResponse, inboundStatus, orderItem } from './order';
import { deliveryItem, inboundDeliveryResponse, toOrderDelivery } from './delivery';
import {
	documentedBoxes,
	documentedCreated,
	documentedDocument,
	documentedItems,
	documentedOtherDelivery,
	orderId,
} from './samples';

const orders = '/v2/storage-inbound/orders';
const path = `${orders}/batch-deliveries`;
const otherDelivery = { ...documentedOtherDelivery, orderId };
const expectedAt = '2021-12-31T23:00:00Z';

const reads = {
	[`GET ${orders}`]: { status: 200, body: [] },
	'GET /v2/storage-inbound/deliveries': { status: 200, body: [] },
	[`POST ${path}`]: { status: 200, body: [otherDelivery] },
	[`POST /v2/storage-inbound/deliveries/${String(documentedOtherDelivery.id)}/document`]: {
		status: 200,
		body: documentedDocument,
	},
	[`POST ${orders}/${orderId}`]: { status: 200, body: { updated: 1 } },
};

export const sendInventorySamples: readonly Sample[] = [
	{
		title: 'The four steps of the quick start (documented)',
		input: {
			warehouseId: '24082363',
			items: documentedItems,
			deliveries: [{ carrierName: 'Other carrier', declaredPackingUnits: 2, estimatedReceptionDate: expectedAt }],
		},
		request: {
			method: 'POST',
			path: orders,
			query: { 'filters[warehouseId]': '24082363' },
			body: { items: documentedItems },
		},
		response: { status: 200, body: documentedCreated },
		otherResponses: reads,
	},
	{
		title: 'Boxes of UPS, left as a draft',
		input: {
			items: documentedItems,
			validate: false,
			deliveries: documentedBoxes.map(({ carrierTrackingId }) => ({
				carrierName: 'UPS',
				carrierTrackingId,
				declaredPackingUnits: 1,
			})),
		},
		request: {
			method: 'POST',
			path: orders,
			query: { 'filters[warehouseId]': '3628042' },
			body: { items: documentedItems },
		},
		response: { status: 200, body: documentedCreated },
		otherResponses: { ...reads, [`POST ${path}`]: { status: 200, body: documentedBoxes } },
	},
];

export const sendInventoryExample = {
	...orderItem(inboundOrderResponse.parse(documentedCreated)),
	...inboundStatus('VALIDATED'),
	deliveries: [toOrderDelivery(deliveryItem(inboundDeliveryResponse.parse(otherDelivery)))],
	files: [{ key: 'document_1', name: 'delivery-document-1', url: String(documentedDocument.url) }],
	outcome: 'created',
};
