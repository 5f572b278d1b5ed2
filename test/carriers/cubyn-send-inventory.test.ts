import { createInboundOrder } from '../../shared/carriers/cubyn/inbound/create';
import { setInboundStatus } from '../../shared/carriers/cubyn/inbound/change';
import { addDeliveries } from '../../shared/carriers/cubyn/inbound/deliveries';
import { sendInventory } from '../../shared/carriers/cubyn/inbound/send-inventory';
import type { WireRequest } from '../../shared/declare/wire';
import { answer, lost } from '../core/ports';
import { CubynShop } from './cubyn-shop';

const shirts = { productName: 'Shirt', sku: 'SHIRT', barcode: '3760000000093', quantity: 12 };
const pallet = [{ carrierName: 'Other carrier', declaredPackingUnits: 2 }];
const boxes = [{ carrierName: 'UPS', carrierTrackingId: '1Z1', declaredPackingUnits: 1 }, { carrierName: 'UPS', carrierTrackingId: '1Z2', declaredPackingUnits: 1 }];
const shipment = { items: [shirts], deliveries: pallet, reference: 'PO-7' };

const orders = (desk: CubynShop) => desk.sandbox.cubyn.orders.filter(({ deletedAt }) => deletedAt === null);

test('one step announces, tells the delivery, fetches the document and validates', async () => {
	const desk = new CubynShop();
	const item = await desk.run(sendInventory, shipment);
	expect(item).toMatchObject({ outcome: 'created', status: 'scheduled', carrierStatus: 'VALIDATED', deliveries: [{ trackingNumber: 'PO-7', declaredPackingUnits: 2 }] });
	const files = sendInventory.files?.(item) ?? [];
	expect(files).toMatchObject([{ key: 'document_1', open: true, fresh: { input: { id: desk.sandbox.cubyn.deliveries[0]?.id } } }]);
	const pdf = await desk.sandbox.fetch(files[0]?.url ?? '');
	expect(pdf.headers.get('content-type')).toBe('application/pdf');
	expect(orders(desk)).toMatchObject([{ status: 'VALIDATED' }]);
});

test('run again with its reference, it finds what it sent: validated, and even received', async () => {
	const desk = new CubynShop();
	const first = await desk.run(sendInventory, shipment);
	expect(await desk.run(sendInventory, shipment)).toMatchObject({ id: first.id, outcome: 'found', carrierStatus: 'VALIDATED', deliveries: [{ trackingNumber: 'PO-7' }] });
	desk.sandbox.cubyn.stepOrder(String(first.id));
	desk.sandbox.cubyn.stepOrder(String(first.id));
	expect(await desk.run(sendInventory, shipment)).toMatchObject({ id: first.id, outcome: 'found', carrierStatus: 'COMPLETED' });
	expect(orders(desk)).toHaveLength(1);
	expect(desk.sandbox.cubyn.deliveries).toHaveLength(1);
});

test('the tracking numbers of UPS are reference enough', async () => {
	const desk = new CubynShop();
	const first = await desk.run(sendInventory, { items: [shirts], deliveries: boxes });
	expect(first.files).toEqual([]);
	expect(await desk.run(sendInventory, { items: [shirts], deliveries: boxes }, { runReference: 'n8n-1' })).toMatchObject({ id: first.id, outcome: 'found' });
	expect(await desk.run(sendInventory, { items: [shirts], deliveries: [{ ...boxes[0], carrierTrackingId: '1Z3' }] })).toMatchObject({ outcome: 'created' });
	expect(orders(desk)).toHaveLength(2);
});

test('another reference is another shipment of the same goods', async () => {
	const desk = new CubynShop();
	await desk.run(sendInventory, shipment);
	expect(await desk.run(sendInventory, { ...shipment, reference: 'PO-8' })).toMatchObject({ outcome: 'created' });
	expect(orders(desk)).toHaveLength(2);
	expect(desk.sandbox.cubyn.deliveries.map(({ carrierTrackingId }) => carrierTrackingId)).toEqual(['PO-7', 'PO-8']);
});

