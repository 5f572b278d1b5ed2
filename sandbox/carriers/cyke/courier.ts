import type { CykeDelivery } from './backoffice.types';
import { transitionTo } from './transitions';
import type { CykeState } from './state';
import { mainTask } from './view';

const MINUTE = 60_000;
const FINAL = new Set(['delivered', 'failed', 'cancelled']);

export function activeBookings(state: CykeState): { id: string; dueAt: number }[] {
	return state.deliveries
		.all()
		.filter(({ status }) => !FINAL.has(status))
		.map((delivery) => ({ id: String(delivery.id), dueAt: dueAt(state, delivery) }));
}

/** One step of a rider: gets the job, sets off, picks up, hands over. */
export function step(state: CykeState, delivery: CykeDelivery): boolean {
	if (FINAL.has(delivery.status)) return false;
	if (delivery.status === 'saved' || delivery.status === 'ready') transitionTo(state, delivery, 'scheduled');
	else if (delivery.startedAt === null) startTrip(state, delivery);
	else if (delivery.status === 'scheduled' && isPickedUp(state, delivery)) transitionTo(state, delivery, 'picked_up');
	else if (delivery.willFail !== null) transitionTo(state, delivery, 'failed', { failureReason: delivery.willFail });
	else transitionTo(state, delivery, 'delivered', { completionText: 'Handed over at the door' });
	return true;
}

/** No status changes, and no event is sent: only the tracking page appears. */
export function startTrip(state: CykeState, delivery: CykeDelivery): CykeDelivery {
	return state.deliveries.put(delivery.id, { ...delivery, startedAt: state.context.clock.now() });
}

function isPickedUp({ settings }: CykeState, { direction }: CykeDelivery): boolean {
	return settings.reportsPickUp || direction === 'other';
}

function dueAt(state: CykeState, delivery: CykeDelivery): number {
	const main = mainTask(delivery);
	if (delivery.status === 'saved' || delivery.status === 'ready') return delivery.createdAt + MINUTE;
	if (delivery.startedAt === null) return Math.min(main.slotStart, delivery.pickup.slotStart) - 10 * MINUTE;
	if (delivery.status === 'scheduled' && isPickedUp(state, delivery)) return delivery.pickup.slotStart;
	return (main.slotStart + main.slotEnd) / 2;
}
