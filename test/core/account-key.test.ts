import { createDelivery } from '../../shared/carriers/cyke/actions/create';
import { cyke } from '../../shared/carriers/cyke/carrier';
import { deliveryV2 } from '../../shared/carriers/cyke/documented';
import { cubyn } from '../../shared/carriers/cubyn/carrier';
import { hubrise } from '../../shared/carriers/hubrise/carrier';
import { subscription } from '../../shared/carriers/hubrise/inbox';
import { deliverit } from '../../shared/carriers/deliverit/carrier';
import type { Carrier } from '../../shared/declare/carrier';
import type { Access, HostConnection } from '../../shared/declare/connection';
import { credentialParts } from '../../shared/declare/credentials';
import type { JsonObject } from '../../shared/json';
import { pollInboxStateless } from '../../shared/events/inbox-stateless';
import { pollStateless } from '../../shared/events/poll-stateless';
import { subscribe } from '../../shared/events/subscribe';
import { accountKey, dataKey, stateKey } from '../../shared/run/account-key';
import { authorise } from '../../shared/run/authorise';
import { connect } from '../../shared/run/connect';
import { perform } from '../../shared/run/perform';
import { HubriseStub } from '../carriers/hubrise-callbacks/hubrise-stub';
import { response, SAMPLE_NOW, scriptedPorts, type Responder, type ScriptedPorts } from './scripted-ports';
import { clientCredentials, clientOf, withTokens } from './token-carrier';

const limits = { closed: 10, reads: 10, deadline: Infinity, onlyKeys: false };

/** Every key that a call hands to a port. */
function recordKeys({ store, limiter, locks, secrets, ...ports }: ScriptedPorts) {
	const keys = new Set<string>();
	const noted = <A extends readonly unknown[], R>(work: (key: string, ...rest: A) => R) => {
		return (key: string, ...rest: A): R => {
			keys.add(key);
			return work(key, ...rest);
		};
	};
	return {
		keys,
		ports: {
			...ports,
			store: { get: noted(store.get), set: noted(store.set) },
			secrets: { get: noted(secrets.get), set: noted(secrets.set), drop: noted(secrets.drop) },
			locks: {
				hold: async <T>(key: string, work: () => Promise<T>): Promise<T> => {
					keys.add(key);
					return await locks.hold(key, work);
				},
			},
			limiter: {
				take: noted(limiter.take),
				wait: noted(limiter.wait),
				pause: noted(limiter.pause),
				pausedFor: noted(limiter.pausedFor),
				mayRetry: noted(limiter.mayRetry),
				succeeded: noted(limiter.succeeded),
				learn: noted(limiter.learn),
				itemsAtOnce: noted(limiter.itemsAtOnce),
			},
		},
	};
}

const givesToken: Responder = () => response(200, { access_token: 'the-same-for-all' });

const respondAsCourier: Responder = ({ method, url }) => {
	if (url.includes('package_types')) return response(200, [{ id: 3, type: 'Box' }]);
	if (method === 'POST') return response(201, deliveryV2);
	const { id, created_at, status } = deliveryV2;
	if (/\/deliveries\/\d+$/.test(url)) return response(200, deliveryV2);
	return response(200, url.includes('client_order_reference') ? [] : [{ id, created_at, status }]);
};

/** Every key of one client: it books with a cached read before, follows deliveries, subscribes and reads an inbox. */
async function keysOf(access: Access): Promise<Set<string>> {
	const courier = withTokens(clientCredentials);
	const hub = withTokens(clientCredentials, hubrise);
	const upstream = new HubriseStub(() => SAMPLE_NOW);
	const { keys, ports } = recordKeys(
		scriptedPorts((request, nth) => {
			if (request.url.endsWith('/oauth/token')) return givesToken(request, nth);
			const isCourier = /package_types|deliveries/.test(request.url);
			return isCourier ? respondAsCourier(request, nth) : upstream.respond(request);
		}),
	);
	const packages = [{ package_type: 'Box', amount: 1 }];
	await perform(
		{ carrier: courier, action: createDelivery, access, values: { ...createDelivery.samples[0]?.input, packages } },
		ports,
	);
	for (const trigger of courier.pollingTriggers)
		if (trigger.kind === 'poll') await pollStateless({ carrier: courier, trigger, access }, limits, ports);
	const callback = { url: null, events: ['order.create', 'order.update'] };
	await subscribe({ carrier: hub, subscription, access }, { callback }, ports);
	upstream.placeOrder();
	for (const trigger of hub.pollingTriggers)
		if (trigger.kind === 'inbox') await pollInboxStateless({ carrier: hub, trigger, access }, limits, ports);
	return keys;
}

