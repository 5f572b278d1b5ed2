import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Item } from '../../../declare/facts';
import { flow } from '../../../declare/flow';
import { failed, success, type Result } from '../../../declare/failure';
import { toggle } from '../../../declare/field';
import { parcelV2 } from './documented';
import { cubynParcel, toItem } from './parcel';
import { refusedAs } from '../refusals';
import { parcelAnswer } from '../wire';
import { getParcelState, parcelNumber } from './read';
import { says } from '../says';

const decided = ['SUCCEEDED', 'FAILED'];

/** CU16 is answered with whatever: what matters is that it was taken. */
const taken = (_answer: unknown, given: { id: number }) => success<Item[]>([toItem({ id: given.id })]);

/** Only asks: the parcel stays CREATED, and its `cancellationStatus` tells later what came of it. */
export const askCancellation = action({
	resource: 'parcel',
	verb: 'askCancellation',
	title: 'Ask for Cancellation',
	does: 'Asks Cubyn to cancel a parcel.',
	covers: ['CU16'],
	effect: 'repeatable',
	input: z.object({ id: parcelNumber() }),
	output: cubynParcel,
	request: (given) => ({ method: 'PUT', path: `/v2/parcels/${given.id}/cancel` }),
	readings: { 200: taken, 202: taken, 204: taken, 403: refusedAs('too_late') },
	already: { action: getParcelState, input: (given) => ({ id: given.id }), isDone: (item) => item.cancellationStatus === 'SUCCEEDED' || item.cancellationStatus === 'IN_PROGRESS' },
	samples: [],
	antiSamples: [],
});

/** What Cubyn made of it. "Cancel and delete": a parcel that was asked to go and is not there any more is gone. */
function outcome(id: number, read: Result<Item[]>, wasAlready: boolean): Result<Item[]> {
	if (!read.ok && read.failure.code === 'not_found') return success([{ ...toItem({ id }, { status: 'CANCELED' }), carrierData: {} }]);
	if (!read.ok) return { ok: false, failure: { ...read.failure, message: `The cancellation was asked for, but what came of it could not be read: ${read.failure.message}` } };
	const [item] = read.value;
	if (!item) return read;
	if (item.cancellationStatus === 'FAILED') {
		return failed('too_late', `Cubyn could not cancel parcel ${id}: it stands at ${String(item.carrierStatus)} and will be sent`);
	}
	if (item.status === 'cancelled') return success([wasAlready ? { ...item, outcome: 'already' } : item]);
	return success([{ ...item, warnings: ['Cubyn has taken the request, but has not decided yet: Cancellation Status tells later whether the parcel is cancelled.'] }]);
}

export const cancelParcel = flow({
	resource: 'parcel',
	verb: 'cancel',
	title: 'Cancel Parcel',
	does: 'Cancels a parcel that has not been picked yet.',
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
	example: toItem(parcelAnswer.parse({ ...parcelV2, status: 'CREATED', cancellationStatus: 'SUCCEEDED' })),
	run: async ({ id, wait }, _facts, steps) => {
		const asked = await steps.call(askCancellation, { id });
		if (!asked.ok) return asked;
		const isDecided = (items: readonly Item[]) => items.every((item) => decided.includes(String(item.cancellationStatus)));
		const read = wait ? await steps.until(getParcelState, { id }, isDecided) : await steps.call(getParcelState, { id });
		return outcome(id, read, asked.value.some((item) => item.outcome === 'already' && item.cancellationStatus === 'SUCCEEDED'));
	},
	samples: [
		{
			title: 'Asked for, and not decided yet',
			input: { id: 297706966 },
			request: { method: 'PUT', path: '/v2/parcels/297706966/cancel' },
			answer: { status: 200, body: {} },
			reads: { '/v2/parcels/297706966': { status: 200, body: { ...parcelV2, status: 'CREATED', cancellationStatus: 'IN_PROGRESS' } } },
		},
		{
			title: 'Waiting for the answer',
			input: { id: '297706966', wait: 'true' },
			request: { method: 'PUT', path: '/v2/parcels/297706966/cancel' },
			answer: { status: 200, body: { ...parcelV2, status: 'CREATED', cancellationStatus: 'IN_PROGRESS' } },
			reads: { '/v2/parcels/297706966': { status: 200, body: { ...parcelV2, status: 'CREATED', cancellationStatus: 'SUCCEEDED' } } },
		},
	],
	answers: [
		{
			title: 'It is picked already',
			input: { id: 297706966 },
			answer: says(403, 'Parcel is PICKED and cannot be cancelled any more'),
			reads: { '/v2/parcels/297706966': { status: 200, body: parcelV2 } },
			comesTo: 'too_late',
		},
		{
			title: 'Cubyn decided against it',
			input: { id: 297706966, wait: true },
			answer: { status: 200, body: {} },
			reads: { '/v2/parcels/297706966': { status: 200, body: { ...parcelV2, cancellationStatus: 'FAILED' } } },
			comesTo: 'too_late',
		},
		{
			title: 'It was cancelled before',
			input: { id: 297706966 },
			answer: says(403, 'Parcel cancellation is SUCCEEDED already'),
			reads: { '/v2/parcels/297706966': { status: 200, body: { ...parcelV2, status: 'CREATED', cancellationStatus: 'SUCCEEDED' } } },
			comesTo: 'items',
		},
	],
	antiSamples: [{ why: 'No number', input: { wait: true }, names: ['Parcel'] }],
});
