import type { Owner } from '../owner';
import type { CubynParcel } from '../parcels/parcel.types';
import { transitionTo } from '../parcels/transitions';
import { forbidden } from '../requests/api-error';
import type { CubynState } from '../state';
import type { CubynCollect } from './collect.types';
import type { readCollect } from './collect-body';
import { timeslots } from './timeslots';

/** A collect takes every waiting parcel of the shop. */
export function createCollect(state: CubynState, owner: Owner, input: ReturnType<typeof readCollect>): CubynCollect {
	const { account, application } = owner;
	const now = state.context.clock.now();
	const id = state.newId();
	const collect = state.collects.put(id, {
		id,
		shipperId: account.id,
		applicationId: application.id,
		status: 'CREATED',
		address: input.address ?? account.address,
		contactName: input.contactName ?? `${account.firstName} ${account.lastName}`,
		contactPhone: input.contactPhone ?? account.phone,
		pickupAt: input.pickupAt ?? timeslots(now)[0]?.date ?? now,
		volumeCategory: input.volumeCategory,
		createdAt: now,
		updatedAt: now,
		deleted: false,
	});
	for (const parcel of state.parcels.all()) {
		const isWaiting = parcel.status === 'CREATED' || parcel.status === 'PREPARED';
		const isUnassigned =
			!parcel.isStorage && !parcel.deleted && parcel.collectId === null && parcel.type === 'SHIPMENT';
		if (parcel.shipperId === account.id && isWaiting && isUnassigned)
			state.parcels.put(parcel.id, { ...parcel, collectId: id });
	}
	confirmAtSlot(state, collect);
	return collect;
}

/** Confirmed by itself when its slot begins. */
export function confirmAtSlot(state: CubynState, { id, pickupAt }: CubynCollect): void {
	state.context.clock.runAt(pickupAt, () => {
		const collect = state.collects.get(id);
		const isDue = collect !== undefined && !collect.deleted && collect.status === 'CREATED';
		if (isDue && collect.pickupAt <= state.context.clock.now())
			storeCollect(state, { ...collect, status: 'CONFIRMED' });
	});
}

export function assertEditable({ status }: CubynCollect): void {
	if (status !== 'CREATED') throw forbidden(`Collect is ${status} and cannot be changed any more`);
}

export function storeCollect(state: CubynState, collect: CubynCollect): CubynCollect {
	return state.collects.put(collect.id, { ...collect, updatedAt: state.context.clock.now() });
}

export function parcelsOf(state: CubynState, { id }: CubynCollect): CubynParcel[] {
	return state.parcels.all().filter(({ collectId, deleted }) => collectId === id && !deleted);
}

export function deleteCollect(state: CubynState, collect: CubynCollect): void {
	for (const parcel of parcelsOf(state, collect)) state.parcels.put(parcel.id, { ...parcel, collectId: null });
	storeCollect(state, { ...collect, deleted: true });
}

export function activeCollects(state: CubynState): { id: string; dueAt: number }[] {
	return state.collects
		.all()
		.filter(({ status, deleted }) => status !== 'PICKED' && !deleted)
		.map(({ id, pickupAt }) => ({ id: `collect:${id}`, dueAt: pickupAt }));
}

export function stepCollect(state: CubynState, collect: CubynCollect): boolean {
	if (collect.deleted || collect.status === 'PICKED') return false;
	if (collect.status === 'CREATED') {
		storeCollect(state, { ...collect, status: 'CONFIRMED' });
		return true;
	}
	storeCollect(state, { ...collect, status: 'PICKED' });
	for (const parcel of parcelsOf(state, collect)) {
		const isWaiting = parcel.status === 'CREATED' || parcel.status === 'PREPARED';
		if (isWaiting && parcel.cancellationStatus !== 'SUCCEEDED') transitionTo(state, parcel, 'PICKED');
	}
	return true;
}
