import { cubyn } from '../../shared/carriers/cubyn/carrier';
import { updateLineLot } from '../../shared/carriers/cubyn/inbound/change';
import { createInboundOrder } from '../../shared/carriers/cubyn/inbound/create';
import { getInboundOrder } from '../../shared/carriers/cubyn/inbound/list';
import { listBarcodes } from '../../shared/carriers/cubyn/stock/barcodes';
import { changeLot, setLotStatus } from '../../shared/carriers/cubyn/stock/change-lot';
import { getLot, listLots } from '../../shared/carriers/cubyn/stock/list-lots';
import { listLotRows } from '../../shared/carriers/cubyn/stock/lots-by-warehouse';
import { getProduct, listProducts } from '../../shared/carriers/cubyn/stock/products';
import { listStock } from '../../shared/carriers/cubyn/stock/stock-rows';
import { isJsonObject } from '../../shared/json';
import { perform } from '../../shared/run/perform';
import { response, noResponse, scriptedPorts } from '../core/scripted-ports';
import { accessOf, partsOf } from '../core/samples';
import { CubynShop } from './cubyn-shop';

const skus = (items: readonly { sku?: unknown }[]) => items.map(({ sku }) => sku);

test('products by every filter of both versions', async () => {
	const shop = new CubynShop();
	expect(skus(await shop.runAll(listProducts, { reference: 'iphone-XR' }))).toEqual(['iphone-XR']);
	expect(skus(await shop.runAll(listProducts, { type: 'BUNDLE' }))).toEqual(['bundle phone 1']);
	expect(skus(await shop.runAll(listProducts, { isArchived: true }))).toEqual(['discontinued']);
	expect(
		skus(await shop.runAll(listProducts, { isArchived: false, onlyWithAvailableQuantity: true, isCase: true })),
	).toEqual(['case of 12']);
	expect(skus(await shop.runAll(listStock, { query: 'phone', types: 'STANDARD' }))).toEqual(['iphone-XR']);
	expect(
		(await shop.runAll(listStock, { query: 'iphone', warehouseGroupKeys: 'FR,ES' })).map(
			({ warehouse, available }) => `${String(warehouse)} ${String(available)}`,
		),
	).toEqual(['FR 6', 'ES 4']);
	expect(await shop.run(listStock, { query: 'iphone' })).toMatchObject({
		warehouse: 'TOTAL',
		available: 10,
		damaged: 1,
		stock: '10 available, 1 damaged, 0 reserved',
	});
});

test('one product, its barcodes, and some by their IDs', async () => {
	const shop = new CubynShop();
	const [first, second] = await shop.runAll(listProducts, {});
	expect(await shop.run(getProduct, { id: first?.id })).toMatchObject({
		id: first?.id,
		sku: first?.sku,
		available: first?.available,
	});
	expect(skus(await shop.runAll(listProducts, { productIds: `${String(first?.id)}, ${String(second?.id)}` }))).toEqual(
		skus([first ?? {}, second ?? {}]),
	);
	expect(await shop.run(listBarcodes, { productId: first?.id })).toMatchObject({
		barcodes: ['L8A2PZJ91K7J9D0062EIMFMZ'],
		quantity: 40,
	});
	expect(await shop.try(getProduct, { id: '../users' })).toMatchObject({ ok: false, failure: { code: 'not_found' } });
});

test('quantities are read under either of their names', async () => {
	const shop = new CubynShop();
	const before = await shop.runAll(listProducts, {});
	shop.sandbox.cubyn.settings.v3Quantity = 'quantities';
	const after = await shop.runAll(listProducts, {});
	expect(after.map(({ stock }) => stock)).toEqual(before.map(({ stock }) => stock));
});

test('ten thousand products come in ten calls, one after the other, and no more than requested', async () => {
	const all = Array.from({ length: 10_000 }, (_, at) => ({
		id: `p-${at}`,
		reference: `SKU-${at}`,
		quantity: { available: at },
	}));
	let open = 0;
	const ports = scriptedPorts(async (request) => {
		expect((open += 1)).toBe(1);
		const { query } = partsOf(request);
		const from = Number(query.offset ?? 0);
		await Promise.resolve();
		open -= 1;
		return response(200, all.slice(from, from + Number(query.limit ?? 1_000)), { 'x-total-count': String(all.length) });
	});
	const list = async (maxItems?: number) => {
		ports.sent.length = 0;
		const read = await perform(
			{ carrier: cubyn, action: listProducts, access: accessOf(cubyn), values: {}, maxItems },
			ports,
		);
		if (!read.ok) throw new Error(read.failure.message);
		return read.value;
	};
	const items = await list();
	expect(ports.sent).toHaveLength(10);
	expect(new Set(items.map(({ id }) => id)).size).toBe(10_000);
	// Only the items of a page are stored, without the text of the response.
	expect(Object.keys(items[0] ?? {})).not.toContain('text');
	expect((await list(20)).map(({ id }) => id)).toEqual(items.slice(0, 20).map(({ id }) => id));
	expect(ports.sent.map(partsOf).map(({ query }) => query)).toEqual([{ limit: '20' }]);
	expect(await list(1_500)).toHaveLength(1_500);
	expect(ports.sent).toHaveLength(2);
});

