import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { cubyn, createCubynParcel } from './cubyn-client';

let sandbox: Sandbox;

beforeEach(() => {
	sandbox = createSandbox();
});

interface Row {
	reference: string;
	warehouseGroupKey: string;
	availableQuantity: number;
}

const products = async (query = '') =>
	(await cubyn<{ products: Row[] }>(sandbox, 'GET', `/v2/inventory/products/${query}`)).json.products;
const references = async (query: string) => (await products(query)).map(({ reference }) => reference);
const idOf = (sku: string) => sandbox.cubyn.product(sku)?.id ?? '';

test('the documented product of v2, key by key', async () => {
	expect(await products(`?productId=${idOf('product_0')}`)).toEqual([
		{
			name: 'Product 0',
			reference: 'product_0',
			merchantId: 369502585,
			type: 'STANDARD',
			isUnknown: false,
			isUnscannable: false,
			isCase: false,
			isCasePacked: false,
			scubId: expect.any(String),
			productId: idOf('product_0'),
			warehouseGroupKey: 'TOTAL',
			availableQuantity: 0,
			damagedQuantity: 0,
			reservedQuantity: 0,
		},
	]);
});

test('with several warehouses, one row for each', async () => {
	const rows = await products(`?warehouseGroupKeys[]=FR&warehouseGroupKeys[]=ES&productId=${idOf('iphone-XR')}`);
	expect(rows.map(({ warehouseGroupKey, availableQuantity }) => [warehouseGroupKey, availableQuantity])).toEqual([
		['FR', 6],
		['ES', 4],
	]);
});

test('the documented filters', async () => {
	expect(await references('?query=iphone')).toEqual(['iphone-XR']);
	expect(await references('?types[]=BUNDLE&types[]=VIRTUAL')).toEqual(['bundle phone 1', 'gift card']);
	expect(await references('?isCase=true')).toEqual(['case of 12']);
	expect(await references('?isCasePacked=true')).toEqual([]);
	expect(await references('?isUnknown=true')).toEqual([]);
	expect(await references('?isUnscannable=true')).toEqual([]);
	expect(await references('?isCase=false&isUnscannable=false')).toHaveLength(7);
});

test('2,200 products by pages of at most 1,000', async () => {
	for (let count = 8; count < 2200; count += 1) sandbox.cubyn.addStock(`sku ${count}`, 0);
	expect(await products()).toHaveLength(1000);
	expect(await products('?limit=5000')).toHaveLength(1000);
	expect(await products('?limit=1000&offset=2000')).toHaveLength(200);
	const v3 = await cubyn(sandbox, 'GET', '/v3/inventory/products?limit=20&offset=2190');
	expect(v3.json).toHaveLength(10);
	expect(v3.total).toBe('2200');
	expect((await cubyn(sandbox, 'GET', '/v2/product-catalog/products?offset=2000')).json).toHaveLength(200);
	expect((await cubyn(sandbox, 'GET', '/v2/product-catalog/products?limit=10')).status).toBe(400);
});

test('barcodes of a product', async () => {
	const { json } = await cubyn(sandbox, 'GET', `/v2/inventory/product-sku/${idOf('product_name')}`);
	expect(json).toEqual([{ skuIds: [], barcodeSet: ['L8A2PZJ91K7J9D0062EIMFMZ'], quantity: 40 }]);
	expect((await cubyn(sandbox, 'GET', '/v2/inventory/product-sku/unknown')).status).toBe(404);
});

test('the documented lot of v2, aggregated and not', async () => {
	const productId = idOf('iphone-XR');
	const query = `?productId=${productId}&withQuantity=true&limit=20&offset=0&sort[lotDate]=asc`;
	const lots = async (more: string) =>
		(await cubyn<{ lots: object[] }>(sandbox, 'GET', `/v2/inventory/lots${query}${more}`)).json.lots;
	const lot = {
		merchantId: 369502585,
		productId,
		lotId: `WIO_123_2026-09-01_${productId}`,
		lotDate: '2026-09-01T00:00:00.000Z',
		lotNumber: 'WIO 123',
		status: null,
	};
	expect(await lots('&aggregatedBy=lotNumberLotDateProductId')).toEqual([
		{ ...lot, availableQuantity: 10, damagedQuantity: 1, aggregatedBy: 'lotNumberLotDateProductId' },
	]);
	expect(await lots('')).toEqual([
		{ ...lot, availableQuantity: 6, damagedQuantity: 1 },
		{ ...lot, availableQuantity: 4, damagedQuantity: 0 },
	]);
	sandbox.cubyn.addStock('iphone-XR', 0, { reference: 'WIO 77', date: '2026-01-01T00:00:00.000Z' });
	expect(await lots('&query=WIO 77')).toEqual([]);
	const empty = await cubyn<{ lots: object[] }>(sandbox, 'GET', '/v2/inventory/lots?query=wio 77');
	expect(empty.json.lots).toMatchObject([{ lotNumber: 'WIO 77' }]);
});

