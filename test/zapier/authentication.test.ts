import { createZapier } from '../../sandbox/hosts/zapier';
import { carrierById, carriers } from '../../shared/registry';
import type { AppKind } from '../../zapier/src/app';
import { headersOf } from '../core/samples';
import { isSignIn, signInResponse } from '../core/sign-in';
import { appFor, authDataFor } from './run-on-zapier';
import { cyke, errorOf } from './with-cyke';
import { scriptedCarrier, type StubResponse } from './scripted-carrier';

const kinds: AppKind[] = ['single', 'all'];
const cases = kinds.flatMap((kind) =>
	carriers.map((carrier) => ({ kind, carrier, name: `${carrier.title} (${kind})` })),
);

describe('a connection', () => {
	test.each(cases)('of $name is tested by a cheap call and labelled by its account', async ({ kind, carrier }) => {
		const scripted = await scriptedCarrier(
			(request): StubResponse => signInResponse(request) ?? { status: 200, body: [] },
		);
		const authData = authDataFor(carrier, kind, scripted.address);
		const host = await createZapier(appFor(carrier, kind), { authData });
		try {
			const access = carrier.connection.accessOf(
				carrier.sampleConnections[Object.keys(carrier.sampleConnections)[0] ?? ''],
			);
			await expect(host.authTest()).resolves.toEqual({ carrier: carrier.title, account: access.identity });
			const { path } = carrier.connection.test(access);
			expect(scripted.requests.filter((request) => !isSignIn(request))).toMatchObject([
				{ path: expect.stringMatching(new RegExp(`${path}$`)), headers: headersOf(access) },
			]);
			await expect(host.connectionLabel()).resolves.toBe(
				kind === 'all' ? `${carrier.title}: ${access.identity}` : access.identity,
			);
		} finally {
			await host.close();
			await scripted.close();
		}
	});

	test.each([
		[{ id: 706293859, firstName: 'Jane', email: 'jane.doe@acme.com' }, 'Cubyn: jane.doe@acme.com'],
		[[{ id: 706293859, email: 'jane.doe@acme.com' }], 'Cubyn: jane.doe@acme.com'],
	])('of Cubyn, whose key names nobody, is labelled by the e-mail address of its user: %j', async (user, label) => {
		const scripted = await scriptedCarrier((): StubResponse => ({ status: 200, body: user }));
		const cubyn = carrierById('cubyn');
		const host = await createZapier(appFor(cubyn, 'all'), { authData: authDataFor(cubyn, 'all', scripted.address) });
		try {
			const found = await host.authTest();
			await expect(host.connectionLabel(Object(found))).resolves.toBe(label);
		} finally {
			await host.close();
			await scripted.close();
		}
	});

	test('that is refused reports it', async () => {
		const scripted = await scriptedCarrier(
			(): StubResponse => ({ status: 401, body: { error: 'Invalid email or token' } }),
		);
		const host = await createZapier(appFor(cyke(), 'all'), { authData: authDataFor(cyke(), 'all', scripted.address) });
		try {
			expect(await errorOf(host.authTest())).toMatchObject({
				name: 'AppError',
				message: expect.stringContaining('Invalid email or token'),
			});
		} finally {
			await host.close();
			await scripted.close();
		}
	});

	test.each<{ authData: Record<string, string>; problems: string[] }>([
		{ authData: {}, problems: ['Carrier must be one of: Cyke'] },
		{ authData: { carrier: 'cyke' }, problems: ['Email is missing', 'API Token is missing'] },
		{
			authData: { carrier: 'cyke', cyke_email: 'nobody', cyke_token: '', cyke_environment: 'moon' },
			problems: ['Email must be', 'API Token is missing', 'Environment must be one of'],
		},
		{
			authData: { carrier: 'cyke', cyke_email: 'a@b.co', cyke_token: 't', cyke_environment: 'other' },
			problems: ['Base URL is missing'],
		},
		{
			authData: {
				carrier: 'cyke',
				cyke_email: 'a@b.co',
				cyke_token: 't',
				cyke_environment: 'other',
				cyke_base_url: 'http://cyke.example.com',
			},
			problems: ['https'],
		},
	])('with the fields $authData names every problem', async ({ authData, problems }) => {
		const host = await createZapier(appFor(cyke(), 'all'), { authData });
		try {
			const { message } = await errorOf(host.authTest());
			for (const problem of problems) expect(message).toContain(problem);
		} finally {
			await host.close();
		}
	});
});
