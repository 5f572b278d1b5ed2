import { z } from 'zod/v4';

import { action, type Action } from '../../../declare/action';
import { email, integer, phone, text } from '../../../declare/field';
import { failed } from '../../../declare/failure';
import { asJsonObject, isJsonObject } from '../../../json';
import { outputField, outputItem } from '../../../delivery/delivery';
import { passThroughFields, passThrough } from '../../../delivery/pass-through';
import { collectResponse, documentedCollect } from '../collects/collect';
import { wrongEmail } from '../parcels/documented';
import { idNumber } from '../wire';
import { errorResponse } from '../sample-errors';
import { cubynItem } from '../read-response';
import { parseJson } from '../../../declare/reading';

const mirrored = passThroughFields({
	firstName: passThrough.text('First Name'),
	lastName: passThrough.text('Last Name'),
	email: passThrough.text('Email'),
	phone: passThrough.text('Phone'),
	createdAt: passThrough.moment('Created At'),
	updatedAt: passThrough.moment('Updated At'),
});

const userResponse = z.looseObject({
	id: idNumber,
	...mirrored.inputShape,
	collects: z.array(collectResponse).nullish(),
});
const cubynUser = outputItem(() => ({
	id: outputField.id('User ID'),
	carrier: outputField.id('Carrier'),
	...mirrored.outputShape,
	carrierData: outputField.carrierData(),
}));

function toUser(response: z.output<typeof userResponse>) {
	// The password is sent and never returned.
	const withoutPassword = Object.fromEntries(
		Object.entries(asJsonObject(response)).filter(([key]) => key !== 'password'),
	);
	return { id: String(response.id), carrier: 'cubyn', ...mirrored.toFields(response), carrierData: withoutPassword };
}

const accountResponse = z.looseObject({
	version: z.string().nullish(),
	name: z.string().nullish(),
	auth: z.looseObject({ application: z.looseObject({ name: z.string().nullish() }).nullish(), user: userResponse }),
});

const accountReading = cubynItem(accountResponse, (body) => ({
	...toUser(body.auth.user),
	applicationName: body.auth.application?.name ?? null,
	apiVersion: body.version ?? null,
	carrierData: asJsonObject(body),
}));

const jane = {
	id: 706293859,
	firstName: 'Jane',
	lastName: 'Doe',
	phone: '0606060606',
	createdAt: '2015-08-19T10:18:13.000Z',
	updatedAt: '2015-08-19T10:18:13.000Z',
	email: 'jane.doe@acme.com',
};
const mathieu = { ...jane, firstName: 'Mathieu', lastName: 'Lemaire', phone: '0664543537', email: 'mathieu@cubyn.com' };
const documentedRoot = (application: string, user: typeof jane) => ({
	version: '0.0.3',
	name: 'cubyn.api',
	description: 'Please visit developers.cubyn.com for further information on this API.',
	auth: {
		application: { name: application, createdAt: '2015-08-19T10:18:13.000Z', updatedAt: '2015-08-19T10:18:14.000Z' },
		user,
	},
});

export const getAccount = action({
	resource: 'account',
	verb: 'get',
	title: 'Get Account',
	description: 'Returns the account and the application of the connection.',
	covers: ['CU1'],
	effect: 'read',
	input: z.object({}),
	output: outputItem(() => ({
		...cubynUser.shape,
		applicationName: outputField.text('Application Name'),
		apiVersion: outputField.text('API Version'),
	})),
	request: () => ({ method: 'GET', path: '/v2' }),
	readings: {
		200: (response, input, facts) => {
			// CU1 answers 200 to any key: only a known one has an account.
			const body = parseJson(response);
			if (isJsonObject(body) && typeof body.version === 'string' && !isJsonObject(body.auth))
				return failed('not_authorised', 'Cubyn does not know the Application Key of the connection', {
					status: response.status,
				});
			return accountReading(response, input, facts);
		},
	},
	samples: [
		{
			title: 'Of the key (documented)',
			input: {},
			request: { method: 'GET', path: '/v2' },
			response: { status: 200, body: documentedRoot('My API application', jane) },
		},
		{
			title: 'Of the key (documented, older)',
			input: {},
			request: { method: 'GET', path: '/v2' },
			response: { status: 200, body: documentedRoot('Mathieu Lemaire', mathieu) },
		},
	],
	responses: [
		{
			title: 'A key that Cubyn does not know',
			input: {},
			response: {
				status: 200,
				body: { version: '0.0.3', name: 'cubyn.api', description: 'Please visit developers.cubyn.com' },
			},
			expected: 'not_authorised',
		},
	],
	antiSamples: [{ reason: 'A field that the step does not have', input: { id: 1 }, mentions: ['id'] }],
});

