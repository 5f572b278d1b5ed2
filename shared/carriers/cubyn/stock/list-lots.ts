import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { moment, text, toggle } from '../../../declare/field';
import { cubynLot, lotResponse, lotItem } from './lot';
import { documentedLot, documentedLots } from './lot-samples';
import { toUtcDay } from '../utc';
import { productId } from './products';
import { encodePathPart } from '../path';
import { errorResponse } from '../sample-errors';
import { dateSort, splitIds } from '../filters';
import { cubynItem, cubynItems } from '../read-response';
import { cubynPages } from '../list-pages';
import { listNotFound } from '../errors';

/** CU47 documents both 500 and 1000 as the page size, so the request asks for 500 explicitly. */
const PAGE = 500;
/** CU47 */
const MAX_IDS = 1_000;

export const lotId = () =>
	text({
		label: 'Lot',
		choices: 'lots',
		placeholder: '9996666_2024-01-01T00:00:00.000Z_0318d74f-d0ab-4c10-975f-c4dcf14b2261',
		help: 'ID of the lot. It is made of its reference, date and product, and changes when they do.',
		common: true,
	});

export const listLots = action({
	resource: 'lot',
	verb: 'getAll',
	title: 'Get Many Lots',
	description: 'Lists lots with their stock, over every warehouse together.',
	covers: ['CU47'],
	effect: 'read',
	isList: true,
	input: z.object({
		productId: productId('Only lots of this product.').optional(),
		reference: text({
			label: 'Lot Reference',
			placeholder: 'WIO 123456789',
			help: 'Only lots with exactly this reference.',
			common: true,
		}).optional(),
		date: moment({
			label: 'Lot Date',
			wholeDay: true,
			placeholder: '2024-01-01T00:00:00Z',
			help: 'Only lots of exactly this date.',
		}).optional(),
		withQuantity: toggle({
			label: 'Only With Stock',
			help: 'Leaves out lots without available objects. Damaged objects do not count.',
			common: true,
		}).optional(),
		lotIds: text({
			label: 'Lot IDs',
			placeholder: '9996666_2024-01-01T00:00:00.000Z_0318d74f-d0ab-4c10-975f-c4dcf14b2261',
			help: 'Only these lots; up to 1,000, with commas between them.',
		}).optional(),
		sort: dateSort('Left empty, what was changed last comes first.'),
	}),
	output: cubynLot,
	check: ({ lotIds }) =>
		(splitIds(lotIds)?.length ?? 0) > MAX_IDS ? [{ path: ['lotIds'], message: 'may be 1,000 at most' }] : [],
	request: ({ productId: product, reference, date, withQuantity, lotIds, sort }) => ({
		method: 'GET',
		path: '/v3/inventory/lots',
		query: {
			'filters[productId]': product,
			'filters[reference]': reference,
			'filters[date]': toUtcDay(date),
			'filters[withQuantity]': withQuantity,
			'filters[lotIds][]': splitIds(lotIds),
			'sort[lotDate]': sort,
			limit: PAGE,
		},
	}),
	readings: { 200: cubynItems(lotResponse, lotItem), ...listNotFound },
	pages: cubynPages(PAGE),
	samples: [
		{
			title: 'Of one product (documented)',
			input: { productId: '0318d74f-d0ab-4c10-975f-c4dcf14b2261' },
			request: {
				method: 'GET',
				path: '/v3/inventory/lots',
				query: { 'filters[productId]': '0318d74f-d0ab-4c10-975f-c4dcf14b2261', limit: '500' },
			},
			response: { status: 200, body: documentedLots, headers: { 'x-total-count': '2' } },
		},
		{
			title: 'By date at local midnight, sorted',
			input: { date: '2024-01-01T00:00:00+01:00', sort: 'desc', withQuantity: true },
			request: {
				method: 'GET',
				path: '/v3/inventory/lots',
				query: {
					'filters[date]': '2024-01-01T00:00:00.000Z',
					'filters[withQuantity]': 'true',
					'sort[lotDate]': 'desc',
					limit: '500',
				},
			},
			response: { status: 200, body: documentedLots, headers: { 'x-total-count': '2' } },
		},
	],
	antiSamples: [
		{
			reason: 'More lots than one call takes',
			input: { lotIds: Array.from({ length: 1_001 }, (_, index) => `lot_${index}`).join(',') },
			mentions: ['Lot IDs'],
		},
		{ reason: 'Not a sort order', input: { sort: 'random' }, mentions: ['Order'] },
	],
});

export const getLot = action({
	resource: 'lot',
	verb: 'get',
	title: 'Get Lot',
	description: 'Reads one lot with its stock.',
	covers: ['CU48'],
	effect: 'read',
	input: z.object({ id: lotId() }),
	output: cubynLot,
	request: ({ id }) => ({ method: 'GET', path: `/v3/inventory/lots/${encodePathPart(id)}` }),
	readings: { 200: cubynItem(lotResponse, lotItem) },
	samples: [
		{
			title: 'By ID (documented)',
			input: { id: '123456789_2024-01-01T00:00:00.000Z_0318d74f-d0ab-4c10-975f-c4dcf14b2261' },
			request: {
				method: 'GET',
				path: `/v3/inventory/lots/${encodePathPart('123456789_2024-01-01T00:00:00.000Z_0318d74f-d0ab-4c10-975f-c4dcf14b2261')}`,
			},
			response: { status: 200, body: documentedLot },
		},
	],
	antiSamples: [{ reason: 'No lot', input: {}, mentions: ['Lot'] }],
	responses: [
		{
			title: 'Unknown (documented)',
			input: { id: 'a_2024-01-01T00:00:00.000Z_b' },
			response: errorResponse(404, 'lot for this id is not found'),
			expected: 'not_found',
		},
	],
});