test('the documented product of the legacy catalogue, key by key', async () => {
	const { json } = await cubyn<object[]>(sandbox, 'GET', '/v2/product-catalog/products?filters[isBundle]=1');
	expect(json).toEqual([
		{
			id: idOf('bundle phone 1'),
			ownerId: 369502585,
			sku: 'bundle phone 1',
			sanitizedSku: 'BUNDLE PHONE 1',
			name: 'Bundle test phone',
			isVirtual: false,
			isBundle: true,
			isUnknown: false,
			createdAt: '2026-09-01T00:00:00.000Z',
			updatedAt: '2026-09-01T00:00:00.000Z',
			scubsIds: [expect.any(String)],
			stock: {
				hadStockInbounded: true,
				quantityAvailable: 4,
				quantityOutbounded: 0,
				quantityInbounding: 0,
				quantityOutbounding: 0,
				quantityDamaged: 0,
			},
			requiresItemIdentifiers: null,
			externalReferences: [{ value: 'BUNDLE PHONE 1', rawValue: 'bundle phone 1' }],
		},
	]);
	const one = await cubyn(sandbox, 'GET', `/v2/product-catalog/products/${idOf('bundle phone 1')}`);
	expect(one.json).toEqual(json[0]);
	expect((await cubyn(sandbox, 'GET', '/v2/product-catalog/products?filters[sku]=iphone-XR')).json).toMatchObject([
		{ sku: 'iphone-XR' },
	]);
});

test('a product is renamed in the catalogue', async () => {
	const path = `/v2/product-catalog/products/${idOf('product_0')}`;
	expect((await cubyn(sandbox, 'PUT', path, { sku: 'newSku', name: 'newName' })).json).toMatchObject({
		sku: 'newSku',
		name: 'newName',
	});
	expect(idOf('product_0')).toBe('');
	expect(path).toContain(idOf('newSku'));
	expect((await cubyn(sandbox, 'PUT', path, { sku: 'iphone-XR' })).json.errors).toEqual([
		{ field: 'sku', message: 'Validation isUnique failed' },
	]);
	expect((await cubyn(sandbox, 'PUT', path, {})).json.type).toBe('ValidationError');
});

test('the documented product of v3, with its lots', async () => {
	const { json, total } = await cubyn<object[]>(sandbox, 'GET', '/v3/inventory/products?filters[reference]=iphone-XR');
	expect(total).toBe('1');
	const id = idOf('iphone-XR');
	expect(json).toEqual([
		{
			id,
			reference: 'iphone-XR',
			name: 'iPhone XR',
			type: 'STANDARD',
			ownerId: 369502585,
			archived: false,
			updatedAt: '2026-09-01T00:00:00.000Z',
			quantity: { available: 10, damaged: 1, blocked: 0, reserved: 0, total: 11 },
			lots: [
				{
					id: `123_2026-09-01T00:00:00.000Z_${id}`,
					date: '2026-09-01T00:00:00.000Z',
					reference: 'WIO 123',
					isBlocked: false,
					quantity: { available: 10, damaged: 1, total: 11 },
				},
			],
		},
	]);
	expect((await cubyn(sandbox, 'GET', `/v3/inventory/products/${id}`)).json).toEqual(json[0]);
	expect((await cubyn(sandbox, 'GET', '/v3/inventory/products/370449951')).status).toBe(404);
	sandbox.cubyn.settings.v3Quantity = 'quantities';
	expect((await cubyn(sandbox, 'GET', `/v3/inventory/products/${id}`)).json).toHaveProperty('quantities.total', 11);
});

test('the filters of v3', async () => {
	const found = async (query: string) =>
		(await cubyn<{ reference: string }[]>(sandbox, 'GET', `/v3/inventory/products?${query}`)).json.map(
			({ reference }) => reference,
		);
	expect(await found('filters[isArchived]=true')).toEqual(['discontinued']);
	expect(await found('type=VIRTUAL')).toEqual(['gift card']);
	expect(await found('isCase=true')).toEqual(['case of 12']);
	expect(await found('onlyWithAvailableQuantity=true')).toHaveLength(5);
	expect(await found(`filters[productIds][]=${idOf('product_0')}&filters[productIds][]=${idOf('gift card')}`)).toEqual([
		'product_0',
		'gift card',
	]);
	expect(await found('isUnknown=true')).toEqual([]);
	expect(await found('isCasePacked=true')).toEqual([]);
});

test('a parcel reserves, ships, and what is virtual costs no stock', async () => {
	const quantity = async () =>
		(await cubyn<{ quantity: object }>(sandbox, 'GET', `/v3/inventory/products/${idOf('iphone-XR')}`)).json.quantity;
	const id = await createCubynParcel(sandbox, {
		items: [
			{ reference: 'iphone-XR', count: 8 },
			{ reference: 'gift card', count: 1 },
		],
	});
	await sandbox.clock.advance(5_000);
	expect(await quantity()).toEqual({ available: 2, damaged: 1, blocked: 0, reserved: 8, total: 11 });
	sandbox.cubyn.step(id);
	sandbox.cubyn.step(id);
	expect(await quantity()).toEqual({ available: 2, damaged: 1, blocked: 0, reserved: 0, total: 3 });
	expect(sandbox.cubyn.product('iphone-XR')?.outbounded).toBe(8);
});

test('the same product twice in a parcel is not counted twice', async () => {
	const twice = { reference: 'case of 12', count: 2 };
	const id = await createCubynParcel(sandbox, { items: [twice, twice] });
	await sandbox.clock.advance(5_000);
	expect(sandbox.cubyn.parcel(id)?.validationStatus).toBe('FAILED');
	expect(sandbox.cubyn.product('case of 12')?.reserved.FR).toBe(0);
});
