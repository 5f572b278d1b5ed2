import type { AnswerSample, Sample } from '../../../declare/sample';
import { documentedChangedLot, documentedLots, documentedMerge, documentedStaleLot, shortLotId } from './lot-samples';
import { says } from '../says';

const at = (id: string, end = '') => `/v3/inventory/lots/${encodeURIComponent(id)}${end}`;
const LIST = 'GET /v3/inventory/lots';
const counted = { quantity: { available: 2, damaged: 0, blocked: 0 } };

export const changeLotSamples: readonly Sample[] = [
	{
		title: 'Reference, date and blocking (documented)',
		input: { id: shortLotId, date: '2024-03-01T00:00:00.000Z', reference: 'WIO 100000', blocked: false },
		request: { method: 'PATCH', path: at(shortLotId), body: { date: '2024-03-01T00:00:00.000Z', reference: 'WIO 100000', blocked: false } },
		answer: { status: 200, body: documentedChangedLot },
		reads: { [LIST]: { status: 200, body: documentedLots }, [`GET ${at(String(documentedChangedLot.id))}`]: { status: 200, body: { ...documentedChangedLot, ...counted } } },
	},
	{
		title: 'Two lots become one (documented)',
		input: { id: 'REF_1_2030-01-01T00:00:00.000Z_PRODUCT-1', date: '2030-02-01T00:00:00.000Z' },
		request: { method: 'PATCH', path: at('REF_1_2030-01-01T00:00:00.000Z_PRODUCT-1'), body: { date: '2030-02-01T00:00:00.000Z' } },
		answer: { status: 200, body: documentedMerge.after },
		reads: { [LIST]: { status: 200, body: documentedMerge.before } },
	},
	{
		title: 'Blocking alone',
		input: { id: shortLotId, blocked: 'true' },
		request: { method: 'PATCH', path: at(shortLotId), body: { blocked: true } },
		answer: { status: 200, body: documentedStaleLot },
		reads: { [`GET ${at(shortLotId)}`]: { status: 200, body: { ...documentedStaleLot, ...counted } } },
	},
];

export const lotStatusSamples: readonly Sample[] = [
	{
		title: 'On sale again (documented: the answer shows what was before)',
		input: { id: shortLotId, blocked: false },
		request: { method: 'PATCH', path: at(shortLotId, '/status'), body: { blocked: false } },
		answer: { status: 200, body: documentedStaleLot },
		reads: { [`GET ${at(shortLotId)}`]: { status: 200, body: { ...documentedStaleLot, isBlocked: false, ...counted } } },
	},
];

const [first, other] = documentedLots;
const notFound = says(404, 'lot for this id is not found');

export const changeLotAnswers: readonly AnswerSample[] = [
	{ title: 'Unknown (documented)', input: { id: shortLotId, blocked: true }, answer: notFound, reads: { [LIST]: { status: 200, body: [] } }, comesTo: 'not_found' },
	{
		title: 'Changed before: the old ID is gone, the new one is there',
		input: { id: String(first?.id), reference: 'WIO 9996666' },
		answer: notFound,
		reads: { [LIST]: { status: 200, body: [other ?? {}] } },
		comesTo: 'items',
	},
	{
		title: 'Nothing to change',
		input: { id: shortLotId, reference: 'x' },
		answer: { status: 400, body: { type: 'ValidationError', message: 'At least one property must be in the payload', errors: [] } },
		reads: { [LIST]: { status: 200, body: [] } },
		comesTo: 'refused',
	},
];
