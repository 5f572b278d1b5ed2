import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Item } from '../../../declare/facts';
import { flow, type Steps } from '../../../declare/flow';
import { text } from '../../../declare/field';
import { failed, success, type Result } from '../../../declare/failure';
import { isJsonObject, type Json } from '../../../declare/json';
import { offsetPages } from '../../../declare/pages';
import { gives, givesMany } from '../../../declare/reading';
import { listParcels } from '../parcels/list';
import { parcelNumber } from '../parcels/read';
import { cubynParcel, toItem } from '../parcels/parcel';
import { parcelAnswer } from '../wire';

/** CU51: default and maximum. */
const PAGE = 500;

export const returnedParcel = () => parcelNumber('Number of the delivered parcel that comes back.');

const quiet = { resource: 'return', covers: [], effect: 'read', output: cubynParcel, samples: [], antiSamples: [] } as const;

const readParcel = action({
	...quiet,
	verb: 'readParcel',
	title: 'Read Parcel',
	does: 'Reads the parcel that comes back.',
	input: z.object({ id: returnedParcel() }),
	request: ({ id }) => ({ method: 'GET', path: `/v3/parcels/${id}` }),
	readings: { 200: gives(parcelAnswer, (body) => toItem(body)) },
});

const listReturns = action({
	...quiet,
	verb: 'listReturns',
	title: 'List Returns',
	does: 'Lists the returns of the account.',
	input: z.object({ orderRef: text({ label: 'Reference' }).optional() }),
	request: ({ orderRef }) => ({ method: 'GET', path: '/v3/parcels', query: { 'filters[type]': 'RECIPIENT_RETURN', 'filters[orderRef]': orderRef, limit: PAGE } }),
	readings: { 200: givesMany(z.array(parcelAnswer), (body) => body.map((each) => toItem(each))) },
	pages: offsetPages(PAGE),
});

const whom = (end: Json | undefined) => (isJsonObject(end) ? JSON.stringify([end.name, end.company, end.email, end.street, end.postalCode].map((word) => word ?? null)) : '');
const born = ({ createdAt }: Item) => (typeof createdAt === 'string' ? Date.parse(createdAt) : 0);

/** Nothing in a return names the parcel it belongs to (CU17): its order's reference does, else who sends what back. */
const mayBeOf = (parcel: Item, candidate: Item): boolean =>
	candidate.type === 'RECIPIENT_RETURN' && candidate.reference === parcel.reference && born(candidate) >= born(parcel);

const isOfSame = (parcel: Item, candidate: Item): boolean =>
	whom(candidate.pickup) === whom(parcel.dropoff) && JSON.stringify(candidate.packages) === JSON.stringify(parcel.packages);

const likely = ({ reference }: Item) =>
	`${reference === null ? 'The parcel has no reference' : `Several parcels have the reference ${String(reference)}`}: this return was made for the same customer and the same goods.`;

/** Does the reference name one parcel? An order may have been sent in two. */
async function isOnly(parcel: Item, steps: Steps): Promise<Result<boolean>> {
	const listed = await steps.call(listParcels, { orderRef: parcel.reference, type: 'SHIPMENT' });
	return listed.ok ? success(listed.value.every(({ id, reference, type, status }) => id === parcel.id || reference !== parcel.reference || type !== 'SHIPMENT' || status === 'cancelled')) : listed;
}

/** The returns of one parcel; `sure`: only such as a reference proves. */
async function returnsOf(id: number, sure: boolean, steps: Steps): Promise<Result<Item[]>> {
	const read = await steps.call(readParcel, { id });
	const parcel = read.ok ? read.value[0] : undefined;
	if (!read.ok || !parcel) return read;
	// Only what has been delivered can have a return.
	const proofOnly = sure || parcel.status !== 'delivered';
	if (parcel.reference === null && proofOnly) return success([]);
	const listed = await steps.call(listReturns, { orderRef: parcel.reference });
	if (!listed.ok) return listed;
	const found = listed.value.filter((candidate) => mayBeOf(parcel, candidate));
	const only = parcel.reference === null || found.length === 0 ? success(false) : await isOnly(parcel, steps);
	if (!only.ok) return only;
	if (only.value) return success(found);
	return success(proofOnly ? [] : found.filter((candidate) => isOfSame(parcel, candidate)).map((each) => ({ ...each, warnings: [likely(parcel)] })));
}

/** What the booking looks for before it asks Cubyn for a return. */
export const knownReturns = flow({
	...quiet,
	verb: 'known',
	title: 'Look for Return',
	does: 'Looks for the return of a parcel by its reference.',
	input: z.object({ id: returnedParcel() }),
	example: {},
	run: async ({ id }, _facts, steps) => await returnsOf(id, true, steps),
});

/** What there is once Cubyn says that no other return can be made. */
export async function returnOf(id: number, steps: Steps): Promise<Result<Item[]>> {
	const found = await returnsOf(id, false, steps);
	return found.ok && found.value.length === 0 ? failed('not_found', `No return of the parcel ${id} was found`) : found;
}
