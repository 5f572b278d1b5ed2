import { z } from 'zod/v4';

import { action, type Action, type FileLink } from '../../../declare/action';
import type { Item } from '../../../declare/facts';
import { flow, type Steps } from '../../../declare/flow';
import { text, toggle } from '../../../declare/field';
import { failed, success, type Failure, type Result } from '../../../declare/failure';
import { outputField, outputItem } from '../../../delivery/delivery';
import { filesIn, type ItemFile } from '../../../delivery/item-files';
import { cubynInboundOrder, inboundStatus, mergeOrderNumber } from './order';
import { deliveriesOf, toOrderDelivery } from './delivery';
import { sendInventoryExample, sendInventorySamples } from './send-inventory-samples';
import { checkDeliveries, checkItems, deliveryLines, itemLines, identityOfLines, OTHER_CARRIER } from './shipment';
import { candidateOrders, isFullyNumbered, isSameShipment, readFullOrder } from './shipment-look-up';
import { isPossibleMatch, orderReadings, orderRequest, cancelOrder } from './create';
import { setInboundStatus } from './change';
import { compareDeliveries, compareLines } from './compare';
import { trackingNumbers } from './tracking';
import { addDeliveries } from './deliveries';
import { documentFile, getDeliveryDocument } from './delivery-actions';
import { warehouseField } from './warehouse-field';

const inputSchema = z.object({
	items: itemLines(),
	deliveries: deliveryLines(),
	reference: text({
		reference: true,
		label: 'Reference',
		placeholder: 'PO-1042',
		help: 'Your own number of the shipment. It stands in for the tracking number of another carrier, and finds the shipment again, so that no goods are announced twice.',
		common: true,
	}).optional(),
	warehouseId: warehouseField().optional(),
	validate: toggle({
		label: 'Validate',
		help: 'Whether to validate it at the end. Without it the inbound order stays a draft, which the warehouse does not unload.',
		common: true,
	}).default(true),
});

type Input = z.output<typeof inputSchema>;

/** The order of a shipment. Its deliveries distinguish it from other orders; the next call adds them. */
const bookShipment = action({
	resource: 'inboundOrder',
	verb: 'bookShipment',
	title: 'Inbound Order of a Shipment',
	description: 'Makes the draft of a shipment.',
	covers: [],
	effect: 'booking',
	input: inputSchema.omit({ validate: true }),
	output: cubynInboundOrder,
	request: orderRequest,
	readings: orderReadings,
	booking: {
		foundBy: 'reference',
		reference: 'reference',
		fallbackReference: ({ warehouseId, items }) => identityOfLines(warehouseId, items),
		action: candidateOrders,
		input: (_reference, { items, deliveries, reference }) => ({
			items: items.map((line) => ({ ...line })),
			deliveries: deliveries.map((line) => ({ ...line })),
			reference,
		}),
		isCandidate: (candidate, _reference, input, facts) =>
			candidate.carrierStatus !== 'CREATED' ||
			isFullyNumbered(input.deliveries, input.reference) ||
			isPossibleMatch(candidate, input, facts),
		readFull: { action: readFullOrder, input: ({ id }) => ({ id }), merge: mergeOrderNumber },
		isSameBooking: (full, input) => isSameShipment(full, input, input.reference),
		compare: ({ items, deliveries, reference }, found) => [
			...compareLines(items, found),
			...compareDeliveries(deliveries, trackingNumbers(deliveries, reference), deliveriesOf(found)),
		],
		dependsOn: [addDeliveries],
		cancel: cancelOrder,
	},
	samples: [],
	antiSamples: [],
});

/** The order exists, even if a later call failed. */
const partlyDone = (
	{ failure: { message, status, problems } }: { failure: Failure },
	order: Item,
	{ reference }: Input,
) =>
	failed(
		'partly_done',
		`The inbound order ${String(order.number ?? order.id)}${reference === undefined ? '' : ` for "${reference}"`} stands at Cubyn, but the step got no further: ${message}`,
		{ status, problems, reference },
	);

async function ensureDeliveries(order: Item, { deliveries, reference }: Input, steps: Steps): Promise<Result<Item[]>> {
	const existing = deliveriesOf(order);
	if (existing.length > 0) return success(existing);
	const added = await steps.call(addDeliveries, {
		orderId: order.id,
		deliveries: deliveries.map((line) => ({ ...line })),
		reference,
	});
	return added.ok ? success(added.value.flatMap((item) => deliveriesOf(item).map(toOrderDelivery))) : added;
}

