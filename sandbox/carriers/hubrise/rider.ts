import { changeDelivery } from './delivery';
import type { HubriseDelivery, HubriseDeliveryStatus, HubriseOrder, HubriseOrderStatus, HubriseBooking } from './desk.types';
import { locationOf } from './known';
import { changeOrder } from './order';
import type { HubriseState } from './state';
import { readTime } from './time';

const MINUTE = 60_000;

const WAY: readonly HubriseDeliveryStatus[] = [
	'pending',
	'pickup_enroute',
	'pickup_approaching',
	'pickup_waiting',
	'dropoff_enroute',
	'dropoff_approaching',
	'dropoff_waiting',
	'delivered',
];

/** What a bridge to couriers says of the order at that point. */
const ORDER: Partial<Record<HubriseDeliveryStatus, HubriseOrderStatus>> = {
	pickup_waiting: 'in_delivery',
	delivered: 'completed',
	cancelled: 'delivery_failed',
};

export function live(state: HubriseState): { id: string; dueAt: number }[] {
	return state.deliveries
		.all()
		.filter(({ resource }) => isLive(resource))
		.map((kept) => ({ id: kept.resource.order_id, dueAt: dueAt(kept) }));
}

/** One step of a rider: to the kitchen, to the door. One who fails has set off before. */
export function step(state: HubriseState, orderId: string): boolean {
	const kept = state.deliveries.get(orderId);
	const order = state.orders.get(orderId);
	if (kept === undefined || order === undefined || !isLive(kept.resource)) return false;
	const fails = kept.willFail && kept.resource.status !== 'pending';
	const next = fails ? 'cancelled' : (WAY[WAY.indexOf(kept.resource.status) + 1] ?? 'delivered');
	const by = state.settings.ridersClient;
	const rider = next === 'pickup_enroute' && kept.resource.driver_name === null ? { driver_name: 'Noor', driver_phone: '+33612345678' } : {};
	changeDelivery(state, by, order, { status: next, ...rider });
	moveOrder(state, by, order, next);
	return true;
}

function moveOrder(state: HubriseState, by: string, order: HubriseOrder, reached: HubriseDeliveryStatus): void {
	const status = ORDER[reached];
	if (status === undefined || status === order.status || !state.settings.ridersMoveOrders) return;
	changeOrder(state, by, locationOf(state, order.location), order, { status });
}

function isLive({ status }: HubriseDelivery): boolean {
	return status !== 'delivered' && status !== 'cancelled';
}

/** The first half of the way keeps to the estimated pick-up, the other to the estimated drop-off. */
function dueAt({ bookedAt, resource }: HubriseBooking): number {
	const pickup = readTime(resource.estimated_pickup_at ?? '') ?? bookedAt + 15 * MINUTE;
	const dropoff = readTime(resource.estimated_dropoff_at ?? '') ?? pickup + 15 * MINUTE;
	const due = [pickup - 10 * MINUTE, pickup - 3 * MINUTE, pickup, pickup + 2 * MINUTE, dropoff - 3 * MINUTE, dropoff, dropoff + MINUTE];
	return due[WAY.indexOf(resource.status)] ?? dropoff;
}
