import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Item } from '../../../declare/facts';
import { flow } from '../../../declare/flow';
import { failed, success, type Result } from '../../../declare/failure';
import { toggle } from '../../../declare/field';
import { parcelV2 } from './documented';
import { cubynParcel, toItem } from './parcel';
import { failsWith } from '../errors';
import { parcelResponse } from '../wire';
import { getParcelState, parcelNumber } from './read';
import { errorResponse } from '../sample-errors';

const DECIDED = ['SUCCEEDED', 'FAILED'];

/** CU16 documents no response body. Only the success status counts. */
const acceptedReading = (_response: unknown, input: { id: number }) => success([toItem({ id: input.id })]);

/** This only requests the cancellation. The parcel stays CREATED, and `cancellationStatus` shows the result later. */
export const requestCancellation = action({
	resource: 'parcel',
	verb: 'askCancellation',
	title: 'Ask for Cancellation',
	description: 'Asks Cubyn to cancel a parcel.',
	covers: ['CU16'],
	effect: 'repeatable',
	input: z.object({ id: parcelNumber() }),
	output: cubynParcel,
	request: (input) => ({ method: 'PUT', path: `/v2/parcels/${input.id}/cancel` }),
	readings: { 200: acceptedReading, 403: failsWith('too_late') },
	alreadyDone: {
		action: getParcelState,
		input: (input) => ({ id: input.id }),
		isDone: (item) => item.cancellationStatus === 'SUCCEEDED' || item.cancellationStatus === 'IN_PROGRESS',
	},
	samples: [],
	antiSamples: [],
});

/** The result of the request. "Cancel and delete": a parcel that is no longer there after the request is cancelled. */
function cancellationResult(id: number, read: Result<Item[]>, wasAlreadyCancelled: boolean): Result<Item[]> {
	if (!read.ok && read.failure.code === 'not_found')
		return success([{ ...toItem({ id }, { status: 'CANCELED' }), carrierData: {} }]);
	if (!read.ok)
		return failed(
			'outcome_unknown',
			`The cancellation was requested, but its result could not be read: ${read.failure.message}`,
			{ advice: 'Run the step again. Doing it twice does no harm.', retryAfter: read.failure.retryAfter },
		);
	const [item] = read.value;
	if (!item) return read;
	if (item.cancellationStatus === 'FAILED') {
		return failed(
			'too_late',
			`Cubyn could not cancel parcel ${id}: it stands at ${String(item.carrierStatus)} and will be sent`,
		);
	}
	if (item.status === 'cancelled') return success([wasAlreadyCancelled ? { ...item, outcome: 'already_done' } : item]);
	const isRequested = item.cancellationStatus === 'IN_PROGRESS';
	return success([
		{
			...item,
			warnings: [
				isRequested
					? 'Cubyn has taken the request, but has not decided yet: Cancellation Status shows later whether the parcel is cancelled.'
					: 'Cubyn does not show the cancellation yet: Cancellation Status shows later whether it was taken. If it does not change, run the step again.',
			],
		},
	]);
}

export const cancelParcel = flow({
	resource: 'parcel',
	verb: 'cancel',
	title: 'Cancel Parcel',
	twin: 'recommended',
	description: 'Cancels a parcel that has not been picked yet.',
	covers: ['CU16'],
	effect: 'repeatable',
	irreversible: true,
	input: z.object({
		id: parcelNumber(),
		wait: toggle({
			label: 'Wait for the Answer',
			help: 'Whether the step waits, some twenty seconds at most, until Cubyn says that the parcel is cancelled or that it is too late.',
			common: true,
		}).default(false),
	}),
	output: cubynParcel,
	example: toItem(parcelResponse.parse({ ...parcelV2, status: 'CREATED', cancellationStatus: 'SUCCEEDED' })),
	run: async ({ id, wait }, _facts, steps) => {
		const requested = await steps.call(requestCancellation, { id });
		if (!requested.ok) return requested;
		const isDecided = (items: readonly Item[]) =>
			items.every((item) => DECIDED.includes(String(item.cancellationStatus)));
		const read = wait ? await steps.until(getParcelState, { id }, isDecided) : await steps.call(getParcelState, { id });
		return cancellationResult(
			id,
			read,
			requested.value.some((item) => item.outcome === 'already_done' && item.cancellationStatus === 'SUCCEEDED'),
		);
	},
	samples: [
		{
			title: 'Requested, and not decided yet',
			input: { id: 297706966 },
			request: { method: 'PUT', path: '/v2/parcels/297706966/cancel' },
			response: { status: 200, body: {} },
			otherResponses: {
				'/v2/parcels/297706966': {
					status: 200,
					body: { ...parcelV2, status: 'CREATED', cancellationStatus: 'IN_PROGRESS' },
				},
			},
		},
		{
			title: 'Waiting for the answer',
			input: { id: '297706966', wait: 'true' },
			request: { method: 'PUT', path: '/v2/parcels/297706966/cancel' },
			response: { status: 200, body: { ...parcelV2, status: 'CREATED', cancellationStatus: 'IN_PROGRESS' } },
			otherResponses: {
				'/v2/parcels/297706966': {
					status: 200,
					body: { ...parcelV2, status: 'CREATED', cancellationStatus: 'SUCCEEDED' },
				},
			},
		},
	],
	responses: [
		{
			title: 'It is picked already',
			input: { id: 297706966 },
			response: errorResponse(403, 'Parcel is PICKED and cannot be cancelled any more'),
			otherResponses: { '/v2/parcels/297706966': { status: 200, body: parcelV2 } },
			expected: 'too_late',
		},
		{
			title: 'Cubyn decided against it',
			input: { id: 297706966, wait: true },
			response: { status: 200, body: {} },
			otherResponses: { '/v2/parcels/297706966': { status: 200, body: { ...parcelV2, cancellationStatus: 'FAILED' } } },
			expected: 'too_late',
		},
		{
			title: 'It was cancelled before',
			input: { id: 297706966 },
			response: errorResponse(403, 'Parcel cancellation is SUCCEEDED already'),
			otherResponses: {
				'/v2/parcels/297706966': {
					status: 200,
					body: { ...parcelV2, status: 'CREATED', cancellationStatus: 'SUCCEEDED' },
				},
			},
			expected: 'items',
		},
	],
	antiSamples: [{ reason: 'No number', input: { wait: true }, mentions: ['Parcel'] }],
});
