import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import type { Item } from '../../../declare/facts';
import { flow, type Steps } from '../../../declare/flow';
import { text } from '../../../declare/field';
import { failed, success, type Result } from '../../../declare/failure';
import { isJsonObject, type Json } from '../../../json';
import { documentedReturn } from './documented';
import { listParcels } from '../parcels/list';
import { parcelNumber } from '../parcels/read';
import { cubynParcel, toItem } from '../parcels/parcel';
import { parcelResponse } from '../wire';
import { cubynItem, cubynItems } from '../read-response';
import { cubynPages } from '../list-pages';
import { listNotFound } from '../errors';

/** CU51: default and maximum. */
const PAGE = 500;

export const returnedParcel = () => parcelNumber('Number of the delivered parcel that comes back.');

const internalRead = {
	resource: 'return',
	covers: [],
	effect: 'read',
	output: cubynParcel,
	samples: [],
	antiSamples: [],
} as const;

const readParcel = action({
	...internalRead,
	verb: 'readParcel',
	title: 'Read Parcel',
	description: 'Reads the parcel that comes back.',
	input: z.object({ id: returnedParcel() }),
	request: ({ id }) => ({ method: 'GET', path: `/v3/parcels/${id}` }),
	readings: { 200: cubynItem(parcelResponse, (body) => toItem(body)) },
});

const listReturns = action({
	...internalRead,
	verb: 'listReturns',
	title: 'List Returns',
	description: 'Lists the returns of the account.',
	input: z.object({ orderRef: text({ label: 'Reference' }).optional() }),
	request: ({ orderRef }) => ({
		method: 'GET',
		path: '/v3/parcels',
		query: { 'filters[type]': 'RECIPIENT_RETURN', 'filters[orderRef]': orderRef, limit: PAGE },
	}),
	readings: { 200: cubynItems(parcelResponse, (row) => toItem(row), { isExact: () => true }), ...listNotFound },
	pages: cubynPages(PAGE),
});

const customerKey = (stop: Json | undefined) =>
	isJsonObject(stop)
		? JSON.stringify([stop.name, stop.company, stop.email, stop.street, stop.postalCode].map((value) => value ?? null))
		: '';
const createdAtMs = ({ createdAt }: Item) => (typeof createdAt === 'string' ? Date.parse(createdAt) : 0);

/** Nothing in a return names the parcel it belongs to (CU17): its order's reference does, else who sends what back. */
const isPossibleReturn = (parcel: Item, candidate: Item): boolean =>
	candidate.type === 'RECIPIENT_RETURN' &&
	candidate.reference === parcel.reference &&
	createdAtMs(candidate) >= createdAtMs(parcel);

const isSameCustomerAndGoods = (parcel: Item, candidate: Item): boolean =>
	customerKey(candidate.pickup) === customerKey(parcel.dropoff) &&
	JSON.stringify(candidate.packages) === JSON.stringify(parcel.packages);

const likelyWarning = ({ reference }: Item) =>
	`${reference === null ? 'The parcel has no reference' : `Several parcels have the reference ${String(reference)}`}: this return was made for the same customer and the same goods.`;

/** Does the reference name one parcel? An order may have been sent in two. */
async function isOnlyShipment(parcel: Item, steps: Steps): Promise<Result<boolean>> {
	const listed = await steps.call(listParcels, { orderRef: parcel.reference, type: 'SHIPMENT' });
	return listed.ok
		? success(
				listed.value.every(
					({ id, reference, type, status }) =>
						id === parcel.id || reference !== parcel.reference || type !== 'SHIPMENT' || status === 'cancelled',
				),
			)
		: listed;
}

/** The returns of one parcel; `sure`: only such as a reference proves. */
async function returnsOf(id: number, provenOnly: boolean, steps: Steps): Promise<Result<Item[]>> {
	const result = await steps.call(readParcel, { id });
	const parcel = result.ok ? result.value[0] : undefined;
	if (!result.ok || !parcel) return result;
	// Only a delivered parcel can have a return.
	const needsProof = provenOnly || parcel.status !== 'delivered';
	if (parcel.reference === null && needsProof) return success([]);
	const listed = await steps.call(listReturns, { orderRef: parcel.reference });
	if (!listed.ok) return listed;
	const found = listed.value.filter((candidate) => isPossibleReturn(parcel, candidate));
	const onlyShipment =
		parcel.reference === null || found.length === 0 ? success(false) : await isOnlyShipment(parcel, steps);
	if (!onlyShipment.ok) return onlyShipment;
	if (onlyShipment.value) return success(found);
	return success(
		needsProof
			? []
			: found
					.filter((candidate) => isSameCustomerAndGoods(parcel, candidate))
					.map((item) => ({ ...item, warnings: [likelyWarning(parcel)] })),
	);
}

/** The bookings to look for before requesting a return. */
export const knownReturns = flow({
	...internalRead,
	verb: 'known',
	title: 'Look for Return',
	description: 'Looks for the return of a parcel by its reference.',
	input: z.object({ id: returnedParcel() }),
	example: toItem(parcelResponse.parse(documentedReturn)),
	run: async ({ id }, _facts, steps) => await returnsOf(id, true, steps),
});

/** The existing return, after Cubyn refuses a second one. */
export async function returnOf(id: number, steps: Steps): Promise<Result<Item[]>> {
	const found = await returnsOf(id, false, steps);
	return found.ok && found.value.length === 0 ? failed('not_found', `No return of the parcel ${id} was found`) : found;
}
