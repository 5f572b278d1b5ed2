import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { bodyOf } from './response-bodies';
import { address, cubyn, KEY } from './cubyn-client';

const HOUR = 3_600_000;
const pickup = { line1: '27 rue du Chemin Vert', zip: '75011', city: 'Paris', country: 'France' };
const collect = { address: pickup, pickupAt: '2015-08-19T08:00:00.000Z', volumeCategory: 'STANDARD' };
let sandbox: Sandbox;

beforeEach(() => {
	sandbox = createSandbox({ startAt: '2015-08-18T12:49:30.000Z' });
});

const parcel = async () => (await cubyn(sandbox, 'POST', '/v2/parcels', { lastName: 'Martin', address })).json.id;

test('the documented collect, with and without its version', async () => {
	for (const path of ['/v2/collects', '/collects']) {
		const { json } = await cubyn<object>(sandbox, 'POST', path, collect);
		expect(json).toEqual({
			id: expect.any(Number),
			status: 'CREATED',
			address: pickup,
			pickupAt: '2015-08-19T08:00:00.000Z',
			volumeCategory: 'STANDARD',
			shipperId: '369502585',
			applicationId: '488978068',
			createdAt: '2015-08-18T12:49:30.000Z',
			updatedAt: '2015-08-18T12:49:30.000Z',
		});
	}
	expect((await cubyn(sandbox, 'GET', '/v2/collects')).total).toBe('2');
});

test('slots of two hours within working hours, the next one marked', async () => {
	const { json } = await cubyn<{ asap: boolean; date: string; duration: number }[]>(sandbox, 'GET', '/v2/timeslots');
	expect(json.slice(0, 4)).toEqual([
		{ asap: true, date: '2015-08-18T13:00:00.000Z', duration: 120 },
		{ asap: false, date: '2015-08-18T14:00:00.000Z', duration: 120 },
		{ asap: false, date: '2015-08-18T15:00:00.000Z', duration: 120 },
		{ asap: false, date: '2015-08-19T07:00:00.000Z', duration: 120 },
	]);
	const { json: created } = await cubyn<{ pickupAt: string; address: object }>(sandbox, 'POST', '/v2/collects', {
		volumeCategory: 'SMALL',
	});
	expect(created).toMatchObject({ pickupAt: json[0]?.date, address: pickup });
});

test.each([
	['at night', { pickupAt: '2015-08-19T22:00:00.000Z' }, 'ValidationError'],
	['in the past', { pickupAt: '2015-08-18T08:00:00.000Z' }, 'ValidationError'],
	['of no size', { volumeCategory: undefined }, 'BadRequestError'],
	['with a landline nobody has', { contactPhone: '1' }, 'ValidationError'],
])('a collect %s is refused', async (_, change, type) => {
	const refused = await cubyn(sandbox, 'POST', '/v2/collects', { ...collect, ...change });
	expect([refused.status, refused.json.type]).toEqual([400, type]);
});

test('prepared, confirmed at its slot, picked together', async () => {
	const id = await parcel();
	const { json } = await cubyn(sandbox, 'POST', '/v2/collects', collect);
	await sandbox.clock.advance(5_000);
	sandbox.cubyn.step(id);
	const read = async () => (await cubyn<object>(sandbox, 'GET', `/v2/parcels/${id}`)).json;
	expect(await read()).toMatchObject({
		status: 'PREPARED',
		isStorage: false,
		collect: { id: json.id, status: 'CREATED' },
	});
	expect((await cubyn<object>(sandbox, 'PUT', `/v2/parcels/${id}`, { firstName: 'Sophie' })).status).toBe(200);
	await sandbox.clock.advance(20 * HOUR);
	const confirmed = await cubyn(sandbox, 'GET', `/v2/collects/${json.id}`);
	expect(confirmed.json).toMatchObject({ status: 'CONFIRMED', shipper: { id: 369502585 }, parcels: [{ id }] });
	for (const [method, body] of [
		['PUT', { volumeCategory: 'LARGE' }],
		['DELETE', undefined],
	] as const) {
		expect((await cubyn(sandbox, method, `/v2/collects/${json.id}`, body)).status).toBe(403);
	}
	expect((await cubyn(sandbox, 'DELETE', `/v2/parcels/${id}`)).status).toBe(403);
	sandbox.couriers.step('cubyn');
	expect(await read()).toMatchObject({ status: 'PICKED', collect: { status: 'PICKED' } });
});

test('changed and deleted while it is CREATED; its parcels wait for the next', async () => {
	const id = await parcel();
	const { json } = await cubyn(sandbox, 'POST', '/v2/collects', collect);
	const changed = await cubyn(sandbox, 'PUT', `/v2/collects/${json.id}`, { pickupAt: '2015-08-20T08:00:00.000Z' });
	expect(changed.json).toMatchObject({ pickupAt: '2015-08-20T08:00:00.000Z', volumeCategory: 'STANDARD' });
	await sandbox.clock.advance(20 * HOUR);
	expect((await cubyn(sandbox, 'GET', `/v2/collects/${json.id}`)).json.status).toBe('CREATED');
	expect((await cubyn(sandbox, 'DELETE', `/v2/collects/${json.id}`)).text).toBe('');
	expect((await cubyn(sandbox, 'GET', `/v2/collects/${json.id}`)).status).toBe(404);
	expect(sandbox.cubyn.parcel(id)?.collectId).toBeNull();
	expect((await cubyn(sandbox, 'GET', '/v2/users/369502585')).json).toMatchObject({ collects: [] });
});

test('over sockets, on a port of its own, links included', async () => {
	const { urls, close } = await sandbox.listen();
	const headers = { 'x-application': KEY };
	const id = await parcel();
	sandbox.cubyn.setStatus(id, 'CARRIER_DELIVERED', { force: true });
	await fetch(`${urls.cubyn}/v2/parcels/${id}/recipient-returns`, { method: 'POST', headers });
	await sandbox.clock.advance(3_000);
	const response = await fetch(`${urls.cubyn}/v2/attachments?includes[]=attachment.file&filters[type]=LABEL`, {
		headers,
	});
	const label = bodyOf<{ file: { url: string } }[]>(await response.text());
	const url = label[0]?.file.url ?? '';
	expect(url.startsWith(`${urls.cubyn}/cubyn.staging.default/`)).toBe(true);
	expect((await fetch(url)).headers.get('content-type')).toBe('application/pdf');
	await close();
});
