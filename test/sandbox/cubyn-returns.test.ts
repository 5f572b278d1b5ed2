import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import {
	address,
	cubyn,
	createDeliveredParcel,
	form,
	KEY,
	createCubynParcel,
	pdf,
	uploadCubynFile,
} from './cubyn-client';

interface Attachment {
	id: number;
	status: string;
	file: { key: string; url: string } | null;
	s3Url: string | null;
}

let sandbox: Sandbox;

beforeEach(() => {
	sandbox = createSandbox();
});

const createReturn = (id: number) =>
	cubyn<{ id: number; type: string; createdAt: string }>(sandbox, 'POST', `/v2/parcels/${id}/recipient-returns`);
const labels = async (id: number) =>
	(
		await cubyn<Attachment[]>(
			sandbox,
			'GET',
			`/v2/attachments/?includes[]=attachment.file&filters[parcelId]=${id}&filters[type]=LABEL`,
		)
	).json;

test('the documented return, with the keys of the sample', async () => {
	const id = await createDeliveredParcel(sandbox, {
		email: 'RaRe@islederoti.com',
		customsHsCode: '123456',
		orderRef: '00000019',
	});
	const { json } = await createReturn(id);
	expect(json).toEqual({
		id: expect.any(Number),
		batchId: expect.any(String),
		type: 'RECIPIENT_RETURN',
		trackingId: `CUB${json.id}`,
		carrierTrackingId: expect.stringMatching(/^8R\d{11}$/),
		status: 'CREATED',
		aside: false,
		address: { ...address, line2: '', state: '', country: 'FR' },
		firstName: 'Sophie',
		lastName: 'Martin',
		email: 'RaRe@islederoti.com',
		carrier: 'colissimo',
		deliveryMode: 'standard',
		deliverySigned: false,
		objectCount: 2,
		insurance: 0,
		isAdvalorem: false,
		orderRef: '00000019',
		createdAt: json.createdAt,
		updatedAt: json.createdAt,
		validationStatus: 'INFO',
		cancellationStatus: 'NONE',
		viaApplicationId: 488978068,
		shipperId: 369502585,
		pickedAt: json.createdAt,
		selfReturnActivated: false,
		customsHsCode: '123456',
		warehouseId: 3628042,
		deliverySaturday: false,
		isAnonymized: false,
		isStorage: true,
		isRemoval: false,
	});
	expect(json.id).not.toBe(id);
});

test('one return a parcel, once it is delivered, from 30 countries, and none of a return', async () => {
	const undelivered = await createCubynParcel(sandbox);
	const id = await createDeliveredParcel(sandbox);
	const abroad = await createDeliveredParcel(sandbox, {
		address: { ...address, country: 'US', state: 'NY', zip: '10001' },
	});
	const spanish = await createDeliveredParcel(sandbox, { address: { ...address, country: 'Spain' } });
	expect((await createReturn(spanish)).status).toBe(200);
	const returned = await createReturn(id);
	sandbox.cubyn.setStatus(returned.json.id, 'CARRIER_DELIVERED', { force: true });
	for (const other of [undelivered, abroad, id, returned.json.id]) expect((await createReturn(other)).status).toBe(403);
});

test('the label is in progress first, then a signed link to a real PDF that dies young', async () => {
	const { json } = await createReturn(await createDeliveredParcel(sandbox));
	expect(await labels(json.id)).toMatchObject([{ status: 'IN_PROGRESS', file: null, s3Url: null, fileSize: null }]);
	await sandbox.clock.advance(2_000);
	const [label] = await labels(json.id);
	expect(label).toEqual({
		id: expect.any(Number),
		type: 'LABEL',
		status: 'SUCCESS',
		name: `label-${label?.id}`,
		format: 'PDF',
		pageCount: 1,
		file: {
			key: expect.stringMatching(/^\/\w+\.pdf$/),
			url: expect.stringMatching(/^https:\/\/s3-eu-west-1\.amazonaws\.com\/.+Expires=\d+&Signature=/),
		},
		s3Url: label?.file?.url,
		fileSize: expect.any(Number),
		parcelId: json.id,
		fileKey: label?.file?.key,
		createdAt: expect.any(String),
		updatedAt: expect.any(String),
	});
	const url = label?.file?.url ?? '';
	const document = await sandbox.fetch(url);
	expect(document.headers.get('content-type')).toBe('application/pdf');
	const text = Buffer.from(await document.arrayBuffer()).toString('latin1');
	expect(text).toMatch(/^%PDF-1\.4\n[\s\S]*startxref\n\d+\n%%EOF\n$/);
	expect(text).toContain(`CUB${json.id}`);
	expect(text.slice(Number(/startxref\n(\d+)/.exec(text)?.[1])).startsWith('xref\n')).toBe(true);

	expect((await sandbox.fetch(url.replace('Signature=', 'Signature=x'))).status).toBe(403);
	expect((await sandbox.fetch(url, { headers: { 'x-application': KEY } })).status).toBe(400);
	await sandbox.clock.advance(6 * 60_000);
	const expired = await sandbox.fetch(url);
	expect(expired.status).toBe(403);
	expect(await expired.text()).toContain('Request has expired');
	expect((await labels(json.id))[0]?.file?.url).not.toBe(url);
});

