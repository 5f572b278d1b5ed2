import type { Sandbox } from '../../../sandbox/carriers';
import { namedByLines } from '../../../shared/carriers/cubyn/inbound/shipment';
import type { Words } from './subject';

const connection = { application_key: 'CubynSandboxKey0001' };
const secrets = ['CubynSandboxKey0001'];
const address = { line1: '12 rue des Petits Champs', zip: '75002', city: 'Paris', country: 'FR' };

/** A parcel whose cancellation is asked for is on its way out. */
const liveParcels = (sandbox: Sandbox) =>
	sandbox.cubyn.parcels.filter(({ type, deleted, cancellationStatus }) => type === 'SHIPMENT' && !deleted && (cancellationStatus === 'NONE' || cancellationStatus === 'FAILED'));

/** Goods whose SKU tells whose they are: an inbound order has no reference, and its deliveries come only later. */
const goods = (sku: string) => [{ productName: 'Shirt', sku, barcode: sku, quantity: 3 }];
const liveOrders = (sandbox: Sandbox) => sandbox.cubyn.orders.filter(({ deletedAt, isReturn }) => deletedAt === null && !isReturn);
const skuOf = ({ lines }: ReturnType<typeof liveOrders>[number]) => String(lines[0]?.sku);
const shirts = namedByLines(undefined, goods('SHIRT'));

export const cubynWords: Words = {
	'parcel.create': {
		connection,
		routes: { create: 'parcels.create', lookUp: 'parcelsV3.list' },
		input: (reference) => ({
			orderRef: reference,
			lastName: 'Moreau',
			address,
			phone: '+33612345678',
			items: [{ reference: 'product_2', count: 1 }],
		}),
		live: (sandbox, reference) => liveParcels(sandbox).filter(({ given }) => given.orderRef === reference).map(({ id }) => String(id)),
		references: (sandbox) => liveParcels(sandbox).map(({ given }) => String(given.orderRef)),
		secrets,
	},
	'inboundOrder.send': {
		connection,
		alwaysNamed: true,
		routes: { create: 'inbound.create', lookUp: 'inbound.list' },
		input: (reference) => ({ reference, items: goods(reference), deliveries: [{ carrierName: 'Other carrier', declaredPackingUnits: 1 }] }),
		live: (sandbox, reference) => liveOrders(sandbox).filter((order) => skuOf(order) === reference).map(({ id }) => id),
		references: (sandbox) => liveOrders(sandbox).map(skuOf),
		secrets,
	},
	'inboundOrder.create': {
		connection,
		prepare: () => shirts,
		routes: { create: 'inbound.create', lookUp: 'inbound.list' },
		input: () => ({ items: goods('SHIRT') }),
		live: (sandbox) => liveOrders(sandbox).map(({ id }) => id),
		references: (sandbox) => liveOrders(sandbox).map(() => shirts),
		secrets,
	},
	'inboundDelivery.create': {
		connection,
		prepare: (sandbox) => sandbox.cubyn.returnOrder({ items: goods('SHIRT') }).id,
		routes: { create: 'deliveries.create', lookUp: 'deliveries.list' },
		input: (reference) => ({ orderId: reference, reference, deliveries: [{ carrierName: 'Other carrier', declaredPackingUnits: 1 }] }),
		live: (sandbox, reference) => sandbox.cubyn.deliveries.filter(({ carrierTrackingId }) => carrierTrackingId === reference).map(({ orderId }) => orderId),
		references: (sandbox) => sandbox.cubyn.deliveries.map(({ carrierTrackingId }) => carrierTrackingId),
		secrets,
	},
};
