import { createSandbox, type Sandbox } from '../../sandbox/carriers';
import { cubyn, OTHER_ACCOUNT_KEY, createCubynParcel } from './cubyn-client';

interface Lot {
	id: string;
	isBlocked: boolean;
	reference: string;
	quantity?: { available: number; damaged: number; total: number };
}

const DATE_1 = '2024-01-01T00:00:00.000Z';
const DATE_2 = '2024-03-01T00:00:00.000Z';
let sandbox: Sandbox;
let productId: string;
let first: string;
let second: string;

beforeEach(() => {
	sandbox = createSandbox();
	productId = sandbox.cubyn.addStock('REF', 20, { reference: 'REF_1', date: DATE_1 }).id;
	sandbox.cubyn.addStock('REF', 5, { reference: 'REF_1', date: DATE_2, damaged: 1 });
	first = `REF_1_${DATE_1}_${productId}`;
	second = `REF_1_${DATE_2}_${productId}`;
});

const path = (id: string) => `/v3/inventory/lots/${encodeURIComponent(id)}`;
const patch = (id: string, body: object, more = '') => cubyn<Lot>(sandbox, 'PATCH', `${path(id)}${more}`, body);
const list = async (query = `?filters[productId]=${productId}`) =>
	cubyn<Lot[]>(sandbox, 'GET', `/v3/inventory/lots${query}`);

test('the documented list, with its total in the header', async () => {
	const { json, total } = await list(`/?filters[productId]=${productId}&limit=20&sort[lotDate]=asc`);
	expect(total).toBe('2');
	expect(json).toEqual([
		{
			id: first,
			productId,
			date: DATE_1,
			reference: 'REF_1',
			isBlocked: false,
			quantity: { available: 20, damaged: 0, total: 20 },
		},
		{
			id: second,
			productId,
			date: DATE_2,
			reference: 'REF_1',
			isBlocked: false,
			quantity: { available: 5, damaged: 1, total: 6 },
		},
	]);
});

test('filters, sorting and pages', async () => {
	const ids = async (query: string) => (await list(query)).json.map(({ id }) => id);
	expect(await ids(`?filters[lotIds][]=${encodeURIComponent(first)}`)).toEqual([first]);
	expect(await ids(`?filters[date]=${DATE_2}`)).toEqual([second]);
	expect(await ids('?reference=REF_1&sort[date]=desc')).toEqual([second, first]);
	expect(await ids('?filters[reference]=REF_1&limit=1&offset=1&sort[date]=asc')).toEqual([second]);
	sandbox.cubyn.addStock('REF', 0, { reference: 'empty', damaged: 2 });
	expect(await ids(`?productId=${productId}`)).toHaveLength(3);
	expect(await ids(`?productId=${productId}&withQuantity=true`)).toHaveLength(2);
	expect((await list(`?filters[date]=soon`)).status).toBe(400);
	for (let count = 0; count < 1200; count += 1)
		sandbox.cubyn.addStock(`many ${count % 60}`, 1, { reference: `WIO ${count}` });
	const page = await list('');
	expect([page.json.length, page.total]).toEqual([500, '1208']);
	expect((await list('?limit=2000')).json).toHaveLength(1000);
});

test('a lot alone counts otherwise: no total, and a blocked of 0', async () => {
	const { json } = await cubyn<object>(sandbox, 'GET', path(first));
	expect(json).toEqual({
		id: first,
		productId,
		date: DATE_1,
		reference: 'REF_1',
		isBlocked: false,
		quantity: { available: 20, damaged: 0, blocked: 0 },
	});
	expect((await cubyn(sandbox, 'GET', path(`${first}0`))).status).toBe(404);
	expect((await cubyn(sandbox, 'GET', path(first), undefined, { 'x-application': OTHER_ACCOUNT_KEY })).status).toBe(
		404,
	);
});

test('the documented change gives a new id, without the leading WIO, and no quantities', async () => {
	const { json } = await patch(first, { date: DATE_2, reference: 'WIO 100000', blocked: false });
	expect(json).toEqual({
		id: `100000_${DATE_2}_${productId}`,
		productId,
		date: DATE_2,
		reference: 'WIO 100000',
		isBlocked: false,
	});
	expect((await cubyn(sandbox, 'GET', path(first))).status).toBe(404);
	expect((await cubyn(sandbox, 'GET', path(json.id))).status).toBe(200);
});

test('the documented merge: quantities add up, the lot that was there decides whether it is blocked', async () => {
	await patch(second, { blocked: true }, '/status');
	const { json } = await patch(first, { date: DATE_2 });
	expect(json).toMatchObject({ id: second, isBlocked: true });
	const remaining = (await list()).json;
	expect(remaining).toMatchObject([
		{ id: second, isBlocked: true, quantity: { available: 25, damaged: 1, total: 26 } },
	]);
	const product = await cubyn<{ quantity: object }>(sandbox, 'GET', `/v3/inventory/products/${productId}`);
	expect(product.json.quantity).toEqual({ available: 0, damaged: 1, blocked: 25, reserved: 0, total: 26 });
});

test('what a parcel held of a merged lot goes back into the new one', async () => {
	const id = await createCubynParcel(sandbox, { items: [{ reference: 'REF', count: 4 }] });
	await sandbox.clock.advance(5_000);
	await patch(first, { date: DATE_2 });
	sandbox.cubyn.cancel(id);
	expect((await list()).json).toMatchObject([{ id: second, quantity: { available: 25, damaged: 1, total: 26 } }]);
});

test('blocked lots are not sold; the id stays', async () => {
	const { json } = await patch(first, { blocked: true }, '/status');
	expect(json).toEqual({ id: first, productId, date: DATE_1, reference: 'REF_1', isBlocked: true });
	const id = await createCubynParcel(sandbox, { items: [{ reference: 'REF', count: 6 }] });
	await sandbox.clock.advance(5_000);
	expect(sandbox.cubyn.parcel(id)?.validationStatus).toBe('FAILED');
	sandbox.cubyn.settings.staleLotStatus = true;
	expect((await patch(first, { isBlocked: false }, '/status')).json.isBlocked).toBe(true);
	expect((await list()).json.some(({ isBlocked }) => isBlocked)).toBe(false);
});

test.each([
	['nothing', {}, '', 'ValidationError'],
	['nothing of the status', {}, '/status', 'ValidationError'],
	['a date of the status', { date: DATE_2 }, '/status', 'BadRequestError'],
	['a day alone', { date: '2024-03-01' }, '', 'ValidationError'],
	['a quantity', { quantity: 3 }, '', 'BadRequestError'],
])('a change of %s is refused', async (_, body, more, type) => {
	const refused = await cubyn(sandbox, 'PATCH', `${path(first)}${more}`, body);
	expect([refused.status, refused.json.type]).toEqual([400, type]);
});
