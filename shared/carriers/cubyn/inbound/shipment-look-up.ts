import { z } from 'zod/v4';

import { action, type Action } from '../../../declare/action';
import type { Item } from '../../../declare/facts';
import { flow, type Steps } from '../../../declare/flow';
import { text } from '../../../declare/field';
import { success, type Result } from '../../../declare/failure';
import { getInboundOrder, ORDERS_PAGE } from './list';
import { listInboundDeliveries } from './delivery-actions';
import { deliveriesOf, toOrderDelivery } from './delivery';
import { cubynInboundOrder, inboundOrderResponse, orderItem } from './order';
import { documentedOrder } from './samples';
import {
	deliveryLines,
	itemLines,
	isSameLines,
	sharesProduct,
	totalQuantity,
	type DeliveryLine,
	type ItemLine,
} from './shipment';
import { encodePathPart } from '../path';
import { matchByLine, isSameDeliveries, trackingNumbers } from './tracking';
import { cubynItem, cubynItems } from '../read-response';
import { listNotFound } from '../errors';
import { outputItem } from '../../../delivery/delivery';

/** The lines of an order stay as they were announced: they are read once. */
const LINES_CACHE_MS = 6 * 3_600_000;

const internalRead = {
	resource: 'inboundOrder',
	covers: [],
	effect: 'read',
	output: cubynInboundOrder,
	samples: [],
	antiSamples: [],
} as const;

const example = orderItem(inboundOrderResponse.parse(documentedOrder));

/** One page of the newest orders, in any status. */
const newestOrders = action({
	...internalRead,
	verb: 'newest',
	title: 'Newest Inbound Orders',
	description: 'Lists the newest inbound orders.',
	input: z.object({}),
	request: () => ({
		method: 'GET',
		path: '/v2/storage-inbound/orders',
		query: { 'sort[createdAt]': 'desc', limit: ORDERS_PAGE },
	}),
	readings: { 200: cubynItems(inboundOrderResponse, orderItem, { isExact: () => true }), ...listNotFound },
});

/** How many recent orders of other lines are searched for the shipment's own numbers, newest first. */
const MAX_CORRECTED = 5;
const RECENT_MS = 14 * 24 * 3_600_000;

const mayHaveSameLines = ({ declaredItems }: Item, expected: number): boolean =>
	declaredItems === null || declaredItems === expected;
const isRecent = ({ createdAt }: Item, now: number): boolean =>
	typeof createdAt !== 'string' || Date.parse(createdAt) >= now - RECENT_MS;

/** The lines that an order announces, and no other part of it. */
const orderLines = action({
	...internalRead,
	verb: 'lines',
	title: 'Lines of an Inbound Order',
	description: 'Reads what an inbound order announces.',
	output: outputItem(() => cubynInboundOrder.pick({ id: true, lines: true }).shape),
	cacheFor: LINES_CACHE_MS,
	input: z.object({ id: text({ label: 'Inbound Order' }) }),
	request: ({ id }) => ({ method: 'GET', path: `/v3/storage-inbound/orders/${encodePathPart(id)}` }),
	readings: { 200: cubynItem(inboundOrderResponse, (body) => toLinesOnly(orderItem(body))) },
});

const toLinesOnly = ({ id, lines }: ReturnType<typeof orderItem>) => ({ id, lines });

/** The orders whose lines pass. One that is listed but cannot be read yet passes as well. */
async function withLines(
	orders: readonly Item[],
	passes: (order: Item) => boolean,
	steps: Steps,
): Promise<Result<Item[]>> {
	const passed: Item[] = [];
	for (const order of orders) {
		const lines = await steps.call(orderLines, { id: order.id });
		if (!lines.ok && lines.failure.code !== 'not_found') return lines;
		if (!lines.ok || lines.value.some(passes)) passed.push(order);
	}
	return success(passed);
}

