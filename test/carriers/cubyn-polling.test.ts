import { cubyn } from '../../shared/carriers/cubyn/carrier';
import { changeLot } from '../../shared/carriers/cubyn/stock/change-lot';
import { createClaim } from '../../shared/carriers/cubyn/claims/create';
import { createInboundOrder } from '../../shared/carriers/cubyn/inbound/create';
import { setInboundStatus } from '../../shared/carriers/cubyn/inbound/change';
import { listLots } from '../../shared/carriers/cubyn/stock/list-lots';
import { polls } from '../../shared/carriers/cubyn/events/triggers';
import type { JsonObject } from '../../shared/declare/json';
import type { PollTrigger } from '../../shared/declare/trigger';
import { look, type PollState } from '../../shared/events/poll';
import { snapshot } from '../../shared/events/snapshot';
import { answer, scriptedPorts } from '../core/ports';
import { accessOf, partsOf } from '../core/samples';
import { CubynShop } from './cubyn-shop';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function named(id: string): PollTrigger {
	const trigger = polls.find((each) => each.id === id);
	if (!trigger) throw new Error(`There is no trigger ${id}`);
	return trigger;
}

/** A trigger that looks at a shop now and then. */
class Watching {
	readonly shop = new CubynShop();
	state: PollState | undefined;

	constructor(private readonly trigger: PollTrigger) {}

	async look(minutes = 1): Promise<string[]> {
		await this.shop.sandbox.clock.advance(minutes * MINUTE);
		const seen = await look({ carrier: cubyn, trigger: this.trigger, access: this.shop.access }, this.state, Infinity, this.shop.ports);
		if (!seen.ok) throw new Error(seen.failure.message);
		// As a host stores it.
		this.state = JSON.parse(JSON.stringify(seen.value.state)) as PollState;
		for (const item of seen.value.items) expect(this.trigger.output.safeParse(item).error?.issues ?? []).toEqual([]);
		return seen.value.items.map((item) => `${String(item.sku ?? item.reference ?? item.number ?? item.entityId)} ${String(item.stock ?? item.carrierStatus)}`);
	}
}

const order = (orderRef: string) => ({
	orderRef,
	firstName: 'Ada',
	lastName: 'Moreau',
	address: { line1: '3 place de la Republique', zip: '69002', city: 'Lyon', country: 'France' },
	items: [{ reference: 'product_name', count: 1 }],
});

test('new parcels are told once, the old ones never', async () => {
	const watching = new Watching(named('newParcel'));
	const { cubyn: desk } = watching.shop.sandbox;
	desk.book(order('old'));
	expect(await watching.look()).toEqual([]);
	desk.book(order('WC-1'));
	desk.book(order('WC-2'));
	expect((await watching.look()).map((told) => told.split(' ')[0])).toEqual(['WC-1', 'WC-2']);
	expect(await watching.look()).toEqual([]);
});

test('a parcel is followed to its end, in the words of either version', async () => {
	for (const words of ['v3', 'v2'] as const) {
		const watching = new Watching(named('parcelStatusChanged'));
		const { cubyn: desk } = watching.shop.sandbox;
		desk.settings.v3Statuses = words;
		await watching.look();
		const { id } = desk.book(order('WC-1'));
		const told: string[] = await watching.look();
		for (const status of ['PICKED', 'SHIPPED', 'CARRIER_IN_TRANSIT', 'CARRIER_DELIVERED'] as const) {
			desk.setStatus(id, status, { force: true });
			told.push(...(await watching.look()));
			expect(await watching.look()).toEqual([]);
		}
		expect(told).toHaveLength(5);
		expect(told.at(-1)).toBe(words === 'v3' ? 'WC-1 DELIVERED' : 'WC-1 CARRIER_DELIVERED');
		await watching.look(30);
		desk.book(order('WC-2'));
		await watching.look();
		expect(Object.keys(watching.state?.seen ?? {})).not.toContain(String(id));
	}
});

test('a cancelled parcel is told, also where its status stays as it was', async () => {
	for (const words of ['v3', 'v2'] as const) {
		const watching = new Watching(named('parcelStatusChanged'));
		const { cubyn: desk } = watching.shop.sandbox;
		desk.settings.v3Statuses = words;
		await watching.look();
		const { id } = desk.book(order('WC-1'));
		await watching.look();
		desk.cancel(id);
		expect(await watching.look()).toHaveLength(1);
		expect(await watching.look()).toEqual([]);
	}
});

