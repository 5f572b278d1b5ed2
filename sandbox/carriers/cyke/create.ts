import { creationMoment } from '../framework/creation-moment';
import type { DeliveryInput, TaskInput } from './body';
import type { ApiVersion, CykeAccount, CykeDelivery, CykePlace, CykeTask } from './backoffice.types';
import { readPackages } from './packages';
import { checkPlace } from './places';
import { fieldLabel, unprocessable } from './api-error';
import { checkSlot, computeSlot, readSlot, type Slot, type TaskName } from './slots';
import type { CykeState } from './state';

/** Throws a refusal with every sentence at once, or returns the delivery, stored. */
export function createDelivery(
	state: CykeState,
	account: CykeAccount,
	input: DeliveryInput,
	apiVersion: ApiVersion,
): CykeDelivery {
	const errors: string[] = [];
	const packages = readPackages(input.packages, account, apiVersion, errors);
	if (input.dropoff === undefined && input.pickup === undefined) errors.push('Dropoff or pickup must be given');

	const slots = {
		dropoff: slotOf(state, input.dropoff, 'dropoff', errors),
		pickup: slotOf(state, input.pickup, 'pickup', errors),
	};
	const task = (name: TaskName, other: Slot | undefined): CykeTask | undefined => {
		const place = placeOf(state, account, input[name], name, errors);
		const slot = slots[name] ?? (other && computeSlot(name, other, state.settings));
		if (slot === undefined || place === undefined) return undefined;
		const given = input[name];
		return newTask(place, slot, {
			specified: given !== undefined,
			savedAddress: typeof given === 'number' ? given : null,
		});
	};
	const dropoff = task('dropoff', slots.pickup);
	const pickup = task('pickup', slots.dropoff);
	if (errors.length === 0 && (dropoff === undefined || pickup === undefined)) {
		errors.push("Dropoff slot starting at can't be blank");
	}
	if (errors.length > 0 || dropoff === undefined || pickup === undefined) throw unprocessable(errors);

	const id = state.newId();
	return state.deliveries.put(id, {
		id,
		account: account.email,
		createdAt: creationMoment(state.context),
		status: 'saved',
		startedAt: null,
		trackingToken: state.newToken(),
		willFail: null,
		...(input.sender_display_name !== undefined && { senderDisplayName: input.sender_display_name }),
		comments: input.comments ?? null,
		clientOrderReference: input.client_order_reference ?? null,
		bringBackContainers: input.bring_back_containers ?? account.bringBackContainers,
		direction: directionOf(input.dropoff !== undefined, input.pickup !== undefined),
		originalDeliveryId: null,
		redeliveryId: null,
		priceCents: account.priceCents,
		dropoff,
		pickup,
		packages,
	});
}

export function directionOf(dropoff: boolean, pickup: boolean): CykeDelivery['direction'] {
	if (dropoff && pickup) return 'other';
	return dropoff ? 'outbound' : 'inbound';
}

export function newTask(place: CykePlace, slot: Slot, flags: Pick<CykeTask, 'specified' | 'savedAddress'>): CykeTask {
	return {
		slotStart: slot.start,
		slotEnd: slot.end,
		specified: flags.specified,
		savedAddress: flags.savedAddress,
		place,
		completedAt: null,
		failureReason: null,
		completionText: null,
		signature: null,
		pictures: [],
	};
}

function slotOf(state: CykeState, input: TaskInput | undefined, name: TaskName, errors: string[]): Slot | undefined {
	if (input === undefined || typeof input === 'number') return undefined;
	const slot = readSlot(input, name, undefined, errors);
	if (slot !== undefined) checkSlot(slot, name, state.context.clock.now(), state.settings, errors);
	return slot;
}

function placeOf(
	state: CykeState,
	account: CykeAccount,
	input: TaskInput | undefined,
	name: TaskName,
	errors: string[],
): CykePlace | undefined {
	if (input === undefined) return account.defaultPlace;
	if (typeof input !== 'number') return checkPlace(input.place ?? {}, name, account, state.settings, errors);
	const saved = account.savedAddresses.get(input);
	if (saved === undefined) errors.push(`${fieldLabel([name])} has no saved address with number ${input}`);
	return saved;
}
