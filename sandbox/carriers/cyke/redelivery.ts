import type { CykeDelivery } from './backoffice.types';
import { newTask } from './create';
import type { Slot } from './slots';
import { computeSlot } from './slots';
import type { CykeState } from './state';
import { mainTask } from './view';

const DAY = 86_400_000;

/** Dispatch plans a failed delivery anew: another id, and each points to the other. */
export function redeliver(state: CykeState, failed: CykeDelivery, requestedSlot?: Slot): CykeDelivery {
	if (failed.status !== 'failed') throw new Error(`Delivery ${failed.id} is ${failed.status}, not failed`);
	if (failed.redeliveryId !== null) throw new Error(`Delivery ${failed.id} was planned again already`);
	const main = mainTask(failed);
	const slot = requestedSlot ?? { start: main.slotStart + DAY, end: main.slotEnd + DAY };
	const rescheduledTask = (name: 'dropoff' | 'pickup') => {
		const task = failed[name];
		return newTask(task.place, task === main ? slot : computeSlot(name, slot, state.settings), task);
	};
	const id = state.newId();
	const redelivery = state.deliveries.put(id, {
		...failed,
		id,
		createdAt: state.context.clock.now(),
		status: 'saved',
		startedAt: null,
		willFail: null,
		trackingToken: state.newToken(),
		originalDeliveryId: failed.id,
		dropoff: rescheduledTask('dropoff'),
		pickup: rescheduledTask('pickup'),
	});
	state.deliveries.put(failed.id, { ...failed, redeliveryId: id });
	state.webhooks.emit(redelivery);
	return redelivery;
}
