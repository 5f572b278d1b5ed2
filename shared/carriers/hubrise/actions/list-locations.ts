import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { isJsonObject } from '../../../json';
import { location } from '../documented';
import { hubriseLocation, toLocationItem } from '../location';
import { hubriseItems } from '../read-response';
import { locationResponse } from '../wire';

/** HR20 is for connections of an account; one of a single location knows its own. */
export const listLocations = action({
	resource: 'location',
	verb: 'getAll',
	title: 'Get Many Locations',
	description: 'Lists the locations within reach of the connection.',
	covers: ['HR19', 'HR20'],
	effect: 'read',
	isList: true,
	input: z.object({}),
	output: hubriseLocation,
	request: (_input, { access }) => ({ method: 'GET', path: access.version === 'account' ? '/locations' : '/location' }),
	readings: {
		200: hubriseItems(locationResponse, toLocationItem, { select: (body) => (isJsonObject(body) ? [body] : body) }),
	},
	samples: [
		{
			title: 'Of an account',
			connection: 'account',
			input: {},
			request: { method: 'GET', path: '/v1/locations' },
			response: {
				status: 200,
				body: [
					location,
					{ ...location, id: '3r4s3-2', name: 'Ourcq', address: '5 rue de l’Ourcq', postal_code: '75019' },
				],
			},
		},
		{
			title: 'The one of the connection',
			input: {},
			request: { method: 'GET', path: '/v1/location' },
			response: { status: 200, body: location },
		},
	],
	antiSamples: [{ reason: 'A field that the step does not have', input: { city: 'Paris' }, mentions: ['city'] }],
});
