import { cubyn } from '../../shared/carriers/cubyn/carrier';
import { changeLot } from '../../shared/carriers/cubyn/stock/change-lot';
import { createClaim } from '../../shared/carriers/cubyn/claims/create';
import { createInboundOrder } from '../../shared/carriers/cubyn/inbound/create';
import { setInboundStatus } from '../../shared/carriers/cubyn/inbound/change';
import { listLots } from '../../shared/carriers/cubyn/stock/list-lots';
import { polls } from '../../shared/carriers/cubyn/events/triggers';
import type { JsonObject } from '../../shared/json';
import type { PollTrigger } from '../../shared/declare/trigger';
import { poll } from '../../shared/events/poll';
import type { PollState } from '../../shared/events/poll-state';
import { pollStateless } from '../../shared/events/poll-stateless';
import { response, scriptedPorts } from '../core/scripted-ports';
import { accessOf, partsOf } from '../core/samples';
import { CubynShop } from './cubyn-shop';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function triggerById(id: string): PollTrigger {
	const trigger = polls.find((each) => each.id === id);
	if (!trigger) throw new Error(`There is no trigger ${id}`);
	return trigger;
}

/** A trigger that polls a shop now and then. */
class PollingHarness {
	readonly shop = new CubynShop();
	state: PollState | undefined;

	constructor(private readonly trigger: PollTrigger) {}

	async poll(minutes = 1): Promise<string[]> {
		await this.shop.sandbox.clock.advance(minutes * MINUTE);
		const seen = await poll(
			{ carrier: cubyn, trigger: this.trigger, access: this.shop.access },
			this.state,
			Infinity,
			this.shop.ports,
		);
		if (!seen.ok) throw new Error(seen.failure.message);
		// As a host stores it.
		this.state = JSON.parse(JSON.stringify(seen.value.state)) as PollState;
		for (const item of seen.value.items) expect(this.trigger.output.safeParse(item).error?.issues ?? []).toEqual([]);
		return seen.value.items.map(
			(item) =>
				`${String(item.sku ?? item.reference ?? item.number ?? item.entityId)} ${String(item.stock ?? item.carrierStatus)}`,
		);
	}
}

const order = (orderRef: string) => ({
	orderRef,
	firstName: 'Ada',
	lastName: 'Moreau',
	address: { line1: '3 place de la Republique', zip: '69002', city: 'Lyon', country: 'France' },
	items: [{ reference: 'product_name', count: 1 }],
});

test('new parcels are emitted once, the old ones never', async () => {
	const harness = new PollingHarness(triggerById('newParcel'));
	const { cubyn: backoffice } = harness.shop.sandbox;
	backoffice.book(order('old'));
	expect(await harness.poll()).toEqual([]);
	backoffice.book(order('WC-1'));
	backoffice.book(order('WC-2'));
	expect((await harness.poll()).map((emitted) => emitted.split(' ')[0])).toEqual(['WC-1', 'WC-2']);
	expect(await harness.poll()).toEqual([]);
});

test('a parcel is followed to its end, in the words of either version', async () => {
	for (const version of ['v3', 'v2'] as const) {
		const harness = new PollingHarness(triggerById('parcelStatusChanged'));
		const { cubyn: backoffice } = harness.shop.sandbox;
		backoffice.settings.v3Statuses = version;
		await harness.poll();
		const { id } = backoffice.book(order('WC-1'));
		const emitted: string[] = await harness.poll();
		for (const status of ['PICKED', 'SHIPPED', 'CARRIER_IN_TRANSIT', 'CARRIER_DELIVERED'] as const) {
			backoffice.setStatus(id, status, { force: true });
			emitted.push(...(await harness.poll()));
			expect(await harness.poll()).toEqual([]);
		}
		expect(emitted).toHaveLength(5);
		expect(emitted.at(-1)).toBe(version === 'v3' ? 'WC-1 DELIVERED' : 'WC-1 CARRIER_DELIVERED');
		await harness.poll(30);
		backoffice.book(order('WC-2'));
		await harness.poll();
		expect(Object.keys(harness.state?.seen ?? {})).not.toContain(String(id));
	}
});

test('a cancelled parcel is emitted, also where its status does not change', async () => {
	for (const version of ['v3', 'v2'] as const) {
		const harness = new PollingHarness(triggerById('parcelStatusChanged'));
		const { cubyn: backoffice } = harness.shop.sandbox;
		backoffice.settings.v3Statuses = version;
		await harness.poll();
		const { id } = backoffice.book(order('WC-1'));
		await harness.poll();
		backoffice.cancel(id);
		expect(await harness.poll()).toHaveLength(1);
		expect(await harness.poll()).toEqual([]);
	}
});