/** The orders whose deliveries hold every tracking number of the shipment. */
async function withSameNumbers(
	orders: readonly Item[],
	deliveries: readonly DeliveryLine[],
	reference: string | undefined,
	steps: Steps,
): Promise<Result<Item[]>> {
	const same: Item[] = [];
	for (const order of orders) {
		const full = await readDeliveries(success([order]), String(order.id), steps);
		if (!full.ok) return full;
		if (full.value.some((each) => hasAllNumbers(each, deliveries, reference))) same.push(order);
	}
	return success(same);
}

/**
 * The orders that may be the shipment: drafts of the same lines. If tracking numbers identify it, validated orders as
 * well, and the newest ones that share a product and have the same numbers, because a line may have been corrected since.
 */
export const candidateOrders: Action = flow({
	...internalRead,
	verb: 'candidates',
	title: 'Inbound Orders That May Be the Same',
	description: 'Lists the inbound orders that may be a shipment.',
	example,
	input: z.object({
		items: itemLines(),
		deliveries: deliveryLines(),
		reference: text({ label: 'Reference' }).optional(),
	}),
	run: async ({ items, deliveries, reference }, { now }, steps) => {
		const listed = await steps.call(newestOrders, {});
		if (!listed.ok) return listed;
		const isNumbered = isFullyNumbered(deliveries, reference);
		const active = listed.value.filter(
			({ status, carrierStatus }) => status !== 'cancelled' && (isNumbered || carrierStatus === 'CREATED'),
		);
		const expected = totalQuantity(items);
		const same = await withLines(
			active.filter((order) => mayHaveSameLines(order, expected)),
			(order) => isSameLines(order, items),
			steps,
		);
		if (!same.ok || !isNumbered) return same;
		const others = active.filter((order) => !same.value.includes(order) && isRecent(order, now));
		const similar = await withLines(others.slice(0, MAX_CORRECTED), (order) => sharesProduct(order, items), steps);
		if (!similar.ok) return similar;
		const corrected = await withSameNumbers(similar.value, deliveries, reference, steps);
		return corrected.ok ? success([...same.value, ...corrected.value]) : corrected;
	},
});

const readDeliveries = async (order: Result<Item[]>, id: string, steps: Steps): Promise<Result<Item[]>> => {
	if (!order.ok) return order;
	const deliveries = await steps.call(listInboundDeliveries, { orderId: id });
	return deliveries.ok
		? success(order.value.map((item) => ({ ...item, deliveries: deliveries.value.map(toOrderDelivery) })))
		: deliveries;
};

/** An order with its lines and its deliveries. */
export const readFullOrder: Action = flow({
	...internalRead,
	verb: 'whole',
	title: 'Inbound Order With Its Deliveries',
	description: 'Reads an inbound order with its deliveries.',
	example,
	input: z.object({ id: text({ label: 'Inbound Order' }) }),
	run: async ({ id }, _facts, steps) => await readDeliveries(await steps.call(getInboundOrder, { id }), id, steps),
});

/** Do tracking numbers alone identify the shipment? */
export const isFullyNumbered = (deliveries: readonly DeliveryLine[], reference: string | undefined): boolean =>
	trackingNumbers(deliveries, reference).every((number) => number !== undefined);

/** Does the order hold every tracking number of the shipment? */
const hasAllNumbers = (order: Item, deliveries: readonly DeliveryLine[], reference: string | undefined): boolean => {
	const numbers = trackingNumbers(deliveries, reference);
	return (
		isFullyNumbered(deliveries, reference) &&
		matchByLine(deliveries, numbers, deliveriesOf(order)).every((match) => match !== undefined)
	);
};

/** An order that holds the shipment's own numbers, or a draft of the same lines with no deliveries or the same. */
export function isSameShipment(
	order: Item,
	{ items, deliveries }: { items: readonly ItemLine[]; deliveries: readonly DeliveryLine[] },
	reference: string | undefined,
): boolean {
	if (hasAllNumbers(order, deliveries, reference)) return true;
	if (!isSameLines(order, items)) return false;
	if (order.carrierStatus !== 'CREATED') return false;
	const existing = deliveriesOf(order);
	return existing.length === 0 || isSameDeliveries(deliveries, existing);
}
