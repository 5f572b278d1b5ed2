import { createInboundOrder } from '../../shared/carriers/cubyn/inbound/create';
import { setInboundStatus } from '../../shared/carriers/cubyn/inbound/change';
import { addDeliveries } from '../../shared/carriers/cubyn/inbound/deliveries';
import { sendInventory } from '../../shared/carriers/cubyn/inbound/send-inventory';
import type { WireRequest } from '../../shared/declare/wire';
import { response, noResponse } from '../core/scripted-ports';
import { CubynShop } from './cubyn-shop';

const shirts = { productName: 'Shirt', sku: 'SHIRT', barcode: '3760000000093', quantity: 12 };
const pallet = [{ carrierName: 'Other carrier', declaredPackingUnits: 2 }];
const boxes = [
	{ carrierName: 'UPS', carrierTrackingId: '1Z1', declaredPackingUnits: 1 },
	{ carrierName: 'UPS', carrierTrackingId: '1Z2', declaredPackingUnits: 1 },
];
const shipment = { items: [shirts], deliveries: pallet, reference: 'PO-7' };

const orders = (shop: CubynShop) => shop.sandbox.cubyn.orders.filter(({ deletedAt }) => deletedAt === null);

test('one step creates the order, announces the delivery, fetches the document and validates', async () => {
	const shop = new CubynShop();
	const item = await shop.run(sendInventory, shipment);
	expect(item).toMatchObject({
		outcome: 'created',
		status: 'scheduled',
		carrierStatus: 'VALIDATED',
		deliveries: [{ trackingNumber: 'PO-7', declaredPackingUnits: 2 }],
	});
	const files = sendInventory.files?.(item) ?? [];
	expect(files).toMatchObject([
		{ key: 'document_1', isPublic: true, refresh: { input: { id: shop.sandbox.cubyn.deliveries[0]?.id } } },
	]);
	const pdf = await shop.sandbox.fetch(files[0]?.url ?? '');
	expect(pdf.headers.get('content-type')).toBe('application/pdf');
	expect(orders(shop)).toMatchObject([{ status: 'VALIDATED' }]);
});

test('run again with its reference, it finds what it sent: validated, and even received', async () => {
	const shop = new CubynShop();
	const first = await shop.run(sendInventory, shipment);
	expect(await shop.run(sendInventory, shipment)).toMatchObject({
		id: first.id,
		outcome: 'found',
		carrierStatus: 'VALIDATED',
		deliveries: [{ trackingNumber: 'PO-7' }],
	});
	shop.sandbox.cubyn.stepOrder(String(first.id));
	shop.sandbox.cubyn.stepOrder(String(first.id));
	expect(await shop.run(sendInventory, shipment)).toMatchObject({
		id: first.id,
		outcome: 'found',
		carrierStatus: 'COMPLETED',
	});
	expect(orders(shop)).toHaveLength(1);
	expect(shop.sandbox.cubyn.deliveries).toHaveLength(1);
});

test('the tracking numbers of UPS are reference enough', async () => {
	const shop = new CubynShop();
	const first = await shop.run(sendInventory, { items: [shirts], deliveries: boxes });
	expect(first.files).toEqual([]);
	expect(
		await shop.run(sendInventory, { items: [shirts], deliveries: boxes }, { runReference: 'n8n-1' }),
	).toMatchObject({ id: first.id, outcome: 'found' });
	expect(
		await shop.run(sendInventory, { items: [shirts], deliveries: [{ ...boxes[0], carrierTrackingId: '1Z3' }] }),
	).toMatchObject({ outcome: 'created' });
	expect(orders(shop)).toHaveLength(2);
});

test('another reference is another shipment of the same goods', async () => {
	const shop = new CubynShop();
	await shop.run(sendInventory, shipment);
	expect(await shop.run(sendInventory, { ...shipment, reference: 'PO-8' })).toMatchObject({ outcome: 'created' });
	expect(orders(shop)).toHaveLength(2);
	expect(shop.sandbox.cubyn.deliveries.map(({ carrierTrackingId }) => carrierTrackingId)).toEqual(['PO-7', 'PO-8']);
});

