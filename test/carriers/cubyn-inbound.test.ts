import { createInboundOrder } from '../../shared/carriers/cubyn/inbound/create';
import { deleteInboundOrder, setInboundStatus, updateLineLot } from '../../shared/carriers/cubyn/inbound/change';
import { addDeliveries } from '../../shared/carriers/cubyn/inbound/deliveries';
import { getDeliveryDocument, listInboundDeliveries } from '../../shared/carriers/cubyn/inbound/delivery-actions';
import { getInboundOrder, listInboundOrders, listWarehouses } from '../../shared/carriers/cubyn/inbound/list';
import type { WireRequest } from '../../shared/declare/wire';
import { noResponse } from '../core/scripted-ports';
import { CubynShop } from './cubyn-shop';

const shirts = { productName: 'Shirt', sku: 'SHIRT', barcode: '3760000000093', quantity: 12 };
const socks = { productName: 'Socks', sku: 'SOCKS', barcode: '3760000000094', quantity: 8 };
const createShop = () => new CubynShop();

test('an order is created once for the same lines in any order', async () => {
	const shop = createShop();
	const first = await shop.run(createInboundOrder, { items: [shirts, socks] });
	expect(first).toMatchObject({ outcome: 'created', status: 'created', carrierStatus: 'CREATED', declaredItems: 20 });
	const again = await shop.run(createInboundOrder, {
		items: [{ ...socks, quantity: 5 }, shirts, { ...socks, quantity: 3 }],
	});
	expect(again).toMatchObject({ id: first.id, outcome: 'found', number: first.number });
	expect(shop.sandbox.cubyn.orders).toHaveLength(1);
});

test('other goods of the same number, and a validated order of the same goods, are another order', async () => {
	const shop = createShop();
	const first = await shop.run(createInboundOrder, { items: [shirts] });
	const other = await shop.run(createInboundOrder, { items: [{ ...socks, quantity: 12 }] });
	const spanish = await shop.run(createInboundOrder, { items: [shirts], warehouseId: '193543585' });
	await shop.run(setInboundStatus, { id: first.id });
	const next = await shop.run(createInboundOrder, { items: [shirts] });
	expect([first, other, spanish, next].map(({ outcome }) => outcome)).toEqual([
		'created',
		'created',
		'created',
		'created',
	]);
	expect(new Set([first.id, other.id, spanish.id, next.id]).size).toBe(4);
});

test('requested lots distinguish two orders, and those that Cubyn fills in do not', async () => {
	const shop = createShop();
	const withoutLot = await shop.run(createInboundOrder, { items: [shirts] });
	const lot = { ...shirts, lotNumber: 'L-7', lotDate: '2027-06-30T00:00:00+02:00' };
	const lots = await shop.run(createInboundOrder, { items: [lot] });
	expect(lots).toMatchObject({ outcome: 'created' });
	expect(await shop.run(createInboundOrder, { items: [shirts] })).toMatchObject({
		id: withoutLot.id,
		outcome: 'found',
	});
	expect(await shop.run(createInboundOrder, { items: [lot] })).toMatchObject({ id: lots.id, outcome: 'found' });
});

test.each(['before', 'after'] as const)('a response lost %s the order was created leaves one order', async (phase) => {
	let faultsLeft = 1;
	const shop = new CubynShop(undefined, undefined, (request: WireRequest, send) => {
		if (request.method !== 'POST' || !/\/orders\?/.test(request.url) || faultsLeft === 0) return undefined;
		faultsLeft -= 1;
		return phase === 'before' ? Promise.resolve(noResponse('maybe')) : send().then(() => noResponse('maybe'));
	});
	expect(await shop.run(createInboundOrder, { items: [shirts] })).toMatchObject({ outcome: 'created' });
	expect(shop.sandbox.cubyn.orders).toHaveLength(1);
});

test('of two equal orders made at once, the later is deleted where its user wants that', async () => {
	const shop = createShop();
	const first = await shop.run(createInboundOrder, { items: [shirts] });
	const second = await shop.run(createInboundOrder, { items: [shirts] }, { ifExists: 'another' });
	expect(second).toMatchObject({ outcome: 'created' });
	const third = await shop.run(createInboundOrder, { items: [shirts] });
	expect(third.outcome).toBe('found');
	expect(third.warnings).toEqual([
		expect.stringMatching(/^The carrier holds 2 live bookings with the reference 12 SHIRT \[[0-9a-f]{8}\]\.$/),
	]);
	await shop.run(deleteInboundOrder, { id: first.id });
	expect(await shop.run(createInboundOrder, { items: [shirts] })).toMatchObject({ id: second.id, outcome: 'found' });
});

