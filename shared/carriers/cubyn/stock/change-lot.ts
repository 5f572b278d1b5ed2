import { z } from 'zod/v4';

import { action, type FollowUp } from '../../../declare/action';
import type { Facts, Item } from '../../../declare/facts';
import { moment, text, toggle } from '../../../declare/field';
import { cubynLot, lotResponse, lotItem, partsOfLotId, isSameLot } from './lot';
import { changeLotResponses, changeLotSamples, lotStatusSamples } from './lot-change-samples';
import { toUtcDay } from '../utc';
import { getLot, listLots, lotId } from './list-lots';
import { encodePathPart } from '../path';
import { cubynItem } from '../read-response';

const inputSchema = z.object({
	id: lotId(),
	reference: text({
		label: 'Lot Reference',
		placeholder: 'WIO 100000',
		help: 'The new reference.',
		common: true,
	}).optional(),
	date: moment({
		label: 'Lot Date',
		wholeDay: true,
		placeholder: '2024-03-01T00:00:00Z',
		help: 'The new date.',
		common: true,
	}).optional(),
	blocked: toggle({
		label: 'Blocked',
		help: 'Whether the lot is kept from sale. A lot that joins another one takes on what holds there.',
		common: true,
	}).optional(),
});

type Input = z.output<typeof inputSchema>;

/** The changed lot, as the parts of its ID. */
function targetLot({ id, reference, date }: Input) {
	const parts = partsOfLotId(id);
	return (
		parts && { productId: parts.productId, reference: reference ?? parts.reference, date: toUtcDay(date) ?? parts.date }
	);
}

/** CU49: reports a changed or merged lot ID, because users store these IDs. */
function withIdChange<L extends Item>(item: L, { id }: Input, { needed }: Pick<Facts, 'needed'>) {
	if (item.id === id) return { ...item, previousId: null, merged: false };
	const merged = (needed.before ?? []).some((lot) => lot.id === item.id);
	const newId = String(item.id);
	const warning = merged
		? `The lot ${id} became part of the lot ${newId}, which was there before: their objects add up, and whether it is blocked is as it was there.`
		: `The lot's ID changed from ${id} to ${newId}: use the new one from now on.`;
	return { ...item, previousId: id, merged, warnings: [warning] };
}

/** The response to a change does not count, because it once showed the state before (CU50). The lot is read again. */
const readAgain = (item: Item): FollowUp => ({
	action: getLot,
	input: { id: item.id },
	merge: (first, second) => ({
		...second,
		previousId: first.previousId ?? null,
		merged: first.merged ?? false,
		...(first.warnings ? { warnings: first.warnings } : {}),
	}),
	warning: 'The lot was changed, but could not be read again.',
});

export const changeLot = action({
	resource: 'lot',
	verb: 'update',
	title: 'Update Lot',
	description: 'Changes reference, date or blocking of a lot, and says what its ID is then.',
	covers: ['CU49'],
	effect: 'repeatable',
	input: inputSchema,
	output: cubynLot,
	check: ({ id, reference, date, blocked }) =>
		id !== undefined && reference === undefined && date === undefined && blocked === undefined
			? [{ path: [], message: 'Fill in a Lot Reference, a Lot Date or Blocked' }]
			: [],
	needs: {
		// Only the earlier state distinguishes a merge from a new ID.
		before: {
			action: listLots,
			input: (input) => {
				const parts = partsOfLotId(input.id);
				return parts && (input.reference !== undefined || input.date !== undefined)
					? { productId: parts.productId }
					: undefined;
			},
		},
	},
	request: ({ id, reference, date, blocked }) => ({
		method: 'PATCH',
		path: `/v3/inventory/lots/${encodePathPart(id)}`,
		body: { date: toUtcDay(date), reference, blocked },
	}),
	readings: { 200: cubynItem(lotResponse, (body, input: Input, facts) => withIdChange(lotItem(body), input, facts)) },
	// When the first try gets no response, the old ID may be gone and the lot may have its new one.
	alreadyDone: {
		action: listLots,
		input: (input) => ({ productId: partsOfLotId(input.id)?.productId }),
		isDone: (item, input) => {
			const [actual, expected] = [partsOfLotId(String(item.id)), targetLot(input)];
			return item.id !== input.id && actual !== undefined && expected !== undefined && isSameLot(actual, expected);
		},
	},
	followUp: (item) => (item.available === null ? readAgain(item) : undefined),
	samples: changeLotSamples,
	responses: changeLotResponses,
	antiSamples: [
		{
			reason: 'Nothing to change',
			input: { id: 'a_2024-01-01T00:00:00.000Z_b' },
			mentions: ['Lot Reference', 'Lot Date', 'Blocked'],
		},
		{ reason: 'No lot', input: { blocked: true }, mentions: ['Lot'] },
		{
			reason: 'Not a date',
			input: { id: 'a_2024-01-01T00:00:00.000Z_b', date: 'soon' },
			mentions: ['Lot Date'],
		},
	],
});

const blockedWord = (isBlocked: unknown) => (isBlocked === true ? 'blocked' : 'on sale');

/**
 * CU50: the response may show the state before the change. Only the lot read again counts, and differences are
 * reported.
 */
const readStatusAgain = (item: Item, { blocked }: { blocked: boolean }): FollowUp => ({
	...readAgain({ ...item, isBlocked: null }),
	merge: (first, second) => ({
		...second,
		previousId: null,
		merged: false,
		...(typeof second.isBlocked === 'boolean' && second.isBlocked !== blocked
			? { warnings: [`Cubyn took the change, but still shows the lot as ${blockedWord(second.isBlocked)}.`] }
			: first.warnings
				? { warnings: first.warnings }
				: {}),
	}),
	warning: 'Cubyn took the change, but the lot could not be read again.',
});

export const setLotStatus = action({
	resource: 'lot',
	verb: 'setStatus',
	title: 'Block or Release Lot',
	description: 'Keeps a lot from sale or puts it on sale again; its ID stays.',
	covers: ['CU50'],
	effect: 'repeatable',
	input: z.object({
		id: lotId(),
		blocked: toggle({ label: 'Blocked', help: 'Yes keeps the lot from sale, no puts it on sale again.', common: true }),
	}),
	output: cubynLot,
	request: ({ id, blocked }) => ({
		method: 'PATCH',
		path: `/v3/inventory/lots/${encodePathPart(id)}/status`,
		body: { blocked },
	}),
	readings: { 200: cubynItem(lotResponse, lotItem) },
	followUp: readStatusAgain,
	samples: lotStatusSamples,
	antiSamples: [
		{ reason: 'Neither blocked nor not', input: { id: 'a_2024-01-01T00:00:00.000Z_b' }, mentions: ['Blocked'] },
		{ reason: 'No lot', input: { blocked: true }, mentions: ['Lot'] },
	],
});
