import type { Owner } from '../parcels/createParcel';
import type { CubynParcel } from '../parcels/parcel.types';
import { moveTo } from '../parcels/progress';
import { forbidden } from '../requests/refusal';
import type { CubynState } from '../state';
import type { CubynCollect } from './collect.types';
import type { readCollect } from './collectBody';
import { timeslots } from './timeslots';

/** Whoever collects takes every parcel of the shop's that waits. */
export function createCollect(state: CubynState, owner: Owner, input: ReturnType<typeof readCollect>): CubynCollect {
	const { account, application } = owner;
	const now = state.house.clock.now();
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
		const waits = parcel.status === 'CREATED' || parcel.status === 'PREPARED';
		const free = !parcel.isStorage && !parcel.deleted && parcel.collectId === null && parcel.type === 'SHIPMENT';
		if (parcel.shipperId === account.id && waits && free) state.parcels.put(parcel.id, { ...parcel, collectId: id });
	}
	confirmAtSlot(state, collect);
	return collect;
}

/** Confirmed by itself when its slot begins. */
export function confirmAtSlot(state: CubynState, { id, pickupAt }: CubynCollect): void {
	state.house.clock.at(pickupAt, () => {
		const collect = state.collects.get(id);
		const due = collect !== undefined && !collect.deleted && collect.status === 'CREATED';
		if (due && collect.pickupAt <= state.house.clock.now()) put(state, { ...collect, status: 'CONFIRMED' });
	});
}

export function assertEditable({ status }: CubynCollect): void {
	if (status !== 'CREATED') throw forbidden(`Collect is ${status} and cannot be changed any more`);
}

export function put(state: CubynState, collect: CubynCollect): CubynCollect {
	return state.collects.put(collect.id, { ...collect, updatedAt: state.house.clock.now() });
}

export function parcelsOf(state: CubynState, { id }: CubynCollect): CubynParcel[] {
	return state.parcels.all().filter(({ collectId, deleted }) => collectId === id && !deleted);
}

export function deleteCollect(state: CubynState, collect: CubynCollect): void {
	for (const parcel of parcelsOf(state, collect)) state.parcels.put(parcel.id, { ...parcel, collectId: null });
	put(state, { ...collect, deleted: true });
}

export function liveCollects(state: CubynState): { id: string; dueAt: number }[] {
	return state.collects
		.all()
		.filter(({ status, deleted }) => status !== 'PICKED' && !deleted)
		.map(({ id, pickupAt }) => ({ id: `collect:${id}`, dueAt: pickupAt }));
}

export function stepCollect(state: CubynState, collect: CubynCollect): boolean {
	if (collect.deleted || collect.status === 'PICKED') return false;
	if (collect.status === 'CREATED') {
		put(state, { ...collect, status: 'CONFIRMED' });
		return true;
	}
	put(state, { ...collect, status: 'PICKED' });
	for (const parcel of parcelsOf(state, collect)) {
		const waits = parcel.status === 'CREATED' || parcel.status === 'PREPARED';
		if (waits && parcel.cancellationStatus !== 'SUCCEEDED') moveTo(state, parcel, 'PICKED');
	}
	return true;
}