test('the reference of the run is the fallback', async () => {
	const shop = new CubynShop();
	const nameless = { items: [shirts], deliveries: pallet };
	const first = await shop.run(sendInventory, nameless, { runReference: 'n8n-1' });
	expect(await shop.run(sendInventory, nameless, { runReference: 'n8n-1' })).toMatchObject({
		id: first.id,
		outcome: 'found',
	});
	expect(await shop.run(sendInventory, nameless, { runReference: 'n8n-2' })).toMatchObject({ outcome: 'created' });
	expect(orders(shop)).toHaveLength(2);
});

test('a draft of the same lines is taken up, with no deliveries or the same', async () => {
	const shop = new CubynShop();
	const { id, number } = await shop.run(createInboundOrder, { items: [shirts] });
	expect(await shop.run(sendInventory, { ...shipment, validate: false })).toMatchObject({
		id,
		number,
		outcome: 'found',
		carrierStatus: 'CREATED',
		deliveries: [{ trackingNumber: 'PO-7' }],
	});

	const other = await shop.run(createInboundOrder, { items: [{ ...shirts, quantity: 3 }] });
	await shop.run(addDeliveries, { orderId: other.id, deliveries: pallet });
	expect(await shop.run(sendInventory, { items: [{ ...shirts, quantity: 3 }], deliveries: pallet })).toMatchObject({
		id: other.id,
		outcome: 'found',
		carrierStatus: 'VALIDATED',
	});
	expect(shop.sandbox.cubyn.deliveries).toHaveLength(2);
});

test('a draft that travels otherwise, and a validated one without numbers, are left alone', async () => {
	const shop = new CubynShop();
	const { id } = await shop.run(createInboundOrder, { items: [shirts] });
	await shop.run(addDeliveries, { orderId: id, deliveries: boxes });
	expect(await shop.run(sendInventory, shipment)).toMatchObject({ outcome: 'created' });
	await shop.run(setInboundStatus, { id });
	expect(
		await shop.run(sendInventory, {
			items: [shirts],
			deliveries: [{ carrierName: 'Other carrier', declaredPackingUnits: 9 }],
		}),
	).toMatchObject({ outcome: 'created' });
	expect(orders(shop)).toHaveLength(3);
});

const CALLS = ['/orders?', 'batch-deliveries', '/document', 'validate'] as const;
const isCall = (call: (typeof CALLS)[number], { method, url }: WireRequest) =>
	method === 'POST' && (call === 'validate' ? /\/orders\/[0-9a-f-]{36}$/.test(url) : url.includes(call));

describe.each(CALLS)('trouble at %s', (call) => {
	test.each(['lost before', 'lost after', 'refused'] as const)(
		'%s: run again, it comes to one shipment',
		async (fault) => {
			let faultsLeft = fault === 'refused' ? 1 : 4;
			const shop = new CubynShop(undefined, undefined, (request, send) => {
				if (faultsLeft === 0 || !isCall(call, request)) return undefined;
				faultsLeft -= 1;
				if (fault === 'refused') return Promise.resolve(response(403, { type: 'ForbiddenError', message: 'Not now' }));
				return fault === 'lost before' ? Promise.resolve(noResponse('maybe')) : send().then(() => noResponse('maybe'));
			});
			const first = await shop.try(sendInventory, shipment);
			if (!first.ok && call !== '/orders?' && fault === 'refused')
				expect(first.failure).toMatchObject({
					code: 'partly_done',
					reference: 'PO-7',
					message: expect.stringMatching(
						/^The inbound order \d+ for "PO-7" stands at Cubyn, but the step got no further: The carrier said: Not now/,
					),
				});
			faultsLeft = 0;
			const again = await shop.run(sendInventory, shipment);
			expect(again).toMatchObject({
				carrierStatus: 'VALIDATED',
				deliveries: [{ trackingNumber: 'PO-7' }],
				files: [{ key: 'document_1' }],
			});
			expect(orders(shop)).toMatchObject([{ status: 'VALIDATED' }]);
			expect(shop.sandbox.cubyn.deliveries).toHaveLength(1);
		},
	);
});

