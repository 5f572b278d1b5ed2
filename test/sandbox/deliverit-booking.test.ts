import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import type { DeliveritBody } from './response-bodies';
import {
	basic,
	bookDeliveritTrip,
	DELIVERIT,
	deliverit,
	MINUTE,
	parseResponse,
	SHOP_AUTH,
	OTHER_SHOP_AUTH,
	tokenOf,
	trip,
} from './cyke-deliverit-client';

let sandbox: Sandbox;
beforeEach(() => {
	sandbox = createSandbox();
});

const create = (change: Record<string, string> = {}, authorization?: string) =>
	deliverit(sandbox, 'POST', '/api/v1/orderdriver/create', { ...trip, ...change }, authorization);

const login = (username: string, password: string, headers: Record<string, string> = {}) =>
	sandbox
		.fetch(`${DELIVERIT}/api/v1/login`, { method: 'POST', headers, body: new URLSearchParams({ username, password }) })
		.then(parseResponse);

test('login returns the company, or nope', async () => {
	expect(await login('shop@sandbox.example', 'deliverit-sandbox-1')).toMatchObject({
		status: 201,
		json: { login: true, company: 14, msg: 'Welcome' },
	});
	const unauthorised = { status: 401, json: { login: false, msg: 'nope, try again' } };
	expect(await login('shop@sandbox.example', 'wrong')).toMatchObject(unauthorised);
	expect(await login('shop@sandbox.example', '')).toMatchObject(unauthorised);
	const wrongHeader = { authorization: basic('shop@sandbox.example', 'wrong') };
	expect(await login('shop@sandbox.example', 'deliverit-sandbox-1', wrongHeader)).toMatchObject(unauthorised);
});

test('a booked driver: the documented keys, prices and distances as strings', async () => {
	const { status, json } = await create();
	expect(status).toBe(201);
	expect(json).toEqual({
		DeliverItOpen: true,
		order_driver: true,
		push: false,
		DeliveryPrice: expect.stringMatching(/^\d+$/),
		DeliveryDistance: expect.stringMatching(/^\d+$/),
		time: '18:30',
		arrive_at_customer: expect.stringMatching(/^18:3\d$/),
		order_id: expect.any(Number),
		acceptUrl: expect.stringMatching(
			/^http:\/\/butik\.deliverit\.dk\/api\/v1\/orderdriver\/accept\/14\/[A-Za-z0-9]{20}$/,
		),
		denyUrl: expect.stringMatching(/\/api\/v1\/orderdriver\/deny\/14\/[A-Za-z0-9]{20}$/),
		cancelUrl: expect.stringMatching(/\/api\/v1\/orderdriver\/cancel\/14\/[A-Za-z0-9]{20}$/),
	});
});

test('on the development host links are https and point there', async () => {
	const response = await sandbox.fetch('https://dev.butik.deliverit.dk/api/v1/orderdriver/create', {
		method: 'POST',
		headers: { authorization: SHOP_AUTH },
		body: new URLSearchParams(trip),
	});
	expect((await parseResponse<DeliveritBody>(response)).json.cancelUrl).toMatch(
		/^https:\/\/dev\.butik\.deliverit\.dk\/api/,
	);
});

test('a form, multipart and JSON mean the same', async () => {
	const form = new FormData();
	for (const [name, value] of Object.entries(trip)) form.set(name, value);
	const json = { ...trip, zip: 5000, telephone: 12345678, latitude: 55.3957969, longitude: 10.3912053 };
	const bodies: RequestInit[] = [
		{ body: form },
		{ body: JSON.stringify(json), headers: { 'content-type': 'application/json' } },
		{ body: JSON.stringify(trip), headers: { 'content-type': 'application/json' } },
	];
	for (const init of bodies) {
		const headers = { ...init.headers, authorization: SHOP_AUTH };
		const response = await sandbox.fetch(`${DELIVERIT}/api/v1/orderdriver/create`, {
			method: 'POST',
			...init,
			headers,
		});
		expect(response.status).toBe(201);
	}
	const plain = sandbox.deliverit.orders.map(({ telephone, zip, latitude, street }) => ({
		telephone,
		zip,
		latitude,
		street,
	}));
	expect(plain).toHaveLength(3);
	expect(new Set(plain.map((order) => JSON.stringify(order))).size).toBe(1);
});

