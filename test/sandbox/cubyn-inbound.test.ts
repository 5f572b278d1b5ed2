import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { cubyn, OTHER_ACCOUNT_KEY, createCubynParcel } from './cubyn-client';

interface Order {
	id: string;
	pid: string;
	declaredItems: number;
	status: string;
	lines: { id: string; lotInformation: { date: string | null; reference: string } }[];
}

interface Delivery {
	id: string;
	carrierTrackingId: string;
}

const item = { productName: 'product33', sku: 'mySku_product33', barcode: 'EAN_product33', quantity: 4 };
const SAMPLE_QUERY = '?filters%5BwarehouseId%5D=24082363&=';
const ORDERS = '/v2/storage-inbound/orders';
let sandbox: Sandbox;

beforeEach(() => {
	sandbox = createSandbox({ startAt: '2021-08-02T11:52:08.000Z' });
});

const order = async (change: object = {}, query = SAMPLE_QUERY) =>
	cubyn<Order>(sandbox, 'POST', `${ORDERS}${query}`, { items: [{ ...item, ...change }] });
const declare = (orderId: string, ...deliveries: object[]) =>
	cubyn<Delivery[]>(sandbox, 'POST', `${ORDERS}/batch-deliveries`, { orderId, deliveries });
const v3 = async (id: string) => (await cubyn<Order>(sandbox, 'GET', `/v3/storage-inbound/orders/${id}`)).json;
const refused = (response: { status: number; json: unknown }) => [
	response.status,
	Reflect.get(Object(response.json), 'type'),
];

test('the documented order', async () => {
	const { status, json } = await order();
	expect(status).toBe(200);
	expect(json).toEqual({
		id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4/),
		pid: expect.stringMatching(/^\d{6}$/),
		declaredItems: 4,
		status: 'CREATED',
	});
});

test.each([
	['no warehouse', '', { items: [item] }, 'BadRequestError'],
	['an unknown warehouse', '?filters[warehouseId]=7', { items: [item] }, 'ValidationError'],
	['no items', SAMPLE_QUERY, { items: [] }, 'ValidationError'],
	['no barcode', SAMPLE_QUERY, { items: [{ ...item, barcode: undefined }] }, 'BadRequestError'],
	['a quantity in words', SAMPLE_QUERY, { items: [{ ...item, quantity: '4' }] }, 'ValidationError'],
	['one barcode for two SKUs', SAMPLE_QUERY, { items: [item, { ...item, sku: 'other' }] }, 'ValidationError'],
	['a field it does not know', SAMPLE_QUERY, { items: [item], reference: 'R1' }, 'BadRequestError'],
])('an order with %s is refused', async (_, query, body, type) => {
	expect(refused(await cubyn(sandbox, 'POST', `${ORDERS}${query}`, body))).toEqual([400, type]);
	expect(sandbox.cubyn.orders).toEqual([]);
});

test('a SKU may have several barcodes, and an order its packing units', async () => {
	const items = [item, { ...item, barcode: 'EAN_2' }];
	const response = await cubyn<Order>(sandbox, 'POST', `${ORDERS}?filters[warehouseId]=3628042`, {
		packingUnits: 1,
		items,
	});
	expect(response.json.declaredItems).toBe(8);
	expect(await v3(response.json.id)).toMatchObject({ declaredPackingUnits: 1 });
});

test('the documented deliveries: a document for many boxes, or one tracking number each', async () => {
	const { id } = (await order({}, '?filters[warehouseId]=193543585')).json;
	const date = { estimatedReceptionDate: '2021-12-31T23:00:00Z' };
	const other = await declare(id, { carrierName: 'Other carrier', declaredPackingUnits: 2, ...date });
	const common = {
		warehouseId: 193543585,
		orderId: id,
		estimatedReceptionDate: '2021-12-31T23:00:00.000Z',
		status: 'CREATED',
	};
	const fresh = {
		createdAt: '2021-08-02T11:52:08.000Z',
		updatedAt: '2021-08-02T11:52:08.000Z',
		receivedAt: null,
		receivedPackingUnits: 0,
		storedItems: 0,
	};
	const tracking = other.json[0]?.carrierTrackingId;
	expect(tracking).toMatch(/^[0-9a-f-]{36}$/);
	expect(other.json).toEqual([
		{
			...common,
			...fresh,
			id: expect.any(String),
			carrierName: 'Other carrier',
			declaredPackingUnits: 2,
			carrierTrackingId: tracking,
			reference: tracking,
		},
	]);
	const numbers = ['1Z3736373638393837', '1Z3736373638393838'];
	const ups = await declare(
		id,
		...numbers.map((carrierTrackingId) => ({
			carrierName: 'UPS',
			carrierTrackingId,
			declaredPackingUnits: 1,
			...date,
		})),
	);
	expect(ups.json).toEqual(
		numbers.map((number) => ({
			...common,
			...fresh,
			id: expect.any(String),
			carrierName: 'UPS',
			declaredPackingUnits: 1,
			carrierTrackingId: number,
			reference: number,
		})),
	);
	const listed = await cubyn<object[]>(sandbox, 'GET', `/v2/storage-inbound/deliveries?filters[orderId]=${id}`);
	expect(listed.json).toHaveLength(3);
	expect(listed.json[0]).toEqual({
		...other.json[0],
		fileKey: null,
		completedPackingUnits: 0,
		receivedItems: 0,
		deliveryMode: 'STANDARD',
		totalWeight: null,
		boxHeight: null,
		boxLength: null,
		boxWidth: null,
		weight: null,
	});
});

