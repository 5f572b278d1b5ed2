import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { text, toggle } from '../../../declare/field';
import { offsetPages } from '../../../declare/pages';
import { givesMany } from '../../../declare/reading';
import { cubynLot, lotRowAnswer, lotRowItem } from './lot';
import { documentedLotRow } from './lot-samples';
import { productId } from './products';
import { byDate } from '../filters';

/** CU39: at most. */
const PAGE = 1_000;
const AGGREGATION = 'lotNumberLotDateProductId';

export const listLotRows = action({
	resource: 'lot',
	verb: 'getAllByWarehouse',
	title: 'Get Many Lots by Warehouse',
	does: 'Lists lots in one row for each warehouse they lie in, or one row a lot.',
	covers: ['CU39'],
	effect: 'read',
	many: true,
	input: z.object({
		productId: productId('Only lots of this product.').optional(),
		query: text({ label: 'Search For', placeholder: 'WIO 123', help: 'Only lots whose number has this in it.', common: true }).optional(),
		withQuantity: toggle({ label: 'Only With Stock', help: 'Leaves out lots of which nothing is left. Damaged objects count.', common: true }).optional(),
		aggregated: toggle({ label: 'One Row a Lot', help: 'Adds the warehouses up. Otherwise a lot in two warehouses is two rows.', common: true }).default(false),
		sort: byDate('By date of the lot.'),
	}),
	output: cubynLot,
	request: ({ aggregated, sort, ...plain }) => ({
		method: 'GET',
		path: '/v2/inventory/lots',
		query: { ...plain, aggregatedBy: aggregated ? AGGREGATION : undefined, 'sort[lotDate]': sort },
	}),
	readings: { 200: givesMany(z.looseObject({ lots: z.array(lotRowAnswer) }), ({ lots }) => lots.map(lotRowItem)) },
	pages: offsetPages(PAGE),
	samples: [
		{
			title: 'Of one product, aggregated and sorted (documented)',
			input: { productId: '58f0ef85-7006-4488-adca-dbbfa3d79fea', withQuantity: 'true', aggregated: true, sort: 'asc' },
			request: {
				method: 'GET',
				path: '/v2/inventory/lots',
				query: { productId: '58f0ef85-7006-4488-adca-dbbfa3d79fea', withQuantity: 'true', aggregatedBy: AGGREGATION, 'sort[lotDate]': 'asc' },
			},
			answer: { status: 200, body: { lots: [documentedLotRow] } },
		},
		{
			title: 'By number (documented)',
			input: { query: 'WIO 123' },
			request: { method: 'GET', path: '/v2/inventory/lots', query: { query: 'WIO 123' } },
			answer: { status: 200, body: { lots: [documentedLotRow] } },
		},
		{
			title: 'Newest first (documented)',
			input: { sort: 'desc' },
			request: { method: 'GET', path: '/v2/inventory/lots', query: { 'sort[lotDate]': 'desc' } },
			answer: { status: 200, body: { lots: [documentedLotRow] } },
		},
	],
	antiSamples: [{ why: 'An order that is none', input: { sort: 'random' }, names: ['Order'] }],
});
