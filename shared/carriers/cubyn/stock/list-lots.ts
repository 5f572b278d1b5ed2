import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { moment, text, toggle } from '../../../declare/field';
import { offsetPages } from '../../../declare/pages';
import { gives, givesMany } from '../../../declare/reading';
import { cubynLot, lotAnswer, lotItem } from './lot';
import { documentedLot, documentedLots } from './lot-samples';
import { utc } from '../utc';
import { productId } from './products';
import { inPath } from '../path';
import { says } from '../says';
import { byDate, idsIn } from '../filters';

/** CU47: said to be 500 and 1000 by turns, so 500 are asked for in so many words. */
const PAGE = 500;
/** CU47 */
const MOST_IDS = 1_000;

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
	does: 'Lists lots with their stock, over every warehouse together.',
	covers: ['CU47'],
	effect: 'read',
	many: true,
	input: z.object({
		productId: productId('Only lots of this product.').optional(),
		reference: text({ label: 'Lot Reference', placeholder: 'WIO 123456789', help: 'Only lots with exactly this reference.', common: true }).optional(),
		date: moment({ label: 'Lot Date', wholeDay: true, placeholder: '2024-01-01T00:00:00Z', help: 'Only lots of exactly this date.' }).optional(),
		withQuantity: toggle({ label: 'Only With Stock', help: 'Leaves out lots of which nothing is available. Damaged objects do not count.', common: true }).optional(),
		lotIds: text({ label: 'Lot IDs', placeholder: '9996666_2024-01-01T00:00:00.000Z_0318d74f-d0ab-4c10-975f-c4dcf14b2261', help: 'Only these lots; several with commas between them, 1,000 at most.' }).optional(),
		sort: byDate('Left empty, what was changed last comes first.'),
	}),
	output: cubynLot,
	check: ({ lotIds }) => ((idsIn(lotIds)?.length ?? 0) > MOST_IDS ? [{ path: ['lotIds'], message: 'may be 1,000 at most' }] : []),
	request: ({ productId: product, reference, date, withQuantity, lotIds, sort }) => ({
		method: 'GET',
		path: '/v3/inventory/lots',
		query: {
			'filters[productId]': product,
			'filters[reference]': reference,
			'filters[date]': utc(date),
			'filters[withQuantity]': withQuantity,
			'filters[lotIds][]': idsIn(lotIds),
			'sort[date]': sort,
			limit: PAGE,
		},
	}),
	readings: { 200: givesMany(z.array(lotAnswer), (body) => body.map(lotItem)) },
	pages: offsetPages(PAGE, 'x-total-count'),
	samples: [
		{
			title: 'Of one product (documented)',
			input: { productId: '0318d74f-d0ab-4c10-975f-c4dcf14b2261' },
			request: { method: 'GET', path: '/v3/inventory/lots', query: { 'filters[productId]': '0318d74f-d0ab-4c10-975f-c4dcf14b2261', limit: '500' } },
			answer: { status: 200, body: documentedLots, headers: { 'x-total-count': '2' } },
		},
		{
			title: 'By date, sorted',
			input: { date: '2024-01-01T01:00:00+01:00', sort: 'desc', withQuantity: true },
			request: { method: 'GET', path: '/v3/inventory/lots', query: { 'filters[date]': '2024-01-01T00:00:00.000Z', 'filters[withQuantity]': 'true', 'sort[date]': 'desc', limit: '500' } },
			answer: { status: 200, body: documentedLots, headers: { 'x-total-count': '2' } },
		},
	],
	antiSamples: [
		{ why: 'More lots than one call takes', input: { lotIds: Array.from({ length: 1_001 }, (_, at) => `lot_${at}`).join(',') }, names: ['Lot IDs'] },
		{ why: 'An order that is none', input: { sort: 'random' }, names: ['Order'] },
	],
});

export const getLot = action({
	resource: 'lot',
	verb: 'get',
	title: 'Get Lot',
	does: 'Reads one lot with its stock.',
	covers: ['CU48'],
	effect: 'read',
	input: z.object({ id: lotId() }),
	output: cubynLot,
	request: ({ id }) => ({ method: 'GET', path: `/v3/inventory/lots/${inPath(id)}` }),
	readings: { 200: gives(lotAnswer, lotItem) },
	samples: [
		{
			title: 'By ID (documented)',
			input: { id: '123456789_2024-01-01T00:00:00.000Z_0318d74f-d0ab-4c10-975f-c4dcf14b2261' },
			request: { method: 'GET', path: `/v3/inventory/lots/${inPath('123456789_2024-01-01T00:00:00.000Z_0318d74f-d0ab-4c10-975f-c4dcf14b2261')}` },
			answer: { status: 200, body: documentedLot },
		},
	],
	antiSamples: [{ why: 'No lot', input: {}, names: ['Lot'] }],
	answers: [
		{ title: 'Unknown (documented)', input: { id: 'a_2024-01-01T00:00:00.000Z_b' }, answer: says(404, 'lot for this id is not found'), comesTo: 'not_found' },
	],
});
