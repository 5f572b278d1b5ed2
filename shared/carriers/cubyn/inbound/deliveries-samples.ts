import type { Sample } from '../../../declare/sample';
import { documentedBoxes, documentedOtherDelivery, orderId } from './samples';

const path = '/v2/storage-inbound/orders/batch-deliveries';
const noDeliveries = { '/v2/storage-inbound/deliveries': { status: 200, body: [] } };
const expectedAt = '2021-12-31T23:00:00Z';
const expectedAtUtc = '2021-12-31T23:00:00.000Z';
const boxes = ['1Z3736373638393837', '1Z3736373638393838'].map((carrierTrackingId) => ({
	carrierName: 'UPS',
	carrierTrackingId,
	declaredPackingUnits: 1,
}));

export const addDeliveriesSamples: readonly Sample[] = [
	{
		title: "Cubyn's own document for two boxes (documented)",
		input: {
			orderId,
			deliveries: [{ carrierName: 'Other carrier', declaredPackingUnits: 2, estimatedReceptionDate: expectedAt }],
		},
		request: {
			method: 'POST',
			path,
			body: {
				orderId,
				deliveries: [{ carrierName: 'Other carrier', declaredPackingUnits: 2, estimatedReceptionDate: expectedAtUtc }],
			},
		},
		otherResponses: noDeliveries,
		response: { status: 200, body: [documentedOtherDelivery] },
	},
	{
		title: 'A tracking number a box (documented)',
		input: { orderId, deliveries: boxes.map((box) => ({ ...box, estimatedReceptionDate: expectedAt })) },
		request: {
			method: 'POST',
			path,
			body: { orderId, deliveries: boxes.map((box) => ({ ...box, estimatedReceptionDate: expectedAtUtc })) },
		},
		otherResponses: noDeliveries,
		response: { status: 200, body: documentedBoxes },
	},
	{
		title: 'The reference in place of a tracking number',
		input: {
			orderId,
			reference: 'PO-1042',
			deliveries: [
				{ carrierName: 'Other carrier', declaredPackingUnits: '1' },
				{ carrierName: 'Other carrier', declaredPackingUnits: 3 },
			],
		},
		request: {
			method: 'POST',
			path,
			body: {
				orderId,
				deliveries: [
					{ carrierName: 'Other carrier', carrierTrackingId: 'PO-1042-1', declaredPackingUnits: 1 },
					{ carrierName: 'Other carrier', carrierTrackingId: 'PO-1042-2', declaredPackingUnits: 3 },
				],
			},
		},
		otherResponses: noDeliveries,
		response: {
			status: 200,
			body: [
				{
					...documentedOtherDelivery,
					id: 'd-1',
					carrierTrackingId: 'PO-1042-1',
					declaredPackingUnits: 1,
					estimatedReceptionDate: null,
				},
				{
					...documentedOtherDelivery,
					id: 'd-2',
					carrierTrackingId: 'PO-1042-2',
					declaredPackingUnits: 3,
					estimatedReceptionDate: null,
				},
			],
		},
	},
];
