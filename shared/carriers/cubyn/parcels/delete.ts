import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { out } from '../../../delivery/delivery';
import { deletedItem, deletes } from '../deleted';
import { refusedAs } from '../refusals';
import { parcelNumber } from './read';
import { says } from '../says';

/** CU15 stands in the older document alone; what is picked from the warehouse is cancelled instead. */
export const deleteParcel = action({
	resource: 'parcel',
	verb: 'delete',
	title: 'Delete Parcel',
	does: 'Deletes a parcel of the older product, as long as its collect has not set off.',
	covers: ['CU15'],
	effect: 'repeatable',
	irreversible: true,
	input: z.object({ id: parcelNumber('Number of the parcel. A parcel from the warehouse is cancelled instead, with "Cancel Parcel".') }),
	output: deletedItem.extend({ id: out.id('Parcel ID') }),
	request: (given) => ({ method: 'DELETE', path: `/v2/parcels/${given.id}` }),
	readings: { ...deletes('parcel'), 403: refusedAs('too_late') },
	samples: [{ title: 'By number', input: { id: 673847167 }, request: { method: 'DELETE', path: '/v2/parcels/673847167' }, answer: { status: 200, body: {} } }],
	answers: [
		{ title: 'Its collect is on the way', input: { id: 673847167 }, answer: says(403, 'Collect of the parcel is CONFIRMED already'), comesTo: 'too_late' },
		{ title: 'There is no such parcel', input: { id: 673847167 }, answer: says(404, 'Parcel is not found'), comesTo: 'items' },
	],
	antiSamples: [{ why: 'No number', input: {}, names: ['Parcel'] }],
});
