import type { Route } from '../../framework/carrier';
import { jsonResponse, pageOf } from '../requests/responses';
import { apiRoutes } from '../requests/guard';
import { matchesFilter, firstValue } from '../requests/query';
import { invalid } from '../requests/api-error';
import type { CubynState } from '../state';
import { ownParcel, ownParcels } from './own-parcel';
import { parcelViewV3 } from './parcel-view-v3';
import { isV2Status, V3_STATUSES, v3Status } from './statuses';

export const parcelRoutesV3: Route<CubynState>[] = [
	...apiRoutes({
		name: 'parcelsV3.list',
		method: 'GET',
		paths: ['/v3/parcels'],
		effect: 'read',
		query: {
			filters: { parcelIds: 'numbers', status: 'text', orderRef: 'text', type: 'text' },
			allowFlatFilters: true,
			page: { defaultLimit: 500, maxLimit: 500 },
		},
		handle: (call) => {
			const { state, query } = call;
			const status = firstValue(query, 'status');
			// The sample shows a word of v2, so both vocabularies find.
			if (status !== undefined && !isV3Status(status) && !isV2Status(status))
				throw invalid({ field: 'status', rule: 'isIn' });
			const found = ownParcels(call)
				.filter(({ id, type }) => matchesFilter(query, 'parcelIds', id) && matchesFilter(query, 'type', type))
				.filter(({ input }) => matchesFilter(query, 'orderRef', input.orderRef ?? ''))
				.filter((parcel) => status === undefined || status === (isV3Status(status) ? v3Status(parcel) : parcel.status))
				.sort((a, b) => b.createdAt - a.createdAt || b.id - a.id);
			// Of the lists of v3 this is the one that does not promise a total count.
			return jsonResponse(pageOf(found, query).map((parcel) => parcelViewV3(state, parcel)));
		},
	}),
	...apiRoutes({
		name: 'parcelsV3.read',
		method: 'GET',
		paths: ['/v3/parcels/:id'],
		effect: 'read',
		handle: (call) => jsonResponse(parcelViewV3(call.state, ownParcel(call, call.asOf))),
	}),
];

function isV3Status(word: string): boolean {
	return V3_STATUSES.some((status) => status === word);
}
