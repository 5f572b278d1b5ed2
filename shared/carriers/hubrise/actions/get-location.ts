import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { location, notFound } from '../documented';
import { hubriseLocation, toLocationItem } from '../location';
import { checkLocation, locationField, locationPath } from '../paths';
import { notFoundReading } from '../errors';
import { hubriseItem } from '../read-response';
import { locationResponse } from '../wire';

export const getLocation = action({
	resource: 'location',
	verb: 'get',
	title: 'Get Location',
	description: 'Reads the name, address, currency and time zone of one location.',
	covers: ['HR19'],
	effect: 'read',
	input: z.object({ location_id: locationField() }),
	output: hubriseLocation,
	check: checkLocation,
	request: (input) => ({ method: 'GET', path: locationPath(input) }),
	readings: {
		200: hubriseItem(locationResponse, toLocationItem),
		404: notFoundReading('There is no such location in the reach of this connection'),
	},
	samples: [
		{
			title: 'Of the connection',
			input: {},
			request: { method: 'GET', path: '/v1/location' },
			response: { status: 200, body: location },
		},
		{
			title: 'Of an account',
			connection: 'account',
			input: { location_id: '3r4s3-1' },
			request: { method: 'GET', path: '/v1/locations/3r4s3-1' },
			response: { status: 200, body: location },
		},
	],
	responses: [
		{ title: "Another account's", input: { location_id: 'k2m9z-1' }, response: notFound, expected: 'not_found' },
	],
	antiSamples: [{ reason: 'A field that the step does not have', input: { name: 'Valmy' }, mentions: ['name'] }],
});
