import { createN8n, fillForm } from '../../sandbox/hosts/n8n';
import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { createDelivery } from '../../shared/carriers/hubrise/actions/create-delivery';
import { getDelivery } from '../../shared/carriers/hubrise/actions/get-delivery';
import { listLocations } from '../../shared/carriers/hubrise/actions/list-locations';
import { hubrise } from '../../shared/carriers/hubrise/carrier';
import { nodeType } from './run-on-n8n';
import { useInstantClock } from './instant-clock';

useInstantClock();

const TYPE = 'hubRiseOAuth2Api';
const client = { clientId: 'bridge.clients.sandbox.example', clientSecret: 'HubriseSandboxBridgeSecret' };

let sandbox: Sandbox;
let address: string;
let close: () => Promise<void>;
let visited: string[];
beforeEach(async () => {
	sandbox = createSandbox();
	const listening = await sandbox.listen();
	address = listening.urls.hubrise;
	close = listening.close;
	visited = [];
});
afterEach(async () => await close());

/** Opens the authorise page and follows where it sends a person. */
async function browse(url: string): Promise<string> {
	visited.push(url);
	const response = await fetch(url, { redirect: 'manual' });
	return response.headers.get('location') ?? '';
}

const signedIn = { authentication: 'oAuth2' };

async function connect(fields: Record<string, string> = {}) {
	const before = await createN8n({ credentials: {} });
	const credential = await before.connectOAuth(
		TYPE,
		{ ...client, environment: 'other', base_url: `${address}/`, access_level: 'location', ...fields },
		browse,
	);
	return { credential, n8n: await createN8n({ credentials: { [TYPE]: credential } }) };
}

test('a person connects, and the node works with the token that came of it', async () => {
	const { credential, n8n } = await connect();
	const [page] = visited;
	const authorizeUrl = new URL(page ?? '');
	expect(authorizeUrl.origin + authorizeUrl.pathname).toBe(`${address}/oauth2/v1/authorize`);
	expect(Object.fromEntries(authorizeUrl.searchParams)).toEqual({
		client_id: client.clientId,
		redirect_uri: expect.stringContaining('oauth2-credential/callback'),
		response_type: 'code',
		scope: 'location[orders.write,customer_list.write]',
		state: 'csrf-token',
	});
	expect(credential.oauthTokenData).toMatchObject({
		access_token: expect.any(String),
		location_id: '3r4s3-1',
		location_name: 'Valmy',
	});

	const order = sandbox.hubrise.placeOrder().id;
	const run = await n8n.run([{}], {
		type: nodeType(hubrise),
		parameters: { ...signedIn, ...fillForm(createDelivery, { order_id: order, carrier: 'UPS' }) },
	});
	expect(run.error).toBeUndefined();
	expect(run.items[0]?.json).toMatchObject({ outcome: 'created', carrierName: 'UPS' });
	expect(sandbox.hubrise.delivery(order)).toMatchObject({ carrier: 'UPS', status: 'pending' });
});

test('the chosen level is the requested level, and so is the address', async () => {
	const { n8n } = await connect({ access_level: 'account' });
	expect(new URL(visited[0] ?? '').searchParams.get('scope')).toBe('account[orders.write,customer_list.write]');
	const run = await n8n.run([{}], {
		type: nodeType(hubrise),
		parameters: { ...signedIn, ...fillForm(listLocations, {}) },
	});
	expect(run.items.map(({ json }) => json.name)).toEqual(['Valmy', 'Ourcq']);
	const production = await createN8n({ credentials: {} });
	const pages: string[] = [];
	await expect(production.connectOAuth(TYPE, client, async (url) => `${pages.push(url)}`)).rejects.toThrow();
	expect(pages).toEqual([expect.stringContaining('https://manager.hubrise.com/oauth2/v1/authorize?')]);
});

test('an invalid token is not renewed, and the three reasons are distinguished', async () => {
	const { credential, n8n } = await connect();
	const token = String(Object(credential.oauthTokenData).access_token);
	const order = sandbox.hubrise.placeOrder().id;
	const run = async () =>
		await n8n.run([{}], {
			type: nodeType(hubrise),
			parameters: { ...signedIn, ...fillForm(getDelivery, { order_id: order }) },
		});
	sandbox.hubrise.setConnection(token, 'blocked');
	expect((await run()).error).toMatchObject({
		message: expect.stringContaining('blocked'),
		description: expect.stringContaining('unblock it'),
	});
	sandbox.hubrise.setConnection(token, 'revoked');
	expect((await run()).error).toMatchObject({
		message: expect.stringContaining('revoked'),
		description: expect.stringMatching(/connect again/i),
	});
	expect(visited).toHaveLength(1);
});

test('a credential that nobody has connected is reported', async () => {
	const n8n = await createN8n({
		credentials: { [TYPE]: { ...client, environment: 'other', base_url: address, access_level: 'location' } },
	});
	const run = await n8n.run([{}], {
		type: nodeType(hubrise),
		parameters: { ...signedIn, ...fillForm(getDelivery, { order_id: '5dpm9' }) },
	});
	expect(run.error).toMatchObject({ message: expect.stringContaining('not connected yet') });
});

test('without a word about it, the node uses the pasted token', async () => {
	const n8n = await createN8n({
		credentials: { hubRiseApi: { access_token: 'HubriseSandboxBridge0001', environment: 'other', base_url: address } },
	});
	const order = sandbox.hubrise.placeOrder().id;
	const run = await n8n.run([{}], {
		type: nodeType(hubrise),
		parameters: fillForm(createDelivery, { order_id: order, carrier: 'UPS' }),
	});
	expect(run.items[0]?.json).toMatchObject({ outcome: 'created' });
});
