import type { CykeCompletion, CykeDelivery, CykeStatus, CykeTask } from './backoffice.types';
import type { CykeState } from './state';
import { mainTask } from './view';

const TRANSITIONS: Record<CykeStatus, readonly CykeStatus[]> = {
	saved: ['ready', 'scheduled', 'cancelled'],
	ready: ['scheduled', 'saved', 'cancelled'],
	// Dispatch may take a delivery back from a rider.
	scheduled: ['picked_up', 'delivered', 'failed', 'saved', 'cancelled'],
	picked_up: ['delivered', 'failed'],
	delivered: [],
	failed: [],
	cancelled: [],
};

export function assertTransition({ status, id }: CykeDelivery, next: CykeStatus): void {
	if (!TRANSITIONS[status].includes(next)) throw new Error(`Delivery ${id} cannot go from ${status} to ${next}`);
}

/** Stores the new status and calls the webhooks. */
export function transitionTo(
	state: CykeState,
	before: CykeDelivery,
	status: CykeStatus,
	completion: CykeCompletion = {},
): CykeDelivery {
	const now = state.context.clock.now();
	const started = status === 'picked_up' || status === 'delivered' || status === 'failed';
	const after: CykeDelivery = {
		...before,
		status,
		startedAt: started ? (before.startedAt ?? now) : before.startedAt,
		...completedTasks(state, before, status, completion),
	};
	state.deliveries.put(before.id, after);
	state.webhooks.emit(after);
	return after;
}

function completedTasks(
	state: CykeState,
	before: CykeDelivery,
	status: CykeStatus,
	completion: CykeCompletion,
): Partial<Pick<CykeDelivery, 'dropoff' | 'pickup'>> {
	const completedAt = state.context.clock.now();
	const pickup = { ...before.pickup, completedAt: before.pickup.completedAt ?? completedAt };
	if (status === 'picked_up') return { pickup };
	if (status === 'failed') return failedTask(before, completedAt, completion);
	if (status !== 'delivered') return {};
	const main = mainTask(before);
	const done: CykeTask = {
		...main,
		completedAt: main.completedAt ?? completedAt,
		completionText: completion.completionText ?? null,
		signature: { token: state.newToken(), acceptedBy: completion.acceptedBy ?? main.place.recipient_name },
		pictures: Array.from({ length: completion.pictures ?? 1 }, () => state.newToken()),
	};
	const dropoff = { ...before.dropoff, completedAt };
	return before.direction === 'inbound' ? { pickup: done, dropoff } : { pickup, dropoff: done };
}

/** Either task may fail: the recipient is absent, or there is nothing to collect. */
function failedTask(
	before: CykeDelivery,
	completedAt: number,
	{ failedTask: name = before.direction === 'inbound' ? 'pickup' : 'dropoff', ...completion }: CykeCompletion,
): Partial<Pick<CykeDelivery, 'dropoff' | 'pickup'>> {
	const failed: CykeTask = {
		...before[name],
		completedAt,
		failureReason: completion.failureReason ?? 'Recipient absent',
		completionText: completion.completionText ?? null,
	};
	return name === 'pickup' ? { pickup: failed } : { dropoff: failed };
}
