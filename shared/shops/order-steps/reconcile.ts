import { z } from 'zod/v4';

import type { FlowAction, Steps } from '../../declare/action';
import type { ConnectionFacts, Item } from '../../declare/facts';
import { success, type Result } from '../../declare/failure';
import { lines } from '../../declare/field';
import { flow } from '../../declare/flow';
import { isJsonObject, type JsonObject } from '../../json';
import { outputField } from '../../delivery/delivery';
import type { LeftOutCode, OrderReading } from '../../delivery/request';
import { readingShape } from './booking-form';
import { placedAt } from '../placed-at';
import type { Shop } from '../shop';
import { bodyOf } from '../shops';
import { isNothing } from './check-input';
import { reconciledHead, type MappedOrder } from './order-fields';
import { orderFromFields } from './order-from-fields';
import type { OrderStepsOf } from './steps-of';
import { looseValues, readFor, type OrderInput } from './understand';

/** Orders of one run. A host with less time looks up fewer, and the others are reported. */
const MOST = 1_000;
/** On a host without a time limit of its own: a list may be read only a few times a minute. */
const PATIENCE_MS = 600_000;
/** A look-up that begins with less time left would be cut off. */
const SPARE_MS = 4_000;
/** Orders that are looked up at once. */
const AT_ONCE = 5;
/** For fewer orders, looking up each costs less than a list. */
const FEW = 3;
const DAY_MS = 86_400_000;
/** Carriers do not list further back. */
const LIST_DAYS = 31;

const formOf = ({ choices, booking, kinds }: OrderStepsOf) => {
	const shape = readingShape(kinds);
	return z.object({
		order: shape.order,
		shop: shape.shop,
		orders: lines(reconciledHead, {
			label: 'Orders',
			line: 'Order',
			help: 'The orders to look up. With the time at which each was placed, one list of the carrier serves them all.',
			handover: 'mapped',
		}).optional(),
		reference_prefix: shape.reference_prefix,
		leave_out: shape.leave_out,
		...Object.fromEntries(
			choices.flatMap((key) => {
				const field = booking.input.shape[key];
				// Only what says where to look; a choice of the booking decides nothing here.
				return field === undefined || booking.form.find((each) => each.key === key)?.forConnection === undefined
					? []
					: [[key, field] as const];
			}),
		),
	});
};

type ReconcileInput = Pick<OrderInput, 'order' | 'shop' | 'reference_prefix' | 'leave_out'> & {
	orders?: (MappedOrder & { placed_at?: string })[];
} & JsonObject;

/** Only the status of a mapped order counts here, so the rest is filled with what any order has. */
function mappedOrders({ orders = [], shop }: ReconcileInput, kinds: readonly Shop[]): JsonObject[] {
	// PrestaShop's first carrier is its own counter; other kinds say by themselves what is not to be delivered.
	const usual = kinds.some(({ id, fromFields }) => id === shop && fromFields) ? {} : { shipping_method_code: '9' };
	return orders.map(({ placed_at, ...head }) => ({
		...orderFromFields(
			shop,
			{
				...usual,
				...head,
				shipping: { last_name: '-', street: '1', city: '-', postal_code: '-' },
				items: [{ name: '-', quantity: '1' }],
			},
			kinds,
		),
		placed_at,
	}));
}

function ordersOf(input: ReconcileInput, kinds: readonly Shop[]): JsonObject[] {
	const { order } = input;
	const orders = Array.isArray(order) ? order : order === undefined ? mappedOrders(input, kinds) : [order];
	return orders.map((each) => (isJsonObject(each) ? each : {}));
}

/** The day since which a list holds the booking of an order, if any: no order is booked before it is placed. */
function listedFrom(order: JsonObject, { now, access }: ConnectionFacts): string | undefined {
	const placed = placedAt(bodyOf(order), access.zone);
	if (placed === null) return undefined;
	const day = Math.floor(Date.parse(placed) / DAY_MS) * DAY_MS;
	return day >= now - LIST_DAYS * DAY_MS && day <= now ? new Date(day).toISOString() : undefined;
}

/** An order that stopped being ours although a courier may be on its way. */
const STOPPED: readonly LeftOutCode[] = ['cancelled', 'voided', 'refunded', 'test', 'not_paid', 'collected'];

const idsOf = (bookings: readonly Item[]) => bookings.map(({ id }) => String(id)).join(', ');

interface Finding {
	finding: 'booked' | 'missing' | 'twice' | 'to_cancel' | 'left_out' | 'not_checked';
	message: string;
}

function findingOf(reading: OrderReading, bookings: readonly Item[], title: string): Finding {
	const live = bookings.filter(({ terminal }) => terminal !== true);
	if (live.length > 1)
		return {
			finding: 'twice',
			message: `${title} holds ${live.length} live bookings: ${idsOf(live)}. Cancel all but one.`,
		};
	if (reading.outcome === 'left_out') {
		const [reason] = reading.reasons;
		const stopped = reading.reasons.some(({ code }) => STOPPED.includes(code));
		return stopped && live.length > 0
			? { finding: 'to_cancel', message: `${reason.message} Booking ${idsOf(live)} at ${title} is still live.` }
			: { finding: bookings.length > 0 ? 'booked' : 'left_out', message: reason.message };
	}
	if (bookings.length > 0) return { finding: 'booked', message: `${title} holds booking ${idsOf(bookings)}.` };
	const why = reading.outcome === 'problems' ? ` ${reading.problems.map(({ message }) => message).join(' ')}` : '';
	return { finding: 'missing', message: `${title} holds no booking of this order.${why}` };
}

