import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { gives } from '../../../declare/reading';
import { location, notFound } from '../documented';
import { hubriseLocation, toLocationItem } from '../location';
import { checkLocation, locationField, locationPath } from '../place';
import { missing } from '../refusals';
import { locationAnswer } from '../wire';

export const getLocation = action({
	resource: 'location',
	verb: 'get',
	title: 'Get Location',
	does: 'Reads the name, address, currency and time zone of one location.',
	covers: ['HR19'],
	effect: 'read',
	input: z.object({ location_id: locationField() }),
	output: hubriseLocation,
	check: checkLocation,
	request: (given) => ({ method: 'GET', path: locationPath(given) }),
	readings: { 200: gives(locationAnswer, toLocationItem), 404: missing('There is no such location in the reach of this connection') },
	samples: [
		{ title: 'Of the connection', input: {}, request: { method: 'GET', path: '/v1/location' }, answer: { status: 200, body: location } },
		{
			title: 'Of an account',
			connection: 'account',
			input: { location_id: '3r4s3-1' },
			request: { method: 'GET', path: '/v1/locations/3r4s3-1' },
			answer: { status: 200, body: location },
		},
	],
	answers: [{ title: "Another account's", input: { location_id: 'k2m9z-1' }, answer: notFound, comesTo: 'not_found' }],
	antiSamples: [{ why: 'A field that the step does not have', input: { name: 'Valmy' }, names: ['name'] }],
});
