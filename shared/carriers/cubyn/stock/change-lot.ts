import { z } from 'zod/v4';

import { action, type FollowUp } from '../../../declare/action';
import type { Facts, Item } from '../../../declare/facts';
import { moment, text, toggle } from '../../../declare/field';
import { gives } from '../../../declare/reading';
import { cubynLot, lotAnswer, lotItem, partsOfLotId, sameLot } from './lot';
import { changeLotAnswers, changeLotSamples, lotStatusSamples } from './lot-change-samples';
import { utc } from '../utc';
import { getLot, listLots, lotId } from './list-lots';
import { inPath } from '../path';

const input = z.object({
	id: lotId(),
	reference: text({ label: 'Lot Reference', placeholder: 'WIO 100000', help: 'The new reference.', common: true }).optional(),
	date: moment({ label: 'Lot Date', wholeDay: true, placeholder: '2024-03-01T00:00:00Z', help: 'The new date.', common: true }).optional(),
	blocked: toggle({ label: 'Blocked', help: 'Whether the lot is kept from sale. A lot that joins another one takes on what holds there.', common: true }).optional(),
});

type Input = z.output<typeof input>;

/** What the lot will be, in the parts of its ID. */
function target({ id, reference, date }: Input) {
	const parts = partsOfLotId(id);
	return parts && { productId: parts.productId, reference: reference ?? parts.reference, date: date ?? parts.date };
}

/** CU49: what became of the lot's ID, and why somebody should know. */
function changed(item: Item, { id }: Input, { needed }: Pick<Facts, 'needed'>): Item {
	if (item.id === id) return { ...item, previousId: null, merged: false };
	const merged = (needed.before ?? []).some((lot) => lot.id === item.id);
	const now = String(item.id);
	const said = merged
		? `The lot ${id} became part of the lot ${now}, which was there before: their objects add up, and whether it is blocked is as it was there.`
		: `The lot's ID changed from ${id} to ${now}: use the new one from now on.`;
	return { ...item, previousId: id, merged, warnings: [said] };
}

/** The answer to a change counts nothing, and once showed what was before (CU50): the lot is read again. */
const reread = (item: Item): FollowUp => ({
	action: getLot,
	input: { id: item.id },
	merge: (first, second) => ({ ...second, previousId: first.previousId ?? null, merged: first.merged ?? false, ...(first.warnings ? { warnings: first.warnings } : {}) }),
	warning: 'The lot was changed, but could not be read again.',
});

export const changeLot = action({
	resource: 'lot',
	verb: 'update',
	title: 'Update Lot',
	does: 'Changes reference, date or blocking of a lot, and says what its ID is then.',
	covers: ['CU49'],
	effect: 'repeatable',
	input,
	output: cubynLot,
	check: ({ id, reference, date, blocked }) =>
		id !== undefined && reference === undefined && date === undefined && blocked === undefined ? [{ path: [], message: 'Fill in a Lot Reference, a Lot Date or Blocked' }] : [],
	needs: {
		// Only what was there before tells a merge from a new ID.
		before: {
			action: listLots,
			input: (given) => {
				const parts = partsOfLotId(given.id);
				return parts && (given.reference !== undefined || given.date !== undefined) ? { productId: parts.productId } : undefined;
			},
		},
	},
	request: ({ id, reference, date, blocked }) => ({ method: 'PATCH', path: `/v3/inventory/lots/${inPath(id)}`, body: { date: utc(date), reference, blocked } }),
	readings: { 200: gives(lotAnswer, (body, given: Input, facts) => changed(lotItem(body), given, facts)) },
	// When the answer to the first try is lost, the old ID is gone: the lot stands under its new one.
	already: {
		action: listLots,
		input: (given) => ({ productId: partsOfLotId(given.id)?.productId }),
		isDone: (item, given) => {
			const [is, wanted] = [partsOfLotId(String(item.id)), target(given)];
			return item.id !== given.id && is !== undefined && wanted !== undefined && sameLot(is, wanted);
		},
	},
	followUp: (item) => (item.available === null ? reread(item) : undefined),
	samples: changeLotSamples,
	answers: changeLotAnswers,
	antiSamples: [
		{ why: 'Nothing to change', input: { id: 'a_2024-01-01T00:00:00.000Z_b' }, names: ['Lot Reference', 'Lot Date', 'Blocked'] },
		{ why: 'No lot', input: { blocked: true }, names: ['Lot'] },
		{ why: 'A date that is none', input: { id: 'a_2024-01-01T00:00:00.000Z_b', date: 'soon' }, names: ['Lot Date'] },
	],
});

export const setLotStatus = action({
	resource: 'lot',
	verb: 'setStatus',
	title: 'Block or Release Lot',
	does: 'Keeps a lot from sale or puts it on sale again; its ID stays.',
	covers: ['CU50'],
	effect: 'repeatable',
	input: z.object({ id: lotId(), blocked: toggle({ label: 'Blocked', help: 'Yes keeps the lot from sale, no puts it on sale again.', common: true }) }),
	output: cubynLot,
	request: ({ id, blocked }) => ({ method: 'PATCH', path: `/v3/inventory/lots/${inPath(id)}/status`, body: { blocked } }),
	readings: { 200: gives(lotAnswer, lotItem) },
	followUp: reread,
	samples: lotStatusSamples,
	antiSamples: [
		{ why: 'Neither blocked nor not', input: { id: 'a_2024-01-01T00:00:00.000Z_b' }, names: ['Blocked'] },
		{ why: 'No lot', input: { blocked: true }, names: ['Lot'] },
	],
});
