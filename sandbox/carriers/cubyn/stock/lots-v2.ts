import type { Route } from '../../framework/carrier';
import { jsonResponse, pageOf } from '../requests/responses';
import { apiRoutes } from '../requests/guard';
import { matchesFilter, firstValue } from '../requests/query';
import { invalid } from '../requests/api-error';
import { iso } from '../requests/time';
import type { CubynState } from '../state';
import { GROUPS, lotIdV2, totals } from './lots';
import type { CubynCounts, CubynLot } from './stock.types';

const AGGREGATION = 'lotNumberLotDateProductId';

export const lotRoutesV2: Route<CubynState>[] = apiRoutes({
	name: 'lots.list',
	method: 'GET',
	paths: ['/v2/inventory/lots'],
	effect: 'read',
	query: {
		flat: { productId: 'text', withQuantity: 'flag', query: 'text', aggregatedBy: 'text' },
		sort: ['lotDate'],
		page: { defaultLimit: 1000, maxLimit: 1000 },
	},
	handle: ({ state, account, query, asOf }) => {
		const aggregatedBy = firstValue(query, 'aggregatedBy');
		if (aggregatedBy !== undefined && aggregatedBy !== AGGREGATION)
			throw invalid({ field: 'aggregatedBy', rule: 'isIn' });
		const words = firstValue(query, 'query')?.toLowerCase() ?? '';
		const lots = state.lots
			.all(asOf)
			.filter((lot) => lot.ownerId === account.id && lot.mergedInto === null)
			.filter((lot) => matchesFilter(query, 'productId', lot.productId) && lot.reference.toLowerCase().includes(words));
		if (query.sort !== undefined) {
			const sign = query.sort.descending ? -1 : 1;
			lots.sort((a, b) => sign * (a.date - b.date));
		}
		const rows = lots
			.flatMap((lot) => (aggregatedBy === undefined ? perWarehouse(lot) : [{ lot, counts: totals(lot) }]))
			.filter(
				({ counts }) => firstValue(query, 'withQuantity') !== 'true' || counts.available > 0 || counts.damaged > 0,
			);
		return jsonResponse({ lots: pageOf(rows, query).map(({ lot, counts }) => lotViewV2(lot, counts, aggregatedBy)) });
	},
});

/** Not aggregated, a lot that lies in two warehouses is two rows. */
function perWarehouse(lot: CubynLot): { lot: CubynLot; counts: CubynCounts }[] {
	return GROUPS.map((group) => lot.counts[group])
		.filter((counts, index) => index === 0 || counts.available + counts.damaged > 0)
		.map((counts) => ({ lot, counts }));
}

function lotViewV2(lot: CubynLot, { available, damaged }: CubynCounts, aggregatedBy: string | undefined) {
	return {
		merchantId: lot.ownerId,
		productId: lot.productId,
		lotId: lotIdV2(lot),
		lotDate: iso(lot.date),
		lotNumber: lot.reference,
		status: null,
		availableQuantity: available,
		damagedQuantity: damaged,
		aggregatedBy,
	};
}
