import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { address, cubyn, createDeliveredParcel, createCubynParcel, parcel } from './cubyn-client';

let sandbox: Sandbox;

beforeEach(() => {
	sandbox = createSandbox({ startAt: '2015-08-18T16:26:08.000Z' });
});

const read = (id: number, version = 'v2') =>
	cubyn<Record<string, unknown>>(sandbox, 'GET', `/${version}/parcels/${id}`);

test('the documented create of the current product, key by key', async () => {
	const { status, json } = await cubyn<object>(sandbox, 'POST', '/v2/parcels', parcel);
	expect(status).toBe(200);
	expect(json).toEqual({
		id: expect.any(Number),
		status: 'CREATED',
		address,
		firstName: 'Sophie',
		lastName: 'Martin',
		deliveryMode: 'standard',
		deliverySigned: false,
		isAdvalorem: 0,
		applcationId: '488978068',
		shipperId: '369502585',
		collectId: null,
		barcode: null,
		qrCode: null,
		createdAt: '2015-08-18T16:26:08.000Z',
		updatedAt: '2015-08-18T16:26:08.000Z',
	});
});

test('the documented create of a legacy account, with and without its version', async () => {
	const { items: _items, orderRef: _reference, ...old } = parcel;
	for (const path of ['/v2/parcels', '/parcels']) {
		const { json } = await cubyn<object>(sandbox, 'POST', path, old);
		expect(json).toEqual({
			id: expect.any(Number),
			status: 'CREATED',
			address,
			firstName: 'Sophie',
			lastName: 'Martin',
			deliveryMode: 'standard',
			deliverySigned: false,
			objectCount: 2,
			insurance: 250,
			applcationId: '488978068',
			shipperId: '369502585',
			collectId: null,
			barcode: null,
			qrCode: null,
			createdAt: '2015-08-18T16:26:08.000Z',
			updatedAt: '2015-08-18T16:26:08.000Z',
		});
	}
});

test('read back, with the keys of the sample; the country is a code now', async () => {
	const id = await createCubynParcel(sandbox, {
		organizationName: 'cubyndemo2',
		deliveryMode: 'express',
		orderRef: '91251234',
		objectCount: 1,
	});
	await sandbox.clock.advance(4_000);
	sandbox.cubyn.setStatus(id, 'PICKED');
	const { json } = await read(id);
	expect(json).toEqual({
		id,
		batchId: expect.stringMatching(/^[0-9a-f-]{36}$/),
		type: 'SHIPMENT',
		trackingId: `CUB${id}`,
		status: 'PICKED',
		aside: false,
		address: { ...address, line2: '', state: '', country: 'FR' },
		firstName: 'Sophie',
		lastName: 'Martin',
		organizationName: 'cubyndemo2',
		deliveryMode: 'express',
		deliverySigned: false,
		objectCount: 1,
		isAdvalorem: false,
		orderRef: '91251234',
		createdAt: '2015-08-18T16:26:08.000Z',
		updatedAt: '2015-08-18T16:26:12.000Z',
		pickedAt: '2015-08-18T16:26:12.000Z',
		validationStatus: 'INFO',
		cancellationStatus: 'NONE',
		shipperId: 369502585,
		viaApplicationId: 488978068,
		warehouseId: 3628042,
		selfReturnActivated: false,
		deliverySaturday: false,
		isAnonymized: false,
		isStorage: true,
		isRemoval: false,
	});
});

test('money is a string in v2 and a number in v3; counts and values may come as strings', async () => {
	const items = [{ reference: 'product_name', count: '3' }];
	const id = await createCubynParcel(sandbox, {
		items,
		value: '330.75',
		address: { ...address, country: 'Spain', zip: '28014' },
	});
	expect((await read(id)).json).toMatchObject({ value: '330.75', address: { country: 'ES' } });
	expect((await read(id, 'v3')).json).toMatchObject({ value: 330.75, originalValue: 330.75, ordered: { quantity: 3 } });
});

