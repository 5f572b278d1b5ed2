import {
	NodeConnectionTypes,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IDataObject,
	type IExecuteFunctions,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { actionNode } from '../../nodes/adapter/action-node';
import { authenticate, credentialTest, preAuthenticate } from '../../nodes/adapter/authenticate';
import { credentialProperties } from '../../nodes/adapter/credential-properties';
import { fillForm } from '../../sandbox/hosts/n8n';
import { testCredential } from '../../sandbox/hosts/n8n/credential-test';
import type { Installed } from '../../sandbox/hosts/n8n/installed';
import { connectInSequence, createNode, inputNode } from '../../sandbox/hosts/n8n/node';
import { runWorkflow } from '../../sandbox/hosts/n8n/run';
import { getDelivery } from '../../shared/carriers/cyke/actions/get';
import { deliveryV2 } from '../../shared/carriers/cyke/documented';
import { clientCredentials, withTokens } from '../core/token-carrier';
import { useInstantClock } from './instant-clock';
import { scriptedCarrier, type ScriptedCarrier } from './scripted-carrier';

useInstantClock();

const carrier = withTokens(clientCredentials);
const node = actionNode(carrier);

class TokenApi implements ICredentialType {
	name = 'cykeApi';

	displayName = 'Token API';

	properties = credentialProperties(carrier);

	test = credentialTest(carrier);

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return await authenticate(carrier, credentials, requestOptions);
	}

	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
		return await preAuthenticate(carrier, this, credentials);
	}
}

class TokenNode implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Tokens',
		name: 'tokens',
		group: ['output'],
		version: 1,
		description: 'A carrier that gives tokens',
		defaults: { name: 'Tokens' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'cykeApi', required: true }],
		properties: node.properties,
	};

	methods = node.methods;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await node.execute(this);
	}
}

const installed: Installed = {
	nodes: new Map([['test.tokens', new TokenNode()]]),
	credentials: new Map([['cykeApi', new TokenApi()]]),
};

let server: ScriptedCarrier;
let tokens: number;
/** Tokens up to this one are refused. */
let refusedUntil: number;
beforeEach(async () => {
	tokens = 0;
	refusedUntil = 0;
	server = await scriptedCarrier(({ path, headers }) => {
		if (path === '/oauth/token') {
			tokens += 1;
			return { status: 200, body: { access_token: `token-${tokens}`, expires_in: 3_600 } };
		}
		const token = Number(/^Bearer token-(\d+)$/.exec(String(headers.authorization))?.[1]);
		return token > refusedUntil ? { status: 200, body: deliveryV2 } : { status: 401, body: { error: 'expired' } };
	});
});
afterEach(async () => await server.close());

/** Each test is a client of its own: tokens live as long as the process. */
const fields = (client: string) => ({
	client_id: client,
	client_secret: 'secret-of-client',
	base_url: `${server.address}/v1`,
});

async function run(client: string, count = 1) {
	const step = createNode(installed, { type: 'test.tokens', parameters: fillForm(getDelivery, { id: 4711 }) });
	const nodes = [inputNode(), step];
	const items = Array.from({ length: count }, () => ({ json: {} }));
	const stored = { cykeApi: fields(client) };
	const result = await runWorkflow(installed, stored, { nodes, connections: connectInSequence(nodes), items });
	return { error: result.error, items: result.outputs[step.name]?.[0] ?? [], stored };
}

const calls = () => server.requests.filter(({ path }) => path !== '/oauth/token');

test('a step fetches one token for all of its items, and the next run uses it still', async () => {
	const first = await run('client-one', 5);
	expect(first.error).toBeUndefined();
	expect(first.items).toHaveLength(5);
	const second = await run('client-one');
	expect(second.items[0]?.json).toMatchObject({ id: '4711' });
	expect(tokens).toBe(1);
	expect(calls().map(({ headers }) => headers.authorization)).toEqual(Array(6).fill('Bearer token-1'));
	expect(JSON.stringify([first.stored, first.items])).not.toContain('token-1');
});

test('a token that is refused is renewed within the step', async () => {
	await run('client-two');
	refusedUntil = 1;
	const again = await run('client-two');
	expect(again.error).toBeUndefined();
	expect(calls().map(({ headers }) => headers.authorization)).toEqual([
		'Bearer token-1',
		'Bearer token-1',
		'Bearer token-2',
	]);
});

test('the credential can be tested before any step has run', async () => {
	expect(await testCredential(installed, 'cykeApi', fields('client-three'))).toMatchObject({ status: 'OK' });
	expect(calls()).toMatchObject([{ path: '/v1/me', headers: { authorization: 'Bearer token-1' } }]);
});

test('the client’s secret goes to the token’s address alone', async () => {
	await run('client-four');
	for (const { headers, body, query } of calls())
		expect(JSON.stringify([headers, body ?? '', query])).not.toContain(btoa('client-four:secret-of-client'));
});
