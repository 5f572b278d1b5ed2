import type { Route } from '../../frame/carrier';
import { answer, listed, nothing } from '../requests/answer';
import { apiRoutes } from '../requests/guard';
import { one } from '../requests/query';
import type { CubynState } from '../state';
import { collectView } from '../collects/collectView';
import { askCancellation } from './cancel';
import { assertChangeable, changeParcel, deleteParcel } from './change';
import { createParcel } from './createParcel';
import { ownParcel, ownParcels } from './ownParcel';
import { readChange, readParcel } from './parcelBody';
import { createdView, parcelView } from './parcelView';
import { createReturn } from './returns';

export const parcelRoutes: Route<CubynState>[] = [
	...apiRoutes({
		name: 'parcels.list',
		method: 'GET',
		paths: ['/v2/parcels'],
		effect: 'read',
		query: {
			filters: { id: 'number', status: 'text', type: 'text', orderRef: 'text' },
			sort: ['id', 'createdAt', 'updatedAt'],
			page: { usual: 500, most: 500 },
		},
		handle: (call) => {
			const wanted = (name: string, value: string | undefined) => [undefined, value].includes(one(call.query, name));
			const found = ownParcels(call).filter(
				({ id, status, type, given }) =>
					wanted('id', String(id)) && wanted('status', status) && wanted('type', type) && wanted('orderRef', given.orderRef),
			);
			const { field = 'id', descending = true } = call.query.sort ?? {};
			const key = field === 'createdAt' || field === 'updatedAt' ? field : 'id';
			found.sort((a, b) => (descending ? -1 : 1) * (a[key] - b[key] || a.id - b.id));
			return listed(found, call.query, parcelView);
		},
	}),
	...apiRoutes({
		name: 'parcels.create',
		method: 'POST',
		// The older document leaves the version out of its first table.
		paths: ['/v2/parcels', '/parcels'],
		effect: 'write',
		takes: 'json',
		handle: (call) => answer(createdView(createParcel(call.state, call, readParcel(call.body)))),
	}),
	...apiRoutes({
		name: 'parcels.read',
		method: 'GET',
		paths: ['/v2/parcels/:id'],
		effect: 'read',
		handle: (call) => {
			const parcel = ownParcel(call, call.asOf);
			const collect = parcel.collectId === null ? undefined : call.state.collects.get(parcel.collectId);
			return answer({ ...parcelView(parcel), ...(!parcel.isStorage && { collect: collect ? collectView(collect) : null }) });
		},
	}),
	...apiRoutes({
		name: 'parcels.update',
		method: 'PUT',
		paths: ['/v2/parcels/:id'],
		effect: 'write',
		takes: 'json',
		handle: (call) => {
			const before = ownParcel(call);
			const given = readChange(call.body, before.given);
			assertChangeable(call.state, before);
			return answer(parcelView(changeParcel(call.state, before, given)));
		},
	}),
	...apiRoutes({
		name: 'parcels.delete',
		method: 'DELETE',
		paths: ['/v2/parcels/:id'],
		effect: 'write',
		handle: (call) => {
			deleteParcel(call.state, ownParcel(call));
			return nothing();
		},
	}),
	...apiRoutes({
		name: 'parcels.cancel',
		method: 'PUT',
		paths: ['/v2/parcels/:id/cancel'],
		effect: 'write',
		handle: (call) => answer(parcelView(askCancellation(call.state, ownParcel(call)))),
	}),
	...apiRoutes({
		name: 'parcels.return',
		method: 'POST',
		paths: ['/v2/parcels/:id/recipient-returns'],
		effect: 'write',
		handle: (call) => answer(parcelView(createReturn(call.state, ownParcel(call)))),
	}),
];