/** Parcels as v3 lists them: the newest first, in pages. */
function parcelsOn(count: number, status: (nth: number) => string, now: number) {
	const rows: JsonObject[] = Array.from({ length: count }, (_, nth) => ({ id: count - nth, status: status(nth), createdAt: new Date(now - nth * 10 * MINUTE).toISOString() }));
	return scriptedPorts((request) => {
		const { query } = partsOf(request);
		const from = Number(query.offset ?? 0);
		return answer(200, rows.slice(from, from + 500), { 'x-total-count': String(rows.length) });
	}, now);
}

test('of many parcels only what is open or recent is read and kept', async () => {
	const trigger = named('parcelStatusChanged');
	const now = Date.parse('2030-05-20T09:00:00.000Z');
	// 3,000 an hour apart at ten minutes: 20 days, of which the newest 600 are under way.
	const ports = parcelsOn(3_000, (nth) => (nth < 600 ? 'IN_TRANSIT' : 'DELIVERED'), now);
	const work = { carrier: cubyn, trigger, access: accessOf(cubyn) };
	const first = await look(work, undefined, Infinity, ports);
	if (!first.ok) throw new Error(first.failure.message);
	expect(ports.sent.length).toBe(1);
	expect(Object.keys(first.value.state.seen).length).toBe(500);
	const second = await look(work, first.value.state, Infinity, ports);
	expect(second).toMatchObject({ ok: true, value: { items: [] } });
});

test('a parcel that is never ended does not keep two months in sight', async () => {
	const trigger = named('parcelStatusChanged');
	const now = Date.parse('2030-05-20T09:00:00.000Z');
	const rows = (at: number): JsonObject[] => [{ id: 2, status: 'DELIVERED', createdAt: new Date(at).toISOString() }, { id: 1, status: 'VALIDATION_FAILED', createdAt: new Date(now).toISOString() }];
	let at = now;
	const ports = scriptedPorts(() => answer(200, rows(at)), now);
	const work = { carrier: cubyn, trigger, access: accessOf(cubyn) };
	let state: PollState | undefined;
	for (const days of [0, 30, 61]) {
		at = now + days * DAY;
		ports.moveTo(at);
		const seen = await look(work, state, Infinity, ports);
		if (!seen.ok) throw new Error(seen.failure.message);
		({ state } = seen.value);
		expect('1' in state.seen).toBe(days < 60);
	}
});

test('stock that is reserved, put back, received and blocked is told; nothing else is', async () => {
	const watching = new Watching(named('stockChanged'));
	const { cubyn: desk } = watching.shop.sandbox;
	expect(await watching.look()).toEqual([]);
	expect(await watching.look()).toEqual([]);
	const { id } = desk.book(order('WC-1'));
	const reserved = await watching.look();
	expect(reserved).toEqual(['product_name 39 available, 0 damaged, 1 reserved, 0 blocked']);
	desk.cancel(id);
	expect(await watching.look()).toEqual(['product_name 40 available, 0 damaged, 0 reserved, 0 blocked']);
	desk.stock('new thing', 3);
	expect(await watching.look()).toEqual(['new thing 3 available, 0 damaged, 0 reserved, 0 blocked']);
	const [lot] = await watching.shop.all(listLots, { productId: desk.product('new thing')?.id });
	await watching.shop.run(changeLot, { id: lot?.id, blocked: true });
	expect(await watching.look()).toHaveLength(1);
	expect(await watching.look(60)).toEqual([]);
});

const products = (count: number): JsonObject[] =>
	Array.from({ length: count }, (_, at) => ({ id: `0318d74f-d0ab-4c10-975f-${String(at).padStart(12, '0')}`, reference: `SKU-${at}`, updatedAt: new Date(Date.parse('2030-05-01T00:00:00.000Z') + at * MINUTE).toISOString(), quantity: { available: at, damaged: 0, reserved: 0, blocked: 0 } }));

function shelf(rows: JsonObject[]) {
	return scriptedPorts((request) => {
		const from = Number(partsOf(request).query.offset ?? 0);
		return answer(200, rows.slice(from, from + 1_000), { 'x-total-count': String(rows.length) });
	}, Date.parse('2030-05-20T09:00:00.000Z'));
}

