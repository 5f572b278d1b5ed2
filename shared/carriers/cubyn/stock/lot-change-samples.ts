import type { ResponseSample, Sample } from '../../../declare/sample';
import { documentedChangedLot, documentedLots, documentedMerge, documentedStaleLot, shortLotId } from './lot-samples';
import { errorResponse } from '../sample-errors';

const lotPath = (id: string, end = '') => `/v3/inventory/lots/${encodeURIComponent(id)}${end}`;
const LIST = 'GET /v3/inventory/lots';
const withCounts = { quantity: { available: 2, damaged: 0, blocked: 0 } };

export const changeLotSamples: readonly Sample[] = [
	{
		title: 'Reference, date and blocking (documented)',
		input: { id: shortLotId, date: '2024-03-01T00:00:00.000Z', reference: 'WIO 100000', blocked: false },
		request: {
			method: 'PATCH',
			path: lotPath(shortLotId),
			body: { date: '2024-03-01T00:00:00.000Z', reference: 'WIO 100000', blocked: false },
		},
		response: { status: 200, body: documentedChangedLot },
		otherResponses: {
			[LIST]: { status: 200, body: documentedLots },
			[`GET ${lotPath(String(documentedChangedLot.id))}`]: {
				status: 200,
				body: { ...documentedChangedLot, ...withCounts },
			},
		},
	},
	{
		title: 'Two lots become one (documented)',
		input: { id: 'REF_1_2030-01-01T00:00:00.000Z_PRODUCT-1', date: '2030-02-01T00:00:00.000Z' },
		request: {
			method: 'PATCH',
			path: lotPath('REF_1_2030-01-01T00:00:00.000Z_PRODUCT-1'),
			body: { date: '2030-02-01T00:00:00.000Z' },
		},
		response: { status: 200, body: documentedMerge.after },
		otherResponses: { [LIST]: { status: 200, body: documentedMerge.before } },
	},
	{
		title: 'Blocking alone',
		input: { id: shortLotId, blocked: 'true' },
		request: { method: 'PATCH', path: lotPath(shortLotId), body: { blocked: true } },
		response: { status: 200, body: documentedStaleLot },
		otherResponses: { [`GET ${lotPath(shortLotId)}`]: { status: 200, body: { ...documentedStaleLot, ...withCounts } } },
	},
];

export const lotStatusSamples: readonly Sample[] = [
	{
		title: 'On sale again (documented: the answer shows what was before)',
		input: { id: shortLotId, blocked: false },
		request: { method: 'PATCH', path: lotPath(shortLotId, '/status'), body: { blocked: false } },
		response: { status: 200, body: documentedStaleLot },
		otherResponses: {
			[`GET ${lotPath(shortLotId)}`]: { status: 200, body: { ...documentedStaleLot, isBlocked: false, ...withCounts } },
		},
	},
];

const [first, other] = documentedLots;
const notFound = errorResponse(404, 'lot for this id is not found');

export const changeLotResponses: readonly ResponseSample[] = [
	{
		title: 'Unknown (documented)',
		input: { id: shortLotId, blocked: true },
		response: notFound,
		otherResponses: { [LIST]: { status: 200, body: [] } },
		expected: 'not_found',
	},
	{
		title: 'Changed before: the old ID is gone, the new one is there',
		input: { id: String(first?.id), reference: 'WIO 9996666' },
		response: notFound,
		otherResponses: { [LIST]: { status: 200, body: [other ?? {}] } },
		expected: 'items',
	},
	{
		title: 'Nothing to change',
		input: { id: shortLotId, reference: 'x' },
		response: {
			status: 400,
			body: { type: 'ValidationError', message: 'At least one property must be in the payload', errors: [] },
		},
		otherResponses: { [LIST]: { status: 200, body: [] } },
		expected: 'refused',
	},
];
