import { z } from 'zod/v4';

import { asJsonObject } from '../../../json';
import { outputField, outputItem } from '../../../delivery/delivery';
import { countsOf } from './stock';

const counts = z.looseObject({
	available: z.number().nullish(),
	damaged: z.number().nullish(),
	blocked: z.number().nullish(),
	total: z.number().nullish(),
});

/** CU49 answers without counts, CU48 with other ones than CU47. */
export const lotResponse = z.looseObject({
	id: z.string(),
	productId: z.string().nullish(),
	date: z.string().nullish(),
	reference: z.string().nullish(),
	isBlocked: z.boolean().nullish(),
	quantity: z.union([counts, z.number()]).nullish(),
	quantities: counts.nullish(),
});

/** CU39: the names of v2, with an id of its own kind. */
export const lotRowResponse = z.looseObject({
	lotId: z.string().nullish(),
	productId: z.string().nullish(),
	lotDate: z.string().nullish(),
	lotNumber: z.string().nullish(),
	status: z.string().nullish(),
	availableQuantity: z.number().nullish(),
	damagedQuantity: z.number().nullish(),
});

export const cubynLot = outputItem(() => ({
	id: outputField.id('Lot ID'),
	carrier: outputField.id('Carrier'),
	productId: outputField.text('Product ID'),
	reference: outputField.text('Lot Reference'),
	date: outputField.moment('Lot Date'),
	isBlocked: outputField.toggle('Is Blocked'),
	available: outputField.number('Available'),
	damaged: outputField.number('Damaged'),
	total: outputField.number('Total'),
	previousId: outputField.text('Previous Lot ID'),
	merged: outputField.toggle('Was Merged'),
	outcome: outputField.text('Outcome'),
	warnings: outputField.texts('Warnings'),
	carrierData: outputField.carrierData(),
}));

const sum = (available: number | null | undefined, damaged: number | null | undefined) =>
	typeof available === 'number' && typeof damaged === 'number' ? available + damaged : null;

export function lotItem(response: z.output<typeof lotResponse>) {
	const { available = null, damaged = null, total } = countsOf(response);
	return {
		id: response.id,
		carrier: 'cubyn',
		productId: response.productId ?? null,
		reference: response.reference ?? null,
		date: response.date ?? null,
		isBlocked: response.isBlocked ?? null,
		available,
		damaged,
		total: total ?? sum(available, damaged),
		carrierData: asJsonObject(response),
	};
}

/** v2 does not show whether a lot is blocked, and v3 does not accept its ids. */
export const lotRowItem = (row: z.output<typeof lotRowResponse>) => ({
	id: row.lotId ?? [row.lotNumber, row.lotDate, row.productId].join('_'),
	carrier: 'cubyn',
	productId: row.productId ?? null,
	reference: row.lotNumber ?? null,
	date: row.lotDate ?? null,
	isBlocked: null,
	available: row.availableQuantity ?? null,
	damaged: row.damagedQuantity ?? null,
	total: sum(row.availableQuantity, row.damagedQuantity),
	carrierData: asJsonObject(row),
});

/** The parts of a v3 id: the reference without its "WIO ", the date, the product. */
export function partsOfLotId(id: string): { reference: string; date: string; productId: string } | undefined {
	const [, reference, date, productId] = /^(.+)_([^_]+)_([^_]+)$/.exec(id) ?? [];
	return reference === undefined || date === undefined || productId === undefined
		? undefined
		: { reference, date, productId };
}

const withoutPrefix = (reference: string) => reference.replace(/^WIO /, '');

/** Do two ids, or the words for one, mean the same lot? */
export const isSameLot = (
	a: { reference: string; date: string; productId: string },
	b: { reference: string; date: string; productId: string },
): boolean =>
	withoutPrefix(a.reference) === withoutPrefix(b.reference) &&
	a.productId === b.productId &&
	(a.date === b.date || Date.parse(a.date) === Date.parse(b.date));
