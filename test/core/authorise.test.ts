import { createDelivery } from '../../shared/carriers/cyke/actions/create';
import { getDelivery } from '../../shared/carriers/cyke/actions/get';
import { deliveryV2 } from '../../shared/carriers/cyke/documented';
import { basicAuth } from '../../shared/declare/credentials';
import type { WireRequest } from '../../shared/declare/wire';
import { perform } from '../../shared/run/perform';
import type { SendResult } from '../../shared/run/ports';
import { noResponse, response, scriptedPorts } from './scripted-ports';
import { BASE, clientCredentials, clientOf, login, withTokens } from './token-carrier';

const carrier = withTokens(clientCredentials);
const access = clientOf(carrier);
const isTokenCall = ({ url }: WireRequest) => url.endsWith('/oauth/token') || url.endsWith('/sessions');

/** A carrier that numbers its tokens, and accepts those that pass `isValid`. */
function tokenCarrier(
	isValid: (token: string, method: string) => boolean = () => true,
	tokenResponse: (nth: number) => SendResult = (nth) =>
		response(200, { access_token: `token-${nth}`, token_type: 'Bearer', expires_in: 3_600 }),
) {
	let tokens = 0;
	const ports = scriptedPorts((request) => {
		if (isTokenCall(request)) return tokenResponse((tokens += 1));
		const sent = ports.sent.at(-1);
		const token = String(sent?.headers.authorization ?? '').replace('Bearer ', '');
		if (!isValid(token, request.method)) return response(401, { error: `"${token}" is over` });
		if (request.method === 'POST') return response(201, deliveryV2);
		if (request.url.includes('package_types')) return response(200, [{ id: 3, type: 'Box' }]);
		return response(200, request.url.includes('client_order_reference') ? [] : deliveryV2);
	});
	const get = async (who = access) =>
		await perform({ carrier, action: getDelivery, access: who, values: { id: 4711 } }, ports);
	return { ports, get, tokensGiven: () => tokens };
}

const tokensUsed = (sent: readonly WireRequest[]) =>
	sent.filter((request) => !isTokenCall(request)).map(({ headers }) => headers.authorization);

test('a token is fetched with the client’s credentials, and used until shortly before its end', async () => {
	const { ports, get } = tokenCarrier();
	expect(await get()).toMatchObject({ ok: true });
	expect(ports.sent[0]).toEqual({
		method: 'POST',
		url: 'https://api.tokens.example/oauth/token',
		headers: {
			accept: 'application/json',
			'content-type': 'application/x-www-form-urlencoded',
			authorization: basicAuth('client-one', 'secret-of-one'),
		},
		body: 'grant_type=client_credentials&scope=deliveries',
	});
	await get();
	ports.moveTo(ports.now() + 3_600_000 - 61_000);
	await get();
	ports.moveTo(ports.now() + 2_000);
	await get();
	expect(tokensUsed(ports.sent)).toEqual(['Bearer token-1', 'Bearer token-1', 'Bearer token-1', 'Bearer token-2']);
});

test('the client may stand in the body, and the token’s end may be left to the declaration', async () => {
	const inBody = withTokens({ ...clientCredentials, clientIn: 'body', scope: undefined });
	const { ports } = tokenCarrier(undefined, (nth) => response(200, { access_token: `token-${nth}` }));
	const job = { carrier: inBody, action: getDelivery, access: clientOf(inBody), values: { id: 4711 } };
	await perform(job, ports);
	expect(ports.sent[0]).toMatchObject({
		body: 'grant_type=client_credentials&client_id=client-one&client_secret=secret-of-one',
	});
	expect(ports.sent[0]?.headers.authorization).toBeUndefined();
	ports.moveTo(ports.now() + 3_600_000);
	await perform(job, ports);
	expect(tokensUsed(ports.sent)).toEqual(['Bearer token-1', 'Bearer token-2']);
});

test('many calls at once fetch one token', async () => {
	const { get, tokensGiven } = tokenCarrier();
	const results = await Promise.all(Array.from({ length: 20 }, async () => await get()));
	expect(results.every(({ ok }) => ok)).toBe(true);
	expect(tokensGiven()).toBe(1);
});