const number = integer(
	{
		label: 'User',
		choices: 'accounts',
		placeholder: '706293859',
		help: 'Number of the user; the one of the connection where this is left out.',
		common: true,
	},
	{ min: 1 },
);

export const getUser = action({
	resource: 'account',
	verb: 'getUser',
	title: 'Get User',
	description: 'Reads a user of the account.',
	covers: ['CU2', 'CU3'],
	effect: 'read',
	input: z.object({ id: number.optional() }),
	output: cubynUser,
	request: ({ id }) => ({ method: 'GET', path: id === undefined ? '/v2/users' : `/v2/users/${id}` }),
	// CU2 has a plural path and is described as one user: a list of one would do as well.
	readings: {
		200: cubynItem(userResponse, toUser, (body) => (Array.isArray(body) && body.length === 1 ? body[0] : body)),
	},
	samples: [
		{
			title: 'Of the connection',
			input: {},
			request: { method: 'GET', path: '/v2/users' },
			response: { status: 200, body: jane },
		},
		{
			title: 'By number',
			input: { id: '706293859' },
			request: { method: 'GET', path: '/v2/users/706293859' },
			response: { status: 200, body: { ...jane, collects: [documentedCollect] } },
		},
	],
	antiSamples: [{ reason: 'Not a number', input: { id: 'me' }, mentions: ['User'] }],
	responses: [
		{ title: 'Unknown', input: { id: 1 }, response: errorResponse(404, 'User is not found'), expected: 'not_found' },
	],
});

const changes = {
	firstName: text({ label: 'First Name' }).optional(),
	lastName: text({ label: 'Last Name' }).optional(),
	email: email({
		label: 'Email',
		placeholder: 'name@email.com',
		help: 'The address the user signs in with.',
	}).optional(),
	phone: phone({ label: 'Phone', country: 'FR', placeholder: '+33612345678' }).optional(),
	password: text({
		label: 'Password',
		secret: true,
		help: 'A new password. It is sent to Cubyn and shown nowhere.',
	}).optional(),
};

const updateUser = action({
	resource: 'account',
	verb: 'update',
	title: 'Update User',
	description: 'Changes a user of the account.',
	covers: ['CU4'],
	effect: 'repeatable',
	input: z.object({
		id: integer(
			{ label: 'User', choices: 'accounts', placeholder: '706293859', help: 'Number of the user.', common: true },
			{ min: 1 },
		),
		...changes,
	}),
	output: cubynUser,
	check: (fields) =>
		Object.entries(fields).some(([key, value]) => key !== 'id' && value !== undefined)
			? []
			: [{ path: ['email'], message: 'or another field must be given: there is nothing to change' }],
	request: ({ id, ...fields }) => ({ method: 'PUT', path: `/v2/users/${id}`, body: fields }),
	readings: { 200: cubynItem(userResponse, toUser) },
	samples: [
		{
			title: 'Another address',
			input: { id: 124288383, email: 'jane@acme.com', password: 'mypassword' },
			request: { method: 'PUT', path: '/v2/users/124288383', body: { email: 'jane@acme.com', password: 'mypassword' } },
			response: { status: 200, body: { ...jane, id: 124288383, email: 'jane@acme.com' } },
		},
	],
	antiSamples: [
		{ reason: 'Nothing to change', input: { id: 124288383 }, mentions: ['Email'] },
		{
			reason: "Cubyn's own example of a wrong address",
			input: { id: 124288383, email: 'wrongemail.com', password: 'mypassword' },
			mentions: ['Email'],
		},
	],
	responses: [
		{
			title: 'A wrong address (documented)',
			input: { id: 124288383, email: 'wrong@email', password: 'mypassword' },
			response: { status: 400, body: wrongEmail },
			expected: 'refused',
		},
	],
});

export const userActions: readonly Action[] = [getAccount, getUser, updateUser];
