import type { CykeDelivery } from './desk.types';
import { moveTo } from './progress';
import type { CykeState } from './state';
import { mainTask } from './view';

const MINUTE = 60_000;
const FINAL = new Set(['delivered', 'failed', 'cancelled']);

export function live(state: CykeState): { id: string; dueAt: number }[] {
	return state.deliveries
		.all()
		.filter(({ status }) => !FINAL.has(status))
		.map((delivery) => ({ id: String(delivery.id), dueAt: dueAt(delivery) }));
}

/** One step of a rider: gets the job, sets off, picks up where there is something to pick up, hands over. */
export function step(state: CykeState, delivery: CykeDelivery): boolean {
	if (FINAL.has(delivery.status)) return false;
	if (delivery.status === 'saved' || delivery.status === 'ready') moveTo(state, delivery, 'scheduled');
	else if (delivery.startedAt === null) setOff(state, delivery);
	else if (delivery.status === 'scheduled' && delivery.direction === 'other') moveTo(state, delivery, 'picked_up');
	else if (delivery.willFail !== null) moveTo(state, delivery, 'failed', { failureReason: delivery.willFail });
	else moveTo(state, delivery, 'delivered', { completionText: 'Handed over at the door' });
	return true;
}

/** No status changes, and no event is sent: only the tracking page appears. */
export function setOff(state: CykeState, delivery: CykeDelivery): CykeDelivery {
	return state.deliveries.put(delivery.id, { ...delivery, startedAt: state.house.clock.now() });
}

function dueAt(delivery: CykeDelivery): number {
	const main = mainTask(delivery);
	if (delivery.status === 'saved' || delivery.status === 'ready') return delivery.createdAt + MINUTE;
	if (delivery.startedAt === null) return Math.min(main.slotStart, delivery.pickup.slotStart) - 10 * MINUTE;
	if (delivery.status === 'scheduled' && delivery.direction === 'other') return delivery.pickup.slotStart;
	return (main.slotStart + main.slotEnd) / 2;
}