test.each(['firstname', 'street', 'zip', 'time', 'telephone', 'latitude', 'longitude'])(
	'%s cannot be empty',
	async (name) => {
		const message = `${name.charAt(0).toUpperCase()}${name.slice(1)} cannot be empty`;
		expect(await create({ [name]: '' })).toMatchObject({
			status: 400,
			json: { DeliverItOpen: true, error: true, message },
		});
	},
);

test.each<[string, Record<string, string>, RegExp]>([
	['an unknown variable', { phone: '12345678' }, /^Unknown variable 'phone'$/],
	['a variable named as what every object has', { toString: 'x' }, /^Unknown variable 'toString'$/],
	['a phone with country code', { telephone: '+4512345678' }, /telephone.*without a country code/],
	['a zip in words', { zip: 'DK-5000' }, /zip/],
	['a latitude in words', { latitude: 'north' }, /latitude/],
	['a time without leading zero', { time: '9:30' }, /hh:mm/],
	['an ISO time', { time: '2026-11-23T18:30' }, /hh:mm/],
	['an hour that does not exist', { time: '24:30' }, /does not exist/],
	['a day that does not exist', { time: '2026-02-30 18:30' }, /does not exist/],
	['a time that has passed', { time: '08:59' }, /already passed/],
	['a day that has passed', { time: '2026-11-22 18:30' }, /already passed/],
])('refused with 400: %s', async (_, change, sentence) => {
	const { status, json } = await create(change);
	expect(status).toBe(400);
	expect(json).toMatchObject({ DeliverItOpen: true, error: true });
	expect(json.message).toMatch(sentence);
	expect(sandbox.deliverit.orders).toEqual([]);
});

test('what the page does not limit is taken: digits of a phone and a zip code, any position', async () => {
	const odd = { telephone: '1234567890', zip: '75001', latitude: '48.85', longitude: '2.35' };
	expect((await create(odd)).status).toBe(201);
	sandbox.deliverit.settings.servedArea = { south: 54.5, north: 57.8, west: 8, east: 12.8 };
	expect((await create({ latitude: '10.39', longitude: '55.39' })).json.message).toMatch(/outside the area/);
});

test('in JSON a number is no text, and nothing is nested', async () => {
	const send = async (change: object) => {
		const init = { method: 'POST', headers: { authorization: SHOP_AUTH, 'content-type': 'application/json' } };
		const body = JSON.stringify({ ...trip, ...change });
		return (
			await parseResponse<DeliveritBody>(
				await sandbox.fetch(`${DELIVERIT}/api/v1/orderdriver/create`, { ...init, body }),
			)
		).json.message;
	};
	expect(await send({ firstname: 5 })).toBe("Variable 'firstname' must be a string");
	expect(await send({ street: { name: 'x' } })).toBe("Variable 'street' must be a string");
	expect(await send({ zip: ['5000'] })).toMatch(/zip/);
	expect(await send({ zip: 5000.5 })).toMatch(/zip/);
});

test('closed outside the opening hours, and for the day', async () => {
	const closed = { status: 400, json: { DeliverItOpen: false, error: true, message: 'Sorry. DeliverIt is closed.' } };
	expect(await create({ time: '23:30' })).toMatchObject(closed);
	sandbox.deliverit.settings.openingHours = { from: '16:00', to: '01:00' };
	expect((await create({ time: '23:30' })).status).toBe(201);
	expect(await create({ time: '2026-11-24 01:30' })).toMatchObject(closed);
	sandbox.deliverit.settings.closed = true;
	expect(await create()).toMatchObject(closed);
});

test('now is not in the past', async () => {
	await sandbox.clock.advance(30_000);
	expect((await create({ time: '09:00' })).status).toBe(201);
});

test('without credentials nobody gets in', async () => {
	const response = { status: 401, json: { DeliverItOpen: true, error: true, message: 'You should not be here' } };
	const wrong = [
		'',
		'Basic',
		'Bearer abc',
		SHOP_AUTH.replace('Basic', 'basic'),
		basic('shop@sandbox.example', 'x'),
		'Basic c2hvcA==',
	];
	for (const authorization of wrong) expect(await create({}, authorization)).toMatchObject(response);
});