/** Parcels as v3 lists them: the newest first, in pages. */
function parcelPorts(count: number, status: (nth: number) => string, now: number) {
	const rows: JsonObject[] = Array.from({ length: count }, (_, nth) => ({
		id: count - nth,
		status: status(nth),
		createdAt: new Date(now - nth * 10 * MINUTE).toISOString(),
	}));
	return scriptedPorts((request) => {
		const { query } = partsOf(request);
		const from = Number(query.offset ?? 0);
		return response(200, rows.slice(from, from + 500), { 'x-total-count': String(rows.length) });
	}, now);
}

test('of many parcels only the open or recent ones are read and stored', async () => {
	const trigger = triggerById('parcelStatusChanged');
	const now = Date.parse('2030-05-20T09:00:00.000Z');
	// 3,000 parcels, created at ten-minute intervals, cover 20 days. The newest 600 are under way.
	const ports = parcelPorts(3_000, (nth) => (nth < 600 ? 'IN_TRANSIT' : 'DELIVERED'), now);
	const work = { carrier: cubyn, trigger, access: accessOf(cubyn) };
	const first = await poll(work, undefined, Infinity, ports);
	if (!first.ok) throw new Error(first.failure.message);
	expect(ports.sent.length).toBe(1);
	expect(Object.keys(first.value.state.seen).length).toBe(500);
	const second = await poll(work, first.value.state, Infinity, ports);
	expect(second).toMatchObject({ ok: true, value: { items: [] } });
});

test('a parcel that never ends does not widen the window to two months', async () => {
	const trigger = triggerById('parcelStatusChanged');
	const now = Date.parse('2030-05-20T09:00:00.000Z');
	const rows = (at: number): JsonObject[] => [
		{ id: 2, status: 'DELIVERED', createdAt: new Date(at).toISOString() },
		{ id: 1, status: 'VALIDATION_FAILED', createdAt: new Date(now).toISOString() },
	];
	let at = now;
	const ports = scriptedPorts(() => response(200, rows(at)), now);
	const work = { carrier: cubyn, trigger, access: accessOf(cubyn) };
	let state: PollState | undefined;
	for (const days of [0, 30, 61]) {
		at = now + days * DAY;
		ports.moveTo(at);
		const seen = await poll(work, state, Infinity, ports);
		if (!seen.ok) throw new Error(seen.failure.message);
		({ state } = seen.value);
		expect('1' in state.seen).toBe(days < 60);
	}
});

test('stock that is reserved, put back, received and blocked is emitted; nothing else is', async () => {
	const harness = new PollingHarness(triggerById('stockChanged'));
	const { cubyn: backoffice } = harness.shop.sandbox;
	expect(await harness.poll()).toEqual([]);
	expect(await harness.poll()).toEqual([]);
	const { id } = backoffice.book(order('WC-1'));
	const reserved = await harness.poll();
	expect(reserved).toEqual(['product_name 39 available, 0 damaged, 1 reserved, 0 blocked']);
	backoffice.cancel(id);
	expect(await harness.poll()).toEqual(['product_name 40 available, 0 damaged, 0 reserved, 0 blocked']);
	backoffice.addStock('new thing', 3);
	expect(await harness.poll()).toEqual(['new thing 3 available, 0 damaged, 0 reserved, 0 blocked']);
	const [lot] = await harness.shop.runAll(listLots, { productId: backoffice.product('new thing')?.id });
	await harness.shop.run(changeLot, { id: lot?.id, blocked: true });
	expect(await harness.poll()).toHaveLength(1);
	expect(await harness.poll(60)).toEqual([]);
});

const products = (count: number): JsonObject[] =>
	Array.from({ length: count }, (_, at) => ({
		id: `0318d74f-d0ab-4c10-975f-${String(at).padStart(12, '0')}`,
		reference: `SKU-${at}`,
		updatedAt: new Date(Date.parse('2030-05-01T00:00:00.000Z') + at * MINUTE).toISOString(),
		quantity: { available: at, damaged: 0, reserved: 0, blocked: 0 },
	}));

function productPorts(rows: JsonObject[]) {
	return scriptedPorts((request) => {
		const from = Number(partsOf(request).query.offset ?? 0);
		return response(200, rows.slice(from, from + 1_000), { 'x-total-count': String(rows.length) });
	}, Date.parse('2030-05-20T09:00:00.000Z'));
}

