import { z } from 'zod/v4';
import type { Route } from '../../framework/carrier';
import { jsonResponse, pageOf } from '../requests/responses';
import { check } from '../requests/check';
import { apiRoutes, type AuthenticatedCall } from '../requests/guard';
import { matchesFilter, firstValue } from '../requests/query';
import { invalid, notFound } from '../requests/api-error';
import { atLeastOne, moment, text } from '../requests/field-schemas';
import type { CubynState } from '../state';
import { changeLot, type LotChange } from './change-lot';
import { lotId, totals } from './lots';
import type { CubynLot } from './stock.types';
import { lotView, lotSummary, lotListView } from './view-v3';

const MAX_IDS = 1000;

const status = z.strictObject({ blocked: z.boolean().optional(), isBlocked: z.boolean().optional() });
const change = status.extend({ date: moment.optional(), reference: text.optional() }).refine(atLeastOne, 'atLeastOne');
const statusChange = status.refine(atLeastOne, 'atLeastOne');

export const lotRoutesV3: Route<CubynState>[] = [
	...apiRoutes({
		name: 'lotsV3.list',
		method: 'GET',
		paths: ['/v3/inventory/lots'],
		effect: 'read',
		query: {
			filters: { lotIds: 'texts', productId: 'text', date: 'text', reference: 'text', withQuantity: 'flag' },
			allowFlatFilters: true,
			// The samples sort by the field's name in v2.
			sort: ['date', 'lotDate'],
			// The documentation gives both 500 and 1000: here the default is 500 and the maximum 1000.
			page: { defaultLimit: 500, maxLimit: 1000 },
		},
		handle: (call) => {
			const { state, query } = call;
			if ((query.values.get('lotIds')?.length ?? 0) > MAX_IDS) throw invalid({ field: 'lotIds', rule: 'max' });
			const date = firstValue(query, 'date');
			if (date !== undefined && Number.isNaN(Date.parse(date))) throw invalid({ field: 'date', rule: 'isDate' });
			const found = ownLots(call)
				.filter((lot) => matchesFilter(query, 'lotIds', lotId(lot)) && matchesFilter(query, 'productId', lot.productId))
				.filter(
					(lot) =>
						matchesFilter(query, 'reference', lot.reference) && (date === undefined || lot.date === Date.parse(date)),
				)
				.filter((lot) => firstValue(query, 'withQuantity') !== 'true' || totals(lot).available > 0)
				.sort(query.sort === undefined ? latestFirst : byDate(query.sort.descending));
			return jsonResponse(
				pageOf(found, query).map((lot) => lotListView(state, lot)),
				found.length,
			);
		},
	}),
	...apiRoutes({
		name: 'lotsV3.read',
		method: 'GET',
		paths: ['/v3/inventory/lots/:id'],
		effect: 'read',
		handle: (call) => jsonResponse(lotView(call.state, ownLot(call))),
	}),
	...apiRoutes({
		name: 'lotsV3.update',
		method: 'PATCH',
		paths: ['/v3/inventory/lots/:id'],
		effect: 'write',
		bodyType: 'json',
		handle: (call) =>
			jsonResponse(lotSummary(changeLot(call.state, ownLot(call), toLotChange(check(change, call.body))))),
	}),
	...apiRoutes({
		name: 'lotsV3.status',
		method: 'PATCH',
		paths: ['/v3/inventory/lots/:id/status'],
		effect: 'write',
		bodyType: 'json',
		handle: (call) => {
			const before = ownLot(call);
			const after = changeLot(call.state, before, toLotChange(check(statusChange, call.body)));
			return jsonResponse(lotSummary(call.state.settings.staleLotStatus ? before : after));
		},
	}),
];

/** The request uses `blocked`, the response `isBlocked`. Both are accepted. */
function toLotChange({ blocked, isBlocked = blocked, date, reference }: z.infer<typeof change>): LotChange {
	return {
		...(isBlocked !== undefined && { isBlocked }),
		...(date !== undefined && { date }),
		...(reference !== undefined && { reference }),
	};
}

function ownLots({ state, account, asOf }: AuthenticatedCall): CubynLot[] {
	return state.lots.all(asOf).filter(({ ownerId, mergedInto }) => ownerId === account.id && mergedInto === null);
}

function ownLot(call: AuthenticatedCall): CubynLot {
	const lot = ownLots(call).find((other) => lotId(other) === call.params.id);
	if (lot === undefined) throw notFound('lot for this id');
	return lot;
}

function latestFirst(a: CubynLot, b: CubynLot): number {
	return b.updatedAt - a.updatedAt || b.number - a.number;
}

function byDate(descending: boolean): (a: CubynLot, b: CubynLot) => number {
	return (a, b) => (descending ? b.date - a.date : a.date - b.date);
}
