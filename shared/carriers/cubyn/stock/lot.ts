import { z } from 'zod/v4';

import type { Item } from '../../../declare/facts';
import { untouched } from '../../../declare/json';
import { out } from '../../../delivery/delivery';
import { countsOf } from './stock';

const counts = z.looseObject({ available: z.number().nullish(), damaged: z.number().nullish(), blocked: z.number().nullish(), total: z.number().nullish() });

/** CU49 answers without counts, CU48 with other ones than CU47. */
export const lotAnswer = z.looseObject({
	id: z.string(),
	productId: z.string().nullish(),
	date: z.string().nullish(),
	reference: z.string().nullish(),
	isBlocked: z.boolean().nullish(),
	quantity: z.union([counts, z.number()]).nullish(),
	quantities: counts.nullish(),
});

/** CU39: the names of v2, with an id of its own kind. */
export const lotRowAnswer = z.looseObject({
	lotId: z.string().nullish(),
	productId: z.string().nullish(),
	lotDate: z.string().nullish(),
	lotNumber: z.string().nullish(),
	status: z.string().nullish(),
	availableQuantity: z.number().nullish(),
	damagedQuantity: z.number().nullish(),
});

export const cubynLot = z.object({
	id: out.id('Lot ID'),
	carrier: out.id('Carrier'),
	productId: out.text('Product ID'),
	reference: out.text('Lot Reference'),
	date: out.moment('Lot Date'),
	isBlocked: out.toggle('Is Blocked'),
	available: out.number('Available'),
	damaged: out.number('Damaged'),
	total: out.number('Total'),
	previousId: out.text('Previous Lot ID'),
	merged: out.toggle('Was Merged'),
	outcome: out.text('Outcome'),
	warnings: out.texts('Warnings'),
	carrierData: out.carrierData(),
});

const sum = (available: number | null | undefined, damaged: number | null | undefined) =>
	typeof available === 'number' && typeof damaged === 'number' ? available + damaged : null;

export function lotItem(answer: z.output<typeof lotAnswer>): Item {
	const { available = null, damaged = null, total } = countsOf(answer);
	return {
		id: answer.id,
		carrier: 'cubyn',
		productId: answer.productId ?? null,
		reference: answer.reference ?? null,
		date: answer.date ?? null,
		isBlocked: answer.isBlocked ?? null,
		available,
		damaged,
		total: total ?? sum(available, damaged),
		carrierData: untouched(answer),
	};
}

/** v2 says nothing of blocking, and its ids are no good for v3. */
export const lotRowItem = (row: z.output<typeof lotRowAnswer>): Item => ({
	id: row.lotId ?? [row.lotNumber, row.lotDate, row.productId].join('_'),
	carrier: 'cubyn',
	productId: row.productId ?? null,
	reference: row.lotNumber ?? null,
	date: row.lotDate ?? null,
	isBlocked: null,
	available: row.availableQuantity ?? null,
	damaged: row.damagedQuantity ?? null,
	total: sum(row.availableQuantity, row.damagedQuantity),
	carrierData: untouched(row),
});

/** What an id of v3 is made of: the reference without its "WIO ", the date, the product. */
export function partsOfLotId(id: string): { reference: string; date: string; productId: string } | undefined {
	const [, reference, date, productId] = /^(.+)_([^_]+)_([^_]+)$/.exec(id) ?? [];
	return reference === undefined || date === undefined || productId === undefined ? undefined : { reference, date, productId };
}

const bare = (reference: string) => reference.replace(/^WIO /, '');

/** Do two ids, or the words for one, mean the same lot? */
export const sameLot = (a: { reference: string; date: string; productId: string }, b: { reference: string; date: string; productId: string }): boolean =>
	bare(a.reference) === bare(b.reference) && a.productId === b.productId && (a.date === b.date || Date.parse(a.date) === Date.parse(b.date));