test('deliveries are announced once: by tracking number, or else by the reference', async () => {
	const shop = createShop();
	const { id } = await shop.run(createInboundOrder, { items: [shirts] });
	const ups = [
		{ carrierName: 'UPS', carrierTrackingId: '1Z1', declaredPackingUnits: 1 },
		{ carrierName: 'UPS', carrierTrackingId: '1Z2', declaredPackingUnits: 1 },
	];
	expect(await shop.run(addDeliveries, { orderId: id, deliveries: ups })).toMatchObject({
		id,
		outcome: 'created',
		trackingNumbers: ['1Z1', '1Z2'],
	});
	expect(await shop.run(addDeliveries, { orderId: id, deliveries: ups })).toMatchObject({
		id,
		outcome: 'found',
		trackingNumbers: ['1Z1', '1Z2'],
	});

	const pallet = {
		orderId: id,
		reference: 'PO-7',
		deliveries: [{ carrierName: 'Other carrier', declaredPackingUnits: 2 }],
	};
	expect(await shop.run(addDeliveries, pallet)).toMatchObject({ outcome: 'created', trackingNumbers: ['PO-7'] });
	expect(await shop.run(addDeliveries, pallet)).toMatchObject({ outcome: 'found' });
	expect(shop.sandbox.cubyn.deliveries.map(({ carrierTrackingId }) => carrierTrackingId)).toEqual([
		'1Z1',
		'1Z2',
		'PO-7',
	]);
});

test('of several deliveries only the missing ones are announced', async () => {
	const shop = createShop();
	const { id } = await shop.run(createInboundOrder, { items: [shirts] });
	const box = (carrierTrackingId: string) => ({ carrierName: 'DHL', carrierTrackingId, declaredPackingUnits: 1 });
	await shop.run(addDeliveries, { orderId: id, deliveries: [box('JD1')] });
	expect(await shop.run(addDeliveries, { orderId: id, deliveries: [box('JD1'), box('JD2')] })).toMatchObject({
		outcome: 'created',
		trackingNumbers: ['JD1', 'JD2'],
	});
	expect(await shop.runAll(listInboundDeliveries, { orderId: id })).toMatchObject([
		{ trackingNumber: 'JD1', status: 'created' },
		{ trackingNumber: 'JD2' },
	]);
});

test('the document of a delivery is a link that needs no key, and the same each time', async () => {
	const shop = createShop();
	const { id } = await shop.run(createInboundOrder, { items: [shirts] });
	await shop.run(addDeliveries, {
		orderId: id,
		deliveries: [{ carrierName: 'Other carrier', declaredPackingUnits: 1 }],
	});
	const [delivery] = await shop.runAll(listInboundDeliveries, { orderId: id });
	const item = await shop.run(getDeliveryDocument, { id: delivery?.id });
	const [file] = getDeliveryDocument.files?.(item) ?? [];
	expect(file).toMatchObject({ key: 'document', isPublic: true });
	const fileResponse = await shop.sandbox.fetch(file?.url ?? '');
	expect(
		Buffer.from(await fileResponse.arrayBuffer())
			.subarray(0, 5)
			.toString(),
	).toBe('%PDF-');
	const again = await shop.run(getDeliveryDocument, { id: delivery?.id });
	expect(new URL(getDeliveryDocument.files?.(again)[0]?.url ?? '').pathname).toBe(new URL(file?.url ?? '').pathname);
});

test('an order is validated, put back, received, and then no longer changed', async () => {
	const shop = createShop();
	const { id } = await shop.run(createInboundOrder, { items: [shirts] });
	const [line] = (await shop.run(getInboundOrder, { id })).lines as { id: string }[];
	expect(await shop.run(updateLineLot, { lineId: line?.id, reference: 'L-9' })).toMatchObject({
		orderId: id,
		lotReference: 'L-9',
		sku: 'SHIRT',
	});
	expect(await shop.run(setInboundStatus, { id })).toMatchObject({ status: 'scheduled', carrierStatus: 'VALIDATED' });
	expect(await shop.run(setInboundStatus, { id, status: 'CREATED' })).toMatchObject({ status: 'created' });
	await shop.run(setInboundStatus, { id });
	shop.sandbox.cubyn.stepOrder(String(id));
	expect(await shop.try(setInboundStatus, { id })).toMatchObject({
		ok: false,
		failure: { code: 'refused', message: expect.stringContaining('RECEIVING') },
	});
	expect(await shop.try(deleteInboundOrder, { id })).toMatchObject({ ok: false, failure: { code: 'refused' } });
	expect(await shop.try(updateLineLot, { lineId: line?.id, reference: 'L-10' })).toMatchObject({
		ok: false,
		failure: { code: 'refused' },
	});
	shop.sandbox.cubyn.stepOrder(String(id));
	expect(await shop.run(getInboundOrder, { id })).toMatchObject({
		status: 'delivered',
		terminal: true,
		storedItems: 12,
	});
});

test('a deleted order is gone, and deleting it again is no error', async () => {
	const shop = createShop();
	const { id } = await shop.run(createInboundOrder, { items: [shirts] });
	expect(await shop.run(deleteInboundOrder, { id })).toMatchObject({ id, deleted: true });
	expect(await shop.run(deleteInboundOrder, { id })).toMatchObject({ id, deleted: true, outcome: 'already_done' });
	expect(await shop.runAll(listInboundOrders, {})).toEqual([]);
	expect(await shop.run(getInboundOrder, { id })).toMatchObject({ status: 'cancelled' });
});

test('the warehouses are two', async () => {
	expect(
		(await createShop().runAll(listWarehouses, {})).map(({ id, country }) => `${String(id)} ${String(country)}`),
	).toEqual(['3628042 FR', '193543585 ES']);
});