test('of ten thousand products little is kept, and one that is left out for once is not forgotten', async () => {
	const trigger = named('stockChanged');
	const rows = products(10_000);
	const ports = shelf(rows);
	const work = { carrier: cubyn, trigger, access: accessOf(cubyn) };
	let state: PollState | undefined;
	const told = async () => {
		const seen = await look(work, state, Infinity, ports);
		if (!seen.ok) throw new Error(seen.failure.message);
		({ state } = seen.value);
		return seen.value.items.map(({ sku }) => sku);
	};
	expect(await told()).toEqual([]);
	expect(JSON.stringify(state).length).toBeLessThan(400_000);
	rows[9_998] = { ...rows[9_998], quantity: { available: 1, damaged: 0, reserved: 0, blocked: 0 } };
	expect(await told()).toEqual(['SKU-9998']);
	const [gone = {}] = rows.splice(5_000, 1);
	expect(await told()).toEqual([]);
	rows.push(gone);
	expect(await told()).toEqual([]);
	rows[9_999] = { ...gone, quantity: { available: 7, damaged: 0, reserved: 0, blocked: 0 } };
	expect(await told()).toEqual(['SKU-5000']);
});

test('a host without a state of ours gets the products that changed last', async () => {
	const rows = products(3_000);
	rows[2_500] = { ...rows[2_500], updatedAt: '2030-05-20T08:59:00.000Z' };
	const ports = shelf(rows);
	const limits = { closed: 100, reads: 0, deadline: Infinity, onlyKeys: false };
	const seen = await snapshot({ carrier: cubyn, trigger: named('stockChanged'), access: accessOf(cubyn) }, limits, ports);
	if (!seen.ok) throw new Error(seen.failure.message);
	expect(seen.value).toHaveLength(1_000);
	expect(seen.value[0]).toMatchObject({ sku: 'SKU-2500' });
});

test('an inbound order is followed from draft to shelf', async () => {
	const watching = new Watching(named('inboundStatusChanged'));
	await watching.look();
	const items = [{ productName: 'Shirt', sku: 'SHIRT', barcode: '3760000000093', quantity: 12 }];
	const { id, number } = await watching.shop.run(createInboundOrder, { items });
	const told = await watching.look();
	await watching.shop.run(setInboundStatus, { id });
	told.push(...(await watching.look()));
	for (let step = 0; step < 2; step += 1) {
		watching.shop.sandbox.cubyn.stepOrder(String(id));
		told.push(...(await watching.look()));
	}
	expect(told).toEqual(['CREATED', 'VALIDATED', 'RECEIVING', 'COMPLETED'].map((status) => `${String(number)} ${status}`));
	await watching.look(30);
	await watching.shop.run(createInboundOrder, { items });
	await watching.look();
	expect(Object.keys(watching.state?.seen ?? {})).not.toContain(String(id));
});

test('a claim is followed until it is decided', async () => {
	const watching = new Watching(named('claimStatusChanged'));
	const { cubyn: desk } = watching.shop.sandbox;
	await watching.look();
	const parcel = desk.book(order('WC-1'));
	desk.setStatus(parcel.id, 'SHIPPED', { force: true });
	const claim = await watching.shop.run(createClaim, { type: 'PARCEL_LATE_DELIVERY', source: 'SHIPPER', entityType: 'PARCEL', entityId: String(parcel.id), resolutionTypeSelected: 'REFUND' });
	const told = await watching.look();
	desk.decideClaim(String(claim.id), 'REJECTED', 'NOT_ELIGIBLE');
	told.push(...(await watching.look()));
	expect(told).toEqual([`${parcel.id} CREATED`, `${parcel.id} REJECTED`]);
	expect(await watching.look()).toEqual([]);
});

test('a parcel that waited for stock ends among those that ended last, though younger ones ended before', async () => {
	const made = (id: number, createdAt: string, deliveredAt: string): JsonObject => ({ id, createdAt, shippedAt: deliveredAt, deliveredAt, status: 'CARRIER_DELIVERED', cancellationStatus: 'NONE', validationStatus: 'DONE' });
	const parcels = [made(13, '2030-05-19T09:00:00.000Z', '2030-05-20T09:00:00.000Z'), made(12, '2030-05-18T09:00:00.000Z', '2030-05-19T09:00:00.000Z'), made(1, '2030-04-20T09:00:00.000Z', '2030-05-20T12:00:00.000Z')];
	const ports = scriptedPorts(() => answer(200, parcels), Date.parse('2030-05-20T18:00:00Z'));
	const seen = await snapshot({ carrier: cubyn, trigger: named('parcelStatusChanged'), access: accessOf(cubyn) }, { closed: 2, reads: 25, deadline: Infinity, onlyKeys: false }, ports);
	expect(seen).toMatchObject({ ok: true, value: [{ id: '1' }, { id: '13' }] });
});
