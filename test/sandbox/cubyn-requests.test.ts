import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { address, API, cubyn, OTHER_ACCOUNT_KEY, KEY, createCubynParcel, parcel } from './cubyn-client';

let sandbox: Sandbox;

beforeEach(() => {
	sandbox = createSandbox();
});

test('the documented root, with a key', async () => {
	const { json } = await cubyn<unknown>(sandbox, 'GET', '/v2');
	expect(json).toEqual({
		version: '0.0.3',
		name: 'cubyn.api',
		description: 'Please visit developers.cubyn.com for further information on this API.',
		auth: {
			application: { name: 'My API application', createdAt: expect.any(String), updatedAt: expect.any(String) },
			user: {
				id: 369502585,
				firstName: 'Jane',
				lastName: 'Doe',
				phone: '0606060606',
				createdAt: '2025-03-03T10:18:13.000Z',
				updatedAt: '2025-03-03T10:18:13.000Z',
				email: 'jane.doe@acme.com',
			},
		},
	});
});

test('only the root needs no key, and it returns no account', async () => {
	const root = await cubyn<object>(sandbox, 'GET', '/v2', undefined, {});
	expect(root.status).toBe(200);
	expect(root.json).not.toHaveProperty('auth');
	expect((await cubyn(sandbox, 'GET', '/v2', undefined, { 'x-application': 'no such key' })).status).toBe(401);
	for (const path of ['/v2/users', '/v2/parcels', '/v3/parcels', '/v1/claims', '/v2/inventory/products']) {
		const refused = await cubyn(sandbox, 'GET', path, undefined, {});
		expect(refused.status).toBe(401);
		expect(refused.json).toEqual({ type: 'UnauthorizedError', message: 'Missing X-Application header' });
	}
});

test('the documented 401, inside out', async () => {
	sandbox.cubyn.settings.tokensExpired = true;
	const refused = await cubyn<object>(sandbox, 'POST', '/v1/claims-add-attachment', {
		incidentId: 'x',
		attachments: [],
	});
	expect(refused.status).toBe(401);
	expect(refused.json).toEqual({
		message: 'Token validity is expired',
		stack: expect.stringMatching(/^Error: Token validity is expired\n {4}at handler/),
		status: 401,
		type: 'UnauthorizedError',
	});
});

test('the documented validation error of a user, key by key', async () => {
	const [account] = sandbox.cubyn.accounts;
	if (account !== undefined) account.id = 124288383;
	const body = { email: 'wrongemail.com', password: 'mypassword' };
	const refused = await cubyn(sandbox, 'PUT', '/v2/users/124288383', body);
	expect(refused.status).toBe(400);
	expect(refused.json).toEqual({
		errors: [{ field: 'email', message: 'Validation isEmail failed' }],
		message: 'Validation error: Validation isEmail failed',
		type: 'ValidationError',
	});
});

test('the connected user, read and changed; nobody else', async () => {
	const me = await cubyn<object>(sandbox, 'GET', '/v2/users');
	expect(me.json).toMatchObject({ id: 369502585, email: 'jane.doe@acme.com' });
	const changed = await cubyn(sandbox, 'PUT', '/v2/users/369502585', { email: 'jane@acme.com', password: 'new' });
	expect(changed.json).toMatchObject({ email: 'jane@acme.com' });
	expect(changed.json).not.toHaveProperty('password');
	const read = await cubyn<object>(sandbox, 'GET', '/v2/users/369502585');
	expect(read.json).toMatchObject({ email: 'jane@acme.com', collects: [] });
	const other = await cubyn(sandbox, 'GET', '/v2/users/427380376');
	expect(other.status).toBe(404);
	expect(other.json.type).toBe('ResourceNotFoundError');
});