test('the reference of the run stands in where there is none', async () => {
	const desk = new CubynShop();
	const nameless = { items: [shirts], deliveries: pallet };
	const first = await desk.run(sendInventory, nameless, { runReference: 'n8n-1' });
	expect(await desk.run(sendInventory, nameless, { runReference: 'n8n-1' })).toMatchObject({ id: first.id, outcome: 'found' });
	expect(await desk.run(sendInventory, nameless, { runReference: 'n8n-2' })).toMatchObject({ outcome: 'created' });
	expect(orders(desk)).toHaveLength(2);
});

test('a draft of the same lines is taken up, with no deliveries or the same', async () => {
	const desk = new CubynShop();
	const { id, number } = await desk.run(createInboundOrder, { items: [shirts] });
	expect(await desk.run(sendInventory, { ...shipment, validate: false })).toMatchObject({ id, number, outcome: 'found', carrierStatus: 'CREATED', deliveries: [{ trackingNumber: 'PO-7' }] });

	const other = await desk.run(createInboundOrder, { items: [{ ...shirts, quantity: 3 }] });
	await desk.run(addDeliveries, { orderId: other.id, deliveries: pallet });
	expect(await desk.run(sendInventory, { items: [{ ...shirts, quantity: 3 }], deliveries: pallet })).toMatchObject({ id: other.id, outcome: 'found', carrierStatus: 'VALIDATED' });
	expect(desk.sandbox.cubyn.deliveries).toHaveLength(2);
});

test('a draft that travels otherwise, and a validated one without numbers, are left alone', async () => {
	const desk = new CubynShop();
	const { id } = await desk.run(createInboundOrder, { items: [shirts] });
	await desk.run(addDeliveries, { orderId: id, deliveries: boxes });
	expect(await desk.run(sendInventory, shipment)).toMatchObject({ outcome: 'created' });
	await desk.run(setInboundStatus, { id });
	expect(await desk.run(sendInventory, { items: [shirts], deliveries: [{ carrierName: 'Other carrier', declaredPackingUnits: 9 }] })).toMatchObject({ outcome: 'created' });
	expect(orders(desk)).toHaveLength(3);
});

const CALLS = ['/orders?', 'batch-deliveries', '/document', 'validate'] as const;
const isCall = (call: (typeof CALLS)[number], { method, url }: WireRequest) =>
	method === 'POST' && (call === 'validate' ? /\/orders\/[0-9a-f-]{36}$/.test(url) : url.includes(call));

describe.each(CALLS)('trouble at %s', (call) => {
	test.each(['lost before', 'lost after', 'refused'] as const)('%s: run again, it comes to one shipment', async (trouble) => {
		let left = trouble === 'refused' ? 1 : 4;
		const desk = new CubynShop(undefined, undefined, (request, send) => {
			if (left === 0 || !isCall(call, request)) return undefined;
			left -= 1;
			if (trouble === 'refused') return Promise.resolve(answer(403, { type: 'ForbiddenError', message: 'Not now' }));
			return trouble === 'lost before' ? Promise.resolve(lost('maybe')) : send().then(() => lost('maybe'));
		});
		const first = await desk.try(sendInventory, shipment);
		if (!first.ok && call !== '/orders?' && trouble === 'refused') expect(first.failure).toMatchObject({ code: 'partly_done', reference: 'PO-7', message: expect.stringMatching(/^The inbound order \d+ for "PO-7" stands at Cubyn, but the step got no further: The carrier said: Not now/) });
		left = 0;
		const again = await desk.run(sendInventory, shipment);
		expect(again).toMatchObject({ carrierStatus: 'VALIDATED', deliveries: [{ trackingNumber: 'PO-7' }], files: [{ key: 'document_1' }] });
		expect(orders(desk)).toMatchObject([{ status: 'VALIDATED' }]);
		expect(desk.sandbox.cubyn.deliveries).toHaveLength(1);
	});
});

test('two runs of the same reference at once wait for each other', async () => {
	const desk = new CubynShop();
	const items = await Promise.all([1, 2, 3].map(async () => await desk.run(sendInventory, shipment)));
	expect(new Set(items.map(({ id }) => id)).size).toBe(1);
	expect(orders(desk)).toHaveLength(1);
	expect(desk.sandbox.cubyn.deliveries).toHaveLength(1);
});