test('v3 shows what was ordered, and what was shipped from which lot', async () => {
	const id = await createDeliveredParcel(sandbox);
	const { json } = await read(id, 'v3');
	const [one] = sandbox.cubyn.products.filter(({ sku, ownerId }) => sku === 'product_name' && ownerId === 369502585);
	expect(Object.keys(json)).toEqual(
		expect.arrayContaining([
			'carrierTrackingId',
			'carrier',
			'weight',
			'volumetricWeight',
			'shippedAt',
			'deliveredAt',
			'validatedAt',
		]),
	);
	expect(json).toMatchObject({
		trackingId: `CUB${id}`,
		status: 'DELIVERED',
		type: 'SHIPMENT',
		cancelled: false,
		ordered: { quantity: 3, content: [{ reference: 'product_name', quantity: 1, name: 'Product one' }, {}] },
		shipped: {
			quantity: 3,
			content: [
				{
					id: one?.id,
					reference: 'product_name',
					name: 'Product one',
					lots: [
						{
							id: `123_2026-09-01T00:00:00.000Z_${one?.id}`,
							reference: 'WIO 123',
							date: '2026-09-01T00:00:00.000Z',
							quantity: 1,
						},
					],
					quantity: 1,
				},
				{ quantity: 2 },
			],
		},
	});
	sandbox.cubyn.settings.v3Statuses = 'v2';
	expect((await read(id, 'v3')).json.status).toBe('CARRIER_DELIVERED');
});

test('validation comes after creation: address and stock', async () => {
	const good = await createCubynParcel(sandbox);
	const badZip = await createCubynParcel(sandbox, { address: { ...address, zip: '690' } });
	const tooMany = await createCubynParcel(sandbox, { items: [{ reference: 'product_name', count: 400 }] });
	const unknown = await createCubynParcel(sandbox, { items: [{ reference: 'no such SKU', count: 1 }] });
	expect((await read(good)).json).not.toHaveProperty('validationStatus');
	await sandbox.clock.advance(4_000);
	expect((await read(good)).json.validationStatus).toBe('INFO');
	for (const id of [badZip, tooMany, unknown]) {
		// v2 has no word for it.
		const { json } = await read(id);
		expect(json).toMatchObject({ status: 'CREATED' });
		expect(json).not.toHaveProperty('validationStatus');
		expect((await read(id, 'v3')).json.status).toBe('VALIDATION_FAILED');
		expect(sandbox.cubyn.step(id)).toBe(false);
	}
	sandbox.cubyn.addStock('product_name', 500);
	expect((await read(tooMany)).json.validationStatus).toBe('INFO');
});

test('from the warehouse to the door, in both vocabularies', async () => {
	const id = await createCubynParcel(sandbox);
	sandbox.cubyn.setMishap(id, 'failed attempt');
	await sandbox.clock.advance(4_000);
	const seen: unknown[] = [];
	do seen.push([(await read(id)).json.status, (await read(id, 'v3')).json.status]);
	while (sandbox.cubyn.step(id));
	expect(seen).toEqual([
		['CREATED', 'CREATED'],
		['PICKED', 'PROCESSING'],
		['SHIPPED', 'SHIPPED'],
		['CARRIER_IN_TRANSIT', 'IN_TRANSIT'],
		['CARRIER_OUT_FOR_DELIVERY', 'IN_TRANSIT'],
		['CARRIER_FAILED_ATTEMPT', 'IN_TRANSIT'],
		['CARRIER_OUT_FOR_DELIVERY', 'IN_TRANSIT'],
		['CARRIER_DELIVERED', 'DELIVERED'],
	]);
	expect(() => sandbox.cubyn.setStatus(id, 'PICKED')).toThrow(/cannot go/);
});

test.each([
	['exception', 'CARRIER_EXCEPTION', 'CARRIER_EXCEPTION'],
	['return', 'CARRIER_RETURN_RECEIVED', 'RETURNED'],
] as const)('what meets with %s ends there', async (incident, v2, v3) => {
	const id = await createCubynParcel(sandbox);
	sandbox.cubyn.setMishap(id, incident);
	await sandbox.clock.advance(4_000);
	while (sandbox.cubyn.step(id));
	expect([(await read(id)).json.status, (await read(id, 'v3')).json.status]).toEqual([v2, v3]);
});

