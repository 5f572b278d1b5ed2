import type { Facts, Reading } from '../../declare/facts';
import { failed } from '../../declare/failure';
import { asJsonObject } from '../../json';
import { provesNothing } from '../../declare/own-form';
import { itemReading } from '../../declare/reading';
import { deliveryItem, deliveryOf, outputField } from '../../delivery/delivery';
import { lenientReader } from '../../declare/lenient-object';
import type { Status } from '../../delivery/status';
import { inZone, millis } from '../../delivery/time';
import { followingWallTime, nextWallTime } from '../../delivery/wall-clock';
import { priceOf } from './amounts';
import { numberInLink, toHttps, tripLink } from './links';
import { agreedTime, clockTime, SLACK_MS } from './moments';
import { anyObject, isNo, isYes, messageOf, type LooseResponse } from './wire';

/** A driver's trip, the same whether it was booked just now or listed. */
export const tripShape = deliveryItem(() => ({
	orderId: outputField.text('Order Number'),
	pushed: outputField.toggle('Is Another Time Proposed'),
	requestedTime: outputField.moment('Requested Time at the Shop'),
	proposedTime: outputField.moment('Proposed Time at the Shop'),
	movedMinutes: outputField.number('Moved By (Minutes)'),
	decision: outputField.text('Decision on the Proposal'),
	acceptUrl: outputField.text('Accept Link'),
	denyUrl: outputField.text('Deny Link'),
	driverArrivedAt: outputField.moment('Driver at the Shop At'),
	driverLeftAt: outputField.moment('Driver Left At'),
	arrivedAt: outputField.moment('Driver at the Customer At'),
	message: outputField.text("Carrier's Message"),
}));

export interface TripRequest {
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

/** The random word that names the trip in its links. `order_id` is used by no other call. */
const numberOf = (body: LooseResponse): string | undefined =>
	[body.cancelUrl, body.acceptUrl, body.denyUrl]
		.map((link) => numberInLink(tripLink, typeof link === 'string' ? link : undefined))
		.find((found) => found !== undefined);

/** DI2 writes times without their day, so each is taken as the one nearest to the requested time. */
function bookedItem(body: LooseResponse, requested: TripRequest, { now, access: { zone } }: Facts) {
	const { root, warnings } = lenientReader(asJsonObject(body), zone);
	const requestedAt = millis(requested.time);
	const wall = clockTime(root.value('time'));
	const time = wall === undefined ? undefined : agreedTime(wall, requestedAt, now, zone);
	const arrivalTime = time === undefined ? undefined : clockTime(root.value('arrive_at_customer'));
	const pushed = isYes(body.push);
	// A cancel link proves a booking, even if `order_driver` shows none.
	const isDoubtful = !pushed && isNo(body.order_driver);
	const status: Status = pushed ? 'awaiting_acceptance' : isDoubtful ? 'unknown' : 'scheduled';
	if (wall === undefined) root.note('time');
	const orderId = root.text('order_id');
	const doubt = isDoubtful
		? [
				`DeliverIt says that no driver was ordered, and returned a booking all the same. Look for it in DeliverIt's own screen.`,
			]
		: [];
	const [price, distance] = [root.number('DeliveryPrice'), root.number('DeliveryDistance')];
	const links = ['cancelUrl', 'acceptUrl', 'denyUrl'] as const;
	const [cancelUrl, acceptUrl, denyUrl] = links.map((key) => toHttps(root.text(key)));
	const unread = warnings('DeliverIt').warnings ?? [];
	return deliveryOf(
		'deliverit',
		{
			id: numberOf(body) ?? orderId ?? '',
			reference: requested.reference ?? null,
			status,
			carrierStatus: pushed ? 'pushed' : 'booked',
			pickup: { slotStart: time ?? null },
			dropoff: {
				name: [requested.firstname, requested.lastname].filter((part) => part !== undefined).join(' '),
				phone: requested.telephone,
				street: requested.street,
				postalCode: requested.zip,
				city: requested.city ?? null,
				latitude: requested.latitude,
				longitude: requested.longitude,
				slotStart:
					time === undefined || arrivalTime === undefined
						? null
						: (followingWallTime(arrivalTime, millis(time), zone) ?? null),
			},
			price: priceOf(price, 'excluded'),
			distance,
			note: requested.remarks ?? null,
			cancelUrl,
		},
		{
			orderId,
			pushed,
			requestedTime: inZone(requestedAt, zone),
			proposedTime: pushed ? (time ?? null) : null,
			movedMinutes: time === undefined ? null : Math.round((millis(time) - requestedAt) / 60_000),
			acceptUrl: pushed ? acceptUrl : null,
			denyUrl: pushed ? denyUrl : null,
			message: root.text('message') ?? root.text('msg'),
			...(doubt.length + unread.length > 0 ? { warnings: [...doubt, ...unread] } : {}),
		},
		asJsonObject(body),
	);
}

const readBooked = itemReading(anyObject, bookedItem);

/** DI2: a success status alone does not prove a booking. `order_driver` shows when there is no driver. */
export const bookedReading: Reading<TripRequest, ReturnType<typeof bookedItem>> = (response, input, facts) => {
	const parsed = readObject(response, input, facts);
	if (parsed === undefined) return provesNothing(response, input, facts);
	const isBooked = numberOf(parsed) !== undefined || isYes(parsed.push);
	if (isBooked || isYes(parsed.order_driver)) return readBooked(response, input, facts);
	if (!isNo(parsed.order_driver)) return provesNothing(response, input, facts);
	const reason = messageOf(asJsonObject(parsed)) ?? 'no driver was ordered';
	return failed('refused', `The carrier said: ${reason}`, { status: response.status });
};

const objectReading = itemReading(anyObject, (body) => asJsonObject(body));

function readObject(...call: Parameters<Reading<unknown>>): LooseResponse | undefined {
	const read = objectReading(...call);
	return read.ok ? read.value[0] : undefined;
}

/** DI3: 202 and 200 alike leave the trip booked. Only 202 writes the times, without their day. */
export function acceptedItem(body: LooseResponse, number: string, { now, access: { zone } }: Facts) {
	const { root, warnings } = lenientReader(asJsonObject(body), zone);
	const wall = clockTime(root.value('time'));
	const time = wall === undefined ? undefined : nextWallTime(wall, now - SLACK_MS, zone);
	const arrivalTime = clockTime(root.value('arriveAtCustomer'));
	const arrival =
		time === undefined || arrivalTime === undefined ? undefined : followingWallTime(arrivalTime, millis(time), zone);
	return deliveryOf(
		'deliverit',
		{
			id: number,
			status: 'scheduled',
			carrierStatus: 'booked',
			...(time === undefined ? {} : { pickup: { slotStart: time } }),
			...(arrival === undefined ? {} : { dropoff: { slotStart: arrival } }),
			cancelUrl: toHttps(root.text('cancelurl')),
		},
		{
			decision: 'accepted',
			message: messageOf(asJsonObject(body)),
			...(isNo(body.order_driver) ? { outcome: 'already_done' } : {}),
			...warnings('DeliverIt'),
		},
		asJsonObject(body),
	);
}

/** DI4, DI5 */
export function canceledItem(response: LooseResponse, number: string, decision: 'denied' | null) {
	const body = asJsonObject(response);
	const message = messageOf(body);
	return deliveryOf(
		'deliverit',
		{ id: number, status: 'cancelled', carrierStatus: decision ?? 'canceled', reason: message },
		{ decision, message },
		body,
	);
}
