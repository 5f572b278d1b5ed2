import type { DeliveryInput } from './body';
import { directionOf } from './create';
import type { CykeAccount, CykeDelivery, CykeTask } from './desk.types';
import type { Dialect } from './dialect';
import { readPackages } from './packages';
import { checkPlace } from './places';
import { unprocessable } from './refusal';
import { subject } from './sentence';
import { checkSlot, readSlot, type TaskName } from './slots';
import type { CykeState } from './state';

const CHANGEABLE = new Set(['saved', 'ready', 'scheduled']);

export function assertChangeable(delivery: CykeDelivery, verb: string): void {
	if (!CHANGEABLE.has(delivery.status)) {
		throw unprocessable([`Delivery can't be ${verb} any more: it is ${delivery.status.replace('_', ' ')}`]);
	}
}

/** PUT and PATCH alike: what is not sent stays as it is. */
export function updateDelivery(
	state: CykeState,
	account: CykeAccount,
	before: CykeDelivery,
	input: DeliveryInput,
	dialect: Dialect,
): CykeDelivery {
	assertChangeable(before, 'changed');
	const errors: string[] = [];
	const dropoff = updateTask(state, account, before, 'dropoff', input, errors);
	const pickup = updateTask(state, account, before, 'pickup', input, errors);
	// CY12: the slot that Cyke filled in on create is not worked out again on update.
	if (dialect === 'v2') {
		if (slotMoved(before.dropoff, dropoff)) assertOtherSlotSent(before, input, 'pickup', errors);
		if (slotMoved(before.pickup, pickup)) assertOtherSlotSent(before, input, 'dropoff', errors);
	}
	if (dropoff.slotEnd < pickup.slotStart) errors.push('Pickup slot must not come after the dropoff slot');
	// The whole list is replaced, never merged.
	const packages =
		input.packages === undefined ? before.packages : readPackages(input.packages, account, dialect, errors);
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
		if (place === undefined) errors.push(`${subject([name])} has no saved address with number ${input}`);
		return { ...task, specified: true, place: place ?? task.place };
	}
	const old = { start: task.slotStart, end: task.slotEnd };
	const slot = readSlot(input, name, old, errors) ?? old;
	if (slot.start !== old.start || slot.end !== old.end) {
		checkSlot(slot, name, state.house.clock.now(), state.settings, errors);
	}
	const place = input.place && checkPlace({ ...task.place, ...input.place }, name, account, state.settings, errors);
	return {
		...task,
		slotStart: slot.start,
		slotEnd: slot.end,
		specified: task.specified || place !== undefined,
		place: place ?? task.place,
	};
}

function slotMoved(before: CykeTask, after: CykeTask): boolean {
	return before.slotStart !== after.slotStart || before.slotEnd !== after.slotEnd;
}

function assertOtherSlotSent(before: CykeDelivery, input: DeliveryInput, other: TaskName, errors: string[]): void {
	if (!before[other].slotComputed) return;
	const sent = input[other];
	if (typeof sent === 'object' && sent.slot_starting_at !== undefined && sent.slot_ending_at !== undefined) return;
	errors.push(
		`${subject([other])} slot must be given together with the new ${other === 'pickup' ? 'dropoff' : 'pickup'} slot`,
	);
}
