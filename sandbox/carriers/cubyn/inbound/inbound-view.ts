import { iso, isoOrNull } from '../requests/time';
import type { CubynState } from '../state';
import type { CubynInboundDelivery, CubynInboundLine, CubynInboundOrder } from './inbound.types';

export function orderCreatedView(order: CubynInboundOrder) {
	return { id: order.id, pid: order.pid, declaredItems: declaredItems(order), status: order.status };
}

/**
 * The response of a v2 list or look-up is undocumented. Here: the order without its lines, as its first response
 * begins.
 */
export function orderViewV2(state: CubynState, order: CubynInboundOrder) {
	return {
		...orderCreatedView(order),
		warehouseId: order.warehouseId,
		ownerId: order.ownerId,
		...progressOf(state, order),
	};
}

export function orderViewV3(state: CubynState, order: CubynInboundOrder) {
	return {
		id: order.id,
		lines: order.lines.map((line) => lineView(order, line)),
		isDeleted: order.deletedAt !== null,
		...progressOf(state, order),
		deletedAt: isoOrNull(order.deletedAt),
		status: order.status,
		ownerId: order.ownerId,
		insurance: null,
		isSameDayInbound: false,
	};
}

export function lineView(order: CubynInboundOrder, line: CubynInboundLine) {
	return {
		id: line.id,
		orderId: order.id,
		name: line.name,
		barcode: line.barcode,
		sku: line.sku,
		quantities: { declared: line.declared, labeled: line.labeled, stored: line.stored },
		createdAt: iso(line.createdAt),
		updatedAt: iso(line.updatedAt),
		lotInformation: { date: isoOrNull(line.lot.date), reference: line.lot.reference },
	};
}

/** The answer to a declaration. */
export function deliveryCreatedView(delivery: CubynInboundDelivery) {
	const received = delivery.status === 'CREATED' ? 0 : delivery.declaredPackingUnits;
	return {
		warehouseId: delivery.warehouseId,
		orderId: delivery.orderId,
		carrierTrackingId: delivery.carrierTrackingId,
		carrierName: delivery.carrierName,
		estimatedReceptionDate: isoOrNull(delivery.estimatedReceptionDate),
		declaredPackingUnits: delivery.declaredPackingUnits,
		id: delivery.id,
		reference: delivery.carrierTrackingId,
		status: delivery.status,
		createdAt: iso(delivery.createdAt),
		updatedAt: iso(delivery.updatedAt),
		receivedAt: isoOrNull(delivery.receivedAt),
		receivedPackingUnits: received,
		storedItems: 0,
	};
}

export function deliveryView(delivery: CubynInboundDelivery) {
	return {
		...deliveryCreatedView(delivery),
		fileKey: delivery.fileKey,
		completedPackingUnits: delivery.status === 'COMPLETED' ? delivery.declaredPackingUnits : 0,
		receivedItems: 0,
		deliveryMode: 'STANDARD',
		totalWeight: null,
		boxHeight: null,
		boxLength: null,
		boxWidth: null,
		weight: null,
	};
}

function progressOf(state: CubynState, order: CubynInboundOrder) {
	const deliveries = state.deliveries.all().filter(({ orderId }) => orderId === order.id);
	const units = (statuses: readonly string[]) =>
		deliveries.reduce(
			(sum, { status, declaredPackingUnits }) => sum + (statuses.includes(status) ? declaredPackingUnits : 0),
			0,
		);
	return {
		declaredPackingUnits: Math.max(order.packingUnits, units(['CREATED', 'RECEIVED', 'COMPLETED'])),
		receivedPackingUnits: units(['RECEIVED', 'COMPLETED']),
		completedPackingUnits: units(['COMPLETED']),
		declaredItems: declaredItems(order),
		storedItems: order.lines.reduce((sum, { stored }) => sum + stored, 0),
		createdAt: iso(order.createdAt),
		updatedAt: iso(order.updatedAt),
		receiptStartedAt: isoOrNull(order.receiptStartedAt),
		validatedAt: isoOrNull(order.validatedAt),
		completedAt: isoOrNull(order.completedAt),
	};
}

function declaredItems({ lines }: CubynInboundOrder): number {
	return lines.reduce((sum, { declared }) => sum + declared, 0);
}
