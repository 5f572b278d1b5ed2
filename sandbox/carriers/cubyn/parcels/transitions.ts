import type { CubynState } from '../state';
import { shipStock, restock } from '../stock/stock-movements';
import { printAttachments } from '../files/attachments';
import type { CubynParcel, CubynParcelStatus } from './parcel.types';

const TRANSITIONS: Record<CubynParcelStatus, readonly CubynParcelStatus[]> = {
	CREATED: ['PREPARED', 'PICKED'],
	PREPARED: ['PICKED'],
	PICKED: ['SHIPPED'],
	SHIPPED: ['CARRIER_IN_TRANSIT'],
	CARRIER_IN_TRANSIT: ['CARRIER_OUT_FOR_DELIVERY', 'CARRIER_EXCEPTION', 'CARRIER_RETURN_RECEIVED'],
	CARRIER_OUT_FOR_DELIVERY: ['CARRIER_FAILED_ATTEMPT', 'CARRIER_DELIVERED', 'CARRIER_EXCEPTION'],
	CARRIER_FAILED_ATTEMPT: ['CARRIER_OUT_FOR_DELIVERY', 'CARRIER_EXCEPTION', 'CARRIER_RETURN_RECEIVED'],
	CARRIER_DELIVERED: [],
	CARRIER_EXCEPTION: [],
	CARRIER_RETURN_RECEIVED: [],
};

const CARRIERS = ['colissimo', 'colisprive', 'chronopost'] as const;

export function assertTransition(
	{ status, id, isStorage, type, cancellationStatus }: CubynParcel,
	next: CubynParcelStatus,
): void {
	// The customer hands in a return, so it is neither picked nor shipped.
	const isHandedIn = type === 'RECIPIENT_RETURN' && status === 'CREATED' && next === 'CARRIER_IN_TRANSIT';
	if (!TRANSITIONS[status].includes(next) && !isHandedIn)
		throw new Error(`Parcel ${id} cannot go from ${status} to ${next}`);
	if (next === 'PREPARED' && isStorage) throw new Error(`Parcel ${id} comes from the warehouse: it is never PREPARED`);
	if (cancellationStatus === 'SUCCEEDED') throw new Error(`Parcel ${id} is cancelled`);
}

/** Stores the new status, moves the goods with it, and calls the webhooks. */
export function transitionTo(state: CubynState, before: CubynParcel, status: CubynParcelStatus): CubynParcel {
	const now = state.context.clock.now();
	const after: CubynParcel = state.parcels.put(before.id, {
		...before,
		status,
		updatedAt: now,
		...(status === 'PREPARED' && { qrCode: `it.2.${before.batchId}.bag` }),
		...(status === 'PICKED' && { pickedAt: now, barcode: before.barcode ?? state.newBarcode() }),
		...(status === 'SHIPPED' && {
			shippedAt: now,
			qrCode: before.qrCode ?? `it.2.${before.batchId}.bag`,
			carrier: before.carrier ?? CARRIERS[before.id % CARRIERS.length] ?? CARRIERS[0],
			carrierTrackingId: before.carrierTrackingId ?? state.newTrackingId(),
		}),
		...(status === 'CARRIER_DELIVERED' && { deliveredAt: now }),
	});
	if (status === 'PICKED') printAttachments(state, after.id);
	if (status === 'SHIPPED') shipStock(state, after.reservations);
	if (status === 'CARRIER_RETURN_RECEIVED') restock(state, after.reservations);
	const event = EVENTS[status];
	if (event !== undefined) state.webhooks.emitParcelEvent(state, event, after);
	return after;
}

const EVENTS: Record<
	CubynParcelStatus,
	'parcel:picked' | 'parcel:shipped' | 'parcel:carrier-status:changed' | undefined
> = {
	CREATED: undefined,
	PREPARED: undefined,
	PICKED: 'parcel:picked',
	SHIPPED: 'parcel:shipped',
	CARRIER_IN_TRANSIT: 'parcel:carrier-status:changed',
	CARRIER_OUT_FOR_DELIVERY: 'parcel:carrier-status:changed',
	CARRIER_FAILED_ATTEMPT: 'parcel:carrier-status:changed',
	CARRIER_DELIVERED: 'parcel:carrier-status:changed',
	CARRIER_EXCEPTION: 'parcel:carrier-status:changed',
	CARRIER_RETURN_RECEIVED: 'parcel:carrier-status:changed',
};
