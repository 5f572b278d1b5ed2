import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { flow } from '../../../declare/flow';
import { failed, success } from '../../../declare/failure';
import { integer } from '../../../declare/field';
import { gives } from '../../../declare/reading';
import { parcelV2, parcelV3 } from './documented';
import { cubynParcel, toItem } from './parcel';
import { parcelAnswer } from '../wire';

/** The number of a parcel, picked from a list where the host can. */
export const parcelNumber = (help = 'Number of the parcel at Cubyn, without the letters CUB.') =>
	integer({ label: 'Parcel', choices: 'parcels', placeholder: '673847167', help, common: true }, { min: 1 });

const antiSamples = [
	{ why: 'No number', input: {}, names: ['Parcel'] },
	{ why: 'A tracking number in place of the number', input: { id: 'CUB673847167' }, names: ['Parcel'] },
];

/** CU52. */
export const getParcel = action({
	resource: 'parcel',
	verb: 'get',
	title: 'Get Parcel',
	does: 'Reads one parcel by its number, with what was ordered and what was shipped.',
	covers: ['CU52', 'CU55'],
	effect: 'read',
	input: z.object({ id: parcelNumber() }),
	output: cubynParcel,
	request: (given) => ({ method: 'GET', path: `/v3/parcels/${given.id}` }),
	readings: { 200: gives(parcelAnswer, (body) => toItem(body)) },
	samples: [
		{ title: 'A delivered one (documented)', input: { id: 370449951 }, request: { method: 'GET', path: '/v3/parcels/370449951' }, answer: { status: 200, body: parcelV3 } },
		{
			title: 'A cancelled one, in the words of v3',
			input: { id: '370449952' },
			request: { method: 'GET', path: '/v3/parcels/370449952' },
			answer: { status: 200, body: { ...parcelV3, id: 370449952, status: 'CANCELED', type: 'SHIPMENT', cancelled: true, deliveredAt: null } },
		},
	],
	antiSamples,
});

/** CU13: what v3 leaves out, the state of a cancellation among it. */
export const getParcelState = action({
	resource: 'parcel',
	verb: 'getState',
	title: 'Get Parcel State',
	does: "Reads one parcel by its number in Cubyn's older words, with its validation, cancellation, customs and codes.",
	covers: ['CU13'],
	effect: 'read',
	input: z.object({ id: parcelNumber() }),
	output: cubynParcel,
	request: (given) => ({ method: 'GET', path: `/v2/parcels/${given.id}` }),
	readings: { 200: gives(parcelAnswer, (body) => toItem(body)) },
	samples: [
		{ title: 'A picked one (documented)', input: { id: 297706966 }, request: { method: 'GET', path: '/v2/parcels/297706966' }, answer: { status: 200, body: parcelV2 } },
		{
			title: 'Of the older product, with its collect',
			input: { id: 673847167 },
			request: { method: 'GET', path: '/v2/parcels/673847167' },
			answer: { status: 200, body: { ...parcelV2, id: 673847167, status: 'PREPARED', isStorage: false, collect: { id: 634207757, status: 'CREATED' } } },
		},
	],
	antiSamples,
});

/**
 * A parcel as a booking that is there. v3 does not tell one whose cancellation is under way from a live one, so v2 is
 * asked first: whether that parcel will be sent is known only once Cubyn has decided.
 */
export const getDecidedParcel = flow({
	resource: 'parcel',
	verb: 'getDecided',
	title: 'Get Decided Parcel',
	does: 'Reads a parcel whose cancellation, if one was asked for, is decided.',
	covers: [],
	effect: 'read',
	input: z.object({ id: parcelNumber() }),
	output: cubynParcel,
	example: toItem(parcelAnswer.parse(parcelV3)),
	run: async ({ id }, _facts, steps) => {
		const read = await steps.until(getParcelState, { id }, (items) => items.every((item) => item.cancellationStatus !== 'IN_PROGRESS'));
		if (!read.ok) return read;
		const [state] = read.value;
		if (state?.status === 'cancelled') return success([]);
		if (state?.cancellationStatus === 'IN_PROGRESS') return failed('unavailable', `Parcel ${id} is being cancelled, and Cubyn has not decided yet whether it can be`);
		return await steps.call(getParcel, { id });
	},
	samples: [],
	antiSamples: [],
});
