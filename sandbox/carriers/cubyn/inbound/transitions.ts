import { revalidateParcels } from '../parcels/validation';
import { forbidden } from '../requests/api-error';
import type { CubynState } from '../state';
import { storeLot } from '../stock/lots';
import { productBySku } from '../stock/products';
import type { CubynInboundDelivery, CubynInboundLine, CubynInboundOrder } from './inbound.types';
import { warehouse } from './warehouses';

const HOUR = 3_600_000;

export function assertDraft({ status }: CubynInboundOrder): void {
	if (status === 'RECEIVING' || status === 'COMPLETED') throw forbidden(`Inbound order is ${status} already`);
}

export function setDraft(state: CubynState, order: CubynInboundOrder, status: 'CREATED' | 'VALIDATED'): void {
	const now = state.context.clock.now();
	const validatedAt = status === 'CREATED' ? null : (order.validatedAt ?? now);
	state.orders.put(order.id, { ...order, status, validatedAt, updatedAt: now });
}

export function activeOrders(state: CubynState): { id: string; dueAt: number }[] {
	return state.orders
		.all()
		.filter(({ status, deletedAt }) => deletedAt === null && (status === 'VALIDATED' || status === 'RECEIVING'))
		.map(({ id, updatedAt }) => ({ id: `inbound:${id}`, dueAt: updatedAt + HOUR }));
}

/** The warehouse unloads what is on its way, then stores it. It refuses a draft on arrival. */
export function stepOrder(state: CubynState, order: CubynInboundOrder): boolean {
	if (order.deletedAt !== null) return false;
	if (order.status === 'VALIDATED') startReceipt(state, order);
	else if (order.status === 'RECEIVING') complete(state, order);
	else return false;
	return true;
}

function startReceipt(state: CubynState, order: CubynInboundOrder): void {
	const now = state.context.clock.now();
	const lines = order.lines.map((line) => ({ ...line, labeled: line.declared, updatedAt: now }));
	state.orders.put(order.id, { ...order, lines, status: 'RECEIVING', receiptStartedAt: now, updatedAt: now });
	moveDeliveries(state, order, { status: 'RECEIVED', receivedAt: now });
}

function complete(state: CubynState, order: CubynInboundOrder): void {
	const now = state.context.clock.now();
	// Without a date of its own a lot takes that of the reception.
	const lines = order.lines.map((line) => ({
		...line,
		stored: line.declared,
		lot: { ...line.lot, date: line.lot.date ?? order.receiptStartedAt ?? now },
		updatedAt: now,
	}));
	state.orders.put(order.id, { ...order, lines, status: 'COMPLETED', completedAt: now, updatedAt: now });
	moveDeliveries(state, order, { status: 'COMPLETED' });
	for (const line of lines) storeLine(state, order, line);
	revalidateParcels(state, order.ownerId);
}

function storeLine(state: CubynState, order: CubynInboundOrder, { sku, barcode, stored, lot }: CubynInboundLine): void {
	const product = productBySku(state, order.ownerId, sku);
	const group = warehouse(order.warehouseId)?.group ?? 'FR';
	if (product === undefined) return;
	const others = product.barcodes.filter((other) => other.barcode !== barcode);
	const previousQuantity = product.barcodes.find((other) => other.barcode === barcode)?.quantity ?? 0;
	const now = state.context.clock.now();
	state.products.put(product.id, {
		...product,
		barcodes: [...others, { barcode, quantity: previousQuantity + stored }],
		hadStockInbounded: true,
		updatedAt: now,
	});
	const { ownerId } = order;
	storeLot(state, { ownerId, productId: product.id, reference: lot.reference, date: lot.date ?? now }, group, {
		available: stored,
	});
	state.webhooks.emitStockEvents(state, product.id);
}

function moveDeliveries(state: CubynState, order: CubynInboundOrder, changes: Partial<CubynInboundDelivery>): void {
	for (const delivery of state.deliveries.all()) {
		if (delivery.orderId !== order.id) continue;
		state.deliveries.put(delivery.id, { ...delivery, ...changes, updatedAt: state.context.clock.now() });
	}
}
