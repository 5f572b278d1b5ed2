import type { DeliveryInput } from './body';
import { directionOf } from './create';
import type { ApiVersion, CykeAccount, CykeDelivery, CykeTask } from './backoffice.types';
import { readPackages } from './packages';
import { checkPlace } from './places';
import { fieldLabel, unprocessable } from './api-error';
import { checkSlot, readSlot, type TaskName } from './slots';
import type { CykeState } from './state';

const CHANGEABLE = new Set(['saved', 'ready', 'scheduled']);

export function assertChangeable(delivery: CykeDelivery, verb: string): void {
	if (!CHANGEABLE.has(delivery.status)) {
		throw unprocessable([`Delivery can't be ${verb} any more: it is ${delivery.status.replace('_', ' ')}`]);
	}
}

/** PUT and PATCH alike: omitted fields stay unchanged. */
export function updateDelivery(
	state: CykeState,
	account: CykeAccount,
	before: CykeDelivery,
	input: DeliveryInput,
	apiVersion: ApiVersion,
): CykeDelivery {
	assertChangeable(before, 'changed');
	const errors: string[] = [];
	const dropoff = updateTask(state, account, before, 'dropoff', input, errors);
	const pickup = updateTask(state, account, before, 'pickup', input, errors);
	// CY12: the slot that Cyke filled in on create stays where it was, even if that is after the new one.
	// The whole list is replaced, never merged.
	const packages =
		input.packages === undefined ? before.packages : readPackages(input.packages, account, apiVersion, errors);
	if (errors.length > 0) throw unprocessable(errors);

	return state.deliveries.put(before.id, {
		...before,
		...(input.sender_display_name !== undefined && { senderDisplayName: input.sender_display_name }),
		comments: input.comments ?? before.comments,
		clientOrderReference: input.client_order_reference ?? before.clientOrderReference,
		bringBackContainers: input.bring_back_containers ?? before.bringBackContainers,
		direction: directionOf(dropoff.specified, pickup.specified),
		dropoff,
		pickup,
		packages,
	});
}

function updateTask(
	state: CykeState,
	account: CykeAccount,
	before: CykeDelivery,
	name: TaskName,
	{ [name]: input }: DeliveryInput,
	errors: string[],
): CykeTask {
	const task = before[name];
	if (input === undefined) return task;
	if (typeof input === 'number') {
		const place = account.savedAddresses.get(input);
		if (place === undefined) errors.push(`${fieldLabel([name])} has no saved address with number ${input}`);
		return { ...task, specified: true, savedAddress: input, place: place ?? task.place };
	}
	const previous = { start: task.slotStart, end: task.slotEnd };
	const slot = readSlot(input, name, previous, errors) ?? previous;
	if (slot.start !== previous.start || slot.end !== previous.end) {
		checkSlot(slot, name, state.context.clock.now(), state.settings, errors);
	}
	const place = input.place && checkPlace({ ...task.place, ...input.place }, name, account, state.settings, errors);
	return {
		...task,
		slotStart: slot.start,
		slotEnd: slot.end,
		specified: task.specified || place !== undefined,
		savedAddress: place === undefined ? task.savedAddress : null,
		place: place ?? task.place,
	};
}
