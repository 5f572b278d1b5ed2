import { z } from 'zod/v4';
import type { Route } from '../../frame/carrier';
import { answer, paged } from '../requests/answer';
import { check } from '../requests/check';
import { apiRoutes, type Admitted } from '../requests/guard';
import { fits, one } from '../requests/query';
import { invalid, notFound } from '../requests/refusal';
import { atLeastOne, moment, text } from '../requests/shapes';
import type { CubynState } from '../state';
import { changeLot, type LotChange } from './changeLot';
import { lotId, totals } from './lots';
import type { CubynLot } from './stock.types';
import { lotAlone, lotHead, lotInList } from './viewV3';

const MOST_IDS = 1000;

const status = z.strictObject({ blocked: z.boolean().optional(), isBlocked: z.boolean().optional() });
const change = status.extend({ date: moment.optional(), reference: text.optional() }).refine(atLeastOne, 'atLeastOne');
const statusAlone = status.refine(atLeastOne, 'atLeastOne');

export const lotRoutesV3: Route<CubynState>[] = [
	...apiRoutes({
		name: 'lotsV3.list',
		method: 'GET',
		paths: ['/v3/inventory/lots'],
		effect: 'read',
		query: {
			filters: { lotIds: 'texts', productId: 'text', date: 'text', reference: 'text', withQuantity: 'flag' },
			filtersMayBeFlat: true,
			// The samples sort by the field's name in v2.
			sort: ['date', 'lotDate'],
			// Said to be 500 and 1000 by turns: 500 come unasked, 1000 at most.
			page: { usual: 500, most: 1000 },
		},
		handle: (call) => {
			const { state, query } = call;
			if ((query.values.get('lotIds')?.length ?? 0) > MOST_IDS) throw invalid({ field: 'lotIds', rule: 'max' });
			const date = one(query, 'date');
			if (date !== undefined && Number.isNaN(Date.parse(date))) throw invalid({ field: 'date', rule: 'isDate' });
			const found = ownLots(call)
				.filter((lot) => fits(query, 'lotIds', lotId(lot)) && fits(query, 'productId', lot.productId))
				.filter((lot) => fits(query, 'reference', lot.reference) && (date === undefined || lot.date === Date.parse(date)))
				.filter((lot) => one(query, 'withQuantity') !== 'true' || totals(lot).available > 0)
				.sort(query.sort === undefined ? latestFirst : byDate(query.sort.descending));
			return answer(
				paged(found, query).map((lot) => lotInList(state, lot)),
				found.length,
			);
		},
	}),
	...apiRoutes({
		name: 'lotsV3.read',
		method: 'GET',
		paths: ['/v3/inventory/lots/:id'],
		effect: 'read',
		handle: (call) => answer(lotAlone(call.state, ownLot(call))),
	}),
	...apiRoutes({
		name: 'lotsV3.update',
		method: 'PATCH',
		paths: ['/v3/inventory/lots/:id'],
		effect: 'write',
		takes: 'json',
		handle: (call) => answer(lotHead(changeLot(call.state, ownLot(call), wished(check(change, call.body))))),
	}),
	...apiRoutes({
		name: 'lotsV3.status',
		method: 'PATCH',
		paths: ['/v3/inventory/lots/:id/status'],
		effect: 'write',
		takes: 'json',
		handle: (call) => {
			const before = ownLot(call);
			const after = changeLot(call.state, before, wished(check(statusAlone, call.body)));
			return answer(lotHead(call.state.settings.staleLotStatus ? before : after));
		},
	}),
];

/** Asked as `blocked`, answered as `isBlocked`; both are taken. */
function wished({ blocked, isBlocked = blocked, date, reference }: z.infer<typeof change>): LotChange {
	return {
		...(isBlocked !== undefined && { isBlocked }),
		...(date !== undefined && { date }),
		...(reference !== undefined && { reference }),
	};
}

function ownLots({ state, account, asOf }: Admitted): CubynLot[] {
	return state.lots.all(asOf).filter(({ ownerId, mergedInto }) => ownerId === account.id && mergedInto === null);
}

function ownLot(call: Admitted): CubynLot {
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
