import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { givesMany } from '../../../declare/reading';
import { location } from '../documented';
import { hubriseLocation, toLocationItem } from '../location';
import { locationAnswer } from '../wire';

/** HR20 is for connections of an account; one of a single location knows its own. */
export const listLocations = action({
	resource: 'location',
	verb: 'getAll',
	title: 'Get Many Locations',
	does: 'Lists the locations within reach of the connection.',
	covers: ['HR19', 'HR20'],
	effect: 'read',
	many: true,
	input: z.object({}),
	output: hubriseLocation,
	request: (_given, { access }) => ({ method: 'GET', path: access.version === 'account' ? '/locations' : '/location' }),
	readings: { 200: givesMany(z.union([z.array(locationAnswer), locationAnswer]), (body) => [body].flat().map(toLocationItem)) },
	samples: [
		{
			title: 'Of an account',
			connection: 'account',
			input: {},
			request: { method: 'GET', path: '/v1/locations' },
			answer: { status: 200, body: [location, { ...location, id: '3r4s3-2', name: 'Ourcq', address: '5 rue de l’Ourcq', postal_code: '75019' }] },
		},
		{ title: 'The one of the connection', input: {}, request: { method: 'GET', path: '/v1/location' }, answer: { status: 200, body: location } },
	],
	antiSamples: [{ why: 'A field that the step does not have', input: { city: 'Paris' }, names: ['city'] }],
});