/** An order that a run has not come to: it is reported, so that nobody takes it for checked. */
function notReached(declaration: OrderStepsOf, order: unknown, input: ReconcileInput, facts: ConnectionFacts): Item {
	const { request } = readFor({ ...input, order } as OrderInput & JsonObject, facts, declaration);
	return {
		id: request?.reference.text ?? '',
		finding: 'not_checked',
		message: 'The time of this run was over before this order. Run the step again with the orders that are left.',
		orderNumber: request?.reference.number ?? null,
	};
}

interface Reconciled {
	item: Item;
	/** The look-up at the carrier; none for an order that names nothing to look up. */
	read?: Result<unknown>;
}

async function reconciled(
	declaration: OrderStepsOf,
	order: unknown,
	input: ReconcileInput,
	facts: ConnectionFacts,
	{ steps, since }: { steps: Steps; since: string | undefined },
): Promise<Reconciled> {
	// What an order step reads, of this one order.
	const single = { ...input, order } as OrderInput & JsonObject;
	const reading = readFor(single, facts, declaration);
	const { request } = reading;
	if (request === null) {
		const message =
			reading.outcome === 'left_out'
				? reading.reasons[0].message
				: reading.outcome === 'problems'
					? reading.problems[0].message
					: '';
		return { item: { id: '', finding: 'not_checked', message } };
	}
	const found = await steps.find(declaration.booking, looseValues(declaration, request, single, facts), since);
	const { finding, message } = found.ok
		? findingOf(reading, found.value, declaration.title)
		: { finding: 'not_checked', message: found.failure.message };
	const item = {
		id: request.reference.text,
		finding,
		message,
		orderNumber: request.reference.number,
		orderKey: request.reference.orderId,
		orderStatus: request.shopStatus,
		bookings: found.ok ? idsOf(found.value) : null,
	};
	return { item, read: found };
}

/** Orders in, findings out: what is missing, booked twice, or still live for an order that is over. */
export const reconcileShopOrders = (declaration: OrderStepsOf): FlowAction =>
	flow({
		resource: 'shopOrder',
		verb: 'reconcile',
		title: 'Reconcile Shop Orders',
		description: `Compares a shop's orders with the bookings at ${declaration.title}, and changes nothing.`,
		worksOut: { listedAs: 'findings' },
		covers: [],
		effect: 'read',
		patienceMs: PATIENCE_MS,
		input: formOf(declaration),
		output: z.object({
			id: outputField.id('Reference'),
			finding: outputField.text('Finding'),
			message: outputField.text('Message'),
			orderNumber: outputField.text('Order Number'),
			orderKey: outputField.text("Shop's Own Order ID"),
			orderStatus: outputField.text('Order Status'),
			bookings: outputField.text('Booking IDs'),
		}),
		check: ({ order, orders }) =>
			isNothing(order) && isNothing(orders) ? [{ path: ['order'], message: 'is missing' }] : [],
		example: { id: 'WC-1042', finding: 'missing', message: `${declaration.title} holds no booking of this order.` },
		run: async (raw, facts, steps) => {
			// The form is one schema for all carriers.
			const input = raw as ReconcileInput;
			const orders = ordersOf(input, declaration.kinds);
			// ISO times of one zone sort as texts.
			const days = orders.map((order) => listedFrom(order, facts));
			const oldest = days.filter((day) => day !== undefined).sort()[0];
			const isFew = orders.length < FEW;
			const check = async (order: JsonObject, at: number): Promise<Reconciled> => {
				if (at >= MOST || steps.timeLeft() < SPARE_MS) return { item: notReached(declaration, order, input, facts) };
				// Items of a batch share the list of a day; the orders of one item share the oldest one's.
				const since = days[at] === undefined ? undefined : isFew ? days[at] : oldest;
				return await reconciled(declaration, order, input, facts, { steps, since });
			};
			const checked: Reconciled[] = [];
			for (let at = 0; at < orders.length; at += AT_ONCE)
				checked.push(
					...(await Promise.all(
						orders.slice(at, at + AT_ONCE).map(async (order, nth) => await check(order, at + nth)),
					)),
				);
			const reads = checked.flatMap(({ read }) => read ?? []);
			const unread = reads.find((read) => !read.ok);
			// A carrier that could not be read for any order is trouble, and no finding.
			if (unread && !unread.ok && reads.every(({ ok }) => !ok)) return unread;
			return success(checked.map(({ item }) => item));
		},
		samples: [declaration.sample.reconcile],
		antiSamples: [{ reason: 'No order', input: {}, mentions: ['Order'] }],
	});