test('two runs of the same reference at once wait for each other', async () => {
	const shop = new CubynShop();
	const items = await Promise.all([1, 2, 3].map(async () => await shop.run(sendInventory, shipment)));
	expect(new Set(items.map(({ id }) => id)).size).toBe(1);
	expect(orders(shop)).toHaveLength(1);
	expect(shop.sandbox.cubyn.deliveries).toHaveLength(1);
});

test('the same reference with corrected quantities is the same shipment, and the difference is reported', async () => {
	const shop = new CubynShop();
	const first = await shop.run(sendInventory, shipment);
	const corrected = await shop.run(sendInventory, { ...shipment, items: [{ ...shirts, quantity: 15 }] });
	expect(corrected).toMatchObject({
		id: first.id,
		outcome: 'found',
		warnings: [expect.stringContaining('15 × SHIRT')],
	});
	expect(orders(shop)).toHaveLength(1);
});

test('a corrected barcode or a mistyped SKU is the same shipment', async () => {
	const shop = new CubynShop();
	const first = await shop.run(sendInventory, shipment);
	for (const correction of [{ barcode: '3760000000017' }, { sku: 'SHIRTS' }])
		expect(await shop.run(sendInventory, { ...shipment, items: [{ ...shirts, ...correction }] })).toMatchObject({
			id: first.id,
			outcome: 'found',
		});
	expect(orders(shop)).toHaveLength(1);
});

test('thirty shipments of as many other goods cost no request more than one', async () => {
	const shop = new CubynShop();
	const requests = async (sku: string) => {
		const before = shop.ports.sent.length;
		const items = [{ ...shirts, sku, barcode: sku }];
		await shop.run(sendInventory, { items, deliveries: pallet, reference: `PO-${sku}` });
		return shop.ports.sent.length - before;
	};
	const counts: number[] = [];
	for (let shipments = 0; shipments < 30; shipments += 1) counts.push(await requests(`SKU-${shipments}`));
	// The first one has no other order's lines to read.
	expect(new Set(counts.slice(1))).toEqual(new Set([counts[1]]));
	expect(counts[29]).toBeLessThanOrEqual((counts[0] ?? 0) + 1);
});

test('five boxes instead of two are not found without a word', async () => {
	const shop = new CubynShop();
	const { id } = await shop.run(createInboundOrder, { items: [shirts] });
	await shop.run(addDeliveries, { orderId: id, deliveries: pallet, reference: 'PO-7' });
	const five = [{ carrierName: 'Other carrier', declaredPackingUnits: 5 }];
	const again = await shop.run(addDeliveries, { orderId: id, deliveries: five, reference: 'PO-7' });
	expect(again).toMatchObject({ outcome: 'found' });
	expect(JSON.stringify(again.warnings)).toContain('Boxes of PO-7');
	expect(shop.sandbox.cubyn.deliveries).toHaveLength(1);
});

test('a day is enough for when boxes are expected, and local midnight keeps its day', async () => {
	const shop = new CubynShop();
	const lot = { lotNumber: 'L-7', lotDate: '2030-06-30T00:00:00+02:00' };
	await shop.run(sendInventory, {
		items: [{ ...shirts, ...lot }],
		deliveries: [{ carrierName: 'Other carrier', declaredPackingUnits: 1, estimatedReceptionDate: '2030-06-30' }],
		reference: 'PO-8',
	});
	const bodies = shop.ports.sent.map(({ body }) => (typeof body === 'string' ? body : ''));
	expect(bodies.join()).toContain('"lotDate":"2030-06-30T00:00:00.000Z"');
	expect(bodies.join()).toContain('"estimatedReceptionDate":"2030-06-30T00:00:00.000Z"');
});
