import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Facts, Item, Reading } from '../../../declare/facts';
import { text } from '../../../declare/field';
import { success } from '../../../declare/failure';
import { without } from '../../../json';
import { provesNothing } from '../../../declare/own-form';
import { outputField, outputItem } from '../../../delivery/delivery';
import { digest } from '../../../run/digest';
import { addDeliveriesSamples } from './deliveries-samples';
import { cubynInboundDelivery, deliveriesOf, deliveryItem, inboundDeliveryResponse } from './delivery';
import { checkDeliveries, deliveryLines, type DeliveryLine } from './shipment';
import { compareDeliveries, differences } from './compare';
import { matchByLine, trackingNumbers } from './tracking';
import { toUtcDay } from '../utc';
import { listNotFound } from '../errors';
import { cubynItems } from '../read-response';
import { inboundOrderId } from './list';

const output = outputItem(() => ({
	id: outputField.id('Inbound Order ID'),
	carrier: outputField.id('Carrier'),
	orderId: outputField.text('Inbound Order ID of Deliveries'),
	deliveries: outputField.objects(cubynInboundDelivery.omit({ carrierData: true }).shape, 'Deliveries'),
	trackingNumbers: outputField.texts('Tracking Numbers'),
	outcome: outputField.text('Outcome'),
	warnings: outputField.texts('Warnings'),
	carrierData: outputField.carrierData(),
}));

type DeliveryItem = ReturnType<typeof deliveryItem>;

/** The deliveries of one order as one item: they are made in one call. */
const asOneItem = (orderId: string, deliveries: readonly DeliveryItem[]) => ({
	id: orderId,
	carrier: 'cubyn',
	orderId,
	// CU26: one sample answers with another order's ID than it was sent.
	deliveries: deliveries.map((delivery) => ({ ...without(delivery, 'carrierData'), orderId })),
	trackingNumbers: deliveries.map(({ trackingNumber }) => String(trackingNumber)),
	carrierData: { deliveries: deliveries.map(({ carrierData }) => carrierData ?? null) },
});

const orderDeliveries = cubynItems(inboundDeliveryResponse, deliveryItem, { isExact: () => true });

/** The deliveries of an order, for a look-up. */
const readOrderDeliveries = action({
	resource: 'inboundDelivery',
	verb: 'readTogether',
	title: 'Read Deliveries of an Inbound Order',
	description: 'Reads the deliveries of an inbound order as one.',
	covers: [],
	effect: 'read',
	input: z.object({ orderId: inboundOrderId() }),
	output,
	request: ({ orderId }) => ({
		method: 'GET',
		path: '/v2/storage-inbound/deliveries',
		query: { 'filters[orderId]': orderId },
	}),
	readings: {
		200: (response, input, facts) => {
			const rows = orderDeliveries(response, input, facts);
			return rows.ok ? success([asOneItem(input.orderId, rows.value)]) : rows;
		},
		...listNotFound,
	},
	samples: [],
	antiSamples: [],
});

/** The existing deliveries of an order. */
const readExistingDeliveries = action({
	resource: 'inboundDelivery',
	verb: 'readThere',
	title: 'Read What an Inbound Order Has',
	description: 'Lists the deliveries of an inbound order, if there are any.',
	covers: [],
	effect: 'read',
	input: z.object({ orderId: inboundOrderId() }),
	output: cubynInboundDelivery,
	request: ({ orderId }) => ({
		method: 'GET',
		path: '/v2/storage-inbound/deliveries',
		query: { 'filters[orderId]': orderId },
	}),
	readings: { 200: orderDeliveries, ...listNotFound },
	samples: [],
	antiSamples: [],
});

interface DeliveriesInput {
	orderId: string;
	deliveries: DeliveryLine[];
	reference?: string;
}

/** The deliveries that `readExistingDeliveries` has read. */
// An item loses its type in the pipeline. The readings of that action return these and no others.
const existingDeliveries = ({ existing = [] }: Facts['needed']) => existing as readonly DeliveryItem[];

/** The existing delivery for each line. */
const existingByLine = <D extends Item>({ deliveries, reference }: DeliveriesInput, existing: readonly D[]) =>
	matchByLine(deliveries, trackingNumbers(deliveries, reference), existing);

const compareWith = ({ deliveries, reference }: DeliveriesInput, existing: readonly Item[]) =>
	compareDeliveries(deliveries, trackingNumbers(deliveries, reference), existing);