test('goods that come back are on sale again', async () => {
	const id = await createDeliveredParcel(sandbox);
	const returned = (await createReturn(id)).json.id;
	const seen: string[] = [];
	while (sandbox.cubyn.step(returned)) seen.push((await cubyn(sandbox, 'GET', `/v3/parcels/${returned}`)).json.status);
	expect(seen).toEqual(['RETURNING', 'RETURNED']);
	expect(sandbox.cubyn.product('product_name_2')?.outbounded).toBe(0);
	const { json } = await cubyn<{ quantity: object }[]>(
		sandbox,
		'GET',
		'/v3/inventory/products?reference=product_name_2',
	);
	expect(json[0]?.quantity).toEqual({ available: 25, damaged: 1, blocked: 0, reserved: 0, total: 26 });
});

test('the documented upload, listed, read and deleted', async () => {
	const parcelId = await createCubynParcel(sandbox);
	const response = await cubyn<object & { id: number }>(
		sandbox,
		'POST',
		'/v2/attachments',
		form({ name: 'my-file.pdf', parcelId: String(parcelId), file: pdf() }),
	);
	expect(response.json).toEqual({
		id: expect.any(Number),
		type: 'OTHER',
		status: 'SUCCESS',
		name: 'my-file.pdf',
		file: { url: expect.stringMatching(/^https:/) },
		pageCount: 1,
		fileSize: pdf().size,
		createdAt: expect.any(String),
		updatedAt: expect.any(String),
	});
	const { id } = response.json;
	for (const path of [
		'/v2/attachments',
		`/v2/attachments?filters[parcelId]=${parcelId}`,
		`/v2//attachments?filters[parcelId]=${parcelId}`,
	]) {
		const list = await cubyn<object[]>(sandbox, 'GET', path);
		expect(list.json).toMatchObject([{ id, parcelId }]);
		expect(list.json[0]).not.toHaveProperty('file');
	}
	expect((await cubyn<object>(sandbox, 'GET', `/v2/attachments/${id}?includes[]=attachment.file`)).json).toHaveProperty(
		'file.url',
	);
	expect((await cubyn(sandbox, 'DELETE', `/v2/attachments/${id}`)).text).toBe('');
	expect((await cubyn(sandbox, 'GET', `/v2/attachments/${id}`)).status).toBe(404);
});

test.each([
	['no PDF', { file: new Blob(['hello']) }, 400, 'ValidationError'],
	['no file', {}, 400, 'BadRequestError'],
	['more than 2 MB', { file: pdf(2 * 1024 * 1024) }, 413, 'TooBigFileError'],
	['a field it does not know', { file: pdf(), colour: 'red' }, 400, 'BadRequestError'],
])('an upload of %s is refused', async (_, fields: Record<string, string | Blob>, status, type) => {
	const parcelId = String(await createCubynParcel(sandbox));
	const response = await cubyn(sandbox, 'POST', '/v2/attachments', form({ name: 'a.pdf', parcelId, ...fields }));
	expect([response.status, response.json.type]).toEqual([status, type]);
	expect(sandbox.cubyn.attachments).toEqual([]);
});

test('files for claims: papers, pictures and others up to 5 MB', async () => {
	const response = await cubyn<object>(sandbox, 'POST', '/v1/files', form({ name: 'sample1.pdf', file: pdf() }));
	expect(response.json).toEqual({
		key: expect.stringMatching(/^\/\w+\.pdf$/),
		url: expect.stringMatching(/^https:/),
		meta: { contenttype: 'application/pdf', originalname: 'sample1.pdf' },
	});
	const png = new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1])]);
	expect((await cubyn(sandbox, 'POST', '/v1/files', form({ file: png }))).text).toContain('image/png');
	// The page restricts the size alone.
	expect((await cubyn(sandbox, 'POST', '/v1/files', form({ file: new Blob(['text']) }))).status).toBe(200);
	expect((await cubyn(sandbox, 'POST', '/v1/files', form({ file: pdf(5 * 1024 * 1024) }))).status).toBe(413);
	expect(await uploadCubynFile(sandbox)).toMatch(/^\//);
});

test('the pages that people see', async () => {
	const id = await createCubynParcel(sandbox);
	expect((await sandbox.fetch(`https://track.cubyn.com/CUB${id}`)).status).toBe(404);
	sandbox.cubyn.setStatus(id, 'PICKED');
	expect(await (await sandbox.fetch(`https://track.cubyn.com/CUB${id}`)).text()).toContain('PICKED');
	const query = new URLSearchParams({
		address: '3 place de la Republique 69002 Lyon France',
		callback: 'https://shop.example/callback?cart=7',
	});
	const picked = await sandbox.fetch(`https://app.cubyn.com/tools/relay-iframe/index.html?${query}`);
	expect(picked.status).toBe(302);
	const returned = new URL(picked.headers.get('location') ?? '');
	expect([...returned.searchParams.keys()]).toEqual([
		'cart',
		'id',
		'name',
		'image',
		'openinghours',
		'street',
		'city',
		'zip',
		'country',
	]);
	const relay = await cubyn(sandbox, 'POST', '/v2/parcels', {
		lastName: 'Martin',
		address,
		deliveryMode: 'relay',
		relayPickupRef: returned.searchParams.get('id'),
	});
	expect(relay.status).toBe(200);
});
