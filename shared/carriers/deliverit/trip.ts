import type { Facts, Item } from '../../declare/facts';
import { untouched } from '../../declare/json';
import { deliveryItem, deliveryOf, out } from '../../delivery/delivery';
import type { Status } from '../../delivery/status';
import { inZone, millis } from '../../delivery/time';
import { followingWallTime, nextWallTime } from '../../delivery/wall-clock';
import { numberIn, priceOf } from './amounts';
import { numberInLink, secured, tripLink } from './links';
import { agreedTime, clock, SLACK_MS } from './moments';
import { isYes, type AcceptedAnswer, type BookedAnswer } from './wire';

/** A driver's trip, the same whether it was booked just now or listed. */
export const tripShape = deliveryItem({
	orderId: out.text('Order Number'),
	pushed: out.toggle('Is Another Time Proposed'),
	askedTime: out.moment('Asked Time at the Shop'),
	proposedTime: out.moment('Proposed Time at the Shop'),
	movedMinutes: out.number('Moved By (in minutes)'),
	decision: out.text('Decision on the Proposal'),
	acceptUrl: out.text('Accept Link'),
	denyUrl: out.text('Deny Link'),
	driverArrivedAt: out.moment('Driver at the Shop At'),
	driverLeftAt: out.moment('Driver Left At'),
	arrivedAt: out.moment('Driver at the Customer At'),
	message: out.text("Carrier's Message"),
});

export interface Asked {
	reference?: string;
	time: string;
	firstname: string;
	lastname?: string;
	street: string;
	zip: string;
	city?: string;
	telephone: string;
	remarks?: string;
	latitude: number;
	longitude: number;
}

/** DI2: the day is not told, so the times are those nearest to what was asked. */
export function bookedItem(body: BookedAnswer, asked: Asked, { now, access: { zone } }: Facts): Item {
	const wanted = millis(asked.time);
	const wall = clock(body.time);
	const time = wall === undefined ? undefined : agreedTime(wall, wanted, now, zone);
	const reached = time === undefined ? undefined : clock(body.arrive_at_customer);
	const pushed = isYes(body.push);
	const taken: Status = body.order_driver === undefined || body.order_driver === null || isYes(body.order_driver) ? 'scheduled' : 'unknown';
	const number = [body.cancelUrl, body.acceptUrl, body.denyUrl].map((link) => numberInLink(tripLink, link)).find((each) => each !== undefined);
	const orderId = numberIn(body.order_id);
	return deliveryOf(
		'deliverit',
		{
			id: number ?? String(body.order_id ?? ''),
			reference: asked.reference ?? null,
			status: pushed ? 'awaiting_acceptance' : taken,
			carrierStatus: pushed ? 'pushed' : 'booked',
			pickup: { slotStart: time ?? null },
			dropoff: {
				name: [asked.firstname, asked.lastname].filter((part) => part !== undefined).join(' '),
				phone: asked.telephone,
				street: asked.street,
				postalCode: asked.zip,
				city: asked.city ?? null,
				latitude: asked.latitude,
				longitude: asked.longitude,
				slotStart: time === undefined || reached === undefined ? null : (followingWallTime(reached, millis(time), zone) ?? null),
			},
			price: priceOf(body.DeliveryPrice, 'excluded'),
			distance: numberIn(body.DeliveryDistance),
			note: asked.remarks ?? null,
			cancelUrl: secured(body.cancelUrl),
		},
		{
			orderId: orderId === null ? null : String(orderId),
			pushed,
			askedTime: inZone(wanted, zone),
			proposedTime: pushed ? (time ?? null) : null,
			movedMinutes: time === undefined ? null : Math.round((millis(time) - wanted) / 60_000),
			acceptUrl: pushed ? secured(body.acceptUrl) : null,
			denyUrl: pushed ? secured(body.denyUrl) : null,
		},
		untouched(body),
	);
}

/** DI3: 202 and 200 alike leave the trip booked; only the first tells the times, without their day. */
export function acceptedItem(body: AcceptedAnswer, number: string, { now, access: { zone } }: Facts): Item {
	const wall = clock(body.time);
	const time = wall === undefined ? undefined : nextWallTime(wall, now - SLACK_MS, zone);
	const reached = clock(body.arriveAtCustomer);
	const arrival = time === undefined || reached === undefined ? undefined : followingWallTime(reached, millis(time), zone);
	return deliveryOf(
		'deliverit',
		{
			id: number,
			status: 'scheduled',
			carrierStatus: 'booked',
			...(time === undefined ? {} : { pickup: { slotStart: time } }),
			...(arrival === undefined ? {} : { dropoff: { slotStart: arrival } }),
			cancelUrl: secured(body.cancelurl),
		},
		{ decision: 'accepted', message: body.message, ...(isYes(body.order_driver) ? {} : { outcome: 'already' }) },
		untouched(body),
	);
}

/** DI4, DI5 */
export const canceledItem = (body: { message: string }, number: string, decision: 'denied' | null): Item =>
	deliveryOf('deliverit', { id: number, status: 'cancelled', carrierStatus: decision ?? 'canceled', reason: body.message }, { decision, message: body.message }, untouched(body));
