import type { CykeCompletion, CykeDelivery, CykeStatus, CykeTask } from './desk.types';
import type { CykeState } from './state';
import { mainTask } from './view';

const AFTER: Record<CykeStatus, readonly CykeStatus[]> = {
	saved: ['ready', 'scheduled', 'cancelled'],
	ready: ['scheduled', 'saved', 'cancelled'],
	// Dispatch may take a delivery back from a rider.
	scheduled: ['picked_up', 'delivered', 'failed', 'saved', 'cancelled'],
	picked_up: ['delivered', 'failed'],
	delivered: [],
	failed: [],
	cancelled: [],
};

export function assertStep({ status, direction, id }: CykeDelivery, next: CykeStatus): void {
	if (!AFTER[status].includes(next)) throw new Error(`Delivery ${id} cannot go from ${status} to ${next}`);
	if (next === 'picked_up' && direction !== 'other') {
		throw new Error(`Delivery ${id} has only one end of its own: it is never picked_up`);
	}
}

/** Stores the new status and tells the webhooks. */
export function moveTo(
	state: CykeState,
	before: CykeDelivery,
	status: CykeStatus,
	completion: CykeCompletion = {},
): CykeDelivery {
	const now = state.house.clock.now();
	const started = status === 'picked_up' || status === 'delivered' || status === 'failed';
	const moved: CykeDelivery = {
		...before,
		status,
		startedAt: started ? (before.startedAt ?? now) : before.startedAt,
		...completedTasks(state, before, status, completion),
	};
	state.deliveries.put(before.id, moved);
	state.webhooks.emit(state, moved);
	return moved;
}

function completedTasks(
	state: CykeState,
	before: CykeDelivery,
	status: CykeStatus,
	completion: CykeCompletion,
): Partial<Pick<CykeDelivery, 'dropoff' | 'pickup'>> {
	const completedAt = state.house.clock.now();
	if (status === 'picked_up') return { pickup: { ...before.pickup, completedAt } };
	if (status !== 'delivered' && status !== 'failed') return {};
	const failed = status === 'failed';
	const done: CykeTask = {
		...mainTask(before),
		completedAt,
		failureReason: failed ? (completion.failureReason ?? 'Recipient absent') : null,
		completionText: completion.completionText ?? null,
		signature: failed
			? null
			: { token: state.newToken(), acceptedBy: completion.acceptedBy ?? mainTask(before).place.recipient_name },
		pictures: failed ? [] : Array.from({ length: completion.pictures ?? 1 }, () => state.newToken()),
	};
	return before.direction === 'inbound' ? { pickup: done } : { dropoff: done };
}
