import { z } from 'zod/v4';

import { action } from '../../../declare/action';
import { asJsonObject } from '../../../json';
import { outputField, outputItem } from '../../../delivery/delivery';
import { location } from '../documented';
import { hubriseItem } from '../read-response';
import { accountResponse, locationResponse } from '../wire';

const accountReading = hubriseItem(accountResponse, (account) => ({
	id: account.id,
	name: account.name ?? null,
	currency: account.currency ?? null,
	carrierData: asJsonObject(account),
}));

const accountOfLocation = hubriseItem(locationResponse, (location) => ({
	id: location.account?.id ?? '',
	name: location.account?.name ?? null,
	currency: location.account?.currency ?? null,
	carrierData: asJsonObject(location),
}));

/** HR25: for connections of an account; one of a location reads the same in its location. */
export const getAccount = action({
	resource: 'account',
	verb: 'get',
	title: 'Get Account',
	description: 'Reads the name and the currency of the account.',
	covers: ['HR25'],
	effect: 'read',
	input: z.object({}),
	output: outputItem(() => ({
		id: outputField.id('Account ID'),
		name: outputField.text('Account Name'),
		currency: outputField.text('Currency'),
		warnings: outputField.texts('Warnings'),
		carrierData: outputField.carrierData(),
	})),
	request: (_input, { access }) => ({ method: 'GET', path: access.version === 'account' ? '/account' : '/location' }),
	readings: {
		200: (response, input, facts) =>
			(facts.access.version === 'account' ? accountReading : accountOfLocation)(response, input, facts),
	},
	samples: [
		{
			title: 'As documented',
			connection: 'account',
			input: {},
			request: { method: 'GET', path: '/v1/account' },
			response: { status: 200, body: { id: '3r4s3', name: 'Mister Pizza', currency: 'EUR' } },
		},
		{
			title: 'Of a connection of one location',
			input: {},
			request: { method: 'GET', path: '/v1/location' },
			response: { status: 200, body: location },
		},
	],
	antiSamples: [{ reason: 'A field that the step does not have', input: { name: 'Valmy' }, mentions: ['name'] }],
});
