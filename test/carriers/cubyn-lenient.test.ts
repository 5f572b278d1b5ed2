import { getAccount } from '../../shared/carriers/cubyn/account/actions';
import { listClaims } from '../../shared/carriers/cubyn/claims/get';
import { cancelParcel } from '../../shared/carriers/cubyn/parcels/cancel';
import { createParcel } from '../../shared/carriers/cubyn/parcels/create';
import { deleteParcel } from '../../shared/carriers/cubyn/parcels/delete';
import { parcelV3 } from '../../shared/carriers/cubyn/parcels/documented';
import { listParcels } from '../../shared/carriers/cubyn/parcels/list';
import { getParcel } from '../../shared/carriers/cubyn/parcels/read';
import { setLotStatus } from '../../shared/carriers/cubyn/stock/change-lot';
import { listStock } from '../../shared/carriers/cubyn/stock/stock-rows';
import type { Json, JsonObject } from '../../shared/json';
import type { SendResult } from '../../shared/run/ports';
import { response } from '../core/scripted-ports';
import { CubynShop } from './cubyn-shop';

/** A Cubyn that answers everything alike. */
const answering = (result: SendResult): CubynShop => new CubynShop(undefined, undefined, async () => result);

const page = (status: number): SendResult => ({
	response: {
		status,
		headers: { 'content-type': 'text/html' },
		text: '<html><head><title>nginx</title></head><body>not here</body></html>',
	},
});

test.each([
	['a list of rows that are odd', { value: { euros: 3 }, deliverySigned: 'perhaps', phone: ['06'] }],
	['an address that is a text', { address: '12 rue des Petits Champs' }],
	['contents that are a count', { ordered: 4 }],
])('%s costs a warning, and the carrier’s own object stays', async (_title, odd: JsonObject) => {
	const body: JsonObject = { ...parcelV3, ...odd };
	const item = await answering(response(200, body)).run(getParcel, { id: 370449951 });
	expect(item).toMatchObject({ id: '370449951', reference: '38991824', status: 'delivered', carrierData: body });
	expect(item.warnings).toEqual([expect.stringContaining(Object.keys(odd)[0] ?? '')]);
});

test.each([
	['a number as text', { id: '370449951', value: '330.75', orderRef: 38991824, isAdvalorem: 0 }],
	['a flag as a digit', { cancelled: 0 }],
	['a name as a number', { lastName: 75 }],
])('%s means the same, without a warning', async (_title, odd: JsonObject) => {
	const item = await answering(response(200, { ...parcelV3, ...odd })).run(getParcel, { id: 370449951 });
	expect(item).toMatchObject({ id: '370449951', reference: '38991824', status: 'delivered' });
	expect(item.warnings).toBeUndefined();
});

