import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { outputField, outputItem } from '../../../delivery/delivery';
import { deletedItem, deleteReadings } from '../deleted-item';
import { failsWith } from '../errors';
import { parcelNumber } from './read';
import { errorResponse } from '../sample-errors';

/** Only the older document has CU15. Parcels picked from the warehouse are cancelled instead. */
export const deleteParcel = action({
	resource: 'parcel',
	verb: 'delete',
	title: 'Delete Parcel',
	twin: 'legacy',
	description: 'Deletes a parcel of a legacy account before its collect has left.',
	covers: ['CU15'],
	effect: 'repeatable',
	irreversible: true,
	input: z.object({
		id: parcelNumber('Number of the parcel. A parcel from the warehouse is cancelled instead, with "Cancel Parcel".'),
	}),
	output: outputItem(() => ({ ...deletedItem.shape, id: outputField.id('Parcel ID') })),
	request: (input) => ({ method: 'DELETE', path: `/v2/parcels/${input.id}` }),
	readings: { ...deleteReadings('parcel'), 403: failsWith('too_late') },
	samples: [
		{
			title: 'By number',
			input: { id: 673847167 },
			request: { method: 'DELETE', path: '/v2/parcels/673847167' },
			response: { status: 200, body: {} },
		},
	],
	responses: [
		{
			title: 'Its collect is on the way',
			input: { id: 673847167 },
			response: errorResponse(403, 'Collect of the parcel is CONFIRMED already'),
			expected: 'too_late',
		},
		{
			title: 'There is no such parcel',
			input: { id: 673847167 },
			response: errorResponse(404, 'Parcel is not found'),
			expected: 'items',
		},
	],
	antiSamples: [{ reason: 'No number', input: {}, mentions: ['Parcel'] }],
});
