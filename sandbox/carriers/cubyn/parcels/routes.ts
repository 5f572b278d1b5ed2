import type { Route } from '../../framework/carrier';
import { jsonResponse, listResponse, emptyResponse } from '../requests/responses';
import { apiRoutes } from '../requests/guard';
import { firstValue } from '../requests/query';
import type { CubynState } from '../state';
import { collectView } from '../collects/collect-view';
import { requestCancellation } from './cancel';
import { assertChangeable, changeParcel, deleteParcel } from './change';
import { createParcel } from './create-parcel';
import { ownParcel, ownParcels } from './own-parcel';
import { readChange, readParcel } from './parcel-body';
import { createdView, parcelView } from './parcel-view';
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
			page: { defaultLimit: 500, maxLimit: 500 },
		},
		handle: (call) => {
			const matches = (name: string, value: string | undefined) =>
				[undefined, value].includes(firstValue(call.query, name));
			const found = ownParcels(call).filter(
				({ id, status, type, input }) =>
					matches('id', String(id)) &&
					matches('status', status) &&
					matches('type', type) &&
					matches('orderRef', input.orderRef),
			);
			const { field = 'id', descending = true } = call.query.sort ?? {};
			const key = field === 'createdAt' || field === 'updatedAt' ? field : 'id';
			found.sort((a, b) => (descending ? -1 : 1) * (a[key] - b[key] || a.id - b.id));
			return listResponse(found, call.query, parcelView);
		},
	}),
	...apiRoutes({
		name: 'parcels.create',
		method: 'POST',
		// The older document leaves the version out of its first table.
		paths: ['/v2/parcels', '/parcels'],
		effect: 'write',
		bodyType: 'json',
		handle: (call) => jsonResponse(createdView(createParcel(call.state, call, readParcel(call.body)))),
	}),
	...apiRoutes({
		name: 'parcels.read',
		method: 'GET',
		paths: ['/v2/parcels/:id'],
		effect: 'read',
		handle: (call) => {
			const parcel = ownParcel(call, call.asOf);
			const collect = parcel.collectId === null ? undefined : call.state.collects.get(parcel.collectId);
			return jsonResponse({
				...parcelView(parcel),
				...(!parcel.isStorage && { collect: collect ? collectView(collect) : null }),
			});
		},
	}),
	...apiRoutes({
		name: 'parcels.update',
		method: 'PUT',
		paths: ['/v2/parcels/:id'],
		effect: 'write',
		bodyType: 'json',
		handle: (call) => {
			const before = ownParcel(call);
			const input = readChange(call.body, before.input);
			assertChangeable(call.state, before);
			return jsonResponse(parcelView(changeParcel(call.state, before, input)));
		},
	}),
	...apiRoutes({
		name: 'parcels.delete',
		method: 'DELETE',
		paths: ['/v2/parcels/:id'],
		effect: 'write',
		handle: (call) => {
			deleteParcel(call.state, ownParcel(call));
			return emptyResponse();
		},
	}),
	...apiRoutes({
		name: 'parcels.cancel',
		method: 'PUT',
		paths: ['/v2/parcels/:id/cancel'],
		effect: 'write',
		handle: (call) => jsonResponse(parcelView(requestCancellation(call.state, ownParcel(call)))),
	}),
	...apiRoutes({
		name: 'parcels.return',
		method: 'POST',
		paths: ['/v2/parcels/:id/recipient-returns'],
		effect: 'write',
		handle: (call) => jsonResponse(parcelView(createReturn(call.state, ownParcel(call)))),
	}),
];