test('deliveries are checked, too', async () => {
	const { id } = (await order()).json;
	expect(refused(await declare(id, { carrierName: 'UPS', declaredPackingUnits: 1 }))).toEqual([400, 'BadRequestError']);
	expect(refused(await declare(id, { carrierName: 'UPS', carrierTrackingId: '1Z', declaredPackingUnits: 2 }))).toEqual([
		400,
		'ValidationError',
	]);
	expect(refused(await declare(id, { carrierName: 'GLS', declaredPackingUnits: 1 }))).toEqual([400, 'ValidationError']);
	expect(refused(await declare(id))).toEqual([400, 'ValidationError']);
	expect(refused(await declare('no-such-order', { carrierName: 'Other carrier', declaredPackingUnits: 1 }))).toEqual([
		404,
		'ResourceNotFoundError',
	]);
	expect(refused(await cubyn(sandbox, 'GET', '/v2/storage-inbound/deliveries'))).toEqual([400, 'BadRequestError']);
});

test('a delivery document is posted for, and is a PDF', async () => {
	const { id, pid } = (await order()).json;
	const [delivery] = (await declare(id, { carrierName: 'Other carrier', declaredPackingUnits: 1 })).json;
	const { json } = await cubyn<{ url: string }>(
		sandbox,
		'POST',
		`/v2/storage-inbound/deliveries/${delivery?.id}/document`,
	);
	expect(Object.keys(json)).toEqual(['url']);
	expect(new URL(json.url).pathname).toMatch(
		new RegExp(`^/cubyn\\.staging\\.vault/deliveries/${delivery?.id}/\\w+\\.pdf$`),
	);
	const document = await (await sandbox.fetch(json.url)).text();
	expect(document).toMatch(/^%PDF/);
	expect(document).toContain(`WIO ${pid}`);
});

test('the documented validation, and back to draft', async () => {
	const { id } = (await order()).json;
	const set = (status: string) => cubyn(sandbox, 'POST', `${ORDERS}/${id}`, { status });
	expect((await set('VALIDATED')).json).toEqual({ updated: 1 });
	expect(await v3(id)).toMatchObject({ status: 'VALIDATED', validatedAt: '2021-08-02T11:52:08.000Z' });
	expect((await set('CREATED')).json).toEqual({ updated: 1 });
	expect(await v3(id)).toMatchObject({ status: 'CREATED', validatedAt: null });
	expect(refused(await set('COMPLETED'))).toEqual([400, 'ValidationError']);
});

test('the documented look-up of v3, key by key', async () => {
	const { id } = (await order({ lotNumber: 'WIO 123456789', lotDate: '2024-01-01T00:00:00.000Z', quantity: 1 })).json;
	const at = '2021-08-02T11:52:08.000Z';
	expect(await v3(id)).toEqual({
		id,
		lines: [
			{
				id: expect.any(String),
				orderId: id,
				name: 'product33',
				barcode: 'EAN_product33',
				sku: 'mySku_product33',
				quantities: { declared: 1, labeled: 0, stored: 0 },
				createdAt: at,
				updatedAt: at,
				lotInformation: { date: '2024-01-01T00:00:00.000Z', reference: 'WIO 123456789' },
			},
		],
		isDeleted: false,
		declaredPackingUnits: 0,
		receivedPackingUnits: 0,
		completedPackingUnits: 0,
		declaredItems: 1,
		storedItems: 0,
		createdAt: at,
		updatedAt: at,
		receiptStartedAt: null,
		validatedAt: null,
		completedAt: null,
		deletedAt: null,
		status: 'CREATED',
		ownerId: 369502585,
		insurance: null,
		isSameDayInbound: false,
	});
	expect((await cubyn(sandbox, 'GET', '/v3/storage-inbound/orders/unknown')).status).toBe(404);
});