test('every answer on both hosts, and on no other', async () => {
	const id = await createCubynParcel(sandbox);
	const headers = { 'x-application': KEY };
	expect(
		(await cubyn(sandbox, 'GET', `https://apisandbox.cubyn.com/v2/parcels/${id}`, undefined, headers)).json.id,
	).toBe(id);
	for (const host of ['s3-eu-west-1.amazonaws.com', 'track.cubyn.com', 'app.cubyn.com']) {
		expect((await cubyn(sandbox, 'GET', `https://${host}/v2/parcels/${id}`)).status).toBe(404);
		expect((await cubyn(sandbox, 'GET', `https://${host}/v2`)).status).toBe(404);
	}
	await expect(sandbox.fetch('https://api.playship.co/v2')).rejects.toThrow(/ENOTFOUND/);
});

test.each([
	['an unknown field', { ...parcel, colour: 'red' }, /colour/],
	['an unknown field inside', { ...parcel, address: { ...address, floor: '2' } }, /address\.floor/],
	['no address', { ...parcel, address: undefined }, /address/],
	['no zip', { ...parcel, address: { ...address, zip: undefined } }, /address\.zip/],
	['no state in the US', { ...parcel, address: { ...address, country: 'United States' } }, /address\.state/],
	['nobody', { ...parcel, firstName: undefined, lastName: undefined }, /firstName, lastName and organizationName/],
	['relay without a point', { ...parcel, deliveryMode: 'relay' }, /relayPickupRef/],
	['an item without a SKU', { ...parcel, items: [{ count: 1 }] }, /items\.0\.reference/],
])('a create with %s is a bad request', async (_, body, message) => {
	const refused = await cubyn(sandbox, 'POST', '/v2/parcels', body);
	expect(refused.status).toBe(400);
	expect(refused.json.type).toBe('BadRequestError');
	expect(refused.json.message).toMatch(message);
	expect(sandbox.cubyn.parcels).toEqual([]);
});

test.each([
	['a long line', { ...parcel, address: { ...address, line1: 'x'.repeat(36) } }, 'address.line1', 'len'],
	['an unknown country', { ...parcel, address: { ...address, country: 'Atlantis' } }, 'address.country', 'isCountry'],
	['a long name', { ...parcel, firstName: 'x'.repeat(36) }, 'firstName', 'len'],
	['an unknown mode', { ...parcel, deliveryMode: 'teleport' }, 'deliveryMode', 'isIn'],
	['a point without relay', { ...parcel, relayPickupRef: '020123' }, 'relayPickupRef', 'isRelay'],
	['a wrong email', { ...parcel, email: 'sophie' }, 'email', 'isEmail'],
	['a wrong phone', { ...parcel, phone: '12' }, 'phone', 'isPhone'],
	['a number for text', { ...parcel, orderRef: 7 }, 'orderRef', 'isString'],
	['text for a flag', { ...parcel, deliverySigned: 'yes' }, 'deliverySigned', 'isBoolean'],
	['a long description', { ...parcel, customsDescription: 'x'.repeat(66) }, 'customsDescription', 'len'],
	['an unknown category', { ...parcel, customsCategory: 'TOYS' }, 'customsCategory', 'isIn'],
])('a create with %s is a validation error', async (_, body, field, rule) => {
	const refused = await cubyn(sandbox, 'POST', '/v2/parcels', body);
	expect(refused.status).toBe(400);
	expect(refused.json.type).toBe('ValidationError');
	expect(refused.json.errors).toEqual([{ field, message: `Validation ${rule} failed` }]);
});

test.each([
	'/v2/parcels?colour=red',
	'/v2/parcels?filters[colour]=red',
	'/v2/parcels?sort[colour]=asc',
	'/v2/parcels?filters[status]=',
	'/v2/parcels?limit=1&limit=2',
	'/v3/parcels?includes[]=items',
	'/v2/inventory/products?filters[isCase]=true',
	'/v2/users?limit=1',
	'/v2/attachments?parcelId=1',
])('%s is refused', async (path) => {
	const refused = await cubyn(sandbox, 'GET', path);
	expect(refused.status).toBe(400);
	expect(refused.json.type).toBe('BadRequestError');
});

