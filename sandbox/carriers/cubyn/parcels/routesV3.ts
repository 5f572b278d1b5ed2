import type { Route } from '../../frame/carrier';
import { answer, paged } from '../requests/answer';
import { apiRoutes } from '../requests/guard';
import { fits, one } from '../requests/query';
import { invalid } from '../requests/refusal';
import type { CubynState } from '../state';
import { ownParcel, ownParcels } from './ownParcel';
import { parcelViewV3 } from './parcelViewV3';
import { isV2Status, V3_STATUSES, v3Status } from './statuses';

export const parcelRoutesV3: Route<CubynState>[] = [
	...apiRoutes({
		name: 'parcelsV3.list',
		method: 'GET',
		paths: ['/v3/parcels'],
		effect: 'read',
		query: {
			filters: { parcelIds: 'numbers', status: 'text', orderRef: 'text', type: 'text' },
			filtersMayBeFlat: true,
			page: { usual: 500, most: 500 },
		},
		handle: (call) => {
			const { state, query } = call;
			const status = one(query, 'status');
			// The sample shows a word of v2, so both vocabularies find.
			if (status !== undefined && !isV3(status) && !isV2Status(status)) throw invalid({ field: 'status', rule: 'isIn' });
			const found = ownParcels(call)
				.filter(({ id, type }) => fits(query, 'parcelIds', id) && fits(query, 'type', type))
				.filter(({ given }) => fits(query, 'orderRef', given.orderRef ?? ''))
				.filter((parcel) => status === undefined || status === (isV3(status) ? v3Status(parcel) : parcel.status))
				.sort((a, b) => b.createdAt - a.createdAt || b.id - a.id);
			// Of the lists of v3 this is the one that does not promise a total count.
			return answer(paged(found, query).map((parcel) => parcelViewV3(state, parcel)));
		},
	}),
	...apiRoutes({
		name: 'parcelsV3.read',
		method: 'GET',
		paths: ['/v3/parcels/:id'],
		effect: 'read',
		handle: (call) => answer(parcelViewV3(call.state, ownParcel(call, call.asOf))),
	}),
];

function isV3(word: string): boolean {
	return V3_STATUSES.some((status) => status === word);
}
