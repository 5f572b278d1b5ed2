import { createZapier, type ZapierHost } from '../../sandbox/hosts/zapier';
import { deliveryV2 } from '../../shared/carriers/cyke/documented';
import { buildApp } from '../../zapier/src/app';
import { clientCredentials, withTokens } from '../core/token-carrier';
import { scriptedCarrier, type ScriptedCarrier } from './scripted-carrier';
import { errorOf } from './with-cyke';

const app = buildApp([withTokens(clientCredentials)], 'single', '0.0.0');

let carrier: ScriptedCarrier;
let tokens: number;
/** Tokens up to this one are refused. */
let refusedUntil: number;
const hosts: ZapierHost[] = [];
beforeEach(async () => {
	tokens = 0;
	refusedUntil = 0;
	carrier = await scriptedCarrier(({ path, headers }) => {
		if (path === '/oauth/token') {
			const isKnown = String(headers.authorization) !== `Basic ${btoa('stranger:secret-of-client')}`;
			tokens += isKnown ? 1 : 0;
			return isKnown
				? { status: 200, body: { access_token: `token-${tokens}`, expires_in: 3_600 } }
				: { status: 401, body: { error: 'invalid_client' } };
		}
		const token = Number(/^Bearer token-(\d+)$/.exec(String(headers.authorization))?.[1]);
		return token > refusedUntil ? { status: 200, body: deliveryV2 } : { status: 401, body: { error: 'expired' } };
	});
});
afterEach(async () => {
	for (const host of hosts.splice(0)) await host.close();
	await carrier.close();
});

async function hostOf(client: string): Promise<ZapierHost> {
	const base_url = `${carrier.address}/v1`;
	const host = await createZapier(app, {
		authData: { client_id: client, client_secret: 'secret-of-client', base_url },
	});
	hosts.push(host);
	return host;
}

const authorisations = () =>
	carrier.requests.filter(({ path }) => path !== '/oauth/token').map(({ headers }) => headers.authorization);

test('the steps of one process share a token, which is renewed when it is refused', async () => {
	const host = await hostOf('client-one');
	expect(await host.search('find_delivery', { id: '4711' })).toMatchObject([{ id: '4711' }]);
	await host.search('find_delivery', { id: '4711' });
	refusedUntil = 1;
	expect(await host.search('find_delivery', { id: '4711' })).toMatchObject([{ id: '4711' }]);
	expect(authorisations()).toEqual(['Bearer token-1', 'Bearer token-1', 'Bearer token-1', 'Bearer token-2']);
	expect(host.log.join('\n')).not.toContain(btoa('client-one:secret-of-client'));
});

test('a connection is tested with a token, and named by its client', async () => {
	const host = await hostOf('client-two');
	expect(await host.authTest()).toEqual({ carrier: 'Cyke', account: 'client-two' });
	expect(authorisations()).toEqual(['Bearer token-1']);
});

test('a client that is not known hears that its connection was not accepted', async () => {
	const host = await hostOf('stranger');
	expect(await errorOf(host.search('find_delivery', { id: '4711' }))).toMatchObject({
		name: 'ExpiredAuthError',
		message: expect.stringContaining('did not accept the connection'),
	});
	expect(authorisations()).toEqual([]);
});