test('a token that is refused is renewed once, by all who were refused together', async () => {
	const { get, ports, tokensGiven } = tokenCarrier((token) => token !== 'token-1');
	const results = await Promise.all([get(), get(), get()]);
	expect(results.every(({ ok }) => ok)).toBe(true);
	expect(tokensGiven()).toBe(2);
	expect(tokensUsed(ports.sent).filter((each) => each === 'Bearer token-2')).toHaveLength(3);
});

test('a connection that is refused with a new token as well has failed, and the token is shown to nobody', async () => {
	const { get, ports, tokensGiven } = tokenCarrier(() => false);
	const failed = await get();
	expect(failed).toMatchObject({ ok: false, failure: { code: 'not_authorised' } });
	expect(JSON.stringify(failed)).not.toMatch(/token-\d/);
	expect([tokensGiven(), tokensUsed(ports.sent).length]).toEqual([2, 2]);
});

test('a booking goes again after a 401, which proves that nothing was booked', async () => {
	const { ports } = tokenCarrier((token, method) => method !== 'POST' || token === 'token-2');
	const values = { ...createDelivery.samples[0]?.input, packages: [{ package_type: 'Box', amount: 1 }] };
	const result = await perform({ carrier, action: createDelivery, access, values }, ports);
	expect(result).toMatchObject({ ok: true, value: [{ outcome: 'created' }] });
	const bookings = ports.sent.filter((request) => request.method === 'POST' && !isTokenCall(request));
	expect(bookings.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
});

test.each([
	['refused', response(401, { error: 'invalid_client' }), 'not_authorised', 1],
	['answered without a token', response(200, { ok: true }), 'unreadable_answer', 1],
	['answered with nonsense', { response: { status: 200, headers: {}, text: '<html>' } }, 'unreadable_answer', 1],
	['down', response(503, {}), 'unavailable', 4],
	['not reached', noResponse('maybe'), 'unavailable', 4],
] as const)('where signing in is %s, nothing else goes out', async (_, answer, code, tries) => {
	const { get, ports, tokensGiven } = tokenCarrier(undefined, () => answer);
	expect(await get()).toMatchObject({ ok: false, failure: { code } });
	expect(tokensUsed(ports.sent)).toEqual([]);
	expect(tokensGiven()).toBe(tries);
});

test('a sign-in that was down is tried again', async () => {
	const { get } = tokenCarrier(undefined, (nth) =>
		nth === 1 ? response(503, {}) : response(200, { access_token: 'late', expires_in: 60 }),
	);
	expect(await get()).toMatchObject({ ok: true });
});

test('a login yields a token that stands where the carrier wants it', async () => {
	const sessions = withTokens(login);
	const ports = scriptedPorts((request) =>
		response(200, isTokenCall(request) ? { session: { token: 'a b' } } : deliveryV2),
	);
	await perform({ carrier: sessions, action: getDelivery, access: clientOf(sessions), values: { id: 4711 } }, ports);
	expect(ports.sent[0]).toMatchObject({
		method: 'POST',
		url: `${BASE}/sessions`,
		body: '{"user":"client-one","password":"secret-of-one"}',
	});
	expect(ports.sent[1]?.url).toBe(`${BASE}/deliveries/4711?session=a+b`);
});

test('whoever names the same account with another secret does not get its token', async () => {
	const { get, tokensGiven } = tokenCarrier(undefined, (nth) =>
		nth === 1 ? response(200, { access_token: 'token-1' }) : response(401, {}),
	);
	expect(await get()).toMatchObject({ ok: true });
	expect(await get(clientOf(carrier, { client_secret: 'guessed-secret' }))).toMatchObject({
		ok: false,
		failure: { code: 'not_authorised' },
	});
	expect(tokensGiven()).toBe(2);
});

test('tokens and secrets are given to the port for secrets alone, never to the store', async () => {
	const { get, ports } = tokenCarrier();
	const stored: unknown[] = [];
	ports.store = { get: async (key) => void stored.push(key), set: async (...args) => void stored.push(args) };
	await get();
	expect(JSON.stringify(stored)).not.toMatch(/token-|secret-of-one/);
});