test('two clients whose requests carry equal headers share no cache, lock, limit, mark or token', async () => {
	const carrier = withTokens(clientCredentials);
	const clients = [clientOf(carrier), clientOf(carrier, { client_id: 'client-two' })];
	const headers = await Promise.all(
		clients.map(async (access) => {
			const ports = scriptedPorts(givesToken);
			const ready = await authorise({ carrier, access, deadline: Infinity }, ports);
			return ready.ok ? credentialParts(ready.value.credentials).headers : ready;
		}),
	);
	expect(headers[0]).toEqual({ authorization: 'Bearer the-same-for-all' });
	expect(headers[1]).toEqual(headers[0]);
	const [one, other] = await Promise.all(clients.map(keysOf));
	expect(one?.size).toBeGreaterThanOrEqual(10);
	expect([...(one ?? [])].filter((key) => other?.has(key))).toEqual([]);
	for (const kind of ['cached:', 'sent:', 'token:', 'subscription:', 'inbox:', 'full:'])
		expect([...(one ?? [])].filter((key) => key.startsWith(kind))).not.toEqual([]);
});

function accessOf(carrier: Carrier, values: JsonObject, host?: HostConnection): Access {
	const access = connect(carrier, values, host);
	if (!access.ok) throw new Error(access.failure.message);
	return access.value;
}

describe('a replaced key is the same account', () => {
	const granted = { client_id: 'our-app', account_id: 'acc', location_id: 'loc' };
	test.each<[string, Carrier, JsonObject, JsonObject, HostConnection | undefined]>([
		['Cyke', cyke, { email: 'a@example.com', token: 'old' }, { email: 'a@example.com', token: 'new' }, undefined],
		['DeliverIt', deliverit, { username: 'shop', password: 'old' }, { username: 'shop', password: 'new' }, undefined],
		['HubRise, signed in', hubrise, { access_token: 'old' }, { access_token: 'new' }, { granted }],
	])('%s: its locks, limits and state are found again', (_, carrier, before, after, host) => {
		const [one, other] = [accessOf(carrier, before, host), accessOf(carrier, after, host)];
		expect(accountKey({ carrier, access: other })).toBe(accountKey({ carrier, access: one }));
		expect(stateKey({ carrier, access: other })).toBe(stateKey({ carrier, access: one }));
	});

	test.each<[string, Carrier, JsonObject, JsonObject]>([
		['Cubyn', cubyn, { application_key: 'old' }, { application_key: 'new' }],
		['HubRise, pasted', hubrise, { access_token: 'old' }, { access_token: 'new' }],
	])('%s: only the host’s own id identifies the account, which keeps the state', (_, carrier, before, after) => {
		const key = (values: JsonObject, id?: string) => stateKey({ carrier, access: accessOf(carrier, values, { id }) });
		expect(key(after, 'c-1')).toBe(key(before, 'c-1'));
		expect(key(before, 'c-2')).not.toBe(key(before, 'c-1'));
		expect(key(after)).not.toBe(key(before));
		const lock = (values: JsonObject, id?: string) =>
			accountKey({ carrier, access: accessOf(carrier, values, { id }) });
		expect(lock(before, 'c-2')).toBe(lock(before, 'c-1'));
		expect(lock(after, 'c-1')).not.toBe(lock(before, 'c-1'));
	});
});

test('another account in the same credential of the host is another account', () => {
	const host = { id: 'c-1' };
	const key = (email: string) =>
		stateKey({ carrier: cyke, access: accessOf(cyke, { email, token: 'the same' }, host) });
	expect(key('a@example.com')).not.toBe(key('b@example.com'));
});

test('whoever names another’s account without its key reads nothing that is stored for it', () => {
	const key = (token: string) => dataKey({ carrier: cyke, access: accessOf(cyke, { email: 'a@example.com', token }) });
	expect(key('guessed')).not.toBe(key('right'));
});

test('what a connection is called shows nothing of its key', () => {
	for (const [carrier, values] of [
		[cubyn, { application_key: 'very-secret-key' }],
		[hubrise, { access_token: 'very-secret-token' }],
	] as const) {
		const { identity, account, stateAccount } = accessOf(carrier, values);
		expect(`${identity} ${account} ${stateAccount}`).not.toContain('very-secret');
		expect(identity).toMatch(/^(application|connection) [0-9a-f]{8}$/);
	}
});
