import { z } from 'zod/v4';

import type { ConnectionFacts } from '../../declare/facts';
import type { Problem } from '../../declare/failure';
import { group, integer, lines, moment } from '../../declare/field';
import { isJsonObject, type JsonObject } from '../../json';
import type { Shop } from '../shop';
import { bodyOf } from '../shops';
import { placedAt } from '../placed-at';
import { readingShape } from './booking-form';
import { isNothing } from './check-input';
import type { StuckLimits } from './findings';
import { reconciledHead, type MappedOrder } from './order-fields';
import { orderFromFields } from './order-from-fields';
import type { OrderStepsOf } from './steps-of';
import type { OrderInput } from './understand';

const DAY_MS = 86_400_000;
/** How far back a list is read where looking up a reference reaches older bookings too. */
const LIST_DAYS = 31;
const STUCK: StuckLimits = { hours: 6, days: 7 };

const stuckFields = {
	hours: integer(
		{ label: 'Hours After Its Slot', unit: 'hours', help: 'Left empty: 6.' },
		{ min: 0, max: 720 },
	).optional(),
	days: integer(
		{ label: 'Days Without a Slot', unit: 'days', help: 'Since the booking. Left empty: 7.' },
		{ min: 1, max: 90 },
	).optional(),
};

/** The fields of a booking that say where to look; other choices of it decide nothing here. */
const placeKeys = ({ choices, booking }: OrderStepsOf): string[] =>
	choices.filter((key) => booking.form.find((each) => each.key === key)?.forConnection !== undefined);

export const reconcileForm = (declaration: OrderStepsOf) => {
	const shape = readingShape(declaration.kinds);
	return z.object({
		order: shape.order,
		shop: shape.shop,
		orders: lines(reconciledHead, {
			label: 'Orders',
			line: 'Order',
			help: 'The orders to look up. With the time at which each was placed, one list of the carrier serves them all.',
			handover: 'mapped',
		}).optional(),
		orders_since: moment({
			label: 'All Orders Since',
			placeholder: '2030-05-01T00:00:00+02:00',
			help: "Fill it in where the step gets all orders placed since then, in any status. Live bookings made since then with the shop's Reference Prefix and no order are reported as orphaned.",
			common: true,
		}).optional(),
		reference_prefix: shape.reference_prefix,
		leave_out: shape.leave_out,
		stuck: group(stuckFields, { label: 'Stuck', help: 'When a delivery that is not over counts as stuck.' }).optional(),
		...Object.fromEntries(
			placeKeys(declaration).flatMap((key) => {
				const field = declaration.booking.input.shape[key];
				return field === undefined ? [] : [[key, field] as const];
			}),
		),
	});
};

export type ReconcileInput = Pick<OrderInput, 'order' | 'shop' | 'reference_prefix' | 'leave_out'> & {
	orders?: (MappedOrder & { placed_at?: string })[];
	orders_since?: string;
	stuck?: Partial<StuckLimits>;
} & JsonObject;

export const checkReconcile = ({ order, orders, orders_since: since }: Partial<ReconcileInput>): Problem[] =>
	isNothing(order) && isNothing(orders) && since === undefined ? [{ path: ['order'], message: 'is missing' }] : [];

export const limitsOf = ({ stuck }: ReconcileInput): StuckLimits => ({
	hours: stuck?.hours ?? STUCK.hours,
	days: stuck?.days ?? STUCK.days,
});

/** Where to look at the carrier, such as a location. */
export const placeOf = (declaration: OrderStepsOf, input: ReconcileInput): JsonObject =>
	Object.fromEntries(
		placeKeys(declaration).flatMap((key) => (input[key] === undefined ? [] : [[key, input[key]] as const])),
	);

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

export function ordersOf(input: ReconcileInput, kinds: readonly Shop[]): JsonObject[] {
	const { order } = input;
	const orders = Array.isArray(order) ? order : order === undefined ? mappedOrders(input, kinds) : [order];
	const objects = orders.map((each) => (isJsonObject(each) ? each : {}));
	// A shop without any order gives an item without fields.
	return input.orders_since === undefined ? objects : objects.filter((each) => !isNothing(each));
}

/** The start of the day on which an order was placed, where it says so. */
export function placedDay(order: JsonObject, { access }: ConnectionFacts): number | undefined {
	const placed = placedAt(bodyOf(order), access.zone);
	return placed === null ? undefined : Math.floor(Date.parse(placed) / DAY_MS) * DAY_MS;
}

/** Does a list from that day hold the order's booking? No order is booked before it is placed. */
export function isListed(day: number, { booking: { booking } }: OrderStepsOf, { now }: ConnectionFacts): boolean {
	const seesFurther = booking.foundBy === 'reference' && booking.listSince?.seesFurther === true;
	return (seesFurther || day >= now - LIST_DAYS * DAY_MS) && day <= now;
}
