import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { text, toggle } from '../../../declare/field';
import { cubynLot, lotRowResponse, lotRowItem } from './lot';
import { documentedLotRow } from './lot-samples';
import { productId } from './products';
import { dateSort } from '../filters';
import { rowsAt } from '../../../declare/lenient-reading';
import { cubynItems } from '../read-response';
import { cubynPages } from '../list-pages';
import { listNotFound } from '../errors';

/** CU39: at most. */
const PAGE = 1_000;
const AGGREGATION = 'lotNumberLotDateProductId';

export const listLotRows = action({
	resource: 'lot',
	verb: 'getAllByWarehouse',
	title: 'Get Many Lots by Warehouse',
	description: 'Lists lots in one row for each warehouse they lie in, or one row a lot.',
	covers: ['CU39'],
	effect: 'read',
	isList: true,
	input: z.object({
		productId: productId('Only lots of this product.').optional(),
		query: text({
			label: 'Search For',
			placeholder: 'WIO 123',
			help: 'Only lots whose number has this in it.',
			common: true,
		}).optional(),
		withQuantity: toggle({
			label: 'Only With Stock',
			help: 'Leaves out empty lots. Damaged objects count.',
			common: true,
		}).optional(),
		aggregated: toggle({
			label: 'One Row a Lot',
			help: 'Adds the warehouses up. Otherwise a lot in two warehouses is two rows.',
			common: true,
		}).default(false),
		sort: dateSort('By date of the lot.'),
	}),
	output: cubynLot,
	request: ({ aggregated, sort, ...filters }) => ({
		method: 'GET',
		path: '/v2/inventory/lots',
		query: { ...filters, aggregatedBy: aggregated ? AGGREGATION : undefined, 'sort[lotDate]': sort },
	}),
	readings: { 200: cubynItems(lotRowResponse, lotRowItem, { select: rowsAt('lots') }), ...listNotFound },
	pages: cubynPages(PAGE, { select: rowsAt('lots') }),
	samples: [
		{
			title: 'Of one product, aggregated and sorted (documented)',
			input: { productId: '58f0ef85-7006-4488-adca-dbbfa3d79fea', withQuantity: 'true', aggregated: true, sort: 'asc' },
			request: {
				method: 'GET',
				path: '/v2/inventory/lots',
				query: {
					productId: '58f0ef85-7006-4488-adca-dbbfa3d79fea',
					withQuantity: 'true',
					aggregatedBy: AGGREGATION,
					'sort[lotDate]': 'asc',
				},
			},
			response: { status: 200, body: { lots: [documentedLotRow] } },
		},
		{
			title: 'By number (documented)',
			input: { query: 'WIO 123' },
			request: { method: 'GET', path: '/v2/inventory/lots', query: { query: 'WIO 123' } },
			response: { status: 200, body: { lots: [documentedLotRow] } },
		},
		{
			title: 'Newest first (documented)',
			input: { sort: 'desc' },
			request: { method: 'GET', path: '/v2/inventory/lots', query: { 'sort[lotDate]': 'desc' } },
			response: { status: 200, body: { lots: [documentedLotRow] } },
		},
	],
	antiSamples: [{ reason: 'Not a sort order', input: { sort: 'random' }, mentions: ['Order'] }],
});
