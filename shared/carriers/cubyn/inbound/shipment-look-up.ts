import { z } from 'zod/v4';

import { action, type Action } from '../../../declare/action';
import type { Item } from '../../../declare/facts';
import { flow } from '../../../declare/flow';
import { integer, text, toggle } from '../../../declare/field';
import { success } from '../../../declare/failure';
import { gives, givesMany } from '../../../declare/reading';
import { getInboundOrder, ORDERS_PAGE, ordersAnswer } from './list';
import { listInboundDeliveries } from './delivery-list';
import { deliveriesOf, onOrder } from './delivery';
import { cubynInboundOrder, inboundOrderAnswer, orderItem } from './order';
import { itemLines, sameLines, type DeliveryLine, type ItemLine } from './shipment';
import { inPath } from '../path';
import { foundFor, sameDeliveries, trackingNumbers } from './tracking';

/** The lines of an order stay as they were announced: they are read once. */
const LINES_KEPT_MS = 6 * 3_600_000;

const quiet = { resource: 'inboundOrder', covers: [], effect: 'read', output: cubynInboundOrder, samples: [], antiSamples: [] } as const;

/** One page of the newest, whatever their status. */
const newestOrders = action({
	...quiet,
	verb: 'newest',
	title: 'Newest Inbound Orders',
	does: 'Lists the newest inbound orders.',
	input: z.object({}),
	request: () => ({ method: 'GET', path: '/v2/storage-inbound/orders', query: { 'sort[createdAt]': 'desc', limit: ORDERS_PAGE } }),
	readings: { 200: givesMany(ordersAnswer, (body) => body.map(orderItem)) },
});

/** Drafts, and where a shipment can be told by its tracking numbers, what has been validated as well. */
export const candidateOrders: Action = flow({
	...quiet,
	verb: 'candidates',
	title: 'Inbound Orders That May Be the Same',
	does: 'Lists inbound orders of as many items.',
	example: {},
	input: z.object({ declaredItems: integer({ label: 'Declared Items' }), validated: toggle({ label: 'Validated' }) }),
	run: async ({ declaredItems, validated }, _facts, steps) => {
		const listed = await steps.call(newestOrders, {});
		if (!listed.ok) return listed;
		const alike = listed.value.filter((order) => order.status !== 'cancelled' && (order.declaredItems === null || order.declaredItems === declaredItems));
		return success(alike.filter(({ carrierStatus }) => validated || carrierStatus === 'CREATED'));
	},
});

/** What an order announces, and nothing else of it. */
const orderLines = action({
	...quiet,
	verb: 'lines',
	title: 'Lines of an Inbound Order',
	does: 'Reads what an inbound order announces.',
	keepFor: LINES_KEPT_MS,
	input: z.object({ id: text({ label: 'Inbound Order' }) }),
	request: ({ id }) => ({ method: 'GET', path: `/v3/storage-inbound/orders/${inPath(id)}` }),
	readings: { 200: gives(inboundOrderAnswer, (body) => onlyLines(orderItem(body))) },
});

const onlyLines = ({ id, lines }: Item): Item => ({ id, lines });

/** An order with its lines and, where they are the same, its deliveries: of another shipment, nobody asks for them. */
export const wholeOrder: Action = flow({
	...quiet,
	verb: 'whole',
	title: 'Inbound Order With Its Deliveries',
	does: 'Reads an inbound order with its deliveries.',
	example: {},
	input: z.object({ id: text({ label: 'Inbound Order' }), items: itemLines() }),
	run: async ({ id, items }, _facts, steps) => {
		const lines = await steps.call(orderLines, { id });
		if (!lines.ok || !lines.value.some((known) => sameLines(known, items))) return lines;
		const order = await steps.call(getInboundOrder, { id });
		if (!order.ok) return order;
		const deliveries = await steps.call(listInboundDeliveries, { orderId: id });
		return deliveries.ok ? success(order.value.map((item) => ({ ...item, deliveries: deliveries.value.map(onOrder) }))) : deliveries;
	},
});

/** Can the shipment be told by tracking numbers alone? */
export const isNumbered = (deliveries: readonly DeliveryLine[], reference: string | undefined): boolean =>
	trackingNumbers(deliveries, reference).every((number) => number !== undefined);

/** Does the order hold every tracking number of the shipment? */
const holdsNumbers = (order: Item, deliveries: readonly DeliveryLine[], reference: string | undefined): boolean => {
	const numbers = trackingNumbers(deliveries, reference);
	return isNumbered(deliveries, reference) && foundFor(deliveries, numbers, deliveriesOf(order)).every((each) => each !== undefined);
};

/** A draft of the same lines with no deliveries, or the same; or whatever holds the shipment's own numbers. */
export function sameShipment(order: Item, { items, deliveries }: { items: readonly ItemLine[]; deliveries: readonly DeliveryLine[] }, reference: string | undefined): boolean {
	if (!sameLines(order, items)) return false;
	if (holdsNumbers(order, deliveries, reference)) return true;
	if (order.carrierStatus !== 'CREATED') return false;
	const there = deliveriesOf(order);
	return there.length === 0 || sameDeliveries(deliveries, there);
}
