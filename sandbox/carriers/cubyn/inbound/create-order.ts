import { productBySku, newProduct } from '../stock/products';
import type { CubynState } from '../state';
import type { CubynInboundLine, CubynInboundOrder } from './inbound.types';
import type { OrderInput } from './order-body';

/** Two equal orders cannot be distinguished: the request has no reference. */
export function createOrder(
	state: CubynState,
	ownerId: number,
	warehouseId: number,
	input: OrderInput,
	isReturn = false,
): CubynInboundOrder {
	const now = state.context.clock.now();
	const pid = state.newPid();
	for (const { sku, productName: name } of input.items) {
		if (productBySku(state, ownerId, sku) === undefined) newProduct(state, { ownerId, sku, name });
	}
	const lines = input.items.map(
		({ productName, sku, barcode, quantity, lotNumber, lotDate }): CubynInboundLine => ({
			id: state.newUuid(),
			name: productName,
			sku,
			barcode,
			declared: quantity,
			labeled: 0,
			stored: 0,
			lot: { date: lotDate ?? null, reference: lotNumber ?? `WIO ${pid}` },
			createdAt: now,
			updatedAt: now,
		}),
	);
	const id = state.newUuid();
	return state.orders.put(id, {
		id,
		pid,
		ownerId,
		warehouseId,
		status: 'CREATED',
		packingUnits: input.packingUnits ?? 0,
		lines,
		isReturn,
		createdAt: now,
		updatedAt: now,
		validatedAt: null,
		receiptStartedAt: null,
		completedAt: null,
		deletedAt: null,
	});
}
