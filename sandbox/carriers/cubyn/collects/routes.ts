import type { Route } from '../../frame/carrier';
import type { Moment } from '../../frame/clock.types';
import { parcelView } from '../parcels/parcelView';
import { answer, listed, nothing } from '../requests/answer';
import { apiRoutes, type Admitted } from '../requests/guard';
import { notFound } from '../requests/refusal';
import { iso } from '../requests/time';
import type { CubynState } from '../state';
import { userView } from '../users/userView';
import type { CubynCollect } from './collect.types';
import { readCollect, readCollectChange } from './collectBody';
import { assertEditable, confirmAtSlot, createCollect, deleteCollect, parcelsOf, put } from './collects';
import { collectView } from './collectView';
import { SLOT_MINUTES, timeslots } from './timeslots';

/** The older product: goods are fetched at the shop. */
export const collectRoutes: Route<CubynState>[] = [
	...apiRoutes({
		name: 'timeslots.list',
		method: 'GET',
		paths: ['/v2/timeslots'],
		effect: 'read',
		handle: ({ state }) => {
			const slots = timeslots(state.house.clock.now());
			return answer(slots.map(({ asap, date }) => ({ asap, date: iso(date), duration: SLOT_MINUTES })));
		},
	}),
	...apiRoutes({
		name: 'collects.list',
		method: 'GET',
		paths: ['/v2/collects'],
		effect: 'read',
		query: { page: { usual: 500, most: 500 } },
		handle: ({ state, account, query, asOf }) => {
			const found = state.collects.all(asOf).filter(({ shipperId, deleted }) => shipperId === account.id && !deleted);
			return listed(found, query, collectView);
		},
	}),
	...apiRoutes({
		name: 'collects.create',
		method: 'POST',
		// The older document leaves the version out of its first table.
		paths: ['/v2/collects', '/collects'],
		effect: 'write',
		takes: 'json',
		handle: (call) =>
			answer(collectView(createCollect(call.state, call, readCollect(call.body, call.state.house.clock.now())))),
	}),
	...apiRoutes({
		name: 'collects.read',
		method: 'GET',
		paths: ['/v2/collects/:id'],
		effect: 'read',
		handle: (call) => {
			const collect = ownCollect(call, call.asOf);
			const parcels = parcelsOf(call.state, collect).map(parcelView);
			return answer({ ...collectView(collect), shipper: userView(call.account), parcels });
		},
	}),
	...apiRoutes({
		name: 'collects.update',
		method: 'PUT',
		paths: ['/v2/collects/:id'],
		effect: 'write',
		takes: 'json',
		handle: (call) => {
			const before = ownCollect(call);
			const sent = readCollectChange(call.body, call.state.house.clock.now());
			assertEditable(before);
			const after = put(call.state, { ...before, ...sent });
			if (after.pickupAt !== before.pickupAt) confirmAtSlot(call.state, after);
			return answer(collectView(after));
		},
	}),
	...apiRoutes({
		name: 'collects.delete',
		method: 'DELETE',
		paths: ['/v2/collects/:id'],
		effect: 'write',
		handle: (call) => {
			const collect = ownCollect(call);
			assertEditable(collect);
			deleteCollect(call.state, collect);
			return nothing();
		},
	}),
];

function ownCollect({ state, account, params }: Admitted, asOf?: Moment): CubynCollect {
	const collect = state.collects.get(Number(params.id), asOf);
	if (collect?.shipperId !== account.id || collect.deleted) throw notFound('Collect');
	return collect;
}
