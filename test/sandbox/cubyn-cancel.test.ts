import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { address, cubyn, form, createCubynParcel, pdf } from './cubyn-client';

let sandbox: Sandbox;
let id: number;

beforeEach(async () => {
	sandbox = createSandbox();
	id = await createCubynParcel(sandbox);
	await sandbox.clock.advance(5_000);
});

const cancel = () => cubyn<Record<string, unknown>>(sandbox, 'PUT', `/v2/parcels/${id}/cancel`);
const read = async (version: string) =>
	(await cubyn<Record<string, unknown>>(sandbox, 'GET', `/${version}/parcels/${id}`)).json;

test('requested now, answered later; the status of v2 never shows it', async () => {
	const cancelling = await cancel();
	expect(cancelling.status).toBe(200);
	expect(cancelling.json).toMatchObject({ id, status: 'CREATED', cancellationStatus: 'IN_PROGRESS' });
	expect(await read('v3')).toMatchObject({ status: 'CREATED', cancelled: false });
	await sandbox.clock.advance(20_000);
	expect(await read('v2')).toMatchObject({ status: 'CREATED', cancellationStatus: 'SUCCEEDED' });
	expect(await read('v3')).toMatchObject({ status: 'CANCELED', cancelled: true });
	expect(sandbox.cubyn.webhooks.events.at(-1)).toMatchObject({ body: { event: 'parcel:cancelled' } });
	expect(sandbox.cubyn.step(id)).toBe(false);
});

test('a second request is forbidden', async () => {
	await cancel();
	expect((await cancel()).json).toMatchObject({
		type: 'ForbiddenError',
		message: expect.stringContaining('IN_PROGRESS'),
	});
	await sandbox.clock.advance(20_000);
	expect((await cancel()).status).toBe(403);
});

test('too late once it is picked', async () => {
	sandbox.cubyn.step(id);
	const refused = await cancel();
	expect(refused.status).toBe(403);
	expect(refused.json).toMatchObject({ type: 'ForbiddenError' });
});

test('fails where somebody picks it meanwhile, or where it is configured to; may then be requested again', async () => {
	await cancel();
	sandbox.cubyn.setStatus(id, 'PICKED');
	await sandbox.clock.advance(20_000);
	expect(await read('v2')).toMatchObject({ status: 'PICKED', cancellationStatus: 'FAILED' });

	id = await createCubynParcel(sandbox);
	sandbox.cubyn.setMishap(id, 'cancellation fails');
	await cancel();
	await sandbox.clock.advance(20_000);
	expect(await read('v2')).toMatchObject({ status: 'CREATED', cancellationStatus: 'FAILED', validationStatus: 'INFO' });
	expect((await cancel()).status).toBe(200);
});

test('what was held back goes on sale again', async () => {
	const available = () =>
		sandbox.cubyn.lots.find(({ productId }) => productId === sandbox.cubyn.product('product_name')?.id)?.counts.FR
			.available;
	expect(available()).toBe(39);
	await cancel();
	await sandbox.clock.advance(20_000);
	expect(available()).toBe(40);
	expect(sandbox.cubyn.product('product_name')?.reserved.FR).toBe(0);
});

test('the old delete cancels what is picked from the warehouse, and removes what is collected', async () => {
	expect(await cubyn(sandbox, 'DELETE', `/v2/parcels/${id}`)).toMatchObject({ status: 200, text: '' });
	expect(await read('v2')).toMatchObject({ cancellationStatus: 'IN_PROGRESS' });
	id = (await cubyn(sandbox, 'POST', '/v2/parcels', { lastName: 'Martin', address })).json.id;
	expect((await cubyn(sandbox, 'DELETE', `/v2/parcels/${id}`)).status).toBe(200);
	expect((await cubyn(sandbox, 'GET', `/v2/parcels/${id}`)).status).toBe(404);
	expect(sandbox.cubyn.webhooks.events.at(-1)?.body).toMatchObject({
		event: 'parcel:deleted',
		parcel: { id, status: 'CREATED' },
	});
});

test('attachments come along in the parcel, and are printed with it', async () => {
	const upload = form({ name: 'my-file.pdf', parcelId: String(id), file: pdf() });
	const response = await cubyn(sandbox, 'POST', '/v2/attachments', upload);
	expect(response.status).toBe(200);
	sandbox.cubyn.step(id);
	const { json } = await cubyn(sandbox, 'GET', `/v2/attachments/${response.json.id}`);
	expect(json.status).toBe('PRINTED');
	expect((await cubyn(sandbox, 'DELETE', `/v2/attachments/${response.json.id}`)).status).toBe(403);
	expect((await cubyn(sandbox, 'POST', '/v2/attachments', upload)).status).toBe(403);
});
