import type { Item } from '../../declare/facts';
import { untouched } from '../../declare/json';
import { deliveryOf } from '../../delivery/delivery';
import { toE164 } from '../../delivery/phone';
import type { Status } from '../../delivery/status';
import { atWallTime, millis } from '../../delivery/time';
import { followingWallTime, nearestWallTime, nextWallTime } from '../../delivery/wall-clock';
import { numberIn, priceOf } from './amounts';
import { numberInLink, secured, tripLink } from './links';
import { agreedTime, canceledMoment, clock, phpMoment, SLACK_MS } from './moments';
import { readTag } from './tag';
import { isYes, type OrderAnswer } from './wire';

/** In the order a driver takes them. */
const steps: readonly { key: 'driverArrive' | 'driverLeft' | 'arriveAtCustomer' | 'done'; status: Status }[] = [
	{ key: 'driverArrive', status: 'at_pickup' },
	{ key: 'driverLeft', status: 'out_for_delivery' },
	{ key: 'arriveAtCustomer', status: 'at_dropoff' },
	{ key: 'done', status: 'delivered' },
];

/** DI6 has no status: it is read from which times are there. */
function progressOf(order: OrderAnswer): { status: Status; carrierStatus: string } {
	if (isYes(order.cancel)) return { status: 'cancelled', carrierStatus: 'canceled' };
	const last = steps.filter(({ key }) => clock(order[key]) !== undefined).at(-1);
	if (last) return { status: last.status, carrierStatus: last.key };
	return clock(order.pickupTime) === undefined ? { status: 'created', carrierStatus: 'created' } : { status: 'scheduled', carrierStatus: 'booked' };
}

/**
 * DI6 tells `hh:mm` without a day. The pick-up is nearest to what the tag says was asked; without a tag it is the first
 * such time after the order was made, and not before the period begins, which holds for all but orders of staff for days ahead.
 */
function pickupOf(order: OrderAnswer, asked: string | undefined, created: string | undefined, from: string, zone: string): string | undefined {
	const wall = clock(order.pickupTime);
	if (wall === undefined) return undefined;
	const [day, time] = asked?.split(' ') ?? [];
	const wanted = day !== undefined && time !== undefined ? atWallTime(day, time, zone) : undefined;
	if (wanted !== undefined) return agreedTime(wall, millis(wanted), created === undefined ? 0 : millis(created), zone);
	const begins = atWallTime(from, '00:00', zone);
	const earliest = Math.max(created === undefined ? 0 : millis(created) - SLACK_MS, begins === undefined ? 0 : millis(begins));
	return nextWallTime(wall, earliest, zone);
}

export function orderItem(order: OrderAnswer, from: string, zone: string): Item {
	const { note, reference, asked } = readTag(order.remarks);
	const created = phpMoment(order.created_at, zone);
	const pickup = pickupOf(order, asked, created, from, zone);
	const at: Partial<Record<(typeof steps)[number]['key'], string>> = {};
	let before = pickup ?? created;
	for (const { key } of steps) {
		const wall = clock(order[key]);
		if (wall === undefined || before === undefined) continue;
		// A driver may well be early at the shop; every later step follows the one before.
		at[key] = key === 'driverArrive' ? nearestWallTime(wall, millis(before), zone) : followingWallTime(wall, millis(before), zone);
		before = at[key] ?? before;
	}
	const { status, carrierStatus } = progressOf(order);
	const canceled = status === 'cancelled' ? canceledMoment(order.canceled_at, created, zone) : undefined;
	const telephone = order.telephone === null || order.telephone === undefined ? null : String(order.telephone);
	return deliveryOf(
		'deliverit',
		{
			// There is no number but the one in the cancel link; without it, what no two orders share.
			id: numberInLink(tripLink, order.canceUrl) ?? `${created ?? ''} ${telephone ?? ''}`.trim(),
			reference,
			status,
			carrierStatus,
			occurredAt: canceled ?? steps.flatMap(({ key }) => at[key] ?? []).at(-1) ?? null,
			createdAt: created ?? null,
			pickup: { slotStart: pickup ?? null, completedAt: at.driverLeft ?? null },
			dropoff: {
				name: order.name ?? null,
				phone: telephone === null ? null : (toE164(telephone, 'DK') ?? telephone),
				street: order.address ?? null,
				postalCode: order.zip === null || order.zip === undefined ? null : String(order.zip),
				city: order.city ?? null,
				completedAt: at.done ?? null,
			},
			price: priceOf(order.deliveryPrice, null),
			distance: numberIn(order.distance),
			note,
			cancelUrl: secured(order.canceUrl),
		},
		{ driverArrivedAt: at.driverArrive ?? null, driverLeftAt: at.driverLeft ?? null, arrivedAt: at.arriveAtCustomer ?? null },
		untouched(order),
	);
}
