import { z } from 'zod/v4';

import { action, type Action, type FileLink } from '../../../declare/action';
import type { Item } from '../../../declare/facts';
import { flow, type Steps } from '../../../declare/flow';
import { text, toggle } from '../../../declare/field';
import { failed, success, type Failure, type Result } from '../../../declare/failure';
import { out } from '../../../delivery/delivery';
import { filesIn, type ItemFile } from '../../../delivery/file';
import { cubynInboundOrder, inboundStatus, withNumber } from './order';
import { deliveriesOf, onOrder } from './delivery';
import { sendInventoryExample, sendInventorySamples } from './send-inventory-samples';
import { checkDeliveries, checkItems, countOf, deliveryLines, itemLines, namedByLines, OTHER } from './shipment';
import { candidateOrders, isNumbered, sameShipment, wholeOrder } from './shipment-look-up';
import { mayBe, orderReadings, orderRequest, undoOrder } from './create';
import { setInboundStatus } from './change';
import { addDeliveries } from './deliveries';
import { documentFile, getDeliveryDocument } from './delivery-list';
import { warehouseField } from './warehouse-field';

const input = z.object({
	items: itemLines(),
	deliveries: deliveryLines(),
	reference: text({
		label: 'Reference',
		placeholder: 'PO-1042',
		help: 'Your own number of the shipment. It stands in for the tracking number of another carrier, and finds the shipment again, so that no goods are announced twice.',
		common: true,
	}).optional(),
	warehouseId: warehouseField().optional(),
	validate: toggle({ label: 'Validate', help: 'Whether to validate it at the end. Without it the inbound order stays a draft, which the warehouse does not unload.', common: true }).default(true),
});

type Input = z.output<typeof input>;

/** The order of a shipment: told from others by its deliveries, which stand on it once the next call has been made. */
const bookShipment: Action = action({
	resource: 'inboundOrder',
	verb: 'bookShipment',
	title: 'Inbound Order of a Shipment',
	does: 'Makes the draft of a shipment.',
	covers: [],
	effect: 'booking',
	input: input.omit({ validate: true }),
	output: cubynInboundOrder,
	request: orderRequest,
	readings: orderReadings,
	find: {
		reference: 'reference',
		identity: ({ warehouseId, items }) => namedByLines(warehouseId, items),
		action: candidateOrders,
		input: (_reference, { items, deliveries, reference }) => ({ declaredItems: countOf(items), validated: isNumbered(deliveries, reference) }),
		matches: (candidate, _reference, given, facts) => candidate.carrierStatus !== 'CREATED' || mayBe(candidate, given, facts),
		whole: { action: wholeOrder, input: ({ id }, { items }) => ({ id, items: items.map((line) => ({ ...line })) }), merge: withNumber },
		same: (whole, given) => sameShipment(whole, given, given.reference),
		dependsOn: [addDeliveries],
		undo: undoOrder,
	},
	samples: [],
	antiSamples: [],
});

/** The order stands, whatever became of the rest. */
const stays = ({ failure: { message, status, problems } }: { failure: Failure }, order: Item, { reference }: Input) =>
	failed('partly_done', `The inbound order ${String(order.number ?? order.id)}${reference === undefined ? '' : ` for "${reference}"`} stands at Cubyn, but the step got no further: ${message}`, { status, problems, reference });

async function deliveriesFor(order: Item, { deliveries, reference }: Input, steps: Steps): Promise<Result<Item[]>> {
	const there = deliveriesOf(order);
	if (there.length > 0) return success(there);
	const added = await steps.call(addDeliveries, { orderId: order.id, deliveries: deliveries.map((line) => ({ ...line })), reference });
	return added.ok ? success(added.value.flatMap((item) => deliveriesOf(item).map(onOrder))) : added;
}

interface Documents {
	files: ItemFile[];
	warnings: string[];
}

async function documentsFor(deliveries: readonly Item[], steps: Steps): Promise<Documents> {
	const found: Documents = { files: [], warnings: [] };
	for (const [at, delivery] of deliveries.entries()) {
		if (delivery.shippingCarrier !== OTHER) continue;
		const read = await steps.call(getDeliveryDocument, { id: delivery.id });
		const [file] = read.ok ? read.value.flatMap(filesIn) : [];
		if (file) found.files.push({ key: `document_${at + 1}`, name: `delivery-document-${at + 1}`, url: file.url });
		else found.warnings.push(`The delivery document of ${String(delivery.trackingNumber)} could not be fetched.${read.ok ? '' : ` ${read.failure.message}.`}`);
	}
	return found;
}

const filesOf = (item: Item): FileLink[] =>
	filesIn(item).map(({ key, name, url }) => documentFile(String(deliveriesOf(item)[Number(key.replace('document_', '')) - 1]?.id), key, name, url));

export const sendInventory: Action = flow({
	resource: 'inboundOrder',
	verb: 'send',
	title: 'Send Inventory',
	does: 'Announces goods and how they travel, fetches the document for the boxes, and validates it all.',
	covers: ['CU25', 'CU26', 'CU28', 'CU29'],
	effect: 'booking',
	input,
	output: cubynInboundOrder.extend({ reference: out.text('Reference') }),
	reference: 'reference',
	books: bookShipment,
	check: ({ items, deliveries }) => [...checkItems(items), ...checkDeliveries(deliveries)],
	run: async (given, _facts, steps) => {
		const { validate, items, deliveries, reference, warehouseId } = given;
		const booked = await steps.call(bookShipment, { items: items.map((line) => ({ ...line })), deliveries: deliveries.map((line) => ({ ...line })), reference, warehouseId });
		const order = booked.ok ? booked.value[0] : undefined;
		if (!booked.ok || !order) return booked;
		const added = await deliveriesFor(order, given, steps);
		if (!added.ok) return stays(added, order, given);
		const { files, warnings } = await documentsFor(added.value, steps);
		const isDraft = order.carrierStatus === 'CREATED' || order.carrierStatus === null;
		const validated = validate && isDraft ? await steps.call(setInboundStatus, { id: order.id, status: 'VALIDATED' }) : undefined;
		if (validated && !validated.ok) return stays(validated, order, given);
		const before = Array.isArray(order.warnings) ? order.warnings : [];
		return success([
			{
				...order,
				...(reference === undefined ? {} : { reference }),
				...(validated ? inboundStatus('VALIDATED') : {}),
				deliveries: added.value,
				files,
				...(before.length + warnings.length > 0 ? { warnings: [...before, ...warnings] } : {}),
			},
		]);
	},
	files: filesOf,
	fetchesFiles: true,
	example: sendInventoryExample,
	samples: sendInventorySamples,
	antiSamples: [
		{ why: 'No goods', input: { deliveries: [{ carrierName: 'Other carrier', declaredPackingUnits: 1 }] }, names: ['Products'] },
		{ why: 'No deliveries', input: { items: [{ productName: 'Shirt', sku: 'S', barcode: 'B', quantity: 1 }] }, names: ['Deliveries'] },
		{
			why: 'One barcode for two SKUs, and UPS without a tracking number',
			input: {
				items: [
					{ productName: 'Shirt', sku: 'S', barcode: 'B', quantity: 1 },
					{ productName: 'Skirt', sku: 'K', barcode: 'B', quantity: 1 },
				],
				deliveries: [{ carrierName: 'UPS', declaredPackingUnits: 1 }],
			},
			names: ['Barcode', 'Tracking Number'],
		},
	],
});
