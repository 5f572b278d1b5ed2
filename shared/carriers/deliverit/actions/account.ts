import { z } from 'zod/v4';

import { action, type Need } from '../../../declare/action';
import type { Facts } from '../../../declare/facts';
import { asJsonObject } from '../../../json';
import { itemReading } from '../../../declare/reading';
import { outputField, outputItem } from '../../../delivery/delivery';
import { loginRequest } from '../connection';
import { documentedLogin } from '../documented';
import { loginResponse } from '../wire';

const accountReading = itemReading(loginResponse, (body, _input, facts) => ({
	id: String(body.company),
	username: facts.access.identity,
	carrierData: asJsonObject(body),
}));

export const getAccount = action({
	resource: 'account',
	verb: 'get',
	title: 'Get Account',
	description: 'Signs in and returns the number of the company that the connection belongs to.',
	covers: ['DI1'],
	effect: 'read',
	input: z.object({}),
	output: outputItem(() => ({
		id: outputField.id('Company Number'),
		username: outputField.text('User Name'),
		carrierData: outputField.carrierData(),
	})),
	request: loginRequest,
	readings: { 200: accountReading },
	samples: [
		{
			title: 'Signing in (documented)',
			input: {},
			request: {
				method: 'POST',
				path: '/api/v1/login',
				body: { username: 'shop@example.com', password: 'sample-pass' },
			},
			response: { status: 201, body: documentedLogin },
		},
		{
			title: 'Signing in, JSON',
			connection: 'json',
			input: {},
			request: {
				method: 'POST',
				path: '/api/v1/login',
				body: { username: 'shop@example.com', password: 'sample-pass' },
			},
			response: { status: 201, body: documentedLogin },
		},
	],
	responses: [
		{
			title: 'A wrong password (documented)',
			input: {},
			response: { status: 401, body: { login: false, msg: 'nope, try again' } },
			expected: 'not_authorised',
		},
	],
	antiSamples: [{ reason: 'A field that the step does not have', input: { company: 14 }, mentions: ['company'] }],
});

const DAY_MS = 24 * 3_600_000;

/** Most paths contain the company's number. It never changes, so it is read once a day. */
export const companyNeed = <In>(isNeeded: (input: In) => boolean = () => true): Need<In> => ({
	action: getAccount,
	input: (input) => (isNeeded(input) ? {} : undefined),
	cacheFor: DAY_MS,
});

export const companyOf = (facts: Facts): string => String(facts.needed.company?.[0]?.id);
