import { z } from 'zod/v4';

import { action, type Action } from '../../../declare/action';
import { flow } from '../../../declare/flow';
import { documentedReturn, returnOfSample } from './documented';
import { cubynParcel, toItem } from '../parcels/parcel';
import { knownReturns, returnedParcel, returnOf } from './look-up';
import { parcelResponse } from '../wire';
import { errorResponse } from '../sample-errors';
import { cubynItem } from '../read-response';

export const getReturn: Action = flow({
	resource: 'return',
	verb: 'get',
	title: 'Get Return of Parcel',
	description: 'Reads the return that was made of a parcel.',
	covers: ['CU51', 'CU52'],
	effect: 'read',
	input: z.object({ id: returnedParcel() }),
	output: cubynParcel,
	example: toItem(parcelResponse.parse(documentedReturn)),
	run: async ({ id }, _facts, steps) => await returnOf(id, steps),
	samples: [
		{
			title: 'By the parcel',
			input: { id: 904123053 },
			request: {
				method: 'GET',
				path: '/v3/parcels',
				query: { 'filters[type]': 'RECIPIENT_RETURN', 'filters[orderRef]': '00000019', limit: '500' },
			},
			otherResponses: { '/v3/parcels/904123053': { status: 200, body: returnOfSample } },
			response: { status: 200, body: [documentedReturn] },
		},
	],
	antiSamples: [{ reason: 'No parcel', input: {}, mentions: ['Parcel'] }],
});

const forbiddenResponse = (message: string) => errorResponse(403, message);
const noReturnsReads = {
	'/v3/parcels/904123053': { status: 200, body: returnOfSample },
	'/v3/parcels': { status: 200, body: [] },
};

export const createReturn = action({
	resource: 'return',
	verb: 'create',
	title: 'Create Return',
	twin: 'advanced',
	description: 'Makes the one return that a delivered parcel may have. Its label takes up to 30 seconds to be ready.',
	covers: ['CU17'],
	effect: 'booking',
	input: z.object({ id: returnedParcel() }),
	output: cubynParcel,
	// CU17: the sample of the current document would send a GET.
	request: ({ id }) => ({ method: 'POST', path: `/v2/parcels/${id}/recipient-returns` }),
	readings: {
		200: cubynItem(parcelResponse, (body) => toItem(body)),
	},
	booking: {
		foundBy: 'identity',
		identity: ({ id }) => String(id),
		action: knownReturns,
		input: (_reference, { id }) => ({ id }),
		isCandidate: () => true,
	},
	// CU17: a parcel can have one return. The refusal of a second one is not documented, so an existing return is
	// looked up.
	alreadyDone: { action: getReturn, input: ({ id }) => ({ id }), isDone: () => true },
	samples: [
		{
			title: 'Of a delivered parcel (documented)',
			input: { id: '904123053' },
			request: { method: 'POST', path: '/v2/parcels/904123053/recipient-returns' },
			otherResponses: noReturnsReads,
			response: { status: 200, body: documentedReturn },
		},
	],
	antiSamples: [
		{ reason: 'No parcel', input: {}, mentions: ['Parcel'] },
		{ reason: 'The number of another carrier', input: { id: '6C18627519287' }, mentions: ['Parcel'] },
	],
	responses: [
		{
			title: 'Not delivered, from a country without returns, or a return itself',
			input: { id: 904123053 },
			otherResponses: noReturnsReads,
			response: forbiddenResponse('Parcel is not delivered'),
			expected: 'refused',
		},
		{
			title: 'Made before, and found by its reference',
			input: { id: 904123053 },
			otherResponses: { ...noReturnsReads, '/v3/parcels': { status: 200, body: [documentedReturn] } },
			response: forbiddenResponse('Parcel has a return already'),
			expected: 'items',
		},
	],
});