test('received and stored: the goods are for sale, and what waited for them is validated', async () => {
	const waiting = await createCubynParcel(sandbox, { items: [{ reference: 'mySku_product33', count: 3 }] });
	await sandbox.clock.advance(5_000);
	expect(sandbox.cubyn.parcel(waiting)?.validationStatus).toBe('FAILED');
	const { id, pid } = (await order()).json;
	await declare(id, { carrierName: 'Other carrier', declaredPackingUnits: 2 });
	expect(sandbox.cubyn.stepOrder(id)).toBe(false);
	await cubyn(sandbox, 'POST', `${ORDERS}/${id}`, { status: 'VALIDATED' });
	sandbox.cubyn.stepOrder(id);
	expect(await v3(id)).toMatchObject({
		status: 'RECEIVING',
		receivedPackingUnits: 2,
		lines: [{ quantities: { declared: 4, labeled: 4, stored: 0 } }],
	});
	expect(refused(await cubyn(sandbox, 'POST', `${ORDERS}/${id}`, { status: 'CREATED' }))).toEqual([
		403,
		'ForbiddenError',
	]);
	sandbox.cubyn.stepOrder(id);
	const done = await v3(id);
	expect(done).toMatchObject({ status: 'COMPLETED', completedPackingUnits: 2, storedItems: 4 });
	// Without a date of its own, the lot has that of the reception.
	expect(done.lines[0]?.lotInformation).toEqual({ date: '2021-08-02T11:52:13.000Z', reference: `WIO ${pid}` });
	expect(sandbox.cubyn.parcel(waiting)?.validationStatus).toBe('INFO');
	const product = sandbox.cubyn.product('mySku_product33');
	expect(product).toMatchObject({
		name: 'product33',
		barcodes: [{ barcode: 'EAN_product33', quantity: 4 }],
		reserved: { FR: 3 },
	});
});

test('listed by status, read, and deleted by its owner', async () => {
	const { id } = (await order()).json;
	const list = (status: string) => cubyn<Order[]>(sandbox, 'GET', `${ORDERS}?filters[status]=${status}`);
	expect((await list('CREATED')).json).toMatchObject([{ id, status: 'CREATED' }]);
	expect((await list('VALIDATED')).json).toEqual([]);
	expect((await list('GONE')).status).toBe(400);
	expect((await cubyn<Order>(sandbox, 'GET', `${ORDERS}/${id}`)).json).toMatchObject({ id, declaredItems: 4 });
	const remove = (query: string, headers?: Record<string, string>) =>
		cubyn(sandbox, 'DELETE', `${ORDERS}/${id}${query}`, undefined, headers);
	expect((await remove('')).status).toBe(400);
	expect((await remove('?ownerId=1')).status).toBe(403);
	expect((await remove('?ownerId=369502585', { 'x-application': OTHER_ACCOUNT_KEY })).status).toBe(404);
	expect((await remove('?ownerId=369502585')).status).toBe(200);
	expect((await cubyn(sandbox, 'GET', `${ORDERS}/${id}`)).status).toBe(404);
	expect(await v3(id)).toMatchObject({ isDeleted: true, deletedAt: '2021-08-02T11:52:08.000Z' });
});

test('the warehouses', async () => {
	const { json } = await cubyn(sandbox, 'GET', '/v2/storage-inbound/warehouses');
	expect(json).toMatchObject([
		{ id: 3628042, country: 'FR' },
		{ id: 193543585, country: 'ES' },
	]);
});

test('the documented lot of a line, changed before the goods are received', async () => {
	const { id } = (await order()).json;
	const line = (await v3(id)).lines[0]?.id ?? '';
	const patch = (of: string, body: object) => cubyn(sandbox, 'PATCH', `/v1/storage-inbound/lines/${of}/lot`, body);
	const changed = await patch(line, { date: '2024-03-03T00:00:00.000Z', reference: 'WIO 100000' });
	expect(changed.json).toMatchObject({
		id: line,
		orderId: id,
		lotInformation: { date: '2024-03-03T00:00:00.000Z', reference: 'WIO 100000' },
	});
	expect((await v3(id)).lines[0]).toEqual(changed.json);
	expect(refused(await patch(line, {}))).toEqual([400, 'ValidationError']);
	expect(refused(await patch(line, { date: '2024-03-03' }))).toEqual([400, 'ValidationError']);
	expect(refused(await patch('unknown', { reference: 'X' }))).toEqual([404, 'ResourceNotFoundError']);

	const returnOrder = sandbox.cubyn.returnOrder({ items: [item] });
	expect((await patch(returnOrder.lines[0]?.id ?? '', { reference: 'X' })).json.message).toMatch(
		/related to the return$/,
	);
	await cubyn(sandbox, 'POST', `${ORDERS}/${id}`, { status: 'VALIDATED' });
	sandbox.cubyn.stepOrder(id);
	expect((await patch(line, { reference: 'X' })).json.message).toMatch(/with the status RECEIVING$/);
});
