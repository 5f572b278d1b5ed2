import { z } from 'zod/v4';

import { action, type Action } from '../../../declare/action';
import type { Item } from '../../../declare/facts';
import { email, integer, phone, text } from '../../../declare/field';
import { untouched } from '../../../declare/json';
import { gives } from '../../../declare/reading';
import { out } from '../../../delivery/delivery';
import { mirror, same } from '../../../delivery/mirror';
import { collectAnswer, documentedCollect } from '../collects/collect';
import { wrongEmail } from '../parcels/documented';
import { idNumber } from '../wire';
import { says } from '../says';

const told = mirror({
	firstName: same.text('First Name'),
	lastName: same.text('Last Name'),
	email: same.text('Email'),
	phone: same.text('Phone'),
	createdAt: same.moment('Created At'),
	updatedAt: same.moment('Updated At'),
});

const userAnswer = z.looseObject({ id: idNumber, ...told.answers, collects: z.array(collectAnswer).nullish() });
const userShape = { id: out.id('User ID'), carrier: out.id('Carrier'), ...told.shape, carrierData: out.carrierData() };

function toUser(answer: z.output<typeof userAnswer>): Item {
	// A password is sent and never shown, whatever comes back.
	const own = Object.fromEntries(Object.entries(untouched(answer)).filter(([key]) => key !== 'password'));
	return { id: String(answer.id), carrier: 'cubyn', ...told.of(answer), carrierData: own };
}

const rootAnswer = z.looseObject({
	version: z.string().nullish(),
	name: z.string().nullish(),
	auth: z.looseObject({ application: z.looseObject({ name: z.string().nullish() }).nullish(), user: userAnswer }),
});

const jane = { id: 706293859, firstName: 'Jane', lastName: 'Doe', phone: '0606060606', createdAt: '2015-08-19T10:18:13.000Z', updatedAt: '2015-08-19T10:18:13.000Z', email: 'jane.doe@acme.com' };
const mathieu = { ...jane, firstName: 'Mathieu', lastName: 'Lemaire', phone: '0664543537', email: 'mathieu@cubyn.com' };
const root = (application: string, user: typeof jane) => ({
	version: '0.0.3',
	name: 'cubyn.api',
	description: 'Please visit developers.cubyn.com for further information on this API.',
	auth: { application: { name: application, createdAt: '2015-08-19T10:18:13.000Z', updatedAt: '2015-08-19T10:18:14.000Z' }, user },
});

export const getAccount = action({
	resource: 'account',
	verb: 'get',
	title: 'Get Account',
	does: 'Tells whose account the connection is, and of which application.',
	covers: ['CU1'],
	effect: 'read',
	input: z.object({}),
	output: z.object({ ...userShape, applicationName: out.text('Application Name'), apiVersion: out.text('API Version') }),
	request: () => ({ method: 'GET', path: '/v2' }),
	readings: {
		200: gives(rootAnswer, (body) => ({ ...toUser(body.auth.user), applicationName: body.auth.application?.name ?? null, apiVersion: body.version ?? null, carrierData: untouched(body) })),
	},
	samples: [
		{ title: 'Of the key (documented)', input: {}, request: { method: 'GET', path: '/v2' }, answer: { status: 200, body: root('My API application', jane) } },
		{ title: 'Of the key (documented, older)', input: {}, request: { method: 'GET', path: '/v2' }, answer: { status: 200, body: root('Mathieu Lemaire', mathieu) } },
	],
	antiSamples: [{ why: 'A field that the step does not have', input: { id: 1 }, names: ['id'] }],
});

const number = integer({ label: 'User', choices: 'accounts', placeholder: '706293859', help: 'Number of the user; the one of the connection where this is left out.', common: true }, { min: 1 });

export const getUser = action({
	resource: 'account',
	verb: 'getUser',
	title: 'Get User',
	does: 'Reads a user of the account.',
	covers: ['CU2', 'CU3'],
	effect: 'read',
	input: z.object({ id: number.optional() }),
	output: z.object(userShape),
	request: ({ id }) => ({ method: 'GET', path: id === undefined ? '/v2/users' : `/v2/users/${id}` }),
	// CU2 has a plural path and is described as one user: a list of one would do as well.
	readings: { 200: gives(z.union([userAnswer, z.array(userAnswer).length(1)]), (body) => toUser(Array.isArray(body) ? (body[0] ?? { id: '' }) : body)) },
	samples: [
		{ title: 'Of the connection', input: {}, request: { method: 'GET', path: '/v2/users' }, answer: { status: 200, body: jane } },
		{ title: 'By number', input: { id: '706293859' }, request: { method: 'GET', path: '/v2/users/706293859' }, answer: { status: 200, body: { ...jane, collects: [documentedCollect] } } },
	],
	antiSamples: [{ why: 'A number that is none', input: { id: 'me' }, names: ['User'] }],
	answers: [{ title: 'Unknown', input: { id: 1 }, answer: says(404, 'User is not found'), comesTo: 'not_found' }],
});

const changes = {
	firstName: text({ label: 'First Name' }).optional(),
	lastName: text({ label: 'Last Name' }).optional(),
	email: email({ label: 'Email', placeholder: 'name@email.com', help: 'The address the user signs in with.' }).optional(),
	phone: phone({ label: 'Phone', country: 'FR', placeholder: '+33612345678' }).optional(),
	password: text({ label: 'Password', secret: true, help: 'A new password. It is sent to Cubyn and shown nowhere.' }).optional(),
};

const updateUser = action({
	resource: 'account',
	verb: 'update',
	title: 'Update User',
	does: 'Changes a user of the account.',
	covers: ['CU4'],
	effect: 'repeatable',
	input: z.object({ id: integer({ label: 'User', choices: 'accounts', placeholder: '706293859', help: 'Number of the user.', common: true }, { min: 1 }), ...changes }),
	output: z.object(userShape),
	check: (given) =>
		Object.entries(given).some(([key, value]) => key !== 'id' && value !== undefined) ? [] : [{ path: ['email'], message: 'or another field must be given: there is nothing to change' }],
	request: ({ id, ...given }) => ({ method: 'PUT', path: `/v2/users/${id}`, body: given }),
	readings: { 200: gives(userAnswer, toUser) },
	samples: [
		{
			title: 'Another address',
			input: { id: 124288383, email: 'jane@acme.com', password: 'mypassword' },
			request: { method: 'PUT', path: '/v2/users/124288383', body: { email: 'jane@acme.com', password: 'mypassword' } },
			answer: { status: 200, body: { ...jane, id: 124288383, email: 'jane@acme.com' } },
		},
	],
	antiSamples: [
		{ why: 'Nothing to change', input: { id: 124288383 }, names: ['Email'] },
		{ why: "Cubyn's own example of a wrong address", input: { id: 124288383, email: 'wrongemail.com', password: 'mypassword' }, names: ['Email'] },
	],
	answers: [{ title: 'A wrong address (documented)', input: { id: 124288383, email: 'wrong@email', password: 'mypassword' }, answer: { status: 400, body: wrongEmail }, comesTo: 'refused' }],
});

export const userActions: readonly Action[] = [getAccount, getUser, updateUser];
