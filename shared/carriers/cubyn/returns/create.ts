import { z } from 'zod/v4';

import { action, type Action } from '../../../declare/action';
import { flow } from '../../../declare/flow';
import { gives } from '../../../declare/reading';
import { documentedReturn, returnOfSample } from './documented';
import { cubynParcel, toItem } from '../parcels/parcel';
import { knownReturns, returnedParcel, returnOf } from './look-up';
import { parcelAnswer } from '../wire';
import { says } from '../says';

export const getReturn: Action = flow({
	resource: 'return',
	verb: 'get',
	title: 'Get Return of Parcel',
	does: 'Reads the return that was made of a parcel.',
	covers: ['CU51', 'CU52'],
	effect: 'read',
	input: z.object({ id: returnedParcel() }),
	output: cubynParcel,
	example: toItem(parcelAnswer.parse(documentedReturn)),
	run: async ({ id }, _facts, steps) => await returnOf(id, steps),
	samples: [
		{
			title: 'By the parcel',
			input: { id: 904123053 },
			request: { method: 'GET', path: '/v3/parcels', query: { 'filters[type]': 'RECIPIENT_RETURN', 'filters[orderRef]': '00000019', limit: '500' } },
			reads: { '/v3/parcels/904123053': { status: 200, body: returnOfSample } },
			answer: { status: 200, body: [documentedReturn] },
		},
	],
	antiSamples: [{ why: 'No parcel', input: {}, names: ['Parcel'] }],
});

const refused = (message: string) => says(403, message);
const noReturns = { '/v3/parcels/904123053': { status: 200, body: returnOfSample }, '/v3/parcels': { status: 200, body: [] } };

export const createReturn: Action = action({
	resource: 'return',
	verb: 'create',
	title: 'Create Return',
	does: 'Makes the one return that a delivered parcel may have. Its label takes a moment to be ready.',
	covers: ['CU17'],
	effect: 'booking',
	input: z.object({ id: returnedParcel() }),
	output: cubynParcel,
	// CU17: the sample of the current document would send a GET.
	request: ({ id }) => ({ method: 'POST', path: `/v2/parcels/${id}/recipient-returns` }),
	readings: { 200: gives(parcelAnswer, (body) => toItem(body)), 201: gives(parcelAnswer, (body) => toItem(body)) },
	find: { identity: ({ id }) => String(id), action: knownReturns, input: (_reference, { id }) => ({ id }), matches: () => true },
	// CU17: one return a parcel. In what words Cubyn refuses a second one is not documented, so whether there is one is looked up.
	already: { action: getReturn, input: ({ id }) => ({ id }), isDone: () => true },
	samples: [
		{
			title: 'Of a delivered parcel (documented)',
			input: { id: '904123053' },
			request: { method: 'POST', path: '/v2/parcels/904123053/recipient-returns' },
			reads: noReturns,
			answer: { status: 200, body: documentedReturn },
		},
	],
	antiSamples: [
		{ why: 'No parcel', input: {}, names: ['Parcel'] },
		{ why: 'A tracking number', input: { id: 'CUB904123053' }, names: ['Parcel'] },
	],
	answers: [
		{ title: 'Not delivered, from abroad, or a return itself', input: { id: 904123053 }, reads: noReturns, answer: refused('Parcel is not delivered'), comesTo: 'refused' },
		{
			title: 'Made before, and found by its reference',
			input: { id: 904123053 },
			reads: { ...noReturns, '/v3/parcels': { status: 200, body: [documentedReturn] } },
			answer: refused('Parcel has a return already'),
			comesTo: 'items',
		},
	],
});