interface Documents {
	files: ItemFile[];
	warnings: string[];
}

async function fetchDocuments(deliveries: readonly Item[], steps: Steps): Promise<Documents> {
	const documents: Documents = { files: [], warnings: [] };
	for (const [index, delivery] of deliveries.entries()) {
		if (delivery.shippingCarrier !== OTHER_CARRIER) continue;
		const document = await steps.call(getDeliveryDocument, { id: delivery.id });
		const [file] = document.ok ? document.value.flatMap(filesIn) : [];
		if (file)
			documents.files.push({ key: `document_${index + 1}`, name: `delivery-document-${index + 1}`, url: file.url });
		else
			documents.warnings.push(
				`The delivery document of ${String(delivery.trackingNumber)} could not be fetched.${document.ok ? '' : ` ${document.failure.message}.`}`,
			);
	}
	return documents;
}

const filesOf = (item: Item): FileLink[] =>
	filesIn(item).map(({ key, name, url }) =>
		documentFile(String(deliveriesOf(item)[Number(key.replace('document_', '')) - 1]?.id), key, name, url),
	);

export const sendInventory: Action = flow({
	resource: 'inboundOrder',
	verb: 'send',
	title: 'Send Inventory',
	twin: 'recommended',
	description: 'Announces goods and how they travel, fetches the document for the boxes, and validates it all.',
	covers: ['CU25', 'CU26', 'CU28', 'CU29'],
	effect: 'booking',
	input: inputSchema,
	output: outputItem(() => ({ ...cubynInboundOrder.shape, reference: outputField.text('Reference') })),
	reference: 'reference',
	bookingAction: bookShipment,
	check: ({ items, deliveries }) => [...checkItems(items), ...checkDeliveries(deliveries)],
	run: async (input, _facts, steps) => {
		const { validate, items, deliveries, reference, warehouseId } = input;
		const booked = await steps.call(bookShipment, {
			items: items.map((line) => ({ ...line })),
			deliveries: deliveries.map((line) => ({ ...line })),
			reference,
			warehouseId,
		});
		const order = booked.ok ? booked.value[0] : undefined;
		if (!booked.ok || !order) return booked;
		const added = await ensureDeliveries(order, input, steps);
		if (!added.ok) return partlyDone(added, order, input);
		const { files, warnings } = await fetchDocuments(added.value, steps);
		const isDraft = order.carrierStatus === 'CREATED' || order.carrierStatus === null;
		const validated =
			validate && isDraft ? await steps.call(setInboundStatus, { id: order.id, status: 'VALIDATED' }) : undefined;
		if (validated && !validated.ok) return partlyDone(validated, order, input);
		const earlierWarnings = Array.isArray(order.warnings) ? order.warnings : [];
		return success([
			{
				...order,
				...(reference === undefined ? {} : { reference }),
				...(validated ? inboundStatus('VALIDATED') : {}),
				deliveries: added.value,
				files,
				...(earlierWarnings.length + warnings.length > 0 ? { warnings: [...earlierWarnings, ...warnings] } : {}),
			},
		]);
	},
	files: filesOf,
	fetchesFiles: true,
	example: sendInventoryExample,
	samples: sendInventorySamples,
	antiSamples: [
		{
			reason: 'No goods',
			input: { deliveries: [{ carrierName: 'Other carrier', declaredPackingUnits: 1 }] },
			mentions: ['Products'],
		},
		{
			reason: 'No deliveries',
			input: { items: [{ productName: 'Shirt', sku: 'S', barcode: 'B', quantity: 1 }] },
			mentions: ['Deliveries'],
		},
		{
			reason: 'One barcode for two SKUs, and UPS without a tracking number',
			input: {
				items: [
					{ productName: 'Shirt', sku: 'S', barcode: 'B', quantity: 1 },
					{ productName: 'Skirt', sku: 'K', barcode: 'B', quantity: 1 },
				],
				deliveries: [{ carrierName: 'UPS', declaredPackingUnits: 1 }],
			},
			mentions: ['Barcode', 'Tracking Number'],
		},
	],
});
