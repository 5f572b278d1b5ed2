import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Item } from '../../../declare/facts';
import { text } from '../../../declare/field';
import { success } from '../../../declare/failure';
import { gives, givesMany } from '../../../declare/reading';
import { out } from '../../../delivery/delivery';
import { digest } from '../../../run/digest';
import { addDeliveriesSamples } from './deliveries-samples';
import { cubynInboundDelivery, deliveriesOf, deliveryItem } from './delivery';
import { checkDeliveries, deliveryLines, type DeliveryLine } from './shipment';
import { foundFor, trackingNumbers } from './tracking';
import { utc } from '../utc';
import { inboundDeliveries } from './delivery-list';
import { inboundOrderId } from './list';

const shown = cubynInboundDelivery.omit({ carrierData: true }).shape;

const output = z.object({
	id: out.id('Inbound Order ID'),
	carrier: out.id('Carrier'),
	orderId: out.text('Inbound Order ID of Deliveries'),
	deliveries: out.objects(shown, 'Deliveries'),
	trackingNumbers: out.texts('Tracking Numbers'),
	outcome: out.text('Outcome'),
	warnings: out.texts('Warnings'),
	carrierData: out.carrierData(),
});

const withoutData = (delivery: Item): Item => Object.fromEntries(Object.entries(delivery).filter(([key]) => key !== 'carrierData'));

/** The deliveries of one order as one item: they are made in one call. */
const together = (orderId: string, deliveries: readonly Item[]): Item => ({
	id: orderId,
	carrier: 'cubyn',
	orderId,
	// CU26: one sample answers with another order's ID than it was sent.
	deliveries: deliveries.map((delivery) => ({ ...withoutData(delivery), orderId })),
	trackingNumbers: deliveries.map(({ trackingNumber }) => String(trackingNumber)),
	carrierData: { deliveries: deliveries.map(({ carrierData }) => carrierData ?? null) },
});

/** Everything that an order has, for a look-up. */
const readTogether = action({
	resource: 'inboundDelivery',
	verb: 'readTogether',
	title: 'Read Deliveries of an Inbound Order',
	does: 'Reads the deliveries of an inbound order as one.',
	covers: [],
	effect: 'read',
	input: z.object({ orderId: inboundOrderId() }),
	output,
	request: ({ orderId }) => ({ method: 'GET', path: '/v2/storage-inbound/deliveries', query: { 'filters[orderId]': orderId } }),
	readings: { 200: gives(inboundDeliveries, (body, { orderId }) => together(orderId, body.map(deliveryItem))) },
	samples: [],
	antiSamples: [],
});

/** What an order has already; one that a list does not show yet has nothing. */
const readThere = action({
	resource: 'inboundDelivery',
	verb: 'readThere',
	title: 'Read What an Inbound Order Has',
	does: 'Lists the deliveries of an inbound order, if there are any.',
	covers: [],
	effect: 'read',
	input: z.object({ orderId: inboundOrderId() }),
	output: cubynInboundDelivery,
	request: ({ orderId }) => ({ method: 'GET', path: '/v2/storage-inbound/deliveries', query: { 'filters[orderId]': orderId } }),
	readings: { 200: givesMany(inboundDeliveries, (body) => body.map(deliveryItem)), 404: () => success([]) },
	samples: [],
	antiSamples: [],
});

interface Input {
	orderId: string;
	deliveries: DeliveryLine[];
	reference?: string;
}

/** What of the lines is there already. */
const known = ({ deliveries, reference }: Input, there: readonly Item[]) => foundFor(deliveries, trackingNumbers(deliveries, reference), there);

export const addDeliveries = action({
	resource: 'inboundDelivery',
	verb: 'create',
	title: 'Add Inbound Deliveries',
	does: 'Tells the warehouse how the boxes of an inbound order travel.',
	covers: ['CU26'],
	effect: 'booking',
	input: z.object({
		orderId: inboundOrderId('The inbound order that the boxes belong to.'),
		deliveries: deliveryLines(),
		reference: text({
			label: 'Reference',
			placeholder: 'PO-1042',
			help: 'Your own number of the shipment. It becomes the tracking number where another carrier has none, and finds the delivery again.',
			common: true,
		}).optional(),
	}),
	output,
	check: ({ deliveries }) => checkDeliveries(deliveries),
	// What an earlier call told is not told again, even where it told only some of it.
	needs: { there: { action: readThere, input: ({ orderId }) => ({ orderId }) } },
	request: (input, { needed }) => {
		const numbers = trackingNumbers(input.deliveries, input.reference);
		const there = known(input, needed.there ?? []);
		// Lists lag: what one reading has shown, the next may not.
		if (there.every((each) => each !== undefined)) return { standing: [together(input.orderId, there)] };
		const missing = input.deliveries.map((line, at) => ({ ...line, carrierTrackingId: numbers[at], estimatedReceptionDate: utc(line.estimatedReceptionDate) })).filter((_line, at) => there[at] === undefined);
		return { method: 'POST', path: '/v2/storage-inbound/orders/batch-deliveries', body: { orderId: input.orderId, deliveries: missing } };
	},
	readings: Object.fromEntries(
		[200, 201].map((status) => [
			status,
			// An answer without a delivery has made none.
			gives(inboundDeliveries.min(1), (body, input: Input, { needed }) =>
				together(input.orderId, [...known(input, needed.there ?? []).filter((each) => each !== undefined), ...body.map(deliveryItem)]),
			),
		]),
	),
	find: {
		reference: 'reference',
		identity: ({ orderId, deliveries }) => `${deliveries.map(({ carrierTrackingId, carrierName }) => carrierTrackingId ?? carrierName).join(', ')} [${digest([orderId, JSON.stringify(deliveries)], 8)}]`,
		action: readTogether,
		input: (_reference, { orderId }) => ({ orderId }),
		matches: (candidate, reference, input) => known({ ...input, reference: input.reference ?? reference }, deliveriesOf(candidate)).every((each) => each !== undefined),
	},
	samples: addDeliveriesSamples,
	antiSamples: [
		{ why: 'No order', input: { deliveries: [{ carrierName: 'Other carrier', declaredPackingUnits: 1 }] }, names: ['Inbound Order'] },
		{ why: 'No deliveries', input: { orderId: 'x' }, names: ['Deliveries'] },
		{ why: 'UPS without a tracking number', input: { orderId: 'x', deliveries: [{ carrierName: 'UPS', declaredPackingUnits: 1 }] }, names: ['Tracking Number'] },
		{ why: 'Two boxes on one tracking number', input: { orderId: 'x', deliveries: [{ carrierName: 'DHL', carrierTrackingId: 'JD1', declaredPackingUnits: 2 }] }, names: ['Boxes'] },
		{ why: 'A carrier that Cubyn does not know', input: { orderId: 'x', deliveries: [{ carrierName: 'FedEx', declaredPackingUnits: 1 }] }, names: ['Shipping Carrier'] },
	],
});
