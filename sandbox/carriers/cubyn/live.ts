import { liveCollects, stepCollect } from './collects/collects';
import { liveOrders, stepOrder } from './inbound/progress';
import { liveParcels, stepParcel } from './parcels/courier';
import type { CubynState } from './state';

/** Parcels, collects and inbound orders: all that people of Cubyn carry about. */
export function live(state: CubynState): { id: string; dueAt: number }[] {
	return [...liveCollects(state), ...liveOrders(state), ...liveParcels(state)];
}

export function step(state: CubynState, name: string): void {
	const [kind, id = ''] = name.split(':');
	const parcel = kind === 'parcel' ? state.parcels.get(Number(id)) : undefined;
	const collect = kind === 'collect' ? state.collects.get(Number(id)) : undefined;
	const order = kind === 'inbound' ? state.orders.get(id) : undefined;
	if (parcel !== undefined) stepParcel(state, parcel);
	if (collect !== undefined) stepCollect(state, collect);
	if (order !== undefined) stepOrder(state, order);
}