test('of ten thousand products little is stored, and one that is missing from one list is not forgotten', async () => {
	const trigger = triggerById('stockChanged');
	const rows = products(10_000);
	const ports = productPorts(rows);
	const work = { carrier: cubyn, trigger, access: accessOf(cubyn) };
	let state: PollState | undefined;
	const emitted = async () => {
		const seen = await poll(work, state, Infinity, ports);
		if (!seen.ok) throw new Error(seen.failure.message);
		({ state } = seen.value);
		return seen.value.items.map(({ sku }) => sku);
	};
	expect(await emitted()).toEqual([]);
	expect(JSON.stringify(state).length).toBeLessThan(400_000);
	rows[9_998] = { ...rows[9_998], quantity: { available: 1, damaged: 0, reserved: 0, blocked: 0 } };
	expect(await emitted()).toEqual(['SKU-9998']);
	const [removed = {}] = rows.splice(5_000, 1);
	expect(await emitted()).toEqual([]);
	rows.push(removed);
	expect(await emitted()).toEqual([]);
	rows[9_999] = { ...removed, quantity: { available: 7, damaged: 0, reserved: 0, blocked: 0 } };
	expect(await emitted()).toEqual(['SKU-5000']);
});

test('a host without a state of ours gets the products that changed last', async () => {
	const rows = products(3_000);
	rows[2_500] = { ...rows[2_500], updatedAt: '2030-05-20T08:59:00.000Z' };
	const ports = productPorts(rows);
	const limits = { closed: 100, reads: 0, deadline: Infinity, onlyKeys: false };
	const seen = await pollStateless(
		{ carrier: cubyn, trigger: triggerById('stockChanged'), access: accessOf(cubyn) },
		limits,
		ports,
	);
	if (!seen.ok) throw new Error(seen.failure.message);
	expect(seen.value).toHaveLength(1_000);
	expect(seen.value[0]).toMatchObject({ sku: 'SKU-2500' });
});

test('an inbound order is tracked from draft to stored', async () => {
	const harness = new PollingHarness(triggerById('inboundStatusChanged'));
	await harness.poll();
	const items = [{ productName: 'Shirt', sku: 'SHIRT', barcode: '3760000000093', quantity: 12 }];
	const { id, number } = await harness.shop.run(createInboundOrder, { items });
	const emitted = await harness.poll();
	await harness.shop.run(setInboundStatus, { id });
	emitted.push(...(await harness.poll()));
	for (let step = 0; step < 2; step += 1) {
		harness.shop.sandbox.cubyn.stepOrder(String(id));
		emitted.push(...(await harness.poll()));
	}
	expect(emitted).toEqual(
		['CREATED', 'VALIDATED', 'RECEIVING', 'COMPLETED'].map((status) => `${String(number)} ${status}`),
	);
	await harness.poll(30);
	await harness.shop.run(createInboundOrder, { items });
	await harness.poll();
	expect(Object.keys(harness.state?.seen ?? {})).not.toContain(String(id));
});

test('a claim is followed until it is decided', async () => {
	const harness = new PollingHarness(triggerById('claimStatusChanged'));
	const { cubyn: backoffice } = harness.shop.sandbox;
	await harness.poll();
	const parcel = backoffice.book(order('WC-1'));
	backoffice.setStatus(parcel.id, 'SHIPPED', { force: true });
	const claim = await harness.shop.run(createClaim, {
		type: 'PARCEL_LATE_DELIVERY',
		source: 'SHIPPER',
		entityType: 'PARCEL',
		entityId: String(parcel.id),
		resolutionTypeSelected: 'REFUND',
	});
	const emitted = await harness.poll();
	backoffice.decideClaim(String(claim.id), 'REJECTED', 'NOT_ELIGIBLE');
	emitted.push(...(await harness.poll()));
	expect(emitted).toEqual([`${parcel.id} CREATED`, `${parcel.id} REJECTED`]);
	expect(await harness.poll()).toEqual([]);
});

test('a parcel that waited for stock ends among those that ended last, though younger ones ended before', async () => {
	const deliveredParcel = (id: number, createdAt: string, deliveredAt: string): JsonObject => ({
		id,
		createdAt,
		shippedAt: deliveredAt,
		deliveredAt,
		status: 'CARRIER_DELIVERED',
		cancellationStatus: 'NONE',
		validationStatus: 'DONE',
	});
	const parcels = [
		deliveredParcel(13, '2030-05-19T09:00:00.000Z', '2030-05-20T09:00:00.000Z'),
		deliveredParcel(12, '2030-05-18T09:00:00.000Z', '2030-05-19T09:00:00.000Z'),
		deliveredParcel(1, '2030-04-20T09:00:00.000Z', '2030-05-20T12:00:00.000Z'),
	];
	const ports = scriptedPorts(() => response(200, parcels), Date.parse('2030-05-20T18:00:00Z'));
	const seen = await pollStateless(
		{ carrier: cubyn, trigger: triggerById('parcelStatusChanged'), access: accessOf(cubyn) },
		{ closed: 2, reads: 25, deadline: Infinity, onlyKeys: false },
		ports,
	);
	expect(seen).toMatchObject({ ok: true, value: [{ id: '1' }, { id: '13' }] });
});