test('lots by product, stock and order, in both versions', async () => {
	const shop = new CubynShop();
	shop.sandbox.cubyn.addStock('iphone-XR', 5, { reference: 'WIO 9', date: '2026-10-05T00:00:00.000Z' });
	const [product] = await shop.runAll(listProducts, { reference: 'iphone-XR' });
	const productId = product?.id;
	expect(
		(await shop.runAll(listLots, { productId, sort: 'desc' })).map(
			({ reference, available }) => `${String(reference)} ${String(available)}`,
		),
	).toEqual(['WIO 9 5', 'WIO 123 10']);
	expect(await shop.run(listLots, { productId, date: '2026-10-05T02:00:00+02:00' })).toMatchObject({
		reference: 'WIO 9',
		total: 5,
	});
	expect(
		(await shop.runAll(listLotRows, { productId, aggregated: true, sort: 'asc' })).map(({ reference }) => reference),
	).toEqual(['WIO 123', 'WIO 9']);
	expect(await shop.runAll(listLotRows, { productId, query: 'WIO 123' })).toHaveLength(2);
	const lots = await shop.runAll(listLots, { productId });
	expect(await shop.runAll(listLots, { lotIds: lots.map(({ id }) => String(id)).join(',') })).toHaveLength(2);
});

async function withLot() {
	const shop = new CubynShop();
	const product = shop.sandbox.cubyn.addStock('MILK', 20, { reference: 'WIO 7', date: '2026-12-01T00:00:00.000Z' });
	const [lot] = await shop.runAll(listLots, { productId: product.id });
	return { shop, productId: product.id, id: String(lot?.id) };
}

test('a lot that gets another reference is returned under its new ID', async () => {
	const { shop, id, productId } = await withLot();
	const changed = await shop.run(changeLot, { id, reference: 'WIO 8' });
	expect(changed).toMatchObject({
		id: `8_2026-12-01T00:00:00.000Z_${productId}`,
		previousId: id,
		merged: false,
		available: 20,
	});
	expect(changed.warnings).toEqual([
		`The lot's ID changed from ${id} to ${String(changed.id)}: use the new one from now on.`,
	]);
	expect(await shop.try(getLot, { id })).toMatchObject({ ok: false, failure: { code: 'not_found' } });
});

test('a lot that is merged into another one is reported, with the blocking that applies', async () => {
	const { shop, id, productId } = await withLot();
	shop.sandbox.cubyn.addStock('MILK', 5, { reference: 'WIO 7', date: '2027-01-01T00:00:00.000Z', damaged: 1 });
	const other = `7_2027-01-01T00:00:00.000Z_${productId}`;
	await shop.run(setLotStatus, { id: other, blocked: true });
	const merged = await shop.run(changeLot, { id, date: '2027-01-01T01:00:00+01:00' });
	expect(merged).toMatchObject({
		id: other,
		previousId: id,
		merged: true,
		isBlocked: true,
		available: 25,
		damaged: 1,
		total: 26,
	});
	expect(merged.warnings).toEqual([expect.stringContaining(`${id} became part of the lot ${other}`)]);
	expect(await shop.runAll(listLots, { productId })).toHaveLength(1);
});

test.each([
	['a day', '2026-10-05'],
	['what a calendar gives', '2026-10-05T00:00:00'],
])('the date of a lot is a day of UTC, as in its ID: %s', async (_name, date) => {
	const { shop, id, productId } = await withLot();
	const changed = await shop.run(changeLot, { id, date });
	expect(changed.id).toBe(`7_2026-10-05T00:00:00.000Z_${productId}`);
	expect(await shop.run(listLots, { productId, date })).toMatchObject({ id: changed.id });
	const items = [{ productName: 'Milk', sku: 'MILK', barcode: '3760000000017', quantity: 3, lotDate: date }];
	const order = await shop.run(createInboundOrder, { items });
	expect(order.outcome).toBe('created');
	const fullOrder = await shop.run(getInboundOrder, { id: order.id });
	expect(fullOrder).toMatchObject({ lines: [{ lotDate: '2026-10-05T00:00:00.000Z' }] });
	const [line] = Array.isArray(fullOrder.lines) ? fullOrder.lines : [];
	expect(
		await shop.run(updateLineLot, { lineId: isJsonObject(line) ? line.id : '', date: '2026-10-06' }),
	).toMatchObject({ lotDate: '2026-10-06T00:00:00.000Z' });
});

test('a lot whose change was answered by nobody is found under its new ID', async () => {
	let faultsLeft = 1;
	const shop = new CubynShop(undefined, undefined, (request, send) => {
		if (request.method !== 'PATCH' || faultsLeft === 0) return undefined;
		faultsLeft -= 1;
		return send().then(() => noResponse('maybe'));
	});
	const product = shop.sandbox.cubyn.addStock('MILK', 20, { reference: 'WIO 7', date: '2026-12-01T00:00:00.000Z' });
	const [lot] = await shop.runAll(listLots, { productId: product.id });
	expect(await shop.run(changeLot, { id: lot?.id, reference: 'WIO 8' })).toMatchObject({
		reference: 'WIO 8',
		outcome: 'already_done',
	});
	expect(await shop.runAll(listLots, { productId: product.id })).toHaveLength(1);
});

test('a lot is blocked and released even if the response shows the old status', async () => {
	const { shop, id } = await withLot();
	expect(await shop.run(setLotStatus, { id, blocked: true })).toMatchObject({ id, isBlocked: true, previousId: null });
	shop.sandbox.cubyn.settings.staleLotStatus = true;
	expect(await shop.run(setLotStatus, { id, blocked: false })).toMatchObject({ id, isBlocked: false, available: 20 });
});