/** Reports differences: existing deliveries may have other boxes or another day than the request. */
function withDifferences<D extends Item>(item: D, input: DeliveriesInput, existing: readonly Item[]): D {
	const warnings = differences(compareWith(input, existing));
	return warnings.length === 0 ? item : { ...item, warnings };
}

const createdDeliveries: Reading<DeliveriesInput, ReturnType<typeof asOneItem>> = (response, input, facts) => {
	const created = orderDeliveries(response, input, facts);
	if (!created.ok) return created;
	// A response without a delivery proves that none was created.
	if (created.value.length === 0) return provesNothing(response, input, facts);
	const existing = existingByLine(input, existingDeliveries(facts.needed)).filter((delivery) => delivery !== undefined);
	return success([withDifferences(asOneItem(input.orderId, [...existing, ...created.value]), input, existing)]);
};

export const addDeliveries = action({
	resource: 'inboundDelivery',
	verb: 'create',
	title: 'Add Inbound Deliveries',
	description: 'Informs the warehouse how the boxes of an inbound order travel.',
	covers: ['CU26'],
	effect: 'booking',
	input: z.object({
		orderId: inboundOrderId('The inbound order that the boxes belong to.'),
		deliveries: deliveryLines(),
		reference: text({
			reference: true,
			label: 'Reference',
			placeholder: 'PO-1042',
			help: 'Your own number of the shipment. It becomes the tracking number where another carrier has none, and finds the delivery again.',
			common: true,
		}).optional(),
	}),
	output,
	check: ({ deliveries }) => checkDeliveries(deliveries),
	// Do not announce deliveries again that an earlier call announced, even if it announced only some of them.
	needs: { existing: { action: readExistingDeliveries, input: ({ orderId }) => ({ orderId }) } },
	request: (input, { needed }) => {
		const trackingIds = trackingNumbers(input.deliveries, input.reference);
		const existing = existingByLine(input, existingDeliveries(needed));
		// Lists lag: what one reading has shown, the next may not.
		if (existing.every((delivery) => delivery !== undefined))
			return { nothingToDo: [withDifferences(asOneItem(input.orderId, existing), input, existing)] };
		const missing = input.deliveries
			.map((line, index) => ({
				...line,
				carrierTrackingId: trackingIds[index],
				estimatedReceptionDate: toUtcDay(line.estimatedReceptionDate),
			}))
			.filter((_line, index) => existing[index] === undefined);
		return {
			method: 'POST',
			path: '/v2/storage-inbound/orders/batch-deliveries',
			body: { orderId: input.orderId, deliveries: missing },
		};
	},
	readings: { 200: createdDeliveries },
	booking: {
		foundBy: 'reference',
		reference: 'reference',
		fallbackReference: ({ orderId, deliveries }) =>
			`${deliveries.map(({ carrierTrackingId, carrierName }) => carrierTrackingId ?? carrierName).join(', ')} [${digest([orderId, JSON.stringify(deliveries)], 8)}]`,
		action: readOrderDeliveries,
		input: (_reference, { orderId }) => ({ orderId }),
		isCandidate: (candidate, reference, input) =>
			existingByLine({ ...input, reference: input.reference ?? reference }, deliveriesOf(candidate)).every(
				(delivery) => delivery !== undefined,
			),
		compare: (input, found) => compareWith(input, deliveriesOf(found)),
	},
	samples: addDeliveriesSamples,
	antiSamples: [
		{
			reason: 'No order',
			input: { deliveries: [{ carrierName: 'Other carrier', declaredPackingUnits: 1 }] },
			mentions: ['Inbound Order'],
		},
		{ reason: 'No deliveries', input: { orderId: 'x' }, mentions: ['Deliveries'] },
		{
			reason: 'UPS without a tracking number',
			input: { orderId: 'x', deliveries: [{ carrierName: 'UPS', declaredPackingUnits: 1 }] },
			mentions: ['Tracking Number'],
		},
		{
			reason: 'Two boxes on one tracking number',
			input: { orderId: 'x', deliveries: [{ carrierName: 'DHL', carrierTrackingId: 'JD1', declaredPackingUnits: 2 }] },
			mentions: ['Boxes'],
		},
		{
			reason: 'A carrier that Cubyn does not know',
			input: { orderId: 'x', deliveries: [{ carrierName: 'FedEx', declaredPackingUnits: 1 }] },
			mentions: ['Shipping Carrier'],
		},
	],
});
