import { changeDelivery } from './delivery';
import type {
	HubriseDelivery,
	HubriseDeliveryStatus,
	HubriseOrder,
	HubriseOrderStatus,
	HubriseBooking,
} from './backoffice.types';
import { locationOf } from './by-id';
import { changeOrder } from './order';
import type { HubriseState } from './state';
import { readTime } from './time';

const MINUTE = 60_000;

const STATUS_SEQUENCE: readonly HubriseDeliveryStatus[] = [
	'pending',
	'pickup_enroute',
	'pickup_approaching',
	'pickup_waiting',
	'dropoff_enroute',
	'dropoff_approaching',
	'dropoff_waiting',
	'delivered',
];

/** What a courier bridge reports about the order at that point. */
const ORDER_STATUS: Partial<Record<HubriseDeliveryStatus, HubriseOrderStatus>> = {
	pickup_waiting: 'in_delivery',
	delivered: 'completed',
	cancelled: 'delivery_failed',
};

export function activeBookings(state: HubriseState): { id: string; dueAt: number }[] {
	return state.deliveries
		.all()
		.filter(({ resource }) => isActive(resource))
		.map((booking) => ({ id: booking.resource.order_id, dueAt: dueAt(booking) }));
}

/** One step of a rider: to the kitchen, to the door. One who fails has set off before. */
export function step(state: HubriseState, orderId: string): boolean {
	const booking = state.deliveries.get(orderId);
	const order = state.orders.get(orderId);
	if (booking === undefined || order === undefined || !isActive(booking.resource)) return false;
	const failsNow = booking.willFail && booking.resource.status !== 'pending';
	const next = failsNow
		? 'cancelled'
		: (STATUS_SEQUENCE[STATUS_SEQUENCE.indexOf(booking.resource.status) + 1] ?? 'delivered');
	const clientId = state.settings.couriersClient;
	const driver =
		next === 'pickup_enroute' && booking.resource.driver_name === null
			? { driver_name: 'Noor', driver_phone: '+33612345678' }
			: {};
	changeDelivery(state, clientId, order, { status: next, ...driver });
	moveOrder(state, clientId, order, next);
	return true;
}

function moveOrder(
	state: HubriseState,
	clientId: string,
	order: HubriseOrder,
	deliveryStatus: HubriseDeliveryStatus,
): void {
	const status = ORDER_STATUS[deliveryStatus];
	if (status === undefined || status === order.status || !state.settings.couriersMoveOrders) return;
	changeOrder(state, clientId, locationOf(state, order.location), order, { status });
}

function isActive({ status }: HubriseDelivery): boolean {
	return status !== 'delivered' && status !== 'cancelled';
}

/** The first half of the way follows the estimated pick-up, the other the estimated drop-off. */
function dueAt({ bookedAt, resource }: HubriseBooking): number {
	const pickup = readTime(resource.estimated_pickup_at ?? '') ?? bookedAt + 15 * MINUTE;
	const dropoff = readTime(resource.estimated_dropoff_at ?? '') ?? pickup + 15 * MINUTE;
	const due = [
		pickup - 10 * MINUTE,
		pickup - 3 * MINUTE,
		pickup,
		pickup + 2 * MINUTE,
		dropoff - 3 * MINUTE,
		dropoff,
		dropoff + MINUTE,
	];
	return due[STATUS_SEQUENCE.indexOf(resource.status)] ?? dropoff;
}
