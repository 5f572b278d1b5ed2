import { z } from 'zod/v4';

import { action, type Need } from '../../../declare/action';
import type { Facts } from '../../../declare/facts';
import { untouched } from '../../../declare/json';
import { gives } from '../../../declare/reading';
import { out } from '../../../delivery/delivery';
import { loginRequest } from '../connection';
import { documentedLogin } from '../documented';
import { loginAnswer } from '../wire';

const read = gives(loginAnswer, (body, _input, facts) => ({ id: String(body.company), username: facts.access.identity, carrierData: untouched(body) }));

export const getAccount = action({
	resource: 'account',
	verb: 'get',
	title: 'Get Account',
	does: 'Signs in and tells the number of the company that the connection belongs to.',
	covers: ['DI1'],
	effect: 'read',
	input: z.object({}),
	output: z.object({ id: out.id('Company Number'), username: out.text('User Name'), carrierData: out.carrierData() }),
	request: (_given, facts) => loginRequest(facts.access),
	readings: { 200: read, 201: read },
	samples: [
		{
			title: 'Signing in (documented)',
			input: {},
			request: { method: 'POST', path: '/api/v1/login', body: { username: 'shop@example.com', password: 'sample-pass' } },
			answer: { status: 201, body: documentedLogin },
		},
		{
			title: 'Signing in, JSON',
			connection: 'json',
			input: {},
			request: { method: 'POST', path: '/api/v1/login', body: { username: 'shop@example.com', password: 'sample-pass' } },
			answer: { status: 201, body: documentedLogin },
		},
	],
	answers: [{ title: 'A wrong password (documented)', input: {}, answer: { status: 401, body: { login: false, msg: 'nope, try again' } }, comesTo: 'not_authorised' }],
	antiSamples: [{ why: 'A field that the step does not have', input: { company: 14 }, names: ['company'] }],
});

const DAY_MS = 24 * 3_600_000;

/** The company's number stands in most paths. It never changes, so it is asked for once a day. */
export const companyNeed = <In>(needed: (input: In) => boolean = () => true): Need<In> => ({
	action: getAccount,
	input: (input) => (needed(input) ? {} : undefined),
	keepFor: DAY_MS,
});

export const companyOf = (facts: Facts): string => String(facts.needed.company?.[0]?.id);
