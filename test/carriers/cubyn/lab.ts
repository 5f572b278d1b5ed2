import type { Sandbox } from '../../../sandbox/carriers';
import { identityOfLines } from '../../../shared/carriers/cubyn/inbound/shipment';
import type { CarrierLab } from '../../lab/subject';
import { cubynDependentSubjects } from './lab-dependent';

const connection = { application_key: 'CubynSandboxKey0001' };
const secrets = ['CubynSandboxKey0001'];
const address = { line1: '12 rue des Petits Champs', zip: '75002', city: 'Paris', country: 'FR' };

/** A parcel with a requested cancellation is on its way out. */
const activeParcels = (sandbox: Sandbox) =>
	sandbox.cubyn.parcels.filter(
		({ type, deleted, cancellationStatus }) =>
			type === 'SHIPMENT' && !deleted && (cancellationStatus === 'NONE' || cancellationStatus === 'FAILED'),
	);

/** The SKU identifies the owner: an inbound order has no reference, and its deliveries come only later. */
const goodsOf = (sku: string) => [{ productName: 'Shirt', sku, barcode: sku, quantity: 3 }];
const activeOrders = (sandbox: Sandbox) =>
	sandbox.cubyn.orders.filter(({ deletedAt, isReturn }) => deletedAt === null && !isReturn);
const skuOf = ({ lines }: ReturnType<typeof activeOrders>[number]) => String(lines[0]?.sku);
const shirtReference = identityOfLines(undefined, goodsOf('SHIRT'));

const subjects: CarrierLab['subjects'] = {
	'parcel.create': {
		connection,
		lookUps: 'lagging',
		routes: { create: 'parcels.create', lookUp: 'parcelsV3.list' },
		input: (reference) => ({
			orderRef: reference,
			lastName: 'Moreau',
			address,
			phone: '+33612345678',
			items: [{ reference: 'product_2', count: 1 }],
		}),
		activeIds: (sandbox, reference) =>
			activeParcels(sandbox)
				.filter(({ input }) => input.orderRef === reference)
				.map(({ id }) => String(id)),
		activeReferences: (sandbox) => activeParcels(sandbox).map(({ input }) => String(input.orderRef)),
		secrets,
	},
	'inboundOrder.send': {
		connection,
		lookUps: 'lagging',
		requiresReference: true,
		batchSize: 50,
		routes: { create: 'inbound.create', lookUp: 'inbound.list' },
		input: (reference) => ({
			reference,
			items: goodsOf(reference),
			deliveries: [{ carrierName: 'Other carrier', declaredPackingUnits: 1 }],
		}),
		activeIds: (sandbox, reference) =>
			activeOrders(sandbox)
				.filter((order) => skuOf(order) === reference)
				.map(({ id }) => id),
		activeReferences: (sandbox) => activeOrders(sandbox).map(skuOf),
		secrets,
	},
	'inboundOrder.create': {
		connection,
		lookUps: 'lagging',
		prepare: () => shirtReference,
		routes: { create: 'inbound.create', lookUp: 'inbound.list' },
		input: () => ({ items: goodsOf('SHIRT') }),
		activeIds: (sandbox) => activeOrders(sandbox).map(({ id }) => id),
		activeReferences: (sandbox) => activeOrders(sandbox).map(() => shirtReference),
		secrets,
	},
	'inboundDelivery.create': {
		connection,
		lookUps: 'lagging',
		prepare: (sandbox) => sandbox.cubyn.returnOrder({ items: goodsOf('SHIRT') }).id,
		routes: { create: 'deliveries.create', lookUp: 'deliveries.list' },
		input: (reference) => ({
			orderId: reference,
			reference,
			deliveries: [{ carrierName: 'Other carrier', declaredPackingUnits: 1 }],
		}),
		activeIds: (sandbox, reference) =>
			sandbox.cubyn.deliveries
				.filter(({ carrierTrackingId }) => carrierTrackingId === reference)
				.map(({ orderId }) => orderId),
		activeReferences: (sandbox) => sandbox.cubyn.deliveries.map(({ carrierTrackingId }) => carrierTrackingId),
		secrets,
	},
};

export const lab: CarrierLab = {
	subjects: { ...subjects, ...cubynDependentSubjects },
	refusal: { status: 403, body: { type: 'ForbiddenError', message: 'Not now' } },
	// CU12: a cancellation is decided later; a scenario is too short to wait for the default.
	setUp: ({ cubyn }) => {
		cubyn.settings.cancellationMs = 1_000;
	},
};
