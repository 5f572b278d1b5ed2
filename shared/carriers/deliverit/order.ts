import { asJsonObject, type JsonObject } from '../../json';
import { deliveryOf } from '../../delivery/delivery';
import { lenientReader } from '../../declare/lenient-object';
import { toE164 } from '../../delivery/phone';
import type { Status } from '../../delivery/status';
import { atWallTime, millis } from '../../delivery/time';
import { followingWallTime, nearestWallTime, nextWallTime } from '../../delivery/wall-clock';
import { priceOf } from './amounts';
import { numberInLink, toHttps, tripLink } from './links';
import { agreedTime, canceledMoment, clockTime, phpMoment, SLACK_MS } from './moments';
import { readTag } from './tag';
import { isYes } from './wire';

/** In the order a driver takes them. */
const progressSteps: readonly { key: 'driverArrive' | 'driverLeft' | 'arriveAtCustomer' | 'done'; status: Status }[] = [
	{ key: 'driverArrive', status: 'at_pickup' },
	{ key: 'driverLeft', status: 'out_for_delivery' },
	{ key: 'arriveAtCustomer', status: 'at_dropoff' },
	{ key: 'done', status: 'delivered' },
];

/** DI6 has no status: it is read from the times that are there. */
export function progressOf(order: JsonObject): { status: Status; carrierStatus: string } {
	if (isYes(order.cancel)) return { status: 'cancelled', carrierStatus: 'canceled' };
	const last = progressSteps.filter(({ key }) => clockTime(order[key]) !== undefined).at(-1);
	if (last) return { status: last.status, carrierStatus: last.key };
	return clockTime(order.pickupTime) === undefined
		? { status: 'created', carrierStatus: 'created' }
		: { status: 'scheduled', carrierStatus: 'booked' };
}

/**
 * DI6 writes `hh:mm` without a day. The pick-up is nearest to the requested time in the tag. Without a tag it is the
 * first such time after the order was made, and not before the period begins. Only orders that staff made for a later
 * day can be read wrongly.
 */
function pickupOf(
	order: JsonObject,
	requestedTime: string | undefined,
	created: string | undefined,
	from: string,
	zone: string,
): string | undefined {
	const wall = clockTime(order.pickupTime);
	if (wall === undefined) return undefined;
	const [day, time] = requestedTime?.split(' ') ?? [];
	const requestedAt = day !== undefined && time !== undefined ? atWallTime(day, time, zone) : undefined;
	if (requestedAt !== undefined)
		return agreedTime(wall, millis(requestedAt), created === undefined ? 0 : millis(created), zone);
	const periodStart = atWallTime(from, '00:00', zone);
	const earliest = Math.max(
		created === undefined ? 0 : millis(created) - SLACK_MS,
		periodStart === undefined ? 0 : millis(periodStart),
	);
	return nextWallTime(wall, earliest, zone);
}

/** DI2 declares the postal code as a number, which has no zero in front. */
const postalCodeOf = (zip: string | null): string | null =>
	zip !== null && /^\d{1,3}$/.test(zip.trim()) ? zip.trim().padStart(4, '0') : zip;

export function orderItem(order: object, from: string, zone: string) {
	const body = asJsonObject(order);
	const { root, warnings } = lenientReader(body, zone);
	const { note, reference, requestedTime } = readTag(root.text('remarks'));
	const created = phpMoment(body.created_at, zone);
	const pickup = pickupOf(body, requestedTime, created, from, zone);
	const reachedAt: Partial<Record<(typeof progressSteps)[number]['key'], string>> = {};
	let previous = pickup ?? created;
	for (const { key } of progressSteps) {
		const wall = clockTime(body[key]);
		if (wall === undefined || previous === undefined) continue;
		// A driver may well be early at the shop; every later step follows the one before.
		reachedAt[key] =
			key === 'driverArrive'
				? nearestWallTime(wall, millis(previous), zone)
				: followingWallTime(wall, millis(previous), zone);
		previous = reachedAt[key] ?? previous;
	}
	const { status, carrierStatus } = progressOf(body);
	const canceled = status === 'cancelled' ? canceledMoment(body.canceled_at, created, zone) : undefined;
	const telephone = root.text('telephone');
	const cancelUrl = root.text('canceUrl');
	return deliveryOf(
		'deliverit',
		{
			// The only number is the one in the cancel link. Without it, the id is made from values that no two orders
			// share.
			id: numberInLink(tripLink, cancelUrl) ?? `${created ?? ''} ${telephone ?? ''}`.trim(),
			reference,
			status,
			carrierStatus,
			occurredAt: canceled ?? progressSteps.flatMap(({ key }) => reachedAt[key] ?? []).at(-1) ?? null,
			createdAt: created ?? null,
			pickup: { slotStart: pickup ?? null, completedAt: reachedAt.driverLeft ?? null },
			dropoff: {
				name: root.text('name'),
				phone: telephone === null ? null : (toE164(telephone, 'DK') ?? telephone),
				street: root.text('address'),
				postalCode: postalCodeOf(root.text('zip')),
				city: root.text('city'),
				completedAt: reachedAt.done ?? null,
			},
			price: priceOf(root.number('deliveryPrice'), null),
			distance: root.number('distance'),
			note,
			cancelUrl: toHttps(cancelUrl),
		},
		{
			driverArrivedAt: reachedAt.driverArrive ?? null,
			driverLeftAt: reachedAt.driverLeft ?? null,
			arrivedAt: reachedAt.arriveAtCustomer ?? null,
			...warnings('DeliverIt'),
		},
		body,
	);
}