test.each([
	'/v2/parcels?limit=many',
	'/v2/parcels?limit=0',
	'/v2/parcels?sort[id]=up',
	'/v3/parcels?status=GONE',
	'/v2/inventory/products?isCase=1',
	'/v2/inventory/products?warehouseGroupKeys[]=DE',
	'/v2/product-catalog/products?filters[isBundle]=true',
	'/v2/inventory/lots?aggregatedBy=colour',
])('%s is a validation error', async (path) => {
	const refused = await cubyn(sandbox, 'GET', path);
	expect(refused.status).toBe(400);
	expect(refused.json.type).toBe('ValidationError');
});

test('a body needs its content type, and is not wanted everywhere', async () => {
	const headers = { 'x-application': KEY };
	const untyped = await sandbox.fetch(`${API}/v2/parcels`, { method: 'POST', headers, body: JSON.stringify(parcel) });
	expect(untyped.status).toBe(400);
	const json = { ...headers, 'content-type': 'application/json' };
	const broken = await sandbox.fetch(`${API}/v2/parcels`, { method: 'POST', headers: json, body: '{' });
	expect(await broken.json()).toEqual({ type: 'BadRequestError', message: 'The body is not JSON' });
	const id = await createCubynParcel(sandbox);
	expect((await cubyn(sandbox, 'PUT', `/v2/parcels/${id}/cancel`, {})).status).toBe(400);
	expect((await cubyn(sandbox, 'POST', '/v1/files', {})).status).toBe(400);
});

test('what is not there, or not by that method, is not found', async () => {
	for (const [method, path] of [
		['GET', '/v2/nothing'],
		['GET', '/v1/parcels'],
		['PATCH', '/v2/parcels/1'],
		['GET', '/v2/parcels/1/recipient-returns'],
	]) {
		const refused = await cubyn(sandbox, method ?? '', path ?? '');
		expect(refused.status).toBe(404);
		expect(refused.json.type).toBe('ResourceNotFoundError');
	}
});

test('another merchant sees none of it', async () => {
	const id = await createCubynParcel(sandbox);
	const headers = { 'x-application': OTHER_ACCOUNT_KEY };
	expect((await cubyn(sandbox, 'GET', `/v2/parcels/${id}`, undefined, headers)).status).toBe(404);
	expect((await cubyn(sandbox, 'GET', `/v3/parcels/${id}`, undefined, headers)).status).toBe(404);
	expect((await cubyn(sandbox, 'PUT', `/v2/parcels/${id}/cancel`, undefined, headers)).status).toBe(404);
	expect((await cubyn(sandbox, 'GET', '/v2/parcels', undefined, headers)).json).toEqual([]);
	expect((await cubyn(sandbox, 'GET', '/v3/parcels', undefined, headers)).json).toEqual([]);
});

test('a look-up may lag behind, on the whole carrier or by a fault', async () => {
	sandbox.lookUpLag = 3_000;
	await createCubynParcel(sandbox);
	expect((await cubyn(sandbox, 'GET', '/v3/parcels?orderRef=my_order_reference')).json).toEqual([]);
	await sandbox.clock.advance(3_000);
	expect((await cubyn(sandbox, 'GET', '/v3/parcels?orderRef=my_order_reference')).json).toHaveLength(1);
	sandbox.faults.once({ carrier: 'cubyn', route: 'parcelsV3.list' }, { kind: 'lag', ms: 60_000 });
	expect((await cubyn(sandbox, 'GET', '/v3/parcels')).json).toEqual([]);
	// What lay on the shelves from the first lags, but is there.
	expect((await cubyn(sandbox, 'GET', '/v3/inventory/products')).json).toHaveLength(8);
});

test('a fault after the work leaves the parcel behind', async () => {
	sandbox.faults.once({ route: 'parcels.create' }, { kind: 'reset', phase: 'after' });
	await expect(createCubynParcel(sandbox)).rejects.toThrow(/ECONNRESET/);
	expect(sandbox.cubyn.parcels).toHaveLength(1);
	expect(sandbox.journal.find({ carrier: 'cubyn', committed: true })).toHaveLength(1);
	sandbox.faults.once({ route: 'parcels.create' }, { kind: 'status', status: 503, phase: 'before' });
	expect((await cubyn(sandbox, 'POST', '/v2/parcels', parcel)).status).toBe(503);
	expect(sandbox.cubyn.parcels).toHaveLength(1);
});