test('content types, methods, paths and parameters are watched', async () => {
	const send = async (init: RequestInit, path = '/api/v1/orderdriver/create') =>
		parseResponse<DeliveritBody>(
			await sandbox.fetch(`${DELIVERIT}${path}`, { ...init, headers: { authorization: SHOP_AUTH, ...init.headers } }),
		);
	const bytes = new TextEncoder().encode(new URLSearchParams(trip).toString());
	expect((await send({ method: 'POST', body: bytes })).json.message).toBe('Content-Type is missing');
	expect((await send({ method: 'POST', body: bytes, headers: { 'content-type': 'text/plain' } })).status).toBe(400);
	expect((await send({ method: 'POST', body: bytes, headers: { 'content-type': 'application/json' } })).status).toBe(
		400,
	);
	expect((await send({ method: 'POST', body: bytes, headers: { 'content-type': 'multipart/form-data' } })).status).toBe(
		400,
	);
	expect(
		(await send({ method: 'POST', body: new URLSearchParams([...Object.entries(trip), ['zip', '5000']]) })).json
			.message,
	).toContain('zip');
	expect((await send({ method: 'GET' })).status).toBe(405);
	expect((await send({ method: 'PUT', body: new URLSearchParams(trip) })).status).toBe(405);
	expect((await send({ method: 'POST' }, '/api/v1/orderdriver/create/')).status).toBe(404);
	expect(
		(await send({ method: 'POST', body: new URLSearchParams(trip) }, '/api/v1/orderdriver/create?test=1')).json.message,
	).toContain('test');
});

test('cancelling until 15 minutes before pick-up', async () => {
	const late = await bookDeliveritTrip(sandbox, { time: '10:00' });
	const early = await bookDeliveritTrip(sandbox, { time: '10:01' });
	await sandbox.clock.advance(45 * MINUTE);
	expect(await deliverit(sandbox, 'POST', late.cancelUrl)).toMatchObject({
		status: 400,
		json: {
			error: true,
			message: 'You cannot cancel this order. The driver is on the way. Contact DeliverIt +45 93 866 766',
		},
	});
	const cancelOk = { status: 200, json: { error: false, message: 'Okay, the order is canceled' } };
	expect(await deliverit(sandbox, 'POST', early.cancelUrl)).toMatchObject(cancelOk);
	expect(await deliverit(sandbox, 'POST', early.cancelUrl)).toMatchObject(cancelOk);
	expect(sandbox.journal.find({ route: 'orderdriver.cancel', committed: true })).toHaveLength(1);
});

test('strangers cannot cancel, nor can a link be guessed or read', async () => {
	const { cancelUrl } = await bookDeliveritTrip(sandbox);
	// The page gives this 401 no body.
	const forbidden = { status: 401, text: '' };
	expect(await deliverit(sandbox, 'POST', cancelUrl, undefined, OTHER_SHOP_AUTH)).toMatchObject(forbidden);
	const otherCompanyUrl = cancelUrl.replace('/14/', '/149/');
	expect(await deliverit(sandbox, 'POST', otherCompanyUrl, undefined, OTHER_SHOP_AUTH)).toMatchObject(forbidden);
	expect(await deliverit(sandbox, 'POST', `/api/v1/orderdriver/cancel/14/${'x'.repeat(20)}`)).toMatchObject(forbidden);
	expect((await deliverit(sandbox, 'GET', cancelUrl)).status).toBe(405);
	expect((await deliverit(sandbox, 'POST', cancelUrl, { reason: 'x' })).status).toBe(400);
	expect(sandbox.deliverit.order(tokenOf(cancelUrl))?.state).toBe('booked');
});

test('links given out over plain http are not to be followed so', async () => {
	const { cancelUrl } = await bookDeliveritTrip(sandbox);
	const response = await sandbox.fetch(cancelUrl, { method: 'POST', headers: { authorization: SHOP_AUTH } });
	expect(response.status).toBe(403);
});
