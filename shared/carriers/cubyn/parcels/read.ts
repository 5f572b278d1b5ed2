import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { flow } from '../../../declare/flow';
import { failed, success } from '../../../declare/failure';
import { integer } from '../../../declare/field';
import { parcelV2, parcelV3 } from './documented';
import { cubynParcel, toItem } from './parcel';
import { parcelResponse } from '../wire';
import { cubynItem } from '../read-response';

/** The number of a parcel, picked from a list where the host can. */
export const parcelNumber = (help = 'Number of the parcel at Cubyn, or its tracking number, such as CUB673847167.') =>
	integer(
		{ label: 'Parcel', choices: 'parcels', placeholder: '673847167', help, common: true, prefix: 'CUB' },
		{ min: 1 },
	);

const antiSamples = [
	{ reason: 'No number', input: {}, mentions: ['Parcel'] },
	{ reason: 'The number of another carrier', input: { id: '6C18627519287' }, mentions: ['Parcel'] },
];

/** CU52. */
export const getParcel = action({
	resource: 'parcel',
	verb: 'get',
	title: 'Get Parcel',
	twin: 'recommended',
	description: 'Reads one parcel by its number, with what was ordered and what was shipped.',
	covers: ['CU52', 'CU55'],
	effect: 'read',
	input: z.object({ id: parcelNumber() }),
	output: cubynParcel,
	request: (input) => ({ method: 'GET', path: `/v3/parcels/${input.id}` }),
	readings: { 200: cubynItem(parcelResponse, (body) => toItem(body)) },
	samples: [
		{
			title: 'A delivered one (documented)',
			input: { id: 370449951 },
			request: { method: 'GET', path: '/v3/parcels/370449951' },
			response: { status: 200, body: parcelV3 },
		},
		{
			title: 'A cancelled one, by its tracking number, in the words of v3',
			input: { id: 'CUB370449952' },
			request: { method: 'GET', path: '/v3/parcels/370449952' },
			response: {
				status: 200,
				body: { ...parcelV3, id: 370449952, status: 'CANCELED', type: 'SHIPMENT', cancelled: true, deliveredAt: null },
			},
		},
	],
	antiSamples,
});

/** CU13: what v3 leaves out, the state of a cancellation among it. */
export const getParcelState = action({
	resource: 'parcel',
	verb: 'getState',
	title: 'Get Parcel State',
	twin: 'legacy',
	description:
		"Reads one parcel by its number in Cubyn's legacy statuses, with its validation, cancellation, customs and codes.",
	covers: ['CU13'],
	effect: 'read',
	input: z.object({ id: parcelNumber() }),
	output: cubynParcel,
	request: (input) => ({ method: 'GET', path: `/v2/parcels/${input.id}` }),
	readings: { 200: cubynItem(parcelResponse, (body) => toItem(body)) },
	samples: [
		{
			title: 'A picked one (documented)',
			input: { id: 297706966 },
			request: { method: 'GET', path: '/v2/parcels/297706966' },
			response: { status: 200, body: parcelV2 },
		},
		{
			title: 'Of a legacy account, with its collect',
			input: { id: 673847167 },
			request: { method: 'GET', path: '/v2/parcels/673847167' },
			response: {
				status: 200,
				body: {
					...parcelV2,
					id: 673847167,
					status: 'PREPARED',
					isStorage: false,
					collect: { id: 634207757, status: 'CREATED' },
				},
			},
		},
	],
	antiSamples,
});

/**
 * An existing parcel as a booking. v3 does not distinguish a parcel with a pending cancellation from a live one, so v2
 * is read first. Whether Cubyn ships such a parcel is known only once Cubyn has decided.
 */
export const getDecidedParcel = flow({
	resource: 'parcel',
	verb: 'getDecided',
	title: 'Get Decided Parcel',
	description: 'Reads a parcel once its requested cancellation is decided.',
	covers: [],
	effect: 'read',
	input: z.object({ id: parcelNumber() }),
	output: cubynParcel,
	example: toItem(parcelResponse.parse(parcelV3)),
	run: async ({ id }, _facts, steps) => {
		const result = await steps.until(getParcelState, { id }, (items) =>
			items.every((item) => item.cancellationStatus !== 'IN_PROGRESS'),
		);
		if (!result.ok) return result;
		const [state] = result.value;
		if (state?.status === 'cancelled') return success([]);
		if (state?.cancellationStatus === 'IN_PROGRESS')
			return failed('unavailable', `Parcel ${id} is being cancelled, and Cubyn has not decided yet whether it can be`);
		return await steps.call(getParcel, { id });
	},
	samples: [],
	antiSamples: [],
});