test('a reference may be used twice, unless the sandbox is configured otherwise', async () => {
	const [first, second] = [await createCubynParcel(sandbox), await createCubynParcel(sandbox)];
	const found = await cubyn<{ id: number }[]>(sandbox, 'GET', '/v3/parcels?filters[orderRef]=my_order_reference');
	expect(found.json.map(({ id }) => id)).toEqual([second, first]);
	sandbox.cubyn.settings.uniqueOrderRef = true;
	const refused = await cubyn(sandbox, 'POST', '/v2/parcels', parcel);
	expect(refused.json.errors).toEqual([{ field: 'orderRef', message: 'Validation isUnique failed' }]);
});

test('v3 lists by filter or flat, newest first, by pages of at most 500', async () => {
	const ids: number[] = [];
	for (let count = 0; count < 3; count += 1) {
		ids.push(await createCubynParcel(sandbox, { orderRef: `R${count}` }));
		await sandbox.clock.advance(1_000);
	}
	const list = async (query: string) =>
		(await cubyn<{ id: number }[]>(sandbox, 'GET', `/v3/parcels/${query}`)).json.map(({ id }) => id);
	expect(await list('')).toEqual([...ids].reverse());
	expect(await list('?limit=1&offset=1')).toEqual([ids[1]]);
	expect(await list('?filters[orderRef]=R1')).toEqual([ids[1]]);
	expect(await list('?orderRef=R2')).toEqual([ids[2]]);
	expect(await list(`?filters[parcelIds][]=${ids[0]}&filters[parcelIds][]=${ids[2]}`)).toEqual([ids[2], ids[0]]);
	expect(await list(`?parcelIds=${ids[0]},${ids[1]}`)).toEqual([ids[1], ids[0]]);
	expect(await list('?type=RECIPIENT_RETURN')).toEqual([]);
	sandbox.cubyn.setStatus(ids[0] ?? 0, 'PICKED', { force: true });
	expect(await list('?status=PROCESSING')).toEqual([ids[0]]);
	expect(await list('?status=PICKED')).toEqual([ids[0]]);
	expect(await list('?status=CREATED')).toEqual([ids[2], ids[1]]);
	for (let count = 0; count < 500; count += 1) sandbox.cubyn.book(parcel);
	expect(await list('?limit=1000')).toHaveLength(500);
});

test('v2 lists with filters, sorting, pages and a total', async () => {
	const ids = [
		await createCubynParcel(sandbox),
		await createCubynParcel(sandbox),
		await createCubynParcel(sandbox, { orderRef: 'other' }),
	];
	const list = await cubyn<{ id: number }[]>(sandbox, 'GET', '/v2/parcels?sort[id]=ASC&limit=2&offset=1');
	expect(list.json.map(({ id }) => id)).toEqual(ids.slice(1));
	expect(list.total).toBe('3');
	const other = await cubyn<{ id: number }[]>(sandbox, 'GET', '/v2/parcels?filters[orderRef]=other');
	expect(other.json.map(({ id }) => id)).toEqual(ids.slice(2));
});

test('changed while CREATED, looked at anew, and not after', async () => {
	const id = await createCubynParcel(sandbox);
	await sandbox.clock.advance(4_000);
	const changed = await cubyn(sandbox, 'PUT', `/v2/parcels/${id}`, {
		items: [{ reference: 'product_name', count: 7 }],
	});
	expect(changed.json).not.toHaveProperty('validationStatus');
	await sandbox.clock.advance(4_000);
	expect(sandbox.cubyn.parcel(id)?.reservations.map(({ quantity }) => quantity)).toEqual([7]);
	sandbox.cubyn.step(id);
	const refused = await cubyn(sandbox, 'PUT', `/v2/parcels/${id}`, { firstName: 'Anna' });
	expect(refused.status).toBe(403);
	expect(refused.json.type).toBe('ForbiddenError');
	expect((await cubyn(sandbox, 'PUT', '/v2/parcels/1', { firstName: 'Anna' })).status).toBe(404);
});