test('a created parcel with an odd answer is a booking, sent once', async () => {
	const shop = new CubynShop(undefined, undefined, async ({ method }) =>
		method === 'GET' ? response(200, []) : response(200, { id: 673847167, status: 4, address: [], createdAt: 7 }),
	);
	const item = await shop.run(createParcel, {
		orderRef: 'WC-1',
		lastName: 'Martin',
		address: { line1: '3 place Bellecour', zip: '69002', city: 'Lyon', country: 'FR' },
		items: [{ reference: 'product_1', count: 1 }],
	});
	expect(item).toMatchObject({ id: '673847167', reference: 'WC-1', outcome: 'created' });
	expect(shop.ports.sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

test('one odd row does not spoil a list, and odd rows alone prove nothing', async () => {
	const rows = [{ ...parcelV3, id: null }, parcelV3];
	const [item, ...others] = await answering(response(200, rows)).runAll(listParcels, {});
	expect(item).toMatchObject({ id: '370449951', warnings: ['Cubyn listed 1 more row that could not be read.'] });
	expect(others).toEqual([]);
	const odd = await answering(response(200, [{ ...parcelV3, id: null }])).try(listParcels, {});
	expect(odd).toMatchObject({ ok: false, failure: { code: 'unreadable_answer' } });
});

test('whether a reference is booked is read from rows that can all be read', async () => {
	const rows = [{ ...parcelV3, id: null }, parcelV3];
	const read = await answering(response(200, rows)).try(listParcels, { orderRef: '38991824' });
	expect(read).toMatchObject({ ok: false, failure: { code: 'unreadable_answer' } });
});

test('counts as texts, and a row without its product', async () => {
	const row = { productId: 'p-1', reference: 'SKU', availableQuantity: '3', damagedQuantity: { broken: 1 } };
	const [item] = await answering(response(200, { products: [row, { reference: 'x' }] })).runAll(listStock, {});
	expect(item).toMatchObject({ productId: 'p-1', available: 3, damaged: null });
	expect(item?.warnings).toHaveLength(2);
});

const statuses = [400, 401, 403, 404, 409, 410, 502];

test.each(statuses)("a gateway's page with %i proves nothing", async (status) => {
	for (const [action, values] of [
		[cancelParcel, { id: 1 }],
		[deleteParcel, { id: 1 }],
		[listParcels, { orderRef: 'WC-1' }],
		[getParcel, { id: 1 }],
		[listClaims, {}],
	] as const) {
		const result = await answering(page(status)).try(action, values);
		// Nobody knows whether a change took effect; a read has just not been answered.
		const codes = action.effect === 'read' ? ['unreadable_answer', 'unavailable'] : ['outcome_unknown'];
		expect(codes).toContain(result.ok ? result.value : result.failure.code);
	}
});

test.each(['OK', '[]', '{"status":"ok"}', '{"error":true,"message":"maintenance"}', '"deleted"'])(
	"a success that may be a gateway's deletes nothing: %s",
	async (text) => {
		const result = await answering({ response: { status: 200, headers: {}, text } }).try(deleteParcel, { id: 1 });
		expect(result).toMatchObject({ ok: false, failure: { code: 'outcome_unknown' } });
	},
);

test.each(['', '{}', 'null', '1', '{"id":"1"}', '{"deleted":1}'])(
	'the answer %s to a delete is taken',
	async (text) => {
		const item = await answering({ response: { status: 200, headers: {}, text } }).run(deleteParcel, { id: 1 });
		expect(item).toMatchObject({ id: '1', deleted: true });
	},
);

test('a cancellation that is not shown, or that cannot be read, is not called taken', async () => {
	const gateway = { response: { status: 403, headers: {}, text: '{"type":"GatewayError","message":"Forbidden"}' } };
	const cancelled = async (read: SendResult) =>
		await new CubynShop(undefined, undefined, async ({ method }) => (method === 'PUT' ? response(200, {}) : read)).try(
			cancelParcel,
			{ id: 297706966 },
		);
	expect(await cancelled(gateway)).toMatchObject({ ok: false, failure: { code: 'outcome_unknown' } });
	const parcel = { id: 297706966, status: 'CREATED', cancellationStatus: 'NONE' };
	expect(await cancelled(response(200, parcel))).toMatchObject({
		ok: true,
		value: [{ status: 'created', warnings: [expect.stringContaining('does not show the cancellation yet')] }],
	});
});

test('a list is never missing: even a 404 in its own form proves nothing', async () => {
	const notFound = response(404, { type: 'ResourceNotFoundError', message: 'Not found' });
	expect(await answering(notFound).try(listParcels, {})).toMatchObject({
		ok: false,
		failure: { code: 'unreadable_answer' },
	});
	expect(await answering(notFound).try(getParcel, { id: 1 })).toMatchObject({
		ok: false,
		failure: { code: 'not_found' },
	});
});

test('a key that Cubyn does not know is recognised', async () => {
	const root: Json = { version: '0.0.3', name: 'cubyn.api', description: 'Please visit developers.cubyn.com' };
	expect(await answering(response(200, root)).try(getAccount, {})).toMatchObject({
		ok: false,
		failure: { code: 'not_authorised', message: 'Cubyn does not know the Application Key of the connection' },
	});
});

test.each([
	['without a total', {}],
	['with a total', { 'x-total-count': '3' }],
])('a page of claims that looks short is not the last one, %s', async (_title, headers) => {
	const claims = ['a', 'b', 'c'].map((id) => ({ id, type: 'PARCEL_LATE_DELIVERY', status: 'CREATED' }));
	const shop = new CubynShop(undefined, undefined, async ({ url }) => {
		const offset = Number(new URL(url).searchParams.get('offset') ?? 0);
		return response(200, claims.slice(offset, offset + 2), headers);
	});
	expect((await shop.runAll(listClaims, {})).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
	// A Cubyn that knows no pages gives its whole list each time.
	const all = await answering(response(200, claims)).runAll(listClaims, {});
	expect(all.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test.each([
	['is released', false, undefined],
	['is still blocked', true, [expect.stringContaining('still shows the lot as blocked')]],
])('a lot that %s when it is read again', async (_title, isBlocked, warnings) => {
	const lot = { id: 'a_2024-01-01T00:00:00.000Z_b', productId: 'b', reference: 'WIO a', date: '2024-01-01T00:00:00Z' };
	const quantity = { available: 1, damaged: 0 };
	// CU50: the answer to the change shows what was before.
	const shop = new CubynShop(undefined, undefined, async ({ method }) =>
		response(200, method === 'PATCH' ? { ...lot, isBlocked: true } : { ...lot, quantity, isBlocked }),
	);
	const item = await shop.run(setLotStatus, { id: lot.id, blocked: false });
	expect(item).toMatchObject({ isBlocked });
	expect(item.warnings).toEqual(warnings);
});
