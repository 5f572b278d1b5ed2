import type { Route } from '../../framework/carrier';
import type { Moment } from '../../framework/clock.types';
import { parcelView } from '../parcels/parcel-view';
import { jsonResponse, listResponse, emptyResponse } from '../requests/responses';
import { apiRoutes, type AuthenticatedCall } from '../requests/guard';
import { notFound } from '../requests/api-error';
import { iso } from '../requests/time';
import type { CubynState } from '../state';
import { userView } from '../users/user-view';
import type { CubynCollect } from './collect.types';
import { readCollect, readCollectChange } from './collect-body';
import { assertEditable, confirmAtSlot, createCollect, deleteCollect, parcelsOf, storeCollect } from './collects';
import { collectView } from './collect-view';
import { SLOT_MINUTES, timeslots } from './timeslots';

/** Legacy product: goods are collected at the shop. */
export const collectRoutes: Route<CubynState>[] = [
	...apiRoutes({
		name: 'timeslots.list',
		method: 'GET',
		paths: ['/v2/timeslots'],
		effect: 'read',
		handle: ({ state }) => {
			const slots = timeslots(state.context.clock.now());
			return jsonResponse(slots.map(({ asap, date }) => ({ asap, date: iso(date), duration: SLOT_MINUTES })));
		},
	}),
	...apiRoutes({
		name: 'collects.list',
		method: 'GET',
		paths: ['/v2/collects'],
		effect: 'read',
		query: { page: { defaultLimit: 500, maxLimit: 500 } },
		handle: ({ state, account, query, asOf }) => {
			const found = state.collects.all(asOf).filter(({ shipperId, deleted }) => shipperId === account.id && !deleted);
			return listResponse(found, query, collectView);
		},
	}),
	...apiRoutes({
		name: 'collects.create',
		method: 'POST',
		// The older document leaves the version out of its first table.
		paths: ['/v2/collects', '/collects'],
		effect: 'write',
		bodyType: 'json',
		handle: (call) =>
			jsonResponse(
				collectView(createCollect(call.state, call, readCollect(call.body, call.state.context.clock.now()))),
			),
	}),
	...apiRoutes({
		name: 'collects.read',
		method: 'GET',
		paths: ['/v2/collects/:id'],
		effect: 'read',
		handle: (call) => {
			const collect = ownCollect(call, call.asOf);
			const parcels = parcelsOf(call.state, collect).map(parcelView);
			return jsonResponse({ ...collectView(collect), shipper: userView(call.account), parcels });
		},
	}),
	...apiRoutes({
		name: 'collects.update',
		method: 'PUT',
		paths: ['/v2/collects/:id'],
		effect: 'write',
		bodyType: 'json',
		handle: (call) => {
			const before = ownCollect(call);
			const changes = readCollectChange(call.body, call.state.context.clock.now());
			assertEditable(before);
			const after = storeCollect(call.state, { ...before, ...changes });
			if (after.pickupAt !== before.pickupAt) confirmAtSlot(call.state, after);
			return jsonResponse(collectView(after));
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
			return emptyResponse();
		},
	}),
];

function ownCollect({ state, account, params }: AuthenticatedCall, asOf?: Moment): CubynCollect {
	const collect = state.collects.get(Number(params.id), asOf);
	if (collect?.shipperId !== account.id || collect.deleted) throw notFound('Collect');
	return collect;
}
